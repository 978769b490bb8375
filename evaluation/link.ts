/**
 * Suite `link`: whether texts are found to tell of one incident, by their words alone.
 *
 * `ecbplus-SPLIT`: DIR/ecbplus/SPLIT.jsonl, reports with their incident. Every pair is compared and groups are made as linking
 * makes them; B-cubed over reports. `calibration`: of the pairs of one topic, how far the probability is from the share that are one.
 * `famus_sv-SPLIT`: DIR/famus_sv/SPLIT.jsonl, a passage and a report, of one event or not. The sentence with the marked word is
 * compared with the report; how many pairs are judged right.
 */
import type {Codebook} from '../src/codebook/codebook.ts'
import {rarityOf} from '../src/codebook/word-rarity.ts'
import {judge} from '../src/link/judge.ts'
import {likeness} from '../src/link/likeness.ts'
import {createLinking} from '../src/link/linking.ts'
import {resolve} from '../src/link/resolve.ts'
import type {WordProfile} from '../src/model/link-profile.ts'
import type {Telling} from '../src/model/telling.ts'
import {type IncidentText, readIncidentTexts} from '../training/incident-texts.ts'
import {passageProfile, wholeProfile} from '../training/link-pairs.ts'
import {bcubed} from './bcubed.ts'
import {linesOf} from './json-lines.ts'
import {percent} from './measures.ts'
import type {Suite} from './suite.ts'

interface Measured {
  readonly figures: object
  readonly predictions: readonly string[]
}

export const link: Suite = {
  run({knowledge: {codebook}, data, splits}) {
    const rows = splits.map(split => {
      const [folder, part] = split.split('-') as [string, string]
      const path = `${data}/${folder}/${part}.jsonl`
      const measured =
        folder === 'famus_sv' ? passages(path, codebook) : grouped(readIncidentTexts(path), codebook)
      return {split, ...measured}
    })
    return {
      figures: Object.fromEntries(rows.map(({split, figures}) => [split, figures])),
      predictions: rows.flatMap(({predictions}) => predictions)
    }
  }
}

function grouped(texts: readonly IncidentText[], codebook: Codebook): Measured {
  const linking = createLinking(codebook)
  const rarity = rarityOf(codebook)
  const threshold = linking.weights.get('threshold')!
  const tellings = texts.map(text => tellingOf(text.id, wholeProfile(text, rarity)))
  const pairs = texts.flatMap((a, i) =>
    texts.slice(0, i).map((b, j) => {
      const {sum, probability} = judge(likeness(tellings[i]!.words, tellings[j]!.words), linking.weights)
      const isNear = a.topic === b.topic
      return {
        a: tellings[i]!.key,
        b: tellings[j]!.key,
        sum,
        probability,
        isNear,
        isOne: a.incident === b.incident
      }
    })
  )
  // Where nothing is known but words, a pair that does not join speaks against.
  const groups = resolve(tellings, pairs, {threshold, against: threshold})
  const home = new Map(groups.flatMap((group, i) => group.map(({report}) => [report, i])))
  const near = pairs.filter(({isNear}) => isNear)
  const right = near.filter(({sum, isOne}) => sum >= threshold === isOne)
  return {
    figures: {
      ...bcubed(texts.map(({incident, id}) => ({gold: incident, found: String(home.get(id))}))),
      reports: texts.length,
      groups: groups.length,
      nearPairs: percent(right.length, near.length),
      calibration: calibrationError(near)
    },
    predictions: texts.map(({id, incident}) => JSON.stringify({id, incident, group: home.get(id)}))
  }
}

/** A report of which nothing is known but its words. */
function tellingOf(report: string, words: WordProfile): Telling {
  return {
    key: `${report}/i1`,
    report,
    incident: 'i1',
    publishedOn: null,
    type: 'other',
    family: 'other',
    when: {from: '0001-01-01', to: '0001-01-01', precision: 'day', known: 'inferred'},
    place: null,
    sites: [],
    sides: [],
    groups: [],
    figures: [],
    tactics: [],
    things: [],
    families: [],
    ties: [],
    words
  }
}

const tenths = 10

/** Expected calibration error over ten stretches of probability, in per cent (Naeini, Cooper & Hauskrecht 2015). */
function calibrationError(pairs: readonly {probability: number; isOne: boolean}[]): number {
  const stretches = Map.groupBy(pairs, ({probability}) =>
    Math.min(tenths - 1, Math.floor(probability * tenths))
  )
  const distance = [...stretches.values()].reduce(
    (sum, own) =>
      sum + Math.abs(own.reduce((total, {probability, isOne}) => total + probability - (isOne ? 1 : 0), 0)),
    0
  )
  return percent(distance, pairs.length)
}

interface PassageRow {
  readonly id: string
  readonly report: string
  readonly trigger: {readonly start_char: number}
  readonly source: string
  readonly same_event: boolean
}

function passages(path: string, codebook: Codebook): Measured {
  const rarity = rarityOf(codebook)
  const linking = createLinking(codebook)
  const judged = linesOf<PassageRow>(path).map(({id, report, trigger, source, same_event: isOne}) => {
    const passage = passageProfile(sentenceAt(report, trigger.start_char), rarity)
    const whole = wholeProfile({text: source}, rarity)
    const {probability} = judge(likeness(passage, whole), linking.weights)
    return {id, probability, isOne, isRight: probability >= 0.5 === isOne}
  })
  const right = (of: typeof judged) => percent(of.filter(({isRight}) => isRight).length, of.length)
  return {
    figures: {
      pairs: judged.length,
      accuracy: right(judged),
      ofOne: right(judged.filter(({isOne}) => isOne)),
      ofTwo: right(judged.filter(({isOne}) => !isOne)),
      calibration: calibrationError(judged)
    },
    predictions: judged.map(row => JSON.stringify(row))
  }
}

/** The sentence of a text with words apart by blanks that holds a place in it. */
function sentenceAt(text: string, at: number): string {
  const ends = [...text.matchAll(/[.!?] (?=\S)/g)].map(({index}) => index + 2)
  return text.slice(
    Math.max(0, ...ends.filter(end => end <= at)),
    Math.min(text.length, ...ends.filter(end => end > at))
  )
}
