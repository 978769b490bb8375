/**
 * Reads weekdays and days near the report.
 *
 *     "on Friday", "Friday night"   the last Friday up to the report; the next one where the words speak of what is to come
 *     "last Friday", "since Friday" the one before; from then until the report
 *     "the following Friday"        after the day told before
 *     "yesterday", "overnight"      from the report
 */
import {startsUpper} from '../../../algorithms/letters.ts'
import {addDays, type IsoDate, weekday} from '../../../model/date.ts'
import {onDay, stretch} from '../../calendar/stretches.ts'
import {one, point, type TimeReader} from './reading.ts'

export const weekdayName: TimeReader = (
  tokens,
  {reference, dayAnchor: anchor, isFuture, isHabit, before, written}
) => {
  const wanted = Number(one(tokens, 'Ww')!.value)
  const which = one(tokens, 'R')?.value
  const anchored = which === 'same' || which === 'following' || (which === 'previous' && anchor !== null)
  if (anchored) {
    const day = anchor && anchor.when.precision === 'day' ? (anchor.when.from as IsoDate) : null
    if (day === null) return point(null)
    const back = (weekday(day) - wanted + 7) % 7
    const shift = which === 'following' ? 7 - back : which === 'previous' && back === 0 ? -7 : -back
    return point(onDay(addDays(day, shift)), 'inferred')
  }
  // "every Friday", "on a Friday", "Friday mornings", "open on Friday" are no day of their own.
  const isAny = /^(?:every|each|any|an?)$/i.test(written.before) || dayParts.test(written.behind)
  if (!reference || isAny || (!which && isHabit())) return point(null)
  const back = (weekday(reference) - wanted + 7) % 7
  const ahead = (7 - back) % 7
  const shift =
    which === 'next'
      ? 7 - back
      : which === 'last'
        ? back === 0
          ? -7
          : -back
        : which === 'this'
          ? sameWeek(reference, wanted)
          : isFuture
            ? ahead
            : -back
  const day = addDays(reference, shift)
  // "since Friday": from then until the report.
  return point(before === 's' && shift < 0 ? stretch(day, reference, 'day') : onDay(day))
}

function sameWeek(reference: IsoDate, wanted: number): number {
  return ((wanted + 6) % 7) - ((weekday(reference) + 6) % 7)
}

const dayParts = /^(?:mornings|afternoons|evenings|nights)$/i

/** How far back "Friday the 13th" is looked for: in the longest case so many days lie between two of them. */
const longestWait = 427

/** "Friday the 13th": the last one up to the report, ahead where the words speak of what is to come. */
export const weekdayOfMonth: TimeReader = (tokens, {reference, isFuture, behind}) => {
  const [wanted, number] = [Number(one(tokens, 'W')!.value), Number(one(tokens, 'o')!.value)]
  // "On Friday the 13th Brigade came."
  if (!/^[,.;:)¶]?$/.test(behind) || number > 31) return null
  if (!reference) return point(null)
  for (let days = 0; days <= longestWait; days++) {
    const day = addDays(reference, isFuture ? days : -days)
    if (weekday(day) === wanted && Number(day.slice(8)) === number) return point(onDay(day))
  }
  return point(null)
}

/** "from Monday to Wednesday". */
export const weekdayRange: TimeReader = (tokens, context) => {
  const days = tokens.filter(({cls}) => cls === 'W')
  // "Monday-Friday 9:00-17:00" are hours of opening.
  if (context.isHabit() || 'KDn'.includes(context.behind || 'x')) return point(null)
  const last = weekdayName([days[1]!], {...context, before: 'r'})?.when ?? null
  if (!last) return point(null)
  const back = (weekday(last.from as IsoDate) - Number(days[0]!.value) + 7) % 7
  return point(stretch(addDays(last.from as IsoDate, -back), last.to, 'day'))
}

/** "yesterday", "overnight": days from the report's; "today" of what is so these days is none. */
export const nearDay: TimeReader = (tokens, {reference, behind, isNow, written}) => {
  if (/^(?:today|overnight)$/i.test(written.own) && behind !== 'p' && isNow()) return point(null)
  // "Yucatan Today" is a name.
  if (/^Today$/.test(written.own) && startsUpper(written.before)) return null
  const [a, b = a] = one(tokens, 'z')!.value.split('..').map(Number)
  return point(reference && stretch(addDays(reference, a!), addDays(reference, b!), 'day'))
}
