/**
 * Rulings name words; what these are now is looked up anew.
 *
 * Each is looked up in its reports as they stood when it was made: with the claims that people had added and moved by then. What
 * it named before a claim was moved is not where that claim went.
 */
import {amended} from '../model/amended.ts'
import type {CodedReport} from '../model/contract.ts'
import type {FoundRuling} from '../model/ruling.ts'
import {addedBy} from '../review/added-claims.ts'
import {movesBy} from '../review/moved-claims.ts'
import {foundAnew, withoutLost} from '../review/rulings-on.ts'
import type {Store} from '../store/store.ts'

/** `own`: ids of reports that were read anew, or whose claims people added, moved, or took that back. */
export async function refindRulings(store: Store, own: readonly string[]): Promise<void> {
  const touched = await store.rulings(own)
  if (touched.length === 0) return
  const read = await store.reportsAsRead(own)
  const by = (rulings: readonly FoundRuling[]) => {
    const [added, moved] = [addedBy(rulings), movesBy(rulings)]
    const reports = new Map(
      read.map((coded): [string, CodedReport] => [coded.report.id, amended(coded, added, moved)])
    )
    return {added, moved, reports}
  }
  const found: FoundRuling[] = []
  let then = by(found)
  for (const one of touched) {
    found.push(foundAnew(one, then.reports))
    if (['add', 'move', 'undo'].includes(one.ruling.kind)) then = by(found)
  }
  const isOwn = ({report}: {readonly report: string}) => own.includes(report)
  await store.saveAmended(own, then.added.filter(isOwn), then.moved.filter(isOwn))
  await store.replaceTargets(found.map(one => withoutLost(one, then.reports)))
}
