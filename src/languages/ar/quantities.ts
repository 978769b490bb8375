/**
 * Finds numbers of people in Arabic, as ranges.
 *
 *     "١٢٥ مصاباً"   "ثلاثة عشر جريحا"   "قتيلان"   "جندي"        125, 13, 2, 1
 *     "ما لا يقل عن 12 مدنيا"   "أكثر من عشرين"   "بين 20 و30"     12 or more, 21 or more, 20 to 30
 *     "عشرات القتلى"   "أحد المتظاهرين"   "دون سقوط ضحايا"          24 or more, 1, none
 *     "15 قتيلا بينهم طفلان وامرأة والباقون جنود"                  2 and 1, parts of 15, and 12, inferred
 *
 * What is counted stands behind the number, or a word of harm, of a crowd or of a tally before it. Words of times are no
 * numbers. Lists: lexicons/ar/numbers, count-bounds, count-words.
 */
import type {Annotated, Quantity} from '../../model/layers.ts'
import type {Span} from '../../model/span.ts'
import type {Sentence, Syntax} from '../../model/syntax.ts'
import type {Lists, Word} from '../language.ts'
import {behindBrackets, goesOnElsewhere, standsAlone} from './bare-numbers.ts'
import {type Counts, countsOf} from './counts.ts'
import {noFront, nounOf, personOf, phraseEnd} from './noun-phrases.ts'
import {withArabicParts} from './quantity-parts.ts'
import {singleAt} from './single-people.ts'
import {zeroAt} from './zero-people.ts'

/** A number of people over words: where its words begin and end, and the counted noun. */
export interface Counted {
  readonly from: number
  readonly first: number
  readonly end: number
  readonly min: number
  readonly max: number | null
  /** The number of the word for what is counted; null where the number stands alone. */
  readonly noun: number | null
  /** Behind the last word of the phrase. */
  readonly phraseEnd: number
}

export function arabicQuantities(
  lists: Lists,
  wordsOf: (syntax: Syntax, sentence: Sentence) => readonly Word[]
) {
  let counts: Counts | null = null

  return (
    {text, syntax, times}: Annotated<'passages' | 'syntax' | 'times'>,
    sentences: readonly Sentence[]
  ): Quantity[] => {
    counts ??= countsOf(lists)
    const found: Quantity[] = []
    for (const sentence of sentences) {
      const words = wordsOf(syntax, sentence)
      const dated = syntax.inSentence(times, sentence)
      for (const counted of countedIn(text, sentence, words, dated, counts))
        found.push(quantityOf(text, words, counted))
    }
    return withArabicParts(text, syntax, sentences, wordsOf, counts, found)
  }
}

function countedIn(
  text: string,
  sentence: Sentence,
  words: readonly Word[],
  dated: readonly Span[],
  counts: Counts
): Counted[] {
  const numbers = new Map(
    counts.numbersIn(text.slice(sentence.from, sentence.to)).flatMap(({from, to, min, max}) => {
      const span = {from: from + sentence.from, to: to + sentence.from}
      const first = words.findIndex(word => word.to > span.from)
      const end = words.findLastIndex(word => word.from < span.to) + 1
      const isTime = dated.some(time => time.from <= span.from && span.to <= time.to)
      return first < 0 || isTime ? [] : [[first, {...span, first, end, min, max}] as const]
    })
  )
  const found: Counted[] = []
  for (let i = 0; i < words.length; i++) {
    const number = numbers.get(i)
    const range = number && rangeOf(words, number, numbers, counts)
    const counted = range
      ? (countedBy(words, range, counts, at => isDated(words[at], dated)) ??
        goesOnElsewhere(words, range, found.at(-1)))
      : (zeroAt(words, i, counts) ?? singleAt(words, i, counts))
    if (counted && !dated.some(time => time.from <= counted.from && words[counted.end - 1]!.to <= time.to)) {
      found.push(counted)
      i = Math.max(counted.end, counted.noun === null ? 0 : counted.noun + 1) - 1
    } else if (number) i = number.end - 1
  }
  return found
}

export interface NumberAt extends Span {
  readonly first: number
  readonly end: number
  readonly min: number
  readonly max: number | null
}

/** "بين 20 و30", "20-30", "شخصين أو ثلاثة"; with the words that bound it. */
function rangeOf(
  words: readonly Word[],
  number: NumberAt,
  numbers: ReadonlyMap<number, NumberAt>,
  counts: Counts
): NumberAt {
  const before = words[number.first - 1]
  // "بين 20 و30": the "و" is a word of its own before digits.
  const isAnd = words[number.end]?.form === 'و'
  const second = numbers.get(number.end + 1) ?? numbers.get(number.end)
  const between = before?.readings[0]?.lemma === 'بين' && !before.readings[0].enclitic && second
  if (between && (isAnd || words[second.first]!.form.startsWith('و')) && second.min > number.min) {
    const start = words[number.first - 2]?.form === 'ما' ? number.first - 2 : number.first - 1
    return {
      ...number,
      from: words[start]!.from,
      first: start,
      end: second.end,
      to: second.to,
      max: second.max
    }
  }
  const dash = words[number.end]
  const other = numbers.get(number.end + 1)
  const joins = dash && (/^[-–]$/.test(dash.form) || dash.form === 'او')
  if (joins && other && other.min > number.min)
    return {...number, end: other.end, to: other.to, max: other.max}
  return boundedAt(words, number, counts)
}

