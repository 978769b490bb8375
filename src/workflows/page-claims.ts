/**
 * Several feeds of an outlet lead to one page: the first that does has it, and it is not fetched for the others.
 *
 * It is fetched for another after a day, or where that one tells of a later change.
 */
import type {EntryLink} from '../model/document.ts'
import type {StoredCapture} from '../store/store.ts'

/** Whether another feed has led to the page; where none has, this one has it now. */
export type IsClaimed = (link: EntryLink & {readonly url: string}, feed: string | null) => Promise<boolean>

const livesMs = 24 * 3_600_000
/** Those of a day, and some more. */
const mostInMemory = 50_000

/** `capturesOf`: what was received from a URL, in this run or an earlier one. */
export function createPageClaims(
  capturesOf: (url: string) => Promise<readonly Pick<StoredCapture, 'feed' | 'fetchedAt'>[]>,
  now: () => number
): IsClaimed {
  const claims = new Map<string, {readonly feed: string | null; readonly at: number}>()
  return async ({url, updatedAt}, feed) => {
    const holds = (claim: {readonly feed: string | null; readonly at: number}) =>
      claim.feed !== feed &&
      now() - claim.at < livesMs &&
      (updatedAt === null || Date.parse(updatedAt) <= claim.at)
    const claim = claims.get(url)
    if (claim && holds(claim)) return true
    claims.set(url, {feed, at: now()})
    if (claims.size > mostInMemory) claims.delete(claims.keys().next().value!)
    const captures = await capturesOf(url)
    return captures.some(capture =>
      capture.fetchedAt === null ? false : holds({feed: capture.feed, at: Date.parse(capture.fetchedAt)})
    )
  }
}
