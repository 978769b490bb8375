/**
 * What the rulings say of these reports: keys of claims for reconciling, keys of tellings for linking.
 *
 * Later rulings outrank earlier ones on the same thing. What a ruling names and no report holds any more
 * is told, and waits: it may be found again when the report is read anew.
 */
import type {CodedReport} from '../model/contract.ts'
import type {ClaimRulings, LinkRulings, Ruling} from '../model/ruling.ts'
import {activeRulings} from './active-rulings.ts'
import {findClaim, findTelling} from './anchors.ts'
import {claimRulings} from './claim-rulings.ts'
import {linkRulings} from './link-rulings.ts'

/** A ruling with the keys of what it names; null where the report holds it no more. */
export interface FoundRuling {
  readonly ruling: Ruling
  readonly claim: string | null
  readonly tellings: readonly (string | null)[]
  readonly others: readonly (string | null)[]
  readonly leaves: readonly (string | null)[]
}

export interface Rulings {
  readonly claims: ClaimRulings
  readonly links: LinkRulings
  /** Of what these rulings name, something is not found. */
  readonly dangling: readonly FoundRuling[]
}

/** `rulings`: in the order they were made. Reports that are not given count as not held. */
export function rulingsOn(rulings: readonly Ruling[], reports: readonly CodedReport[]): Rulings {
  const byId = new Map(reports.map(report => [report.report.id, report]))
  return rulingsFrom(activeRulings(rulings).map(ruling => foundIn(ruling, byId)))
}

/** `found`: active rulings, in the order they were made. */
export function rulingsFrom(found: readonly FoundRuling[]): Rulings {
  return {claims: claimRulings(found), links: linkRulings(found), dangling: found.filter(isDangling)}
}

export function foundIn(ruling: Ruling, reports: ReadonlyMap<string, CodedReport>): FoundRuling {
  const key = (report: string, id: string | null) => (id === null ? null : `${report}/${id}`)
  const keysOf = (anchors: Ruling['tellings']) =>
    anchors.map(anchor => {
      const report = reports.get(anchor.report)
      return report ? key(anchor.report, findTelling(anchor, report)) : null
    })
  const {claim, tellings, others, leaves} = ruling
  const held = claim && reports.get(claim.report)
  return {
    ruling,
    claim: claim && held ? key(claim.report, findClaim(claim, held)) : null,
    tellings: keysOf(tellings),
    others: keysOf(others),
    leaves: keysOf(leaves)
  }
}

function isDangling({ruling, claim, tellings, others, leaves}: FoundRuling): boolean {
  return (ruling.claim !== null && claim === null) || [...tellings, ...others, ...leaves].includes(null)
}
