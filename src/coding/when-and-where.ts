/**
 * The day and the place of a happening, and why: what its claims say, else what the report speaks of, else the day of publication.
 *
 *     "Tuesday's clashes", told without a day of their own     Tuesday
 *     "hours after the committee threatened ..."               the threat: of that day or the eve
 */
import {daysOfLag} from '../languages/en/days-of-lag.ts'
import {isTimeOfCount, isTimeOfOther} from '../languages/en/other-time.ts'
import {isTimeOfSpeaking} from '../languages/en/speech-time.ts'
import {addDays, daysBetween, type IsoDate, isIsoDate, type When} from '../model/date.ts'
import type {Annotated, Reason} from '../model/layers.ts'
import {quote, type Span} from '../model/span.ts'
import type {Happening} from './happenings.ts'

type Read = Annotated<'passages' | 'header' | 'syntax' | 'times' | 'places' | 'speech' | 'claims'>

type Mention = Read['places'][number]['mentions'][number]

export interface Known<Value> {
  readonly value: Value
  readonly why: Reason
}

/** A report tells of what happened up to so many days before it. */
const daysOfNews = 7

/** The reason that a claim of the happening gives for a value of its event. */
function reasonOfClaim(
  report: Read,
  {claims}: Happening,
  value: 'event.when' | 'event.place',
  fits: (claim: Happening['claims'][number]) => boolean
): Reason | undefined {
  const ids = new Set(claims.filter(fits).map(({id}) => id))
  return report.claims
    .filter(({claim}) => ids.has(claim.id))
    .flatMap(({reasons}) => reasons)
    .find(reason => reason.value === value)
}

/** `until`: where the next happening begins to be told; what is located behind it is that one's. */
export function placeOf(report: Read, happening: Happening, until: number): Known<string> | null {
  const {places, text} = report
  const own = happening.place
  if (own !== null) {
    const found = reasonOfClaim(report, happening, 'event.place', ({event}) => event?.place === own)
    const named = places.find(({id}) => id === own)!.mentions[0]!
    return {
      value: own,
      why: found ?? {value: 'place', rule: 'heads-its-paragraph', words: [quote(text, named)]}
    }
  }
  if (happening.separate) return null
  const locates = ({use, from}: Mention) => use === 'locative' && from < until
  const located = places.filter(({mentions}) => mentions.some(locates))
  // The finest within the first town.
  const first = located.find(isFine) ?? located[0]
  if (first) {
    const words = first.mentions.find(locates)!
    return {value: first.id, why: {value: 'place', rule: 'first-place-told', words: [quote(text, words)]}}
  }
  return placeOfReport(report)
}

const isFine = ({precision}: Read['places'][number]) => precision === 'town' || precision === 'site'

/** Where a report is filed from, or the one town it names ("the police chief of Khuzdar"): where nothing in it is located anywhere. */
function placeOfReport({places, text}: Read): Known<string> | null {
  if (places.some(({mentions}) => mentions.some(({use}) => use === 'locative'))) return null
  const filed = places.find(({mentions}) => mentions.some(({use}) => use === 'dateline'))
  const towns = places.filter(place => isFine(place) && place.gazetteerId !== null)
  const place = filed ?? (towns.length === 1 ? towns[0]! : null)
  if (!place) return null
  const rule = place === filed ? 'place-of-filing' : 'only-town-named'
  return {value: place.id, why: {value: 'place', rule, words: [quote(text, place.mentions[0]!)]}}
}

/** `until`: as for its place; `shift`: days that it may lie before the day of what it is tied to. */
export function dayOf(
  report: Read,
  happening: Happening,
  until: number,
  shift: number,
  main: Happening | undefined
): Known<When> | null {
  const {header, text} = report
  const {when, separate} = happening
  if (when) {
    const found = reasonOfClaim(report, happening, 'event.when', ({event}) => event?.when === when)
    return {value: when, why: found ?? {value: 'when', rule: 'time-of-claim', words: []}}
  }
  const spoken = separate ? null : daySpokenOf(report, happening, until)
  if (spoken) return spoken
  const other = separate ? (main?.when?.from.slice(0, 10) ?? null) : null
  const base = other ?? header.publishedOn ?? header.dateline?.on ?? null
  if (base === null || !isIsoDate(base)) return null
  const rule =
    other !== null ? 'day-of-what-it-is-tied-to' : header.publishedOn ? 'day-of-publication' : 'day-of-filing'
  const words =
    header.dateline && other === null && header.dateline.on === base
      ? [quote(text, header.dateline.span)]
      : []
  return {
    value: {from: shift === 0 ? base : addDays(base, shift), to: base, precision: 'day', known: 'inferred'},
    why: {value: 'when', rule, words}
  }
}

/** A day in the sentences of its claims, else the first day of the report's last week. */
function daySpokenOf(
  {text, passages, times, syntax, speech, header}: Read,
  {claims}: Happening,
  until: number
): Known<When> | null {
  const day = header.publishedOn
  // The day of an embedded post is the post's.
  const isPost = ({from}: {from: number}) =>
    passages[syntax.sentenceAt(from)?.passage ?? 0]?.kind === 'social-post'
  const recent = times.filter(({kind, when, from, to}) => {
    const age = when && day && isIsoDate(when.from) ? daysBetween(when.from, day) : null
    return (
      kind === 'point' &&
      when?.precision === 'day' &&
      age !== null &&
      age >= 0 &&
      age <= daysOfNews &&
      !isPost({from}) &&
      // "Since 9 July 15 people have died" says when a count began.
      !/\bsince (?:the )?$/i.test(text.slice(Math.max(0, from - 12), from)) &&
      !isTimeOfSpeaking({from, to}, speech)
    )
  })
  const sentences = new Set(claims.map(({quote: words}) => syntax.sentenceAt(words.from)?.index))
  const triggers = claims.flatMap(({event}) => (event ? syntax.within(event.trigger).slice(0, 1) : []))
  // "Four victims of the blast died on Sunday": not the day of the blast.
  const isOther = (time: Span) =>
    isTimeOfCount(syntax, time) || triggers.some(token => isTimeOfOther(syntax, time, token))
  const others = recent.filter(isOther)
  const days = others.length < recent.length ? recent.filter(time => !others.includes(time)) : recent
  const own = days.find(time => sentences.has(syntax.sentenceAt(time.from)?.index))
  const time = own ?? days.find(({from}) => from < until)
  if (!time?.when) return null
  const rule = own ? 'day-in-its-sentence' : 'first-day-told'
  // None of its events is told with that day.
  const when = {...time.when, known: 'inferred' as const}
  const why = {value: 'when', rule, words: [quote(text, time)]}
  const lag = own
    ? undefined
    : times.find(({kind, from}) => kind === 'lag' && from >= time.to && from <= time.to + besideDay)
  const before = lag?.direction === 'after' && lag.lag !== null ? daysOfLag(lag.lag) : null
  if (!lag || before === null) return {value: when, why}
  // "The streets were quiet on Friday, a day after a crowd tried to storm the office": what happened was on Thursday.
  const on = addDays(time.when.from.slice(0, 10) as IsoDate, -before)
  return {
    value: {from: on, to: on, precision: 'day', known: 'inferred'},
    why: {...why, rule: 'day-before-the-first-told', words: [quote(text, time), quote(text, lag)]}
  }
}

/** A distance stands so near behind the day that it is counted from, in UTF-16 units. */
const besideDay = 3
