/**
 * Whether two tellings can be of one day, by what each knows of it.
 *
 *     Friday, Friday                            the same
 *     Friday; "last week"                       within
 *     Friday; no day told, published Saturday   next: the second may be of Friday too
 *     Friday; no day told, published Monday     late: perhaps
 *     Friday; Saturday                          after: overnight, or two incidents
 *     published Friday; of the next Monday      before: nobody reports what is still to come
 */
import type {Evidence} from '../model/link-profile.ts'
import type {Telling} from '../model/telling.ts'

/** A report that tells no day comes out so many days after the day at most. */
export const lateDays = 3

/** What a telling knows of its day. */
export type Day = Pick<Telling, 'when' | 'publishedOn'>

type DaySign =
  | 'day-same'
  | 'day-inferred'
  | 'day-within'
  | 'day-next'
  | 'day-late'
  | 'day-after'
  | 'day-unknown'
  | 'day-apart'
  | 'day-before'

export function daySign(a: Day, b: Day): Evidence {
  const id = signOf(a, b)
  // Two reports that tell no day may as well be of two days that follow each other.
  const isNoDayTold = a.when.known === 'inferred' && b.when.known === 'inferred'
  return {id, value: id === 'day-next' && isNoDayTold ? 0 : 1, because: sentences[id](a, b)}
}

/** Nothing outweighs it: they cannot be of one day. */
export function daysContradict(a: Day, b: Day): boolean {
  const id = signOf(a, b)
  return id === 'day-apart' || id === 'day-before'
}

function signOf(a: Day, b: Day): DaySign {
  if (isUnknown(a) || isUnknown(b)) return isTooEarly(a, b) || isTooEarly(b, a) ? 'day-before' : 'day-unknown'
  const gap = Math.max(
    dayNumber(a.when.from) - dayNumber(b.when.to),
    dayNumber(b.when.from) - dayNumber(a.when.to)
  )
  const isInferred = a.when.known === 'inferred' || b.when.known === 'inferred'
  if (gap <= 0) {
    if (isLong(a) || isLong(b)) return 'day-within'
    return isInferred ? 'day-inferred' : 'day-same'
  }
  if (isTooEarly(a, b) || isTooEarly(b, a)) return 'day-before'
  // What is only inferred is the day of publication: the true day may lie before it, not behind.
  const later = dayNumber(a.when.from) > dayNumber(b.when.to) ? a : b
  if (later.when.known === 'inferred')
    return gap <= 1 ? 'day-next' : gap <= lateDays ? 'day-late' : 'day-apart'
  return gap <= 1 ? 'day-after' : 'day-apart'
}

/** Whether `a` was published before the day of `b`; a day is allowed for the hours between countries. */
function isTooEarly(a: Day, b: Day): boolean {
  if (a.publishedOn === null || isUnknown(b) || b.when.known === 'inferred') return false
  return dayNumber(b.when.from) - dayNumber(a.publishedOn) > 1
}

const isUnknown = ({when}: Day) => when.from.startsWith('0001')
const isLong = ({when}: Day) => when.precision !== 'day' && when.precision !== 'instant'
const daysKnown = new Map<string, number>()

/** Asked for a few days in thousands of pairs: each is read once. */
function dayNumber(day: string): number {
  const date = day.slice(0, 10)
  const known = daysKnown.get(date)
  if (known !== undefined) return known
  const number = Math.floor(Date.parse(date) / 86_400_000)
  if (daysKnown.size === 10_000) daysKnown.clear()
  daysKnown.set(date, number)
  return number
}

const dayOf = ({when}: Day) => when.from.slice(0, 10)
const inOrder = (a: Day, b: Day) => [dayOf(a), dayOf(b)].sort() as [string, string]
const earlier = (a: Day, b: Day) => inOrder(a, b)[0]
const later = (a: Day, b: Day) => inOrder(a, b)[1]

const sentences: Readonly<Record<DaySign, (a: Day, b: Day) => string>> = {
  'day-same': a => `both are of ${dayOf(a)}`,
  'day-inferred': (a, b) => `both may be of ${later(a, b)}; one tells no day`,
  'day-within': (a, b) => `${dayOf(a)} and ${dayOf(b)} may be one day; one tells only a stretch of time`,
  'day-next': (a, b) => `one tells ${earlier(a, b)}, the other tells no day and came out a day later`,
  'day-late': (a, b) => `one tells ${earlier(a, b)}, the other tells no day and came out on ${later(a, b)}`,
  'day-after': (a, b) => `one tells ${dayOf(a)}, the other ${dayOf(b)}`,
  'day-unknown': () => 'one of them has no day that is known',
  'day-apart': (a, b) => `one is of ${dayOf(a)}, the other of ${dayOf(b)}`,
  'day-before': () => 'one was published before the day of the other'
}
