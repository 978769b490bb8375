/**
 * The forms of expressions of time, over the letters of classes (see scan.ts), with what reads each.
 *
 * Where several match at one word the longest counts, of equals the first. Every form is bounded,
 * so matching costs the number of words.
 */
import {endOf, eveOf, hijri, holiday, namedTime, persian, quarterOrHalf, season} from './calendar-times.ts'
import {clock, partOfDay} from './clocks.ts'
import {date, dateRange, daysOfMonth, digits, month, partOfMonth, untilNow} from './dates.ts'
import {ofUnit} from './of-unit.ts'
import type {TimeReader} from './reading.ts'
import {ago, laterOrEarlier, theWeekend, whichUnit} from './relative.ts'
import {nearDay, weekdayName, weekdayOfMonth, weekdayRange} from './weekdays.ts'
import {ancientYear, century, decade, eraYears, namedYear, year, yearRange} from './years.ts'

const mon = '(?:M|m\\.?)'
const day = `(?:(?:[Ww]\\.?,?)?T?[Do]v?${mon}(?:,?v?Y|N)?|(?:[Ww]\\.?,?)?${mon}T?[Do](?:,?Y)?)`
const inMonth = `(?:[HJ]v?-?)?${mon}(?:[,v]?Y)?`
const number = '(?:An|A|[DNYn](?:-?n)?)'
const to = '[t-]'

const list: readonly (readonly [string, TimeReader])[] = [
  [day, date],
  [`T?Ov${mon}(?:,?Y)?`, date],
  [`r?T?[Do](?:${to}|a)T?[Do]v?${mon}(?:,?v?Y)?`, daysOfMonth],
  [`bT?[Do]aT?[Do]v?${mon}(?:,?v?Y)?`, daysOfMonth],
  [`r?${mon}[Do](?:${to})[Do](?:,?Y)?`, daysOfMonth],
  [`b${mon}[Do]a[Do](?:,?Y)?`, daysOfMonth],
  [`${mon}[Do]a[Do],?Y`, daysOfMonth],
  [`r?${day}${to}${day}`, dateRange],
  [`b${day}a${day}`, dateRange],
  [`r?${inMonth}${to}${inMonth}`, dateRange],
  [`b${inMonth}a${inMonth}`, dateRange],
  [`b${inMonth}a${mon}iY`, dateRange],
  [`T?[oOR][UW][vi]${inMonth}`, partOfMonth],
  [`R?${inMonth}`, month],
  [`R${day}`, date],
  [`(?:${day}|(?:[HJ]v?-?)?${mon}),?v?T?RU`, ofUnit],
  ['W,?v?T?RU', ofUnit],
  [`Hi${mon}(?:[,v]?Y)?`, month],
  ['Z', digits],
  ['(?:[HJ](?:v|-|i)?)?Y', year],
  ['G[YDN]|[YDN#]G', year],
  ['r?[YDN][t-][YDN]G|b[YDN]a[YDN]G', eraYears],
  ['N(?:[-/]N)?', ancientYear],
  ['i\\.?[NY](?:-[NY])?', ancientYear],
  ['rNtY|bNaY', yearRange],
  ['T?U(?:Y|D|N)', namedYear],
  [`r?(?:Y|${inMonth}|${day})${to}T?[Cz]`, untilNow],
  [`${mon}v?N`, month],
  ['r?Y[t/-](?:Y|[DN])', yearRange],
  ['bYaY', yearRange],
  ['T?(?:[HL]-?)?E', decade],
  ['T?EG', decade],
  ['T(?:H-?)?e|H-?e', decade],
  ['T?(?:H-?)?[oO]i\\.?G?', centuryOr()],
  ['T?(?:H-?)?[oO]-?UG?', centuryOr()],
  ['[rb]?T?(?:H-?)?[oO]-?[ta-]T?(?:H-?)?[oO]-?UG?', centuryOr()],
  ['R?W', weekdayName],
  [`rW${to}W|bWaW|W[t-]W`, weekdayRange],
  ['WT?o', weekdayOfMonth],
  ['TU', theWeekend],
  ['z', nearDay],
  ['T?R[UP]', whichUnit],
  [`T?R${number}-?U`, whichUnit],
  ['[LB]R[UP]', whichUnit],
  [`${number}Ug`, ago],
  [`(?:${number})?U[LBF]`, laterOrEarlier],
  [`(?:${number})?UR`, boundLag()],
  ['TU[BF]', laterOrEarlier],
  ['T?R?S', season],
  ['T?(?:H-?)?S(?:aT?S)?(?:(?:v?Y|vN)(?:-[YDN])?)', season],
  ['Q(?:v?Y)?|T?[oO]U(?:vY|vTU|vRU)?', quarterOrHalf],
  ['T?OJv(?:Y|TU|RU)', quarterOrHalf],
  ['T?Jv(?:TU|RU)', endOf],
  ['V(?:,?Y|y)?', holiday],
  ['T?yvT?V(?:,?Y)?', holiday],
  [`T?yv${day}`, eveOf],
  ['[Do]?X(?:,?Y)?|X[Do](?:,?Y)?', persian],
  ['[Do]?h(?:,?Y)?|Rh', hijri],
  ['I', namedTime],
  ['(?:K|[Dn]k|Kk|dk|Yj)k?j?', clock],
  ['T?(?:H-?)?P', partOfDay]
]

/** "the 19th century", "12th c. BC" but "the first week", "the third day", which are told of something else. */
function centuryOr(): TimeReader {
  return (tokens, context) =>
    tokens.some(({value}) => value === 'century' || value === 'millennium') ||
    / c\.?(?: |$)/.test(context.written.own)
      ? century(tokens, context)
      : null
}

/** "hours following the raid". */
function boundLag(): TimeReader {
  return (tokens, context) => (tokens.at(-1)!.value === 'following' ? laterOrEarlier(tokens, context) : null)
}

export const forms: readonly {readonly pattern: RegExp; readonly read: TimeReader}[] = list.map(
  ([source, read]) => ({pattern: new RegExp(source, 'g'), read})
)
