/**
 * Finds expressions of time in Arabic and what they mean on the calendar.
 *
 * Relative ones count from the day of publication, in a post from the day of the post; "اليوم التالي" from the day told before.
 * What the words are: lexicons/ar/time-words.csv.
 */
import {type IsoDate, isIsoDate} from '../../model/date.ts'
import type {Annotated, TimeMention} from '../../model/layers.ts'
import type {Sentence, Syntax} from '../../model/syntax.ts'
import {dayAt, onDay} from '../calendar/stretches.ts'
import type {Lists, Word} from '../language.ts'
import {clockAt} from './clocks.ts'
import {type Counts, countsOf} from './counts.ts'
import {type Place, type Read, readTime} from './dates.ts'
import {frontOffset} from './spelling.ts'
import {type TimeWords, timeWordsOf} from './time-words.ts'

/** How many words before a time may turn it to the future. */
const reach = 8
const digitDay =
  /(?<![\d٠-٩])(?:([\d٠-٩]{4})([-/.])([\d٠-٩]{1,2})\2([\d٠-٩]{1,2})|([\d٠-٩]{1,2})([-/.])([\d٠-٩]{1,2})\6([\d٠-٩]{4}))(?![\d٠-٩])/g

export function arabicTimes(lists: Lists, wordsOf: (syntax: Syntax, sentence: Sentence) => readonly Word[]) {
  let known: {is: TimeWords; counts: Counts} | null = null

  return (
    {text, syntax, passages, header}: Annotated<'passages' | 'header' | 'syntax'>,
    sentences: readonly Sentence[]
  ): TimeMention[] => {
    known ??= {is: timeWordsOf(lists), counts: countsOf(lists)}
    const found: TimeMention[] = []
    let [told, passage]: [IsoDate | null, number] = [null, -1]
    for (const sentence of sentences) {
      if (sentence.passage !== passage) [told, passage] = [null, sentence.passage]
      const {on} = passages[passage]!
      const reference = on && isIsoDate(on) ? on : header.publishedOn
      for (const time of timesIn(text, sentence, wordsOf(syntax, sentence), reference, told, known)) {
        found.push(time)
        if (time.kind === 'point' && time.when?.precision === 'day' && isIsoDate(time.when.from))
          told = time.when.from
      }
    }
    return found
  }
}

function timesIn(
  text: string,
  sentence: Sentence,
  words: readonly Word[],
  reference: IsoDate | null,
  toldBefore: IsoDate | null,
  {is, counts}: {is: TimeWords; counts: Counts}
): TimeMention[] {
  let told = toldBefore
  const inDigits = daysInDigits(text.slice(sentence.from, sentence.to), sentence.from)
  const numbers = new Map(
    counts.numbersIn(text.slice(sentence.from, sentence.to)).flatMap(({from, to, min, max}) => {
      const first = words.findIndex(word => word.from === from + sentence.from)
      const end = words.findLastIndex(word => word.from < to + sentence.from) + 1
      return first >= 0 && min === max ? [[first, {value: min, length: end - first}] as const] : []
    })
  )
  const found: TimeMention[] = []
  const add = (first: number, end: number, read: Read) => {
    const {length: _length, front, ...meaning} = read
    const word = words[first]!
    const from = word.from + frontOffset(text.slice(word.from, word.to), front)
    found.push({from, to: words[end - 1]!.to, ...meaning})
    if (read.when?.precision === 'day' && isIsoDate(read.when.from)) told = read.when.from
  }
  for (let at = 0; at < words.length; ) {
    const digits = inDigits.find(({from}) => words[at]!.from === from)
    if (digits) {
      found.push(digits)
      at = words.findLastIndex(({from}) => from < digits.to) + 1
      continue
    }
    const place: Place = {
      words,
      at,
      is,
      reference,
      told,
      isFuture: isFutureAt(words, at),
      numberAt: n => numbers.get(n) ?? null
    }
    const clock = clockAt(words, at, is)
    const read = clock ? null : readTime(place)
    if (read) {
      const behind = clockBehind(words, at + read.length, is)
      add(at, behind?.end ?? at + read.length, {...read, clock: behind?.clock ?? null})
      at = behind?.end ?? at + read.length
      continue
    }
    // "الساعة الثالثة من عصر الجمعة": the day stands behind.
    const dayAtPlace = clock ? skipped(words, at + clock.length) : 0
    const next = clock ? readTime({...place, at: dayAtPlace}) : null
    if (clock && next?.when?.precision === 'day') {
      const isLate = lateParts.test(words[dayAtPlace]!.form)
      add(at, dayAtPlace + next.length, {
        ...next,
        front: 0,
        clock: isLate ? afternoon(clock.clock) : clock.clock
      })
      at = dayAtPlace + next.length
    } else at += clock?.length ?? 1
  }
  return found
}

/** "الثالثة من عصر الجمعة" */
const lateParts = /^(?:عصر|مساء|ظهر|بعد|ليل)$/

function afternoon(clock: string): string {
  const hour = Number(clock.slice(0, 2))
  return hour < 12 ? `${hour + 12}${clock.slice(2)}` : clock
}

/** "الجمعة عند الساعة 3:30 مساء": the time of day behind its day. */
function clockBehind(words: readonly Word[], at: number, is: TimeWords): {clock: string; end: number} | null {
  const start = skipped(words, at)
  const clock = clockAt(words, start, is)
  return clock && {clock: clock.clock, end: start + clock.length}
}

function skipped(words: readonly Word[], at: number): number {
  let end = at
  while (end < at + 3 && /^(?:،|,|عند|في|من|حوالي|نحو|تمام|\()$/.test(words[end]?.form ?? '')) end++
  return end
}

function isFutureAt(words: readonly Word[], at: number): boolean {
  return words
    .slice(Math.max(0, at - reach), at)
    .some(({form, readings}) => form === 'سوف' || form === 'المقرر' || readings[0]?.tense === 'future')
}

/** "2021-11-05", "5/11/2021", "05.11.2021": the day stands first. */
function daysInDigits(text: string, by: number): TimeMention[] {
  return [...text.matchAll(digitDay)].flatMap(match => {
    const [a, b, c] = [match[1] ?? match[8], match[3] ?? match[7], match[4] ?? match[5]].map(plainNumber)
    const day = dayAt(a!, b!, c!) ?? dayAt(a!, c!, b!)
    if (!day) return []
    const from = match.index + by
    return [
      {
        from,
        to: from + match[0].length,
        when: onDay(day),
        kind: 'point' as const,
        lag: null,
        direction: null,
        counts: null,
        clock: null
      }
    ]
  })
}

function plainNumber(digits: string | undefined): number {
  return Number((digits ?? '').replace(/[٠-٩]/g, digit => String(digit.charCodeAt(0) & 15)))
}
