/** Claims that people added, from the rulings; and reports without them, as they were read. */

import {activeRulings} from '../model/active-rulings.ts'
import type {FoundRuling, KeptClaim, Ruling} from '../model/ruling.ts'

/** Id of the claim, and of the incident where it founds one: no reading gives such a one, and no other ruling. */
export function addedId(ruling: Pick<Ruling, 'id'>): string {
  return `p${ruling.id}`
}

/** `found`: in the order they were made, with undone ones. */
export function addedBy(found: readonly FoundRuling[]): KeptClaim[] {
  const active = new Set(activeRulings(found.map(({ruling}) => ruling)))
  return found.flatMap(({ruling, tellings}): KeptClaim[] => {
    const {added, by, reason} = ruling
    if (!added || !active.has(ruling)) return []
    const id = addedId(ruling)
    return [
      {
        report: added.report,
        claim: {...added.claim, id, added: {ruling: ruling.id, by, reason}},
        telling: ruling.tellings.length ? (tellings[0]?.split('/').at(-1) ?? '') : null,
        incident: {...added.incident, id, claims: [id]}
      }
    ]
  })
}