function boundedAt(words: readonly Word[], number: NumberAt, counts: Counts): NumberAt {
  const hows: string[] = []
  let {first, end, from} = number
  for (let n = 0; n < 2; n++) {
    const bound = counts.before.find(({words: own}) => stands(words, first - own.length, own))
    if (!bound) break
    first -= bound.words.length
    from = stemFrom(words[first]!, bound.words[0]!)
    hows.push(bound.how)
  }
  // "12 شخصا على الأقل": behind the counted noun too.
  for (const at of [end, end + 1, end + 2]) {
    const bound = counts.behind.find(({words: own}) => stands(words, at, own))
    if (!bound || (at > end && !personOf(words[end]))) continue
    hows.push(bound.how)
    if (at === end) end += bound.words.length
    break
  }
  const how = hows.find(other => other !== 'about') ?? ''
  return {...number, first, end, from, ...bounded(number, how)}
}

function bounded({min, max}: NumberAt, how: string): {min: number; max: number | null} {
  if (how === 'least') return {min, max: null}
  if (how === 'more') return {min: min + 1, max: null}
  if (how === 'most') return {min: Math.min(1, max ?? min), max: max ?? min}
  if (how === 'fewer') return {min: 0, max: Math.max(0, (max ?? min) - 1)}
  return {min, max}
}

/** The phrase stands there; a letter may be joined to its first word. */
function stands(words: readonly Word[], at: number, phrase: readonly string[]): boolean {
  return (
    at >= 0 &&
    phrase.every((own, n) => {
      const form = words[at + n]?.form
      return form === own || (n === 0 && form !== undefined && /^[وفبلك]{1,2}$/.test(restBefore(form, own)))
    })
  )
}

function restBefore(form: string, own: string): string {
  return form.endsWith(own) ? form.slice(0, form.length - own.length) : ''
}

function stemFrom(word: Word, own: string): number {
  return word.form === own ? word.from : Math.max(word.from, word.to - own.length)
}

/** What the number counts, where that is people. */
function countedBy(
  words: readonly Word[],
  number: NumberAt,
  counts: Counts,
  isTime: (i: number) => boolean
): Counted | null {
  const {first} = number
  const end = behindBrackets(words, number)
  const next = words[end]
  const counted = (noun: number | null, last: number): Counted => ({
    ...number,
    noun,
    phraseEnd: noun === null && last === end ? number.end : last
  })
  if (next && /^[%٪]$/.test(next.form)) return null
  const person = noFront(next) ? personOf(next) : undefined
  if (person && !isThingAfter(words, end)) return counted(end, phraseEnd(words, end))
  if (next?.form === 'من' || (next?.readings[0]?.lemma === 'من' && next.readings[0].enclitic)) {
    if (next.form !== 'من') return isOfPeople(next) ? counted(null, end + 1) : null
    const whom = nounOf(words[end + 1])
    if (whom && (whom.is !== null || personOf(words[end + 1])))
      return counted(end + 1, phraseEnd(words, end + 1))
    return whom ? null : standsAlone(words, number, counts) ? counted(null, end) : null
  }
  if (next && noFront(next)) {
    if (counts.is(next, 'case')) return counts.is(words[end + 1], 'harm') ? counted(end, end + 2) : null
    if (counts.is(next, 'outcome') && nounOf(next)) return counted(end, phraseEnd(words, end))
    // "12 بجروح", "سبعة آخرين": neither is a thing that is counted.
    if (nounOf(next) && !isTime(end)) return null
  }
  return standsAlone(words, {...number, first}, counts) ? counted(null, end) : null
}

/** "أصيب 71 السبت": a day is no thing that is counted. */
function isDated(word: Word | undefined, dated: readonly Span[]): boolean {
  return word !== undefined && dated.some(time => time.from <= word.from && word.to <= time.to)
}

/** "سبعة منهم": of people told before; "منها" may be of things. */
function isOfPeople(word: Word): boolean {
  return /^(?:هم|هن|هما|كم|نا)$/.test(word.readings[0]?.enclitic?.form ?? '')
}

/** "12 ساعة" is read as no person; "عنصر" may be a thing: "عنصر مفاجأة" is not counted. */
function isThingAfter(words: readonly Word[], noun: number): boolean {
  return words[noun]?.form === 'مصدر'
}

export function quantityOf(text: string, words: readonly Word[], counted: Counted): Quantity {
  const {from, end, min, max, noun, phraseEnd: last} = counted
  const to = words[end - 1]!.to
  const head = noun ?? end - 1
  return {
    from,
    to,
    min,
    max,
    stated: text.slice(from, to),
    of: {from, to: Math.max(to, words[last - 1]!.to)},
    head: words[head]!.token,
    partOf: null,
    inferred: false,
    crowd: null
  }
}
