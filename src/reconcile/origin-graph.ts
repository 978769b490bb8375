/**
 * How the reports of an incident hang together: who copies, credits, was told, quotes whom, and who owns what, with the words that show it.
 *
 * Nodes are reports, agencies and outlets by their voice, sources, and owners. An edge leads from what depends to what it depends on.
 * From it a reader sees why twelve mastheads are three accounts.
 */
import type {OriginEdge, OriginNode, Origins, ReportedClaim} from '../model/assessment.ts'
import type {CodedReport} from '../model/contract.ts'
import {type Carrier, voiceOf} from './carriers.ts'
import type {Media} from './owners.ts'

interface Quoted {
  readonly claim: ReportedClaim
  /** Id of its account. */
  readonly account: string
}

export function originGraph(
  quoted: readonly Quoted[],
  reports: readonly CodedReport[],
  carriers: ReadonlyMap<string, Carrier>,
  media: Media
): Origins {
  const nodes = new Map<string, OriginNode>()
  const edges = new Map<string, OriginEdge>()
  const node = (id: string, kind: OriginNode['kind'], name: string) => {
    if (!nodes.has(id)) nodes.set(id, {id, kind, name})
    return id
  }
  const edge = (made: OriginEdge) => {
    const id = `${made.from} ${made.kind} ${made.to}`
    if (!edges.has(id)) edges.set(id, made)
  }
  for (const {report} of reports) node(report.id, 'report', report.outlet?.name ?? report.title ?? report.id)
  for (const {report} of reports) {
    const {copies, owner} = carriers.get(report.id)!
    for (const {report: to, here, there} of copies)
      edge({
        from: report.id,
        to,
        kind: 'copies',
        evidence: [
          {report: report.id, quote: here},
          {report: to, quote: there}
        ]
      })
    if (owner)
      edge({
        from: report.id,
        to: node(`owner:${owner.id}`, 'owner', owner.name),
        kind: 'owned-by',
        evidence: []
      })
  }
  for (const {claim, account} of quoted) {
    const origin = claim.attribution.at(-1)!
    const evidence = (quote: typeof origin.quote) => (quote ? [{report: claim.report, quote}] : [])
    for (const {kind, source, quote} of claim.attribution.slice(1)) {
      if (kind === 'agency')
        edge({
          from: claim.report,
          to: node(voiceOf(source, null, media).key, 'agency', source),
          kind: 'credits',
          evidence: evidence(quote)
        })
    }
    if (claim.attribution.length > 1 && origin.kind !== 'agency')
      edge({
        from: claim.report,
        to: node(account, 'source', origin.source),
        kind: 'quotes',
        evidence: evidence(origin.quote)
      })
  }
  return {nodes: [...nodes.values()], edges: [...edges.values()]}
}
