/**
 * Reads the days, months and years of Arabic by their words.
 *
 *     "5 نوفمبر/تشرين الثاني 2021"   "الخامس من الشهر الجاري"   "جانفي 2020"   "10 محرم 1443"
 *     "الجمعة الماضي"   "مساء أمس"   "الليلة الماضية"   "في اليوم التالي"
 *     "قبل يومين"   "الشهر الماضي"   "منذ عام 2003"   "بعد ساعات من"   "الساعة الثالثة والنصف عصرا"
 *
 * A reader is given a place in a row of words and says how many it took and what they mean; the longest wins.
 */
import {hijriDay, hijriMonthLength, isoOfEpochDay} from '../../algorithms/calendars.ts'
import {digitsOf} from '../../algorithms/written-digits.ts'
import {addDays, type IsoDate, type When, weekday} from '../../model/date.ts'
import type {TimeMention} from '../../model/layers.ts'
import {dayAt, inMonth, inYears, monthOf, onDay, stretch, yearOf} from '../calendar/stretches.ts'
import {type Count, shifted, unitAt, unitsFrom} from '../calendar/units.ts'
import type {Word} from '../language.ts'
import type {TimeWord, TimeWords} from './time-words.ts'

export interface Place {
  readonly words: readonly Word[]
  readonly at: number
  readonly is: TimeWords
  /** The day of publication, or of the post. */
  readonly reference: IsoDate | null
  /** The day told last before. */
  readonly told: IsoDate | null
  /** Whether the words before speak of what is to come. */
  readonly isFuture: boolean
  /** Numbers in words: "ثلاثة" before a unit. */
  numberAt(at: number): {readonly value: number; readonly length: number} | null
}

type Meaning = Pick<TimeMention, 'when' | 'kind' | 'lag' | 'direction' | 'counts' | 'clock'>

export interface Read extends Meaning {
  /** How many words it takes, and how many letters joined to the first are left out. */
  readonly length: number
  readonly front: number
}

const none = {lag: null, direction: null, counts: null, clock: null} as const
const day = 'يوم'
const days = new Set(['يوم', 'اليوم', 'نهار', 'يومي'])
/** A day so far ahead of the report is of the year before. */
const soonDays = 14
const century = /^(?:1[5-9]|20)\d\d$/

function point(when: When | null, length: number, front: number): Read {
  return {...none, when, kind: 'point', length, front}
}

export function readTime(place: Place): Read | null {
  const found = [sameDay, dayOf, wholeMonth, wholeYear, whichUnit, ago, lagBehind]
    .flatMap(read => read(place) ?? [])
    .sort((a, b) => b.length - a.length)
  return found[0] ?? null
}

