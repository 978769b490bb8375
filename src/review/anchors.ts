/**
 * Names claims and tellings by the words of their report, and finds them again after the report was read anew.
 *
 * A claim is the one of the same subject over most of the same words. Where its number has changed it is
 * another claim: a ruling that finds nothing is better than one that lands on the wrong figure.
 */
import type {Claim, CodedReport, Incident} from '../model/contract.ts'
import type {ClaimAnchor, TellingAnchor} from '../model/ruling.ts'

/** Share of the shorter of two quotes that both must cover. */
const sharedWords = 0.5
/** Claims that name a telling: enough that some survive another reading. */
const claimsOfTelling = 8

export function anchorOf(report: string, claim: Claim): ClaimAnchor {
  const {quote, about, event, casualties, crowd, damage, attribution} = claim
  return {
    report,
    from: quote.from,
    to: quote.to,
    about,
    type: event?.type ?? null,
    outcome: casualties?.outcome ?? null,
    group: casualties?.group ?? crowd?.group ?? null,
    count: casualties?.count ?? crowd?.count ?? damage?.count ?? null,
    source: attribution.at(-1)!.source
  }
}

/** `most`: claims that name it. */
export function tellingAnchor(
  {report, claims}: CodedReport,
  incident: Incident,
  most = claimsOfTelling
): TellingAnchor {
  const own = claims.filter(({id}) => incident.claims.includes(id))
  return {report: report.id, claims: own.slice(0, most).map(claim => anchorOf(report.id, claim))}
}

/** The id of the claim that the words name, or null. `coded` is the anchor's report. */
export function findClaim(anchor: ClaimAnchor, {report, claims}: CodedReport): string | null {
  const found = claims
    .map(claim => ({id: claim.id, likeness: likeness(anchor, anchorOf(report.id, claim))}))
    .filter(({likeness}) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
  return found[0]?.id ?? null
}

/** The id of the report's incident that holds most of the claims, or null. */
export function findTelling({claims}: TellingAnchor, coded: CodedReport): string | null {
  const votes = claims.flatMap(anchor => {
    const id = findClaim(anchor, coded)
    return coded.incidents.filter(incident => id !== null && incident.claims.includes(id))
  })
  const counts = [...Map.groupBy(votes, ({id}) => id)].map(([id, own]) => ({id, count: own.length}))
  return counts.sort((a, b) => b.count - a.count)[0]?.id ?? null
}

/** 0: another claim. Above: the share of words, and what else is the same. */
function likeness(a: ClaimAnchor, b: ClaimAnchor): number {
  if (a.about !== b.about || a.outcome !== b.outcome || !sameCount(a.count, b.count)) return 0
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from)
  const [shorter, longer] = [a.to - a.from, b.to - b.from].sort((x, y) => x - y) as [number, number]
  if (shared < sharedWords * shorter || shared <= 0) return 0
  const same = [a.source === b.source, a.group === b.group, a.type === b.type].filter(Boolean).length
  return shared / longer + same
}

function sameCount(a: ClaimAnchor['count'], b: ClaimAnchor['count']): boolean {
  return a === null || b === null ? a === b : a.stated === b.stated || a.min === b.min
}
