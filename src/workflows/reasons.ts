/**
 * Counts why items failed or were skipped, like reasons together.
 *
 *     is an answer 404, no page                                  12
 *     is damaged, at byte N of the file: "..." begins no record   2
 */
import type {Item} from '../store/store.ts'

export interface ReasonCount {
  readonly state: 'failed' | 'skipped'
  readonly reason: string
  readonly count: number
}

/** Different ones that are told apart, so that an archive of oddities does not fill the memory. */
const mostKept = 500
const others = 'other reasons'

export class Reasons {
  readonly #counts = {failed: new Map<string, number>(), skipped: new Map<string, number>()}

  add({state, reason}: Item): void {
    if (state === 'done') return
    const counts = this.#counts[state]
    const kind = kindOf(reason ?? '')
    const key = counts.has(kind) || counts.size < mostKept ? kind : others
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }

  /** The most frequent first. */
  list(): ReasonCount[] {
    return (['failed', 'skipped'] as const)
      .flatMap(state => [...this.#counts[state]].map(([reason, count]) => ({state, reason, count})))
      .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
  }
}

/** Without what is of one item: words in quotes, long numbers, what stands in brackets. */
function kindOf(reason: string): string {
  return reason
    .replace(/"[^"]*"/g, '"..."')
    .replace(/\([^)]*\)/g, '(...)')
    .replace(/\bbyte \d+|\d{4,}/g, found => (found.startsWith('byte') ? 'byte N' : 'N'))
    .slice(0, 200)
}
