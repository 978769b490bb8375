/** What the trees see of two candidates that may stand in one template. */
import type {Mention} from './mentions.ts'
import type {Candidate, Reading} from './reading.ts'

const told = ['name', 'description', 'target', 'instrument'] as const
const types = 4

export function pairValues(reading: Reading, one: Candidate, other: Candidate): Float32Array {
  const {report, mentions, candidates, whole, relevance, seen} = reading
  const {syntax, text} = report
  const row: number[] = []
  const [a, b] = [mentions[one.main]!, mentions[other.main]!]
  const [first, second] = a.first <= b.first ? [a, b] : [b, a]
  row.push(
    apart(one.sentences, other.sentences),
    Math.abs(a.head.sentence - b.head.sentence),
    second.first - first.last
  )
  const {type, stage, harm} = one.kinds
  const kinds = other.kinds
  row.push(type.reduce((sum, value, k) => sum + value * kinds.type[k]!, 0))
  for (let k = 0; k < types; k++) row.push(Math.abs(type[k]! - kinds.type[k]!))
  row.push(stage.reduce((sum, value, k) => sum + value * kinds.stage[k]!, 0))
  row.push(Math.min(stage[2]!, kinds.stage[2]!), Math.abs(stage[2]! - kinds.stage[2]!))
  for (const role of told)
    row.push(one.chances[role] + other.chances[role], Math.abs(one.chances[role] - other.chances[role]))
  const heads = [a, b].map(({head}) => syntax.tokens[head.index]!)
  row.push(
    syntax.firstConjunct(heads[0]!) === syntax.firstConjunct(heads[1]!) ? 1 : 0,
    heads[0]!.head === heads[1]!.head ? 1 : 0
  )
  const between = text.slice(first.forms[0]!.to, second.forms[0]!.from).toUpperCase()
  row.push(
    /MEANWHILE|ANOTHER|OTHER|SEPARATE|ALSO|IN ADDITION|ELSEWHERE/.test(between) ? 1 : 0,
    between.split('\n\n').length - 1
  )
  row.push(
    /YESTERDAY|TODAY|LAST |\b\d+ (JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)|DAY\b/.test(between)
      ? 1
      : 0
  )
  row.push(agreement(daysIn(reading, one.sentences), daysIn(reading, other.sentences)))
  row.push(agreement(placesIn(reading, one.sentences), placesIn(reading, other.sentences)))
  row.push(agreement(carried(reading, a, dayOf), carried(reading, b, dayOf)))
  row.push(agreement(carried(reading, a, placeOf), carried(reading, b, placeOf)))
  row.push(agreement(new Set(seen.happenings[a.head.sentence]), new Set(seen.happenings[b.head.sentence])))
  row.push(text.length, candidates.filter(({chances}) => told.some(role => chances[role] > 0.3)).length)
  row.push(...whole, relevance, syntax.sentences.length)
  row.push(
    Math.abs(harm[0]! - kinds.harm[0]!),
    harm[0]! * kinds.harm[0]!,
    harm[1]! + kinds.harm[1]!,
    Math.min(a.head.sentence, b.head.sentence)
  )
  const [had, has] = [one, other].map(candidate => eventsOf(reading, candidate, seen.partOf)) as [
    Set<number>,
    Set<number>
  ]
  const typesOf = (events: ReadonlySet<number>) => new Set([...events].map(e => report.events[e]!.type))
  row.push(had.intersection(has).size, had.size, has.size, agreement(typesOf(had), typesOf(has)))
  return Float32Array.from(row)
}

/** Events of the coder that some mention of the candidate has a part in. */
function eventsOf(
  {mentions}: Reading,
  candidate: Candidate,
  parts: ReadonlyMap<number, readonly number[]>
): Set<number> {
  return new Set(candidate.mentions.flatMap(i => parts.get(mentions[i]!.head.index) ?? []))
}

/** The same for somebody who may have done it, and what was done. */
export function doerValues(reading: Reading, doer: Candidate, core: Candidate): Float32Array {
  const sentences = new Set(doer.mentions.map(i => reading.mentions[i]!.head.sentence))
  const row = pairValues(reading, {...doer, sentences}, core)
  return Float32Array.from([
    ...row,
    doer.chances.individual,
    doer.chances.organisation,
    doer.mentions.length,
    sentences.size,
    eventsOf(reading, doer, reading.seen.did).intersection(eventsOf(reading, core, reading.seen.partOf)).size
  ])
}

function apart(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let least = 99
  for (const a of one) for (const b of other) least = Math.min(least, Math.abs(a - b))
  return least
}

/** 1 where they share something, -1 where each has something else, 0 where one has nothing. */
function agreement(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (!one.size || !other.size) return 0
  return one.intersection(other).size ? 1 : -1
}

function daysIn({report}: Reading, sentences: ReadonlySet<number>): Set<string> {
  const found = new Set<string>()
  for (const {when, from} of report.times)
    if (when && sentences.has(report.syntax.sentenceAt(from)?.index ?? -1)) found.add(when.from)
  return found
}

type Told = (reading: Reading) => readonly {readonly id: string; readonly from: number}[]

const dayOf: Told = ({report}) =>
  report.times.flatMap(({when, from}) => (when ? [{id: when.from, from}] : []))
const placeOf: Told = ({report}) =>
  report.places.flatMap(({id, precision, mentions}) =>
    precision === 'country' ? [] : mentions.map(({from}) => ({id, from}))
  )

/** What a phrase stands under: the day or place named last, up to the end of its sentence. */
function carried(reading: Reading, {head}: Mention, told: Told): Set<string> {
  const {to} = reading.report.syntax.sentences[head.sentence]!
  let last: {readonly id: string; readonly from: number} | null = null
  for (const one of told(reading)) if (one.from < to && (!last || one.from > last.from)) last = one
  return new Set(last ? [last.id] : [])
}

function placesIn({report}: Reading, sentences: ReadonlySet<number>): Set<string> {
  const found = new Set<string>()
  for (const {id, precision, mentions} of report.places) {
    if (
      precision !== 'country' &&
      mentions.some(({from}) => sentences.has(report.syntax.sentenceAt(from)?.index ?? -1))
    )
      found.add(id)
  }
  return found
}
