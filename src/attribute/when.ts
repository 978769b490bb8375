/**
 * The time a statement gives for its happening: the expression in its own clause, else the nearest in its sentence.
 *
 *     "Gunmen killed four on Friday, police said on Saturday"   Friday
 *     "in 2013 she was abducted", "the 2016 murder"             history, but the time of what it tells
 *     "have fought the group since 2003"                        when something began: no time of a happening
 *     "has been held since June 2019"                           but the time of the arrest
 *
 * Lags ("hours after") order happenings and are left to coding/; stamps date the report.
 */
import {isVerb} from '../languages/en/clauses.ts'
import {daysOfLag, monthsOfLag} from '../languages/en/days-of-lag.ts'
import {isTimeOfOther} from '../languages/en/other-time.ts'
import {isTimeOfSpeaking} from '../languages/en/speech-time.ts'
import {addDays, daysBetween, type IsoDate, isIsoDate, type When} from '../model/date.ts'
import type {Annotated, EventMention, TimeMention} from '../model/layers.ts'
import {contains, overlaps, type Span} from '../model/span.ts'
import type {Syntax, Token} from '../model/syntax.ts'

export interface DatedBy {
  readonly when: When
  readonly words: Span
  readonly rule: string
}

/** A history behind these is a bound, not the time of the happening told. */
const bounds = new Set(['since', 'until', 'till', 'before', 'after', 'by'])
/** A history in the sentence dates another clause of it only behind these. */
const introductions = new Set(['in', 'on', 'during', 'of'])
/** A preposition stands so near before a time, "the" between them; in UTF-16 units. */
const reachOfPreposition = 12
/** The noun that a time dates as its attribute stands so near behind. */
const reachOfNoun = 24

/** How many mentions back one that is told again may date: a report, not an archive in one file. */
const reachOfRetelling = 12

export interface DatedEvent {
  readonly event: EventMention
  readonly when: DatedBy | null
}

/**
 * The mentions that tell something, with their times. "The abduction took place in May" dates the abduction told
 * before without a time; "the abduction of 2014" after one of yesterday is another one, and tells of it.
 */
export function datedEvents(
  report: Annotated<'header' | 'syntax' | 'times' | 'speech' | 'events'>,
  isLasting: (type: string) => boolean,
  isNews: (type: string) => boolean
): DatedEvent[] {
  const {syntax, times, header} = report
  // "In March 2019": the month, not a march.
  const isMonth = ({trigger, token}: EventMention) =>
    syntax.inSentence(times, syntax.sentenceOf(syntax.tokens[token]!)).some(time => contains(time, trigger))
  const events = report.events.filter(event => !isMonth(event))
  const whens = events.map(({clause, token, type}) =>
    timeOfClause(report, clause, syntax.tokens[token]!, isLasting(type))
  )
  for (const [i, {token}] of events.entries())
    if (whens[i] && isOfMainClause(syntax, syntax.tokens[token]!, whens[i].words)) whens[i] = null
  for (const [i, event] of events.entries()) {
    const shifted = timeBehindLag(report, events, whens, i)
    if (shifted !== undefined) whens[i] = shifted
    // "The killing answered the shooting on Sunday" says when the shooting was.
    const {words} = whens[i] ?? {}
    const isNearer = (other: EventMention, j: number) =>
      !other.retold && whens[j]?.words.from === words?.from && other.trigger.from > event.trigger.from
    // "Women blocked a road on Friday in protest against the killings" says when they blocked it.
    const isBefore = (other: EventMention, j: number) =>
      !other.retold && whens[j]?.words.from === words?.from && other.trigger.to <= words!.from
    if (!words || !event.retold) continue
    if (events.some(words.from > event.trigger.to ? isNearer : isBefore)) whens[i] = null
  }
  // "He condemned the killings on Friday": the day is that of the condemning.
  for (const [i, {retold, token}] of events.entries()) {
    const isObject = syntax.tokens[token]!.relation === 'obj'
    if (retold && isObject && whens[i] && whens[i].rule !== 'time-of-noun') whens[i] = null
  }
  const isTold = events.map(({retold}) => !retold)
  // "Victims of Saturday's raid were buried": the day tells of the raid where the report tells no other happening.
  const isFollowUp = !events.some(({retold, type}, i) => !retold && isNews(type) && whens[i])
  const isDayOfNews = ({when}: DatedBy) => when.precision === 'day' && !isHistory(when, header.publishedOn)
  // "alarmed by reports of a strike on Monday": the reports tell of it.
  const isReported = ({trigger}: EventMention) =>
    report.speech.some(
      ({token, content}) =>
        syntax.tokens[token]!.upos === 'NOUN' && content.some(span => contains(span, trigger))
    )
  for (const [i, {retold, type}] of events.entries()) {
    const when = whens[i]
    if (!retold || !when) continue
    // "On Thursday the group shot dead an official; police confirmed the killing": what the same sentence tells.
    const sentence = ({token}: EventMention) => syntax.tokens[token]!.sentence
    const isOfSentence = events.some(
      (other, j) => j < i && isTold[j]! && other.type !== type && sentence(other) === sentence(events[i]!)
    )
    const isOwn = isFollowUp && isNews(type) && holdsTime(syntax, events[i]!, when.words)
    if (isOfSentence && !isOwn) continue
    const first = events.findLastIndex(
      (other, j) => j < i && j >= i - reachOfRetelling && isTold[j]! && other.type === type
    )
    const known = whens[first]
    const isFirstNews = (isOwn || (isReported(events[i]!) && isNews(type))) && isDayOfNews(when)
    const isNew = isHistory(when.when, header.publishedOn) || isFirstNews
    if (known ? !meet(known.when, when.when) : first < 0 && isNew) isTold[i] = true
    else if (first >= 0 && !known) whens[first] = {...when, rule: 'time-of-retelling'}
  }
  for (const [i, event] of events.entries())
    whens[i] ??= runningTime(report, event, events[i - 1], whens[i - 1])
  return events.flatMap((event, i) => (isTold[i] ? [{event, when: whens[i] ?? null}] : []))
}

