/** Finds an incident by any id it ever had, by what one report tells of it (REPORT/i2), and as it was held at an instant. */
import type {LinkedIncident} from '../model/assessment.ts'
import {findTelling, tellingAnchor} from '../review/anchors.ts'
import type {HeldIncident, Store} from '../store/store.ts'

/**
 * The incident of this id; of an id that is no more, the one that holds what its first report told, or the
 * next one's where that is gone. null: no incident ever had the id, or nobody tells of it any more.
 */
export async function incidentNow(store: Store, id: string): Promise<LinkedIncident | null> {
  const [report, told] = id.split('/') as [string, string?]
  const incident = await store.incident((told && (await store.holderOf(report, told))) || id)
  if (incident) return incident
  const last = await store.lastVersion(id)
  if (!last) return null
  for (const member of last.incident.members) {
    const told = await tellingNow(store, member, last.since)
    const holder = told && (await store.holderOf(member.report, told))
    if (holder) return store.incident(holder)
  }
  return null
}

/** One that was never there, or that is told of no more. */
export class NoSuchIncident extends Error {}

/** Ids of the incidents that are meant, each once; fails with NoSuchIncident. */
export async function idsNow(store: Store, ids: readonly string[]): Promise<string[]> {
  const found = new Set<string>()
  for (const id of ids) {
    const incident = await incidentNow(store, id)
    if (!incident)
      throw new NoSuchIncident(`There is no incident "${id}"; "dateline incidents" lists their ids`)
    found.add(incident.id)
  }
  return [...found]
}

/** The id under which a report now tells of what it told of under an id at an instant. */
async function tellingNow(
  store: Store,
  member: {readonly report: string; readonly incident: string},
  at: string
): Promise<string | null> {
  const [then] = await store.codedReportsAt([member.report], at)
  const [now] = await store.codedReports([member.report])
  const told = then?.incidents.find(({id}) => id === member.incident)
  return told && now ? findTelling(tellingAnchor(then!, told), now) : null
}

/** What was held under this id at an instant (UTC, in full), with the claims as they were read then. */
export async function incidentAsOf(store: Store, id: string, at: string): Promise<LinkedIncident | null> {
  const [held] = await store.incidentsAsOf(at, {id})
  return held ? withClaims(store, held) : null
}

async function withClaims(store: Store, {incident, since}: HeldIncident): Promise<LinkedIncident> {
  const ids = incident.members.map(({report}) => report)
  const reports = new Map((await store.codedReportsAt(ids, since)).map(coded => [coded.report.id, coded]))
  const claims = incident.members.flatMap(member => {
    const {claims, incidents} = reports.get(member.report)!
    const own = incidents.find(({id}) => id === member.incident)?.claims ?? []
    return claims
      .filter(({id}) => own.includes(id))
      .map(claim => ({...claim, key: `${member.report}/${claim.id}`, report: member.report}))
  })
  return {...incident, claims}
}
