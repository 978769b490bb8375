/** What is older than news: happenings told as of long ago, and the tolls that are told with them. */
import type {Claim} from '../model/contract.ts'
import {daysBetween, type IsoDate, isIsoDate, type When} from '../model/date.ts'
import {overlaps} from '../model/span.ts'

/** A happening told as older than this many days before publication is background. */
const newsDays = 31
/** Claims about one happening stand so near each other in the list. */
const besideEachOther = 3

/** "In 2019 militants killed forty there": the forty are of 2019, unless news is told in the same words. */
export function isTollOfOld(claims: readonly Claim[], old: readonly boolean[], i: number): boolean {
  const [first, end] = [Math.max(0, i - besideEachOther), i + besideEachOther + 1]
  const {quote} = claims[i]!
  const sharing = claims
    .slice(first, end)
    .flatMap((other, j) => (other.event && overlaps(other.quote, quote) ? [old[first + j]!] : []))
  return sharing.length > 0 && sharing.every(Boolean)
}

export function isOld(when: When, publishedOn: IsoDate | null): boolean {
  // Of a month or a year that is over the first day counts: "in October" is no news in November.
  const isCoarse = when.precision === 'month' || when.precision === 'year'
  const last = when.to.slice(0, 10)
  const day = isCoarse ? when.from.slice(0, 10) : last
  if (publishedOn === null || !isIsoDate(day)) return false
  return last < publishedOn && daysBetween(day, publishedOn) > newsDays
}