/** "Saturday's raid", "the raid on Saturday": the time is of the noun itself. */
function holdsTime(syntax: Syntax, {token}: EventMention, words: Span): boolean {
  const time = syntax.headOf(words)
  return time !== null && time !== undefined && syntax.ancestors(time).includes(syntax.tokens[token]!)
}

/**
 * "Workers who were abducted in an attack were released on Sunday", "arrested on Sunday for having taken part in the attack": the
 * day is of the release, of the arrest; what the inner clause tells was before.
 */
function isOfMainClause(syntax: Syntax, token: Token, time: Span): boolean {
  const inner = [token, ...syntax.ancestors(token)].find(
    word => isRelative(syntax, word) || syntax.children(word, 'aux').some(({lower}) => lower === 'having')
  )
  const head = syntax.headOf(time)
  if (!inner || !head) return false
  const verb = syntax.head(inner)
  const above = syntax.ancestors(head)
  return verb !== undefined && !above.includes(inner) && head !== inner && above.some(isVerb)
}

/** The verb of "who were abducted": its own subject is a relative pronoun. */
function isRelative(syntax: Syntax, word: Token): boolean {
  return (
    word.relation === 'acl' &&
    syntax.children(word, 'nsubj', 'nsubj:pass').some(({xpos}) => xpos.startsWith('W'))
  )
}

/**
 * "A bomb exploded on Tuesday, a day after a strike hit the camp": the strike is of Monday. `undefined` where no distance says so;
 * `null` where the words behind the distance have no day and nothing dates what it counts from.
 */
