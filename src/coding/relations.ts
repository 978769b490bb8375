/**
 * How the incidents of one report stand to each other in time.
 *
 *     "The incidents come hours after the committee threatened ..."   the clash came after the threat, by hours
 */
import type {Relation} from '../model/contract.ts'
import type {Annotated, TimeMention} from '../model/layers.ts'
import {overlaps, quote} from '../model/span.ts'
import type {Happening} from './happenings.ts'

export interface Related {
  /** Indices of the later and the earlier happening. */
  readonly from: number
  readonly of: number
  readonly relation: Relation
  /** Days that the earlier one may lie before the later one's day. */
  readonly shift: number
}

/** Lags up to this long leave the earlier happening on the same day or the eve. */
const shortLag = /hour|minute/

export function relationsOf(
  {text, syntax, times}: Annotated<'syntax' | 'times'>,
  found: readonly Happening[]
): Related[] {
  return times
    .filter(({kind}) => kind === 'lag')
    .flatMap(time => {
      const sentence = syntax.sentenceAt(time.from)
      if (!sentence) return []
      const behind = indexOfToldIn(found, {from: time.to, to: sentence.to})
      const before = indexOfToldIn(found, {from: sentence.from, to: time.from})
      const main = found.findIndex(({separate}) => !separate)
      const subject = before >= 0 ? before : main
      if (behind < 0 || subject < 0 || behind === subject) return []
      // "Hours later, ..." counts from what was told before, "hours after ..." from what stands behind.
      return time.counts === 'from-told'
        ? [related(text, sentence.from, time, behind, subject)]
        : [related(text, sentence.from, time, subject, behind)]
    })
}

function related(text: string, start: number, time: TimeMention, subject: number, other: number): Related {
  const isAfter = time.direction === 'after'
  const words = quote(text, {from: start, to: time.to})
  return {
    from: subject,
    of: other,
    relation: {to: `i${other + 1}`, kind: isAfter ? 'after' : 'before', quote: words, lag: time.lag},
    shift: isAfter && shortLag.test(time.lag ?? '') ? -1 : 0
  }
}

function indexOfToldIn(found: readonly Happening[], part: {from: number; to: number}): number {
  return found.findIndex(({claims}) => claims.some(({event}) => event && overlaps(event.trigger, part)))
}
