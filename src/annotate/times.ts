/**
 * Finds expressions of time and what they mean on the calendar.
 *
 * Relative expressions count from the day of publication, in an embedded post from the day of the post; "the following
 * day" and its like from the last time told before, unless that only dates a saying ("police said on Friday"). Without
 * such a day they are found but mean no date. Days in stamps, datelines and at the
 * foot of a post say when the report was made: the header reads them, and here they are marked.
 */
import type {Knowledge} from '../codebook/knowledge.ts'
import {tellsHabit, tellsNow} from '../languages/en/times/present.ts'
import type {TimeContext, TimeReading} from '../languages/en/times/reading.ts'
import {type Scan, scan, type TimeToken} from '../languages/en/times/scan.ts'
import {inLanguages} from '../languages/readers.ts'
import {daysBetween, type IsoDate, isIsoDate, type When} from '../model/date.ts'
import type {TimeMention} from '../model/layers.ts'
import {overlaps, type Span} from '../model/span.ts'
import {stage} from '../model/stage.ts'
import type {Token} from '../model/syntax.ts'
import {candidatesIn, joined, type ReadTime} from './time-forms.ts'
import {timeWords} from './time-words.ts'

const stamp = {kind: 'stamp', lag: null, direction: null, counts: null} as const
/** Languages in which dates in digits and the months in Arabic script are read, where no reader of their own does. */
const readable = new Set(['en', 'fa', 'ckb', 'ps', 'ur'])
/** How far back, in UTF-16 units, a word of the same sentence may turn a time to the future or make it one of speaking. */
const reach = 90
const reachOfCue = 24

interface Told {
  readonly when: When
  /** How many sentences had ended before it. */
  readonly stops: number
  readonly isFuture: boolean
}

/** Times told as longer ago than this are history; so many of them and nothing else make a text one. */
const historyDays = 200
const enoughHistory = 3

/** What the sentence at a place of the passage is like. */
type Sentences = Readonly<Record<'isSaid' | 'isNow' | 'isHabit' | 'isOwnNoun', (at: number) => boolean>>

export const times = ({codebook}: Knowledge) => {
  const words = timeWords(codebook)
  const future = wordPattern(codebook.column('lexicons/en/future-words.csv', 'form'))
  const habit = wordPattern(codebook.column('lexicons/en/habit-words.csv', 'form'))
  const cues = new Set(codebook.column('lexicons/en/attribution-cues.csv', 'form'))
  const withLanguages = inLanguages(codebook, 'times')

  return stage({
    name: 'times',
    needs: ['passages', 'header', 'syntax'],
    adds: ['times'],
    run(report) {
      const {text, passages, header, syntax} = report
      const found: TimeMention[] = []
      const isSaid = (from: number) => {
        const sentence = syntax.sentenceAt(from)
        return (
          sentence !== undefined &&
          syntax
            .within({from: Math.max(sentence.from, from - reachOfCue), to: from})
            .some(({upos, lemma}) => upos === 'VERB' && cues.has(lemma))
        )
      }
      for (const {from, to, language, kind, on} of passages) {
        if (!(readable.has(language) || kind === 'social-post' || kind === 'boilerplate')) continue
        const reference = on && isIsoDate(on) ? on : header.publishedOn
        const passage = text.slice(from, to)
        const mentions = timesIn(passage, reference, {
          isSaid: at => isSaid(from + at),
          // Headlines tell the day's news in the present tense.
          isNow: at => kind !== 'title' && tellsNow(syntax, from + at, lemma => cues.has(lemma)),
          isOwnNoun: at => {
            const noun = syntax.within({from: from + at, to: from + at + 1 + reachOfCue})[0]
            return noun !== undefined && isOwnNoun(noun)
          },
          isHabit: at => {
            const sentence = syntax.sentenceAt(from + at)
            return sentence !== undefined && tellsHabit(syntax, sentence, text, habit, future)
          }
        })
        // Stamps, datelines and the day at the foot of a post say when the report was made, not when anything happened.
        const isStamp = (time: Span) =>
          kind === 'boilerplate' ||
          (kind === 'social-post' && on !== undefined && time.to === passage.trimEnd().length)
        for (const mention of mentions)
          found.push({
            ...mention,
            ...(isStamp(mention) ? stamp : {}),
            from: mention.from + from,
            to: mention.to + from
          })
      }
      return {times: inOrder(withLanguages(report, found), found.length)}
    }
  })

  function timesIn(
    text: string,
    reference: IsoDate | null,
    {isSaid, isNow, isHabit, isOwnNoun}: Sentences
  ): TimeMention[] {
    const scanned = scan(text, words)
    const candidates = candidatesIn(scanned)
    if (candidates.length === 0) return []
    const read: ReadTime[] = []
    const digitOrder = digitOrderIn(scanned.tokens)
    const told: {any: Told | null; day: Told | null} = {any: null, day: null}
    let [at, far, near] = [0, 0, false]
    const stops = new Stops(scanned.classes)
    for (let c = 0; c < candidates.length; c++) {
      const {first, end, read: reader} = candidates[c]!
      if (first < at) continue
      const tokens = scanned.tokens.slice(first, end)
      const [from, to] = [tokens[0]!.from, tokens.at(-1)!.to]
      const [previous, next] = [scanned.tokens[first - 1], scanned.tokens[end]]
      const sentences = stops.upTo(first)
      const anchorOf = (last: Told | null) =>
        last && {when: last.when, sentencesAgo: sentences - last.stops, isFuture: last.isFuture}
      const context: TimeContext = {
        reference,
        anchor: anchorOf(told.any),
        dayAnchor: anchorOf(told.day),
        isOnlyHistory: far >= enoughHistory && !near,
        isFuture: future.test(sentenceBefore(text, scanned, first, stops.last)),
        isNow: () => isNow(from),
        isHabit: () => isHabit(from),
        isOwnNoun: () => isOwnNoun(tokens.at(-1)!.from),
        before: previous?.cls ?? '',
        behind: next?.cls ?? '',
        beforeThat: scanned.tokens[first - 2]?.cls ?? '',
        written: {
          own: text.slice(from, to),
          before: previous ? text.slice(previous.from, previous.to) : '',
          behind: next ? text.slice(next.from, next.to) : '',
          isJoined: previous?.to === from
        },
        digitOrder
      }
      const reading: TimeReading | null = reader(tokens, context)
      if (!reading) continue
      const {needsDay = false, ...meaning} = reading
      read.push({from, to, ...meaning, first, end, needsDay})
      at = end
      if (meaning.when && !meaning.when.from.startsWith('-') && isAnchor(meaning, context) && !isSaid(from)) {
        if (reference && daysBetween(meaning.when.to as IsoDate, reference) > historyDays) far++
        else near = true
        told.any = {when: meaning.when, stops: stops.upTo(end), isFuture: context.isFuture}
        if (meaning.when.precision === 'day') told.day = told.any
      }
    }
    return joined(read, scanned)
  }
}

