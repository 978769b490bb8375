/** How many days a time covers, both ends counted: a day is 1. */
import {daysBetween, isIsoDate, type When} from '../model/date.ts'

export function spanInDays({from, to}: When): number {
  const [first, last] = [from.slice(0, 10), to.slice(0, 10)]
  return isIsoDate(first) && isIsoDate(last) ? daysBetween(first, last) + 1 : 1
}
