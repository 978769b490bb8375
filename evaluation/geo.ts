/**
 * Suite `geo`: places named, DIR/geo/NAME.jsonl. Splits: lgl, trnews, re3d-locations.
 *
 * `resolution`: on the gold spans, the share that is put within 161 km (100 miles) of the gold point
 * (Acc@161km; Leidner 2007), names without a point counted wrong, and of those resolved only. `recognition`: by
 * the whole pipeline from the raw text, exact ends and overlap; gold counts demonyms ("Russian") and names
 * without a point. `event`: of the incidents' places, how many are named by the gold at all.
 */
import {readFileSync} from 'node:fs'
import {distanceKm} from '../src/algorithms/great-circle.ts'
import {placeResolver} from '../src/annotate/place-resolution.ts'
import type {Knowledge} from '../src/codebook/knowledge.ts'
import {isIsoDate} from '../src/model/date.ts'
import {createPipeline} from '../src/pipeline.ts'
import {percent, score} from './measures.ts'
import type {Suite} from './suite.ts'

const nearKm = 161

interface Toponym {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly type?: string
  readonly lat?: number
  readonly lon?: number
}

interface Document {
  readonly id: string
  readonly text: string
  readonly date?: string
  readonly toponyms: readonly Toponym[]
}

export const geo: Suite = {
  run({knowledge, data, splits, log}) {
    const predictions: string[] = []
    const figures = Object.fromEntries(
      splits.map(split => {
        const documents = read(`${data}/geo/${split}.jsonl`)
        const resolved = resolution(documents, knowledge, predictions)
        log(`${split}: resolved`)
        return [split, {...resolved, ...recognition(documents, knowledge, predictions)}]
      })
    )
    return {figures, predictions}
  }
}

function read(path: string): Document[] {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean)
  return lines.map(line => JSON.parse(line) as Document)
}

function resolution(documents: readonly Document[], {codebook, gazetteer}: Knowledge, predictions: string[]) {
  const {candidatesOf, resolve} = placeResolver(codebook, gazetteer)
  const tally = {gold: 0, found: 0, near: 0}
  const started = process.cpuUsage()
  const misses: string[] = []
  for (const {id, text, toponyms} of documents) {
    const gold = toponyms.filter(({lat}) => lat !== undefined)
    const named = gold.map(({start, end}) => ({
      span: {from: start, to: end},
      candidates: candidatesOf(text.slice(start, end))
    }))
    const places = resolve(text, named)
    for (const [i, {text: words, start, lat, lon}] of gold.entries()) {
      const place = places[i]
      const km = place ? distanceKm(place, {lat: lat!, lon: lon!}) : null
      tally.gold++
      if (place) tally.found++
      if (km !== null && km <= nearKm) tally.near++
      else
        misses.push(
          JSON.stringify({
            id,
            start,
            words,
            gold: [lat, lon],
            km: km && Math.round(km),
            place: place?.id ?? null
          })
        )
    }
  }
  predictions.push(...misses)
  const {user, system} = process.cpuUsage(started)
  return tally.gold === 0
    ? {}
    : {
        acc161: percent(tally.near, tally.gold),
        acc161Resolved: percent(tally.near, tally.found),
        resolved: percent(tally.found, tally.gold),
        msPerToponym: Number(((user + system) / 1000 / tally.gold).toFixed(3))
      }
}

function recognition(documents: readonly Document[], knowledge: Knowledge, predictions: string[]) {
  const pipeline = createPipeline(knowledge)
  // "The city", "here": read too, but scored only where the gold has such.
  const marksDescriptions = documents.some(({toponyms}) => toponyms.some(({text}) => !/\p{Lu}/u.test(text)))
  const tally = {found: 0, gold: 0, exact: 0, foundMet: 0, goldMet: 0, named: 0, namedMet: 0}
  for (const {id, text, date, toponyms} of documents) {
    const report = pipeline({
      id,
      sha256: '',
      url: null,
      outlet: null,
      title: null,
      publishedOn: date && isIsoDate(date) ? date : null,
      text
    })
    const found = report.places
      .flatMap(({mentions}) => mentions)
      .filter(({text: words}) => marksDescriptions || /\p{Lu}/u.test(words))
    const meets = (a: {from: number; to: number}, {start, end}: Toponym) => a.from < end && start < a.to
    tally.found += found.length
    tally.gold += toponyms.length
    const kept = {missed: [] as string[], wrong: [] as string[]}
    for (const mention of found) {
      if (toponyms.some(({start, end}) => mention.from === start && mention.to === end)) tally.exact++
      if (toponyms.some(toponym => meets(mention, toponym))) tally.foundMet++
      else kept.wrong.push(around(text, mention))
    }
    for (const toponym of toponyms) {
      const met = found.some(mention => meets(mention, toponym))
      const isName = /\p{Lu}/u.test(toponym.text)
      if (met) tally.goldMet++
      else if (isName) kept.missed.push(around(text, {from: toponym.start, to: toponym.end}))
      if (isName) tally.named++
      if (isName && met) tally.namedMet++
    }
    predictions.push(JSON.stringify({id, ...kept}))
  }
  return {
    exact: score(tally.exact, tally.found, tally.gold),
    overlap: score(tally.foundMet, tally.found, tally.gold, tally.goldMet),
    namesMet: percent(tally.namedMet, tally.named)
  }
}

function around(text: string, {from, to}: {from: number; to: number}): string {
  return `${text.slice(Math.max(0, from - 30), from)}[${text.slice(from, to)}]${text.slice(to, to + 25)}`.replaceAll(
    '\n',
    ' '
  )
}