/** In the order of the text; what the first `own` have is not taken twice (a post in Arabic ends with its day in English). */
function inOrder(times: readonly TimeMention[], own: number): readonly TimeMention[] {
  if (times.length === own) return times
  const first = times.slice(0, own)
  const others = times.slice(own).filter(time => !first.some(known => overlaps(known, time)))
  return [...first, ...others].sort((a, b) => a.from - b.from)
}

/** What is told in the text's run, not aside: "since 2003", "(1998)" and "the 2019 law" date no step of a story. */
function isAnchor({kind}: TimeReading, {before}: TimeContext): boolean {
  return kind === 'point' ? before !== 's' : kind === 'background' && /[iur]/.test(before)
}

function isOwnNoun({upos, xpos, relation}: Token): boolean {
  return upos === 'NOUN' && !xpos.startsWith('NNP') && !/^(?:compound|flat|amod)/.test(relation)
}

/** Counts the ends of sentences and paragraphs, going forward only. */
class Stops {
  readonly #classes: string
  #at = 0
  #count = 0
  /** The last one so far, -1 before the first. */
  last = -1

  constructor(classes: string) {
    this.#classes = classes
  }

  /** `to` never decreases. */
  upTo(to: number): number {
    for (; this.#at < to; this.#at++) {
      if (this.#classes[this.#at] !== '.' && this.#classes[this.#at] !== '¶') continue
      this.#count++
      this.last = this.#at
    }
    return this.#count
  }
}

/** The words before a word in its sentence, so many as matter. */
function sentenceBefore(text: string, {tokens}: Scan, at: number, stop: number): string {
  const to = tokens[at]!.from
  return text.slice(Math.max(stop < 0 ? 0 : tokens[stop]!.to, to - reach), to)
}

/** "25/12/2021" shows that the text writes the day first. */
function digitOrderIn(tokens: readonly TimeToken[]): TimeContext['digitOrder'] {
  for (const {cls, value} of tokens) {
    if (cls !== 'Z') continue
    const [a, b] = value.split(/[-/.]/).map(Number) as [number, number]
    if (a > 12 && a <= 31 && b <= 12) return 'day-month'
    if (b > 12 && b <= 31 && a <= 12) return 'month-day'
  }
  return null
}

function wordPattern(words: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${words.join('|')})\\b`, 'i')
}
