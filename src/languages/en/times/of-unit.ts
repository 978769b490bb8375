/**
 * Reads days and months that a year, month or week near the report holds.
 *
 *     "in March last year", "on 5 March this year", "in early May of last year", "on Friday last week"
 *     "in March the next year", "in June of that year"    from the year told before
 */
import {addDays, type IsoDate} from '../../../model/date.ts'
import {inWeek, onDay, yearOf} from '../../calendar/stretches.ts'
import {date, month} from './dates.ts'
import {one, point, type TimeReader} from './reading.ts'

const steps: Readonly<Record<string, number>> = {
  last: -1,
  previous: -1,
  this: 0,
  same: 0,
  next: 1,
  following: 1
}

export const ofUnit: TimeReader = (tokens, context) => {
  const {reference, anchor} = context
  const unit = one(tokens, 'U')!.value
  const at = tokens.findIndex(({cls}) => cls === 'R')
  const which = tokens[at]!.value
  const step = steps[which]
  const isDefinite = tokens[at - 1]!.cls === 'T' && which !== 'last' && which !== 'this'
  const isTold = isDefinite || which === 'same' || which === 'following'
  const day = isTold ? anchor?.when.from : reference
  if (step === undefined || !day || !reference || (isTold && unit !== 'year')) return null
  const head = tokens.slice(0, at).filter(({cls}, i) => cls !== 'T' && !(cls === 'v' && i > 0 && i >= at - 2))
  const named = one(head, 'W')
  if (unit === 'week' && named && !one(head, 'Mm')) {
    const monday = inWeek(reference, step)!.from as IsoDate
    return point(onDay(addDays(monday, (Number(named.value) + 6) % 7)))
  }
  if (unit !== 'year' || !one(head, 'Mm') || one(head, 'Y')) return null
  const year = {...tokens[at]!, cls: 'Y', value: String(yearOf(day) + step)}
  const reading = (one(head, 'Do') ? date : month)([...head, year], {...context, before: 'r'})
  return isTold && reading?.when ? point(reading.when, 'inferred') : reading
}
