/**
 * Suite `actors-coverage`: how many mentions of actors and of places of events the registry and the gazetteer know. Splits: re3d-NAME, fakes-NAME.
 *
 * re3d has gold spans of organisations and nationalities: a span counts where an
 * actor of ours that overlaps it has an entry of the registry or a country, or its
 * words are a demonym or name of a country. Pronouns and mere descriptions of
 * people are gold there too; `named` counts spans with a capital inside alone.
 * fakes has no gold: the actors of events and the places of events that we find ourselves.
 */
import {readFileSync} from 'node:fs'
import {countries} from '../src/codebook/countries.ts'
import {overlaps} from '../src/model/span.ts'
import {type AnnotatedReport, createPipeline} from '../src/pipeline.ts'
import {percent} from './measures.ts'
import type {Suite} from './suite.ts'

interface Text {
  readonly id: string
  readonly title?: string
  readonly text: string
  readonly entities?: readonly {readonly start: number; readonly end: number; readonly type: string}[]
}

class Tally {
  readonly #counts = new Map<string, {all: number; known: number; composed: number}>()

  add(name: string, state: State): void {
    const counts = this.#counts.get(name) ?? {all: 0, known: 0, composed: 0}
    this.#counts.set(name, counts)
    counts.all++
    if (state !== 'none') counts[state]++
  }

  figures(): object {
    return Object.fromEntries(
      [...this.#counts].map(([name, {all, known, composed}]) => [
        name,
        {resolved: percent(known + composed, all), registry: percent(known, all), all}
      ])
    )
  }
}

/** `known`: in the registry or gazetteer; `composed`: an actor or demonym with a country. */
type State = 'known' | 'composed' | 'none'

export const actorsCoverage: Suite = {
  run({knowledge, data, splits}) {
    const annotate = createPipeline(knowledge)
    const codeOf = countries(knowledge.codebook).codeOf
    const tally = new Tally()
    const predictions: string[] = []
    for (const split of splits) {
      const [folder, name] = split.split('-')
      if (folder !== 're3d' && folder !== 'fakes')
        throw new Error(`No split "${split}"; names begin with re3d- or fakes-`)
      for (const text of readTexts(`${data}/${folder}/${name}.jsonl`)) {
        const report = annotate({
          id: text.id,
          sha256: '',
          url: null,
          outlet: null,
          title: text.title ?? null,
          publishedOn: null,
          text: text.text
        })
        const missed = [...inGold(report, text, folder, codeOf, tally), ...inEvents(report, folder, tally)]
        predictions.push(JSON.stringify({id: text.id, missed}))
      }
    }
    return {figures: tally.figures(), predictions}
  }
}

/** Words of the gold spans that nothing resolves. */
function inGold(
  report: AnnotatedReport,
  {text, entities = []}: Text,
  folder: string,
  codeOf: (words: string) => string | null,
  tally: Tally
): string[] {
  return entities.flatMap(({start, end, type}) => {
    if (type !== 'Organisation' && type !== 'Nationality' && type !== 'Location') return []
    const words = text.slice(start, end)
    const span = {from: start, to: end}
    const state = type === 'Location' ? ofPlace(report, span) : ofActor(report, span, words, codeOf)
    tally.add(`${folder} ${type}`, state)
    if (type === 'Organisation' && /\p{Lu}\p{L}/u.test(words.replace(/^(?:The|We|They|It|Our|Their) ?/, '')))
      tally.add(`${folder} ${type}, named`, state)
    return state === 'none' ? [`${type}: ${words}`] : []
  })
}

function ofActor(
  {actors}: AnnotatedReport,
  span: {from: number; to: number},
  words: string,
  codeOf: (words: string) => string | null
): State {
  const here = actors.filter(({mentions}) => mentions.some(mention => overlaps(mention, span)))
  if (here.some(({known}) => known !== null)) return 'known'
  return codeOf(words) || codeOf(words.replace(/s$/, '')) || here.some(({country}) => country !== null)
    ? 'composed'
    : 'none'
}

function ofPlace({places}: AnnotatedReport, span: {from: number; to: number}): State {
  const isHere = places.some(
    ({gazetteerId, mentions}) =>
      gazetteerId !== null && mentions.some(mention => overlaps({from: mention.from, to: mention.to}, span))
  )
  return isHere ? 'known' : 'none'
}

/** Actors and places of the events that we find; words of those that nothing resolves. */
function inEvents({events, actors, places, text}: AnnotatedReport, folder: string, tally: Tally): string[] {
  return events.flatMap(event => {
    const ofActors = [...event.agents, ...event.patients].flatMap(filler => {
      const actor = actors.find(({id}) => id === filler.id)
      // A private person or a thing is no actor and is not asked for.
      if (!actor) return []
      const state = actor.known ? 'known' : actor.country ? 'composed' : 'none'
      tally.add(`${folder} actors of events`, state)
      return state === 'none' ? [`actor: ${text.slice(filler.from, filler.to)}`] : []
    })
    const ofPlaces = event.places.flatMap(filler => {
      const isKnown = places.some(({id, gazetteerId}) => id === filler.id && gazetteerId !== null)
      tally.add(`${folder} places of events`, isKnown ? 'known' : 'none')
      return isKnown ? [] : [`place: ${text.slice(filler.from, filler.to)}`]
    })
    return [...ofActors, ...ofPlaces]
  })
}

function readTexts(path: string): Text[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Text)
}