/** A part of the day, a weekday, a near day, a date: what of these stand behind each other is one day. */
function dayOf(place: Place): Read | null {
  const {words, is, reference} = place
  let at = place.at
  let front = 0
  const take = (word: TimeWord | null) => {
    if (!word) return null
    if (at === place.at) front = word.front
    else if (word.front > 0) return null
    at += word.length
    return word
  }
  const part = take(is.at(words, at, 'part'))
  if (days.has(stripped(place, at)) && is.at(words, at + 1, 'weekday', 'month')) {
    if (at === place.at) front = words[at]!.form.length - stripped(place, at).length
    at++
  } else if (days.has(stripped(place, at)) && (numberOf(place, at + 1) ?? is.at(words, at + 1, 'ordinal'))) {
    // "يوم 5 نوفمبر"
    if (at === place.at) front = words[at]!.form.length - stripped(place, at).length
    at++
  }
  const night = is.at(words, at, 'near')
  const start = at
  const name = take(is.at(words, at, 'weekday'))
  const which = name ? take(is.at(words, at, 'which')) : null
  const afterName = at
  if (name) while (/^[،,(]$/.test(words[at]?.form ?? '')) at++
  const date = dateAt(place, at)
  if (date) {
    if (at === place.at) front = date.front
    return {...point(date.when, at + date.length - place.at, front)}
  }
  at = afterName
  if (name) {
    if (words[start - 1]?.form === 'كل') return null
    const when = reference && onWeekday(place, Number(name.value), which?.value ?? null)
    // "ليل الأربعاء الخميس", "ليلة الجمعة - السبت": the night between two days.
    const dash = /^[-–/]$/.test(words[at]?.form ?? '') ? 1 : 0
    const next = part && is.at(words, at + dash, 'weekday')
    if (when && next?.front === 0 && Number(next.value) === (Number(name.value) + 1) % 7) {
      const last = onWeekday(place, Number(next.value), null)!.from as IsoDate
      return point(stretch(addDays(last, -1), last, 'day'), at + dash + next.length - place.at, front)
    }
    return point(when, at - place.at, front)
  }
  if (night) {
    take(night)
    const [a, b = a] = night.value.split('..').map(Number)
    const when = reference && stretch(addDays(reference, a!), addDays(reference, b!), 'day')
    return isThisDay(place, start) ? null : point(when, at - place.at, front)
  }
  return null
}

/** "اليوم" before a word that makes it another day, or a day of the world's: "اليوم العالمي", "اليوم الأول". */
function isThisDay({words, is}: Place, at: number): boolean {
  const {form} = words[at]!
  if (!/اليوم$/.test(form)) return false
  const next = words[at + 1]
  if (!next || is.at(words, at + 1, 'weekday', 'part')) return false
  return (
    next.readings[0]?.definite === true && next.readings[0].proclitics.length > 0 && /^ال/.test(next.form)
  )
}

function onWeekday({reference, isFuture}: Place, wanted: number, which: string | null): When | null {
  const back = (weekday(reference!) - wanted + 7) % 7
  const shift =
    which === 'next'
      ? 7 - back
      : which === 'last'
        ? back === 0
          ? -7
          : -back
        : isFuture
          ? (7 - back) % 7
          : -back
  return onDay(addDays(reference!, shift))
}

/** "5 نوفمبر/تشرين الثاني 2021", "الخامس من نوفمبر", "10 محرم 1443 هـ", "السادس من الشهر الجاري". */
function dateAt(place: Place, at: number): {when: When | null; length: number; front: number} | null {
  const {words, is, reference} = place
  const digits = numberOf(place, at)
  const ordinal = digits === null ? is.at(words, at, 'ordinal') : null
  const number = digits ?? (ordinal && Number(ordinal.value))
  if (number === null || number < 1 || number > 31) return null
  let end = at + (ordinal?.length ?? 1)
  const front = ordinal?.front ?? 0
  if (words[end]?.form === 'من') end++
  if (words[end]?.form === 'شهر' || words[end]?.form === 'الشهر') {
    const which = is.at(words, end + 1, 'which')
    if (words[end]?.form === 'الشهر') {
      if (!which || !reference) return null
      const month = unitAt(reference, stepOf(which.value), 'month', false, false)
      return {
        when: month && onDay(dayAt(yearOf(month.from), monthOf(month.from), number)),
        length: end + 2 - at,
        front
      }
    }
    end++
  }
  const moon = is.at(words, end, 'hijri')
  if (moon && moon.front === 0) {
    end += moon.length
    const year = numberOf(place, end)
    const hasYear = year !== null && year > 1300 && year < 1500
    const month = Number(moon.value)
    if (!hasYear) return {when: lastHijri(reference, month, number), length: end - at, front}
    const sign = /^ه/.test(words[end + 1]?.form ?? '') ? 1 : 0
    return {when: hijri(year, month, number), length: end + 1 + sign - at, front}
  }
  const month = monthAt(place, end)
  if (!month) return null
  end += month.length
  const year = yearAt(place, end)
  if (year)
    return {when: onDay(dayAt(year.value, month.value, number)), length: end + year.length - at, front}
  const which = is.at(words, end, 'which')
  const length = end + (which?.length ?? 0) - at
  return {when: reference && onDay(nearestDay(place, month.value, number, which?.value)), length, front}
}

/** "نوفمبر", "تشرين الثاني", and the two names beside each other: "نوفمبر/تشرين الثاني", "تشرين الثاني (نوفمبر)". */
function monthAt({words, is}: Place, at: number): {value: number; length: number} | null {
  const first = is.at(words, at, 'month')
  if (!first || first.front > 0) return null
  let end = at + first.length
  if (/^[/(]$/.test(words[end]?.form ?? '')) {
    const other = is.at(words, end + 1, 'month')
    if (other?.value === first.value) {
      end += 1 + other.length
      if (words[end]?.form === ')') end++
    }
  }
  return {value: Number(first.value), length: end - at}
}

/** "2021", "عام 2021", "من عام 2021", "من العام الماضي" is no year of digits. */
function yearAt({words, is}: Place, at: number): {value: number; length: number} | null {
  let end = at
  if (/^[،,]$/.test(words[end]?.form ?? '')) end++
  if (words[end]?.form === 'من') end++
  const era = is.at(words, end, 'era')
  if (era) end += era.length
  const value = yearIn(words[end])
  return value === null ? null : {value, length: end + 1 - at}
}

function yearIn(word: Word | undefined): number | null {
  const digits = word ? digitsOf(word.form) : null
  return digits !== null && century.test(String(digits)) ? digits : null
}

/** The last such day up to the report, or the next where the words speak of what is to come. */
function nearestDay(
  {reference, isFuture}: Place,
  month: number,
  number: number,
  which?: string
): IsoDate | null {
  const year = yearOf(reference!)
  const own = dayAt(year, month, number)
  if (which === 'last' && own && own >= reference!) return dayAt(year - 1, month, number)
  if (!own) return dayAt(year - 1, month, number)
  if (own <= reference!)
    return isFuture && monthOf(reference!) - month > 2 ? dayAt(year + 1, month, number) : own
  const isNear = own <= addDays(reference!, soonDays)
  return isFuture || isNear || which === 'next' ? own : dayAt(year - 1, month, number)
}

/** "في نوفمبر", "تشرين الأول 2021", "شهر رمضان": a month alone needs a word of time before it or a year behind. */
function wholeMonth(place: Place): Read | null {
  const {words, at, is, reference, isFuture} = place
  const opened = is.at(words, at - 1, 'opening')
  const month = monthAt(place, at)
  if (month) {
    const year = yearAt(place, at + month.length)
    if (year) return point(inMonth(year.value, month.value), month.length + year.length, 0)
    const which = is.at(words, at + month.length, 'which')
    if (!opened && !which) return null
    const length = month.length + (which?.length ?? 0)
    if (!reference) return point(null, length, 0)
    const own = yearOf(reference)
    const isPast =
      month.value < monthOf(reference) || (month.value === monthOf(reference) && which?.value !== 'last')
    const step = which?.value === 'next' || isFuture ? (isPast ? 1 : 0) : isPast ? 0 : -1
    return point(inMonth(own + step, month.value), length, 0)
  }
  const moon = is.at(words, at, 'hijri')
  if (!moon || moon.front > 0) return null
  const year = numberOf(place, at + moon.length)
  if (year !== null && year > 1300 && year < 1500)
    return point(hijri(year, Number(moon.value), null), moon.length + 1, 0)
  // "رمضان" and "رجب" are names of persons too.
  const which = is.at(words, at + moon.length, 'which')
  if (words[at - 1]?.form !== 'شهر' && !which) return null
  return point(lastHijri(reference, Number(moon.value), null), moon.length + (which?.length ?? 0), 0)
}

/** "عام 2003", "منذ 2003", "في 2019". */
function wholeYear({words, at, is}: Place): Read | null {
  const era = is.at(words, at, 'era')
  const value = yearIn(words[at + (era?.length ?? 0)])
  if (value === null) return null
  const before = words[at - 1]?.form ?? ''
  if (!era && !/^(?:في|منذ|خلال|حتي)$/.test(before)) return null
  const kind = before === 'منذ' ? 'background' : 'point'
  return {...point(inYears(value), (era?.length ?? 0) + 1, era?.front ?? 0), kind}
}

/** "الأسبوع الماضي", "العام الجاري", "الساعات الـ24 الماضية", "اليومين الماضيين". */
function whichUnit(place: Place): Read | null {
  const {words, at, is, reference} = place
  const {form} = words[at]!
  const [, front = '', bare] = /^([وبل]?)ال(.+)$/.exec(form) ?? /^([وف]?)لل(.+)$/.exec(form) ?? []
  if (!bare) {
    // "الـ24 ساعة الماضية"
    if (form !== 'ال') return null
    const count = numberOf(place, at + 1)
    const unit = is.at(words, at + 2, 'unit')
    const which = unit && is.at(words, at + 3, 'which')
    if (count === null || !unit || !which) return null
    return point(
      reference && unitsFrom(reference, {least: count, most: count}, stepOf(which.value), unit.value),
      4,
      0
    )
  }
  const unit = is.at([{...words[at]!, form: bare}], 0, 'unit')
  if (!unit || unit.front > 0) return null
  let end = at + 1
  let count: number | null = null
  if (words[end]?.form === 'ال' && numberOf(place, end + 1) !== null) {
    count = numberOf(place, end + 1)
    end += 2
  } else {
    const number = place.numberAt(end)
    if (number) {
      count = number.value
      end += number.length
    }
  }
  const which = is.at(words, end, 'which')
  if (!which) return null
  const length = end + which.length - at
  const [dual, name = dual] = unit.value.split(' ')
  const many = name === dual ? count : 2
  const step = stepOf(which.value)
  if (!reference) return point(null, length, front.length)
  if (many !== null)
    return point(unitsFrom(reference, {least: many, most: many}, step, name!), length, front.length)
  const isPlural = /(?:ايام|اسابيع|شهور|اشهر|اعوام|سنوات|سنين|ساعات|دقايق|عقود)$/.test(form)
  // "الساعات الماضية", "الأيام الأخيرة": hours are the last day, days no time that is known.
  if (isPlural)
    return name === 'hour'
      ? point(stretch(addDays(reference, -1), reference, 'day'), length, front.length)
      : null
  if (name === 'hour' || name === 'minute') return null
  return point(unitAt(reference, step, name!, false, false), length, front.length)
}

function stepOf(which: string): number {
  return which === 'last' ? -1 : which === 'next' ? 1 : 0
}

/** "قبل يومين", "قبل ثلاثة أيام", "منذ أسبوع", "قبل ساعات". */
function ago(place: Place): Read | null {
  const {words, at, is, reference} = place
  const word = is.at(words, at, 'ago', 'since')
  if (!word) return null
  const counted = countedUnit(place, at + word.length)
  if (!counted) return null
  const {count, unit, end} = counted
  // "منذ عام 2003"
  if (yearIn(words[end]) !== null) return null
  // "قبل يومين من الهجوم": from what the words behind tell.
  if (/^(?:من|علي)$/.test(words[end]?.form ?? '') && words[at]!.form.endsWith('قبل'))
    return lagged(place, end, 'before', word.front)
  const report: When | null = reference && {from: reference, to: reference, precision: 'day', known: 'stated'}
  const isSince = /منذ$/.test(words[at]!.form)
  const when = report && shifted(report, -1, count, unit)
  if (isSince && unit !== 'hour' && unit !== 'minute' && unit !== 'day')
    return {...point(when, end - at, word.front), kind: 'background'}
  return point(when, end - at, word.front)
}

/** "بعد ساعات من", "وبعد يومين": a distance to another happening. */
function lagBehind(place: Place): Read | null {
  const word = place.is.at(place.words, place.at, 'later')
  if (!word) return null
  const counted = countedUnit(place, place.at + word.length)
  return counted && lagged(place, counted.end, 'after', word.front)
}

function lagged({words, at}: Place, end: number, direction: 'after' | 'before', front: number): Read {
  const isBound = /^(?:من|علي)$/.test(words[end]?.form ?? '')
  const stated = words
    .slice(at + 1, end)
    .map(({form}) => form)
    .join(' ')
  return {
    ...none,
    when: null,
    kind: 'lag',
    lag: stated,
    direction,
    counts: isBound ? 'from-behind' : 'from-told',
    length: end - at,
    front
  }
}

/** "يومين", "ثلاثة أيام", "نحو ساعتين", "ساعات", "أسبوع". */
function countedUnit(place: Place, start: number): {count: Count; unit: string; end: number} | null {
  const {words, is} = place
  let at = start
  if (/^(?:نحو|حوالي|قرابة)$/.test(words[at]?.form ?? '')) at++
  const number = place.numberAt(at)
  if (number) at += number.length
  const unit = is.at(words, at, 'unit')
  if (!unit || unit.front > 0) return null
  const [dual, name = dual] = unit.value.split(' ')
  const isPlural = /^(?:ايام|اسابيع|شهور|اشهر|اعوام|سنوات|سنين|ساعات|دقايق|عقود)$/.test(words[at]!.form)
  const many = name === dual ? number?.value : 2
  const count =
    many === undefined ? (isPlural ? {least: 2, most: 6} : {least: 1, most: 1}) : {least: many, most: many}
  return {count, unit: name!, end: at + unit.length}
}

/** "في اليوم نفسه", "في اليوم التالي": from the day told before. */
function sameDay({words, at, is, told}: Place): Read | null {
  const word = is.at(words, at, 'same')
  if (!word) return null
  const when = told && onDay(addDays(told, Number(word.value)))
  return point(when && {...when, known: 'inferred'}, word.length, word.front)
}

/** The word as it is without "و" or "ل" before it. */
function stripped({words}: Place, at: number): string {
  const form = words[at]?.form ?? ''
  return form.endsWith(day) && /^[وفبل]?يوم$/.test(form) ? day : form
}

function numberOf({words}: Place, at: number): number | null {
  const word = words[at]
  return word ? digitsOf(word.form) : null
}

/** The tabular calendar is a day off at most ends. */
function hijri(year: number, month: number, number: number | null): When | null {
  const first = hijriDay(year, month, number ?? 1)
  const last = number === null ? hijriDay(year, month, hijriMonthLength(year, month)) : first
  return stretch(isoOfEpochDay(first - 1), isoOfEpochDay(last + 1), number === null ? 'month' : 'week')
}

function lastHijri(reference: IsoDate | null, month: number, number: number | null): When | null {
  if (!reference) return null
  const near = Math.round((yearOf(reference) - 622) * 1.0307)
  const found = [near - 1, near, near + 1, near + 2].map(year => hijri(year, month, number))
  return found.findLast(when => when !== null && when.from <= reference) ?? null
}