function timeBehindLag(
  {syntax, times, header}: Annotated<'header' | 'syntax' | 'times'>,
  events: readonly EventMention[],
  whens: readonly (DatedBy | null)[],
  i: number
): DatedBy | null | undefined {
  const {trigger, token} = events[i]!
  const inSentence = syntax.inSentence(times, syntax.sentenceOf(syntax.tokens[token]!))
  const lag = inSentence.find(
    ({kind, counts, to}) => kind === 'lag' && counts === 'from-behind' && to <= trigger.from
  )
  if (!lag?.lag) return undefined
  const isOwn = inSentence.some(({when, from}) => when !== null && from > lag.to)
  const between = events.findLastIndex(({trigger: other}) => other.from >= lag.to && other.to <= trigger.from)
  // "a year after a bomber killed 35": the killing is of the bomber's day.
  const before = whens[between]
  if (between >= 0 && before?.rule === 'time-behind-lag' && before.words.from === lag.from) return before
  const isNext = between < 0
  const days = daysOfLag(lag.lag)
  const months = monthsOfLag(lag.lag)
  if (isOwn || !isNext || (days === null && months === null)) return undefined
  const subject = events.findLastIndex((other, j) => j < i && other.trigger.to <= lag.from && j >= i - 3)
  const known = whens[subject]
  const day = known?.when.from.slice(0, 10)
  if (days === null) return monthsBehind(known ? day : header.publishedOn, months!, lag)
  if (!known && lag.direction === 'after' && header.publishedOn) {
    // "The shooting comes two weeks after": counted from the news; of weeks, give or take half a one.
    const slack = days < 7 ? 0 : 3
    const [from, to] = [addDays(header.publishedOn, -days - slack), addDays(header.publishedOn, slack - days)]
    return {
      when: {from, to, precision: slack ? 'week' : 'day', known: 'inferred'},
      words: {from: lag.from, to: lag.to},
      rule: 'time-behind-lag'
    }
  }
  if (!known || !day || !isIsoDate(day) || known.when.precision !== 'day') return null
  const moved = addDays(day, lag.direction === 'after' ? -days : days)
  return {
    when: {from: moved, to: moved, precision: 'day', known: 'inferred'},
    words: {from: lag.from, to: lag.to},
    rule: 'time-behind-lag'
  }
}

/** "A year after a bomber killed 35": that month of the year before; only of what was before. */
function monthsBehind(
  day: string | null | undefined,
  months: number,
  {from, to, direction}: TimeMention
): DatedBy | null {
  if (!day || !isIsoDate(day) || direction !== 'after') return null
  const [year, month] = day.split('-').map(Number) as [number, number]
  const first = year * 12 + (month - 1) - months
  const isoMonth = `${Math.floor(first / 12)}-${`${(first % 12) + 1}`.padStart(2, '0')}`
  const next = `${Math.floor((first + 1) / 12)}-${`${((first + 1) % 12) + 1}`.padStart(2, '0')}-01`
  const last = isIsoDate(next) ? addDays(next, -1) : null
  if (!last) return null
  return {
    when: {from: `${isoMonth}-01`, to: last, precision: 'month', known: 'inferred'},
    words: {from, to},
    rule: 'time-behind-lag'
  }
}

/** A story of the past runs on so many sentences within its paragraph. */
const runOfStory = 2

/**
 * "In March 2019 militants raided Telma. They abducted two nurses.": what is told in the past tense right behind
 * history, in the same paragraph and without a time of its own, is of that time.
 */
function runningTime(
  {text, syntax, times, header}: Annotated<'header' | 'syntax' | 'times'>,
  event: EventMention,
  last: EventMention | undefined,
  when: DatedBy | null | undefined
): DatedBy | null {
  if (!last || !when || !isHistory(when.when, header.publishedOn)) return null
  const [token, before] = [syntax.tokens[event.token]!, syntax.tokens[last.token]!]
  const gap = token.sentence - before.sentence
  const isPast =
    token.xpos === 'VBD' || syntax.children(token, 'aux', 'aux:pass').some(({xpos}) => xpos === 'VBD')
  if (gap < 1 || gap > runOfStory || !isPast || text.slice(before.to, token.from).includes('\n')) return null
  const own = syntax.inSentence(times, syntax.sentenceOf(token))
  return own.some(time => time.when !== null)
    ? null
    : {...when, when: {...when.when, known: 'inferred'}, rule: 'running-time'}
}

/** Told from further back than this many days a happening is none of the news. */
const newsDays = 31

function isHistory({to}: When, publishedOn: IsoDate | null): boolean {
  const day = to.slice(0, 10)
  return publishedOn !== null && isIsoDate(day) && daysBetween(day, publishedOn) > newsDays
}

function meet(a: When, b: When): boolean {
  return a.from.slice(0, 10) <= b.to.slice(0, 10) && b.from.slice(0, 10) <= a.to.slice(0, 10)
}

