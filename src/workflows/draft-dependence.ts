/**
 * What `cut` and `confirm` are about.
 *
 *     INCIDENT/a2 REPORT...             cut: what these reports say there is an account of its own
 *     INCIDENT/a2 [INCIDENT/a5...]      confirm: they are one account, whatever is read later
 *     INCIDENT FROM KIND TO             either: an edge of its graph of origins, as `origins.edges` has it
 */
import type {LinkedIncident, OriginEdge} from '../model/assessment.ts'
import type {Ruling, TieAnchor} from '../model/ruling.ts'
import type {Store} from '../store/store.ts'
import {accountIn, accountNamed, claimAnchors, heldIncident, reportNamed} from './what-is-named.ts'

type Parts = Partial<Pick<Ruling, 'claims' | 'ties'>>
type Kind = 'cut' | 'confirm'

export async function dependence(store: Store, kind: Kind, on: readonly string[]): Promise<Parts> {
  const [first, ...rest] = on as [string, ...string[]]
  const [whole, account] = accountNamed(first) ?? [null, null]
  if (whole === null) return edgeNamed(store, kind, await heldIncident(store, first), rest)
  const incident = await heldIncident(store, whole)
  if (kind === 'cut') return part(store, incident, account, rest)
  const claims = [account, ...rest.map(name => accountOf(name, incident))].flatMap(
    named => accountIn(incident, named).claims
  )
  return {claims: await claimAnchors(store, [...new Set(claims)])}
}

function accountOf(name: string, incident: LinkedIncident): string {
  const [whole, account] = accountNamed(name) ?? []
  if (whole === incident.id && account) return account
  throw new Error(`"${name}" is no account of ${incident.id}; write it as ${incident.id}/a2`)
}

async function part(
  store: Store,
  incident: LinkedIncident,
  named: string,
  names: readonly string[]
): Promise<Parts> {
  const account = accountIn(incident, named)
  const reports = new Set<string>()
  for (const name of names) {
    const [report] = await reportNamed(store, name)
    if (!account.reports.includes(report))
      throw new Error(`${name} does not carry ${incident.id}/${named}; ${account.reports.join(', ')} do`)
    reports.add(report)
  }
  const claims = account.claims.filter(key => reports.has(key.split('/')[0]!))
  if (claims.length === 0)
    throw new Error(`Name the reports that are cut off, as ${account.reports.join(', ')}`)
  if (claims.length === account.claims.length)
    throw new Error(
      `Nothing would be left in ${incident.id}/${named}; name some of its ${account.reports.length} reports`
    )
  return {claims: await claimAnchors(store, claims)}
}

async function edgeNamed(
  store: Store,
  kind: Kind,
  incident: LinkedIncident,
  names: readonly string[]
): Promise<Parts> {
  const [from, tie, to] = names
  const {nodes, edges} = incident.origins
  const held = edges.find(edge => edge.from === from && edge.kind === tie && edge.to === to)
  const copied = copyOf(incident, names)
  if (!held && !(kind === 'confirm' && copied))
    throw new Error(
      `${incident.id} has no tie "${names.join(' ')}"; write ${incident.id}/a2 REPORT, or one of ${some(edges)}`
    )
  if (held?.kind === 'quotes')
    return kind === 'cut'
      ? part(store, incident, held.to, [held.from])
      : {claims: await claimAnchors(store, accountIn(incident, held.to).claims)}
  if (!held) return {ties: [copied!]}
  const name = nodes.find(({id}) => id === held.to)!.name
  const on = held.kind === 'credits' ? name : held.to.replace(/^owner:/, '')
  return {ties: [{report: held.from, kind: held.kind, on, name}]}
}

/** A copy that nobody has read: two reports of the incident. */
function copyOf({reports}: LinkedIncident, [from, kind, to]: readonly string[]): TieAnchor | null {
  const other = reports.find(({id}) => id === to)
  if (kind !== 'copies' || !other || from === to || !reports.some(({id}) => id === from)) return null
  return {report: from!, kind, on: other.id, name: other.outlet ?? other.title ?? other.id}
}

function some(edges: readonly OriginEdge[]): string {
  const shown = edges.slice(0, 5).map(({from, kind, to}) => `"${from} ${kind} ${to}"`)
  return `${shown.join(', ') || 'none'}${edges.length > 5 ? `, ... (${edges.length})` : ''}`
}
