/** What a person names in a ruling: claims, accounts, reports, incidents; says what is wrong with a name. */
import type {Account, LinkedIncident} from '../model/assessment.ts'
import type {CodedReport} from '../model/contract.ts'
import type {ClaimAnchor, Ruling, TellingAnchor} from '../model/ruling.ts'
import {anchorOf, tellingAnchor} from '../review/anchors.ts'
import type {Store} from '../store/store.ts'
import {incidentNow} from './incident-now.ts'

/** Ids of reports named by id or URL, each once. */
export async function reportsNamed(store: Store, names: readonly string[]): Promise<string[]> {
  const held = await store.heldReports(names)
  const ids = new Set<string>()
  for (const name of names) {
    const id = held.has(name) ? name : await store.reportNamed(name)
    if (!id)
      throw new Error(`No report "${name}"; give its id or URL, as "dateline show ID --json" names them`)
    ids.add(id)
  }
  return [...ids]
}

/** By any id that it ever had. */
export async function heldIncident(store: Store, id: string): Promise<LinkedIncident> {
  const incident = await incidentNow(store, id)
  if (!incident) throw new Error(`No incident "${id}"; "dateline incidents" lists their ids`)
  return incident
}

/** In the order of its members. */
export async function tellingsOf(store: Store, {members}: LinkedIncident): Promise<TellingAnchor[]> {
  const ids = [...new Set(members.map(({report}) => report))]
  const reports = new Map((await store.codedReports(ids)).map(coded => [coded.report.id, coded]))
  return members.map(({report, incident}) => {
    const coded = reports.get(report) as CodedReport
    return tellingAnchor(coded, coded.incidents.find(({id}) => id === incident)!)
  })
}

/** Keys of the tellings of these reports that an incident holds. */
export async function membersNamed(
  store: Store,
  incident: LinkedIncident,
  names: readonly string[]
): Promise<Set<string>> {
  const keys = new Set<string>()
  for (const name of names) {
    const [id, told] = await reportNamed(store, name)
    const own = incident.members.filter(
      member => member.report === id && (told === null || member.incident === told)
    )
    if (own.length === 0)
      throw new Error(
        `${name} is not in ${incident.id}; "dateline show ${incident.id} --json" lists its members`
      )
    for (const member of own) keys.add(keyOf(member))
  }
  return keys
}

/** Key of a telling. */
export function keyOf({report, incident}: {readonly report: string; readonly incident: string}): string {
  return `${report}/${incident}`
}

/** The id of the report, and of its incident where the name is the key of a telling. */
export async function reportNamed(store: Store, name: string): Promise<[string, string | null]> {
  const whole = await store.reportNamed(name)
  if (whole) return [whole, null]
  const [, id, told] = /^(.+)\/(i\d+|p[0-9a-f]+)$/.exec(name) ?? []
  const report = id && (await store.reportNamed(id))
  if (!report)
    throw new Error(`No report "${name}"; give its id or URL, as "dateline show ID --json" names them`)
  return [report, told!]
}

/** A claim by its key, or all that an account of an incident says. */
export async function claimsNamed(store: Store, name: string): Promise<Ruling['claims']> {
  const [, whole, own] = /^(.+)\/([ac]\d+|p[0-9a-f]+)$/.exec(name) ?? []
  if (!whole || !own)
    throw new Error(
      `"${name}" is no key of a claim (REPORT/c3) or account (INCIDENT/a2); "dateline show ID --json" has both`
    )
  if (!own.startsWith('a')) return [await claimAnchor(store, whole, own)]
  const incident = await heldIncident(store, whole)
  return claimAnchors(store, accountIn(incident, own).claims)
}

/** Incident and account of INCIDENT/a2; null where it is none. */
export function accountNamed(name: string): [string, string] | null {
  const [, whole, account] = /^(.+)\/(a\d+)$/.exec(name) ?? []
  return whole && account ? [whole, account] : null
}

export function accountIn({id, accounts}: LinkedIncident, named: string): Account {
  const account = accounts.find(own => own.id === named)
  if (account) return account
  const held = accounts.map(({id, origin}) => `${id} (${origin})`).join(', ')
  throw new Error(`${id} has no account ${named}; it has ${held}`)
}

/** `keys`: of claims that are held. */
export function claimAnchors(store: Store, keys: readonly string[]): Promise<ClaimAnchor[]> {
  const parts = keys.map(key => key.split('/') as [string, string])
  return Promise.all(parts.map(([report, claim]) => claimAnchor(store, report, claim)))
}

async function claimAnchor(store: Store, report: string, id: string): Promise<ClaimAnchor> {
  const coded = await store.report(report)
  if (!coded)
    throw new Error(`No report "${report}" in the store; "dateline show ID --json" has the keys of claims`)
  const claim = coded.claims.find(claim => claim.id === id)
  if (!claim)
    throw new Error(
      `Report ${report} has no claim ${id}; it has ${coded.claims.map(claim => claim.id).join(', ')}`
    )
  return anchorOf(report, claim)
}
