/**
 * Numbers of people with no counted noun behind them: what stands before tells what they are.
 *
 *     "قتل 12"   "إصابة (33) آخرين"   "ارتفعت الحصيلة إلى 12"   "كان عدد القتلى من الطرفين ثمانية عشر"
 *     "ثمانية قتلى في البلدة وتسعة في المدينة"
 */
import type {Word} from '../language.ts'
import type {Counts} from './counts.ts'
import {noFront, personOf} from './noun-phrases.ts'
import type {Counted, NumberAt} from './quantities.ts'

/** Between what is counted at one place and at the next stand so many words, at most. */
const reachOfPlace = 7
/** Before a bare number a tally stands so near, in words. */
const reachOfBareTally = 6
/** How many words before a number may tell that people are counted. */
const reachOfTally = 9

/** "قتل 12", "إصابة سبعة بجروح", "تظاهر المئات", "ارتفعت الحصيلة إلى 12", "12 قتلوا". */
export function standsAlone(words: readonly Word[], number: NumberAt, counts: Counts): boolean {
  const {first} = number
  const end = behindBrackets(words, number)
  const next = words[end]
  if (next && noFront(next) && next.readings[0]?.upos === 'VERB' && counts.is(next, 'harm')) return true
  let at = words[first - 1]?.form === '(' ? first - 2 : first - 1
  const before = words[at]
  if (!before) return false
  if (/^(?:الي|ل)$/.test(before.form) || before.form === 'بلغ' || before.form === 'بلغت') {
    const window = words.slice(Math.max(0, at - reachOfTally), at + 1)
    return window.some(word => counts.is(word, 'tally')) && window.some(word => counts.is(word, 'raises'))
  }
  if (isTallied(words, first, end, counts)) return true
  // "إصابة ما لا يقل عن 12": the words of the bound are in the number already.
  if (before.readings[0]?.lemma === 'علي') at--
  return counts.is(words[at], 'harm') || counts.is(words[at], 'crowd')
}

/** "كان عدد القتلى من الطرفين ثمانية عشر", "مجموع الإصابات 974": a tally of people before, and nothing else behind. */
function isTallied(words: readonly Word[], first: number, end: number, counts: Counts): boolean {
  const next = words[end]
  const isLast =
    !next ||
    /^[\p{P}]+$/u.test(next.form) ||
    next.readings.some(({enclitic}) => enclitic !== null) ||
    counts.is(next, 'most')
  const from = Math.max(0, first - reachOfBareTally)
  const at = words.findLastIndex((word, i) => i >= from && i < first && counts.is(word, 'tally'))
  const whom = words[at + 1]
  return isLast && at >= from && (personOf(whom) !== undefined || counts.is(whom, 'outcome'))
}

/** "ثمانية قتلى في البلدة وتسعة في المدينة": a list goes on that counts the same people at other places. */
export function goesOnElsewhere(
  words: readonly Word[],
  number: NumberAt,
  before: Counted | undefined
): Counted | null {
  const {first, end} = number
  if (!before || before.max === 0 || words[end]?.form !== 'في' || first - before.phraseEnd > reachOfPlace)
    return null
  const and = words[first]!.from < number.from || words[first - 1]?.form === 'و'
  const between = words.slice(before.phraseEnd, first)
  const isList = between.some(({form}) => form === 'في') && !between.some(breaksList)
  return and && isList ? {...number, noun: null, phraseEnd: end} : null
}

function breaksList({form, readings}: Word): boolean {
  return readings[0]?.upos === 'VERB' || /^[\p{P}]+$/u.test(form)
}

/** "(13) جريحا": the word behind a number, and behind the brackets around it. */
export function behindBrackets(words: readonly Word[], {first, end}: NumberAt): number {
  return words[first - 1]?.form === '(' && words[end]?.form === ')' ? end + 1 : end
}
