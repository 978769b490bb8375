/**
 * What the rulings say of reports: keys of claims for reconciling, keys of tellings for linking.
 *
 * Later rulings outrank earlier ones on the same thing. A ruling dangles whose words no report holds any more
 * as what they were; it is kept, and may be found again when the report is read anew.
 */

import {activeRulings} from '../model/active-rulings.ts'
import type {CodedReport} from '../model/contract.ts'
import type {FoundRuling, Ruling, RulingAtHand, Rulings, RulingsAtHand} from '../model/ruling.ts'
import {findClaim, findTelling} from './anchors.ts'
import {chainsOf} from './chains.ts'
import {claimRulings} from './claim-rulings.ts'
import {linkRulings} from './link-rulings.ts'
import {discardedBy} from './report-rulings.ts'
import {tieRulings} from './tie-rulings.ts'

/** `found`: in the order they were made. */
export function rulingsFrom(found: readonly FoundRuling[]): Rulings {
  const active = new Set(activeRulings(found.map(({ruling}) => ruling)))
  const holding = found.filter(({ruling}) => active.has(ruling))
  return {...rulingsOf(holding), discarded: discardedBy(holding)}
}

/** `holding`: rulings that hold, in the order they were made. */
export function rulingsOf(holding: readonly RulingAtHand[]): RulingsAtHand {
  return {
    claims: claimRulings(holding),
    ...linkRulings(holding),
    chains: chainsOf(holding),
    ties: tieRulings(holding)
  }
}

/** `reports`: those that it names, by id; one that is missing holds nothing. */
export function foundIn(ruling: Ruling, reports: ReadonlyMap<string, CodedReport>): FoundRuling {
  const key = (report: string, id: string | null) => (id === null ? null : `${report}/${id}`)
  const keysOf = (anchors: Ruling['tellings']) =>
    anchors.map(anchor => {
      const report = reports.get(anchor.report)
      return report ? key(anchor.report, findTelling(anchor, report)) : null
    })
  const {claims, ties, reports: named, tellings, others, leaves} = ruling
  return {
    ruling,
    claims: claims.map(anchor => {
      const report = reports.get(anchor.report)
      return report ? key(anchor.report, findClaim(anchor, report)) : null
    }),
    ties: ties.map(({report, kind, on}) =>
      reports.has(report) && (kind !== 'copies' || reports.has(on)) ? report : null
    ),
    reports: named.map(id => (reports.has(id) ? id : null)),
    tellings: keysOf(tellings),
    others: keysOf(others),
    leaves: keysOf(leaves)
  }
}

/** With what it names of these reports, by id, found anew; of others as it was found. */
export function foundAnew(found: FoundRuling, reports: ReadonlyMap<string, CodedReport>): FoundRuling {
  const anew = foundIn(found.ruling, reports)
  const part = (name: 'claims' | 'tellings' | 'others' | 'leaves') =>
    found.ruling[name].map(({report}, i) => (reports.has(report) ? anew[name][i]! : found[name][i]!))
  return {
    ...found,
    claims: part('claims'),
    tellings: part('tellings'),
    others: part('others'),
    leaves: part('leaves')
  }
}

/** Without what these reports hold no more. */
export function withoutLost(found: FoundRuling, reports: ReadonlyMap<string, CodedReport>): FoundRuling {
  const unless = (held: 'claims' | 'incidents') => (key: string | null) => {
    const at = key?.lastIndexOf('/') ?? -1
    const report = reports.get(key?.slice(0, at) ?? '')
    return report && !report[held].some(({id}) => id === key!.slice(at + 1)) ? null : key
  }
  return {
    ...found,
    claims: found.claims.map(unless('claims')),
    tellings: found.tellings.map(unless('incidents')),
    others: found.others.map(unless('incidents')),
    leaves: found.leaves.map(unless('incidents'))
  }
}

/** Whether something that it names is not found. */
export function isDangling({claims, ties, reports, tellings, others, leaves}: FoundRuling): boolean {
  return [...claims, ...ties, ...reports, ...tellings, ...others, ...leaves].includes(null)
}

/** Why a telling is where it is: by a person's word first. */
export function withRuling(
  key: string,
  why: readonly string[],
  {why: ruled}: RulingsAtHand
): readonly string[] {
  const because = ruled.get(key)
  return because === undefined ? why : [because, ...why]
}

/** What reconciling needs of them. */
export function contextOf({claims, chains, ties}: RulingsAtHand) {
  return {rulings: claims, chains, ties}
}