export function timeOfClause(
  {syntax, times, speech}: Annotated<'syntax' | 'times' | 'speech'>,
  clause: Span,
  token: Token,
  isLasting: boolean
): DatedBy | null {
  const sentence = syntax.sentenceOf(token)
  const frames = syntax.inSentence(speech, sentence, ({cue}) => cue)
  // "detained since June": a verb of the state that lasts, and not far before.
  const isBound = (time: Span) => {
    const word = before(syntax, time)
    const isStart = word === 'since' && isLasting && isBehindWord(token, time)
    return bounds.has(word) && !isStart
  }
  const told = syntax
    .inSentence(times, sentence)
    .filter(
      time =>
        time.when !== null &&
        !time.when.from.startsWith('-') &&
        (time.kind === 'point' || (time.kind === 'background' && !isBound(time))) &&
        !isTimeOfSpeaking(time, frames) &&
        !isTimeOfOther(syntax, time, token) &&
        (!isAttributive(syntax, time) || isBehind(token, time))
    )
  if (told.length === 0) return null
  const ofNoun = timesOfNoun(syntax, token, told)
  const own = ofNoun.length > 0 ? ofNoun : told.filter(time => overlaps(time, clause))
  const isFine = ({when}: TimeMention) => when!.precision === 'day' || when!.precision === 'instant'
  // "last month's election" dates the election: coarse times count only when they stand in the clause itself.
  const other = told.filter(time =>
    time.kind === 'background' ? introductions.has(before(syntax, time)) : isFine(time)
  )
  const distance = (time: Span) => Math.min(Math.abs(time.from - token.to), Math.abs(token.from - time.to))
  const fineOwn = own.filter(time => time.kind === 'point' && isFine(time))
  const [best] =
    [fineOwn, own, other].find(list => list.length > 0)?.toSorted((a, b) => distance(a) - distance(b)) ?? []
  if (!best) return null
  return {
    when: best.when!,
    words: {from: best.from, to: best.to},
    rule: ofNoun.includes(best)
      ? 'time-of-noun'
      : overlaps(best, clause)
        ? 'time-in-clause'
        : 'time-in-sentence'
  }
}

/** "last month's election", "the 2019 law": dates the noun behind it and nothing else. */
function isAttributive(syntax: Syntax, time: TimeMention): boolean {
  const [next] = syntax.within({from: time.to, to: time.to + reachOfPreposition})
  if (next && /^['’]s?$/.test(next.text)) return true
  return time.kind === 'background' && next?.upos === 'NOUN' && !introductions.has(before(syntax, time))
}

function isBehind({from}: Token, {to}: Span): boolean {
  return from >= to && from - to <= reachOfNoun
}

/** "detained in Tolma since 2019": so near before the time, in UTF-16 units. */
const reachOfState = 60

function isBehindWord({to}: Token, {from}: Span): boolean {
  return to <= from && from - to <= reachOfState
}

/** What these hang below a noun tells of something else, but "which took place in May" does not. */
const otherClauses = new Set(['conj', 'acl', 'advcl', 'appos', 'parataxis', 'ccomp'])
const takesPlace = new Set(['happen', 'occur', 'take', 'begin', 'start'])

/** "his arrest in 2017", "the murder, which happened in May": what stands below the noun dates it before all else. */
function timesOfNoun(syntax: Syntax, token: Token, told: readonly TimeMention[]): TimeMention[] {
  if (token.upos !== 'NOUN') return []
  const below = syntax.subtree(
    token,
    child => otherClauses.has(child.relation) && !takesPlace.has(child.lemma)
  )
  const isNext = ({from}: Span) => {
    const between = syntax.within({from: token.to, to: from})
    return between.length <= 2 && between.every(({upos}) => upos === 'ADP' || upos === 'DET')
  }
  return told.filter(
    time => time.from > token.to && (isNext(time) || below.some(word => contains(time, word)))
  )
}

/** The word before a time, articles aside. */
function before(syntax: Syntax, {from}: Span): string {
  const words = syntax.within({from: Math.max(0, from - reachOfPreposition), to: from})
  return words.findLast(({upos}) => upos !== 'DET')?.lower ?? ''
}
