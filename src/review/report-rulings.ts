/** Which reports do not count, and what people decided about where a report belongs; the later ruling first. */

import {activeRulings} from '../model/active-rulings.ts'
import type {Decision, FoundRuling, Ruling} from '../model/ruling.ts'

/** What a kind says of a report that it names, or moves what it tells. */
const stateBy: Partial<Record<Ruling['kind'], Decision['state']>> = {
  settle: 'settled',
  link: 'settled',
  split: 'settled',
  unlink: 'settled',
  discard: 'discarded'
}

/** By id of the report; one that nobody decided about is left out. `rulings`: in the order they were made, with undone ones. */
export function decisionsOn(rulings: readonly Ruling[]): Map<string, Decision> {
  const decisions = new Map<string, Decision>()
  for (const {id, kind, reports, tellings} of activeRulings(rulings)) {
    const state = stateBy[kind]
    if (!state) continue
    for (const report of [...reports, ...tellings.map(telling => telling.report)])
      decisions.set(report, {state, by: id})
  }
  return decisions
}

/** `found`: active rulings, in the order they were made. */
export function discardedBy(found: readonly FoundRuling[]): Set<string> {
  const decisions = decisionsOn(found.map(({ruling}) => ruling))
  return new Set([...decisions].flatMap(([report, {state}]) => (state === 'discarded' ? [report] : [])))
}
