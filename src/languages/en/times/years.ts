/**
 * Reads years, and stretches of years: decades, centuries, ranges, years of an era.
 *
 *     "in 1998", "late 2014", "the year 71", "c. 347"
 *     "the 1990s", "the 17th century", "from 2004 to 2009", "500 to 400 BC"
 */
import {startsUpper} from '../../../algorithms/letters.ts'
import type {When} from '../../../model/date.ts'
import {inYears, partOf, yearOf} from '../../calendar/stretches.ts'
import {background, one, point, type TimeReader} from './reading.ts'
import type {TimeToken} from './scan.ts'

/** Words behind a number of four digits that make it a number of something. */
const counted =
  /^(?:people|persons|men|women|children|civilians|troops|soldiers|fighters|police|families|homes|houses|km|kms|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|m|ft|feet|tons?|tonnes|kg|dollars|euros|rupees|times|years?|days|hours|percent|per)$/
const numbered = /^(?:Rule|Article|Section|Room|Form|Page|Route|Highway|Resolution|Act|Chapter|Box|Flight)$/
const plural = /^\p{Ll}{3,}[^s]s$/u

export const year: TimeReader = (tokens, context) => {
  const number = Number(one(tokens, 'YDN#')!.value.replaceAll(',', ''))
  if (!Number.isInteger(number)) return null
  const {before, behind, written} = context
  const era = one(tokens, 'G')
  if (era?.value === '-1') return background(beforeChrist(number, number))
  if (era?.value === '0') return null
  const isIntroduced = /[isrtqbBFvaTA(]/.test(before) || tokens.length > 1
  if (!era && number < (/[isrtqb(]/.test(before) ? 1000 : 1500)) return null
  if (!era && counted.test(written.behind)) return null
  if (!isIntroduced && (number < 1900 || !/[,.)¶pa-]|^$/.test(behind)) && plural.test(written.behind))
    return null
  if (/[$€£#/:]|^(?:No|Rs|USD)$/.test(written.before) || behind === '%') return null
  // A telephone number: "461-1776"
  if (written.isJoined && written.before === '-') return null
  // "Rule 2016", "Room 1998"
  if (!era && before === 'x' && numbered.test(written.before)) return null
  // "1696 Bergen Avenue"
  if (!isIntroduced && number < 1900 && startsUpper(written.behind)) return null
  const part = one(tokens, 'HJ')
  const whole = inYears(number)
  const when = part ? partOf(whole, part.value) : whole
  const {reference} = context
  const isNews = (before === 'i' || part) && reference !== null && number >= yearOf(reference)
  return isNews ? point(when) : background(when)
}

/** A number of three digits beside a year told before may lie so far from it and be a year, too. */
const lifetimes = 200

/** "in 211, ...", "c. 347": three digits are a year between "in" and a stop, and beside other years so old ("around 328"). */
export const ancientYear: TimeReader = (tokens, {anchor, before, behind, written}) => {
  const numbers = tokens.filter(({cls}) => 'NY'.includes(cls)).map(({value}) => value)
  const [first, last] = [numbers[0]!, numbers.at(-1)!].map(Number) as [number, number]
  const isCirca = tokens[0]!.cls === 'i' && /^(?:c|ca|circa)\b/i.test(written.own)
  if ((tokens[0]!.cls === 'i' && !isCirca) || behind === 'G') return null
  // "ca. 1000 visitors"
  if (counted.test(written.behind) || plural.test(written.behind)) return null
  const isStopped = /^in$/i.test(written.before) && before === 'i' && /^[,.;)]$/.test(behind)
  const isBesideOld =
    anchor !== null &&
    yearOf(anchor.when.to) < 1000 &&
    Math.abs(yearOf(anchor.when.to) - first) <= lifetimes &&
    /[isrtqbF-]/.test(before)
  if (!(isCirca || isBesideOld || (isStopped && numbers.length === 1))) return null
  if (first > last || numbers.some(number => !/^[1-9]\d{2,3}$/.test(number))) return null
  return isCirca ? point(inYears(first, last)) : background(inYears(first, last))
}

/** "the year 71", "the year 2000". */
export const namedYear: TimeReader = (tokens, {written, behind}) => {
  const number = Number(one(tokens, 'YDN')!.value)
  if (behind === 'G') return null
  return /^(?:the )?year /i.test(written.own) && number < 2200 ? background(inYears(number)) : null
}

export const decade: TimeReader = (tokens, {written, before}) => {
  const digits = one(tokens, 'E')
  // "in her 80s" is an age.
  if (/^\d0s$/.test(written.own) && before !== 'a') return null
  // "in the 30s °F"
  if (written.behind === '°') return null
  const era = one(tokens, 'G')
  // "the 460s BC"
  if (era) return digits && era.value === '-1' ? background(decadeBeforeChrist(Number(digits.value))) : null
  if (digits && Number(digits.value) < 1000) return null
  const start = digits ? Number(digits.value) : 1900 + Number(one(tokens, 'e')!.value)
  const isCentury = start % 100 === 0 && start < 2000
  const part = one(tokens, 'HL')
  const whole = inYears(start, start + (isCentury ? 99 : 9))
  return background(part ? partOf(whole, part.cls === 'L' ? 'late' : part.value) : whole)
}

function decadeBeforeChrist(start: number): When {
  return beforeChrist(start + (start % 100 === 0 ? 99 : 9), start)
}

/** "500 to 400 BC", "AD 43-410". */
export const eraYears: TimeReader = tokens => {
  const [first, last] = tokens.filter(({cls}) => 'YDN'.includes(cls)).map(({value}) => Number(value))
  const isBefore = one(tokens, 'G')!.value === '-1'
  if (isBefore) return first! > last! ? background(beforeChrist(first!, last!)) : null
  return first! < last! ? background(inYears(first!, last!)) : null
}

/** As XML Schema writes years before Christ, of which none is 0. */
function beforeChrist(first: number, last: number): When {
  const year = (n: number) => `-${String(n).padStart(4, '0')}`
  return {from: `${year(first)}-01-01`, to: `${year(last)}-12-31`, precision: 'year', known: 'stated'}
}

/** As people count: the 20th century is 1900 to 1999, the first millennium the years 1 to 999. */
export const century: TimeReader = tokens => {
  const joint = tokens.findIndex(
    ({cls}, i) => 'ta-'.includes(cls) && i > 0 && 'oO'.includes(tokens[i - 1]!.cls)
  )
  const isBeforeChrist = one(tokens, 'G')?.value === '-1'
  const years = one(tokens, 'U')?.value === 'millennium' ? 1000 : 100
  const single = (words: readonly TimeToken[]): When | null => {
    const number = Number(one(words, 'oO')!.value)
    if (isBeforeChrist) return beforeChrist(years * number, years * (number - 1) + 1)
    const part = one(words, 'H')
    const whole = inYears(Math.max(1, years * (number - 1)), years * number - 1)
    return part ? partOf(whole, part.value) : whole
  }
  const isRange = joint > 0 && one(tokens.slice(joint), 'oO') !== undefined
  const [first, last] = isRange
    ? [single(tokens.slice(0, joint)), single(tokens.slice(joint))]
    : [single(tokens), single(tokens)]
  return first && last && background({...first, to: last.to})
}

/** Further apart two numbers are no years of one stretch. */
const longestRange = 500

/** "from 2004 to 2009", "1892–94". */
export const yearRange: TimeReader = (tokens, {written}) => {
  const [first, second] = tokens.filter(({cls}) => 'YDN'.includes(cls)).map(({value}) => value)
  const last = second!.length === 2 ? `${first!.slice(0, 2)}${second}` : second!
  const [a, b] = [Number(first), Number(last)]
  // "from 651 to 1258", but "from 500 to 1500 people"
  const isOld = first!.length === 3
  if (isOld && (counted.test(written.behind) || plural.test(written.behind))) return null
  const longest = isOld ? 2 * longestRange : longestRange
  return last.length === 4 && a < b && b - a < longest ? background(inYears(a, b)) : null
}
