/** Explains from the store why two incidents or reports are one incident, or not. */
import {explain, type HeldTelling} from '../link/explain.ts'
import type {Linking} from '../link/linking.ts'
import type {LinkedIncident} from '../model/assessment.ts'
import type {CodedReport} from '../model/contract.ts'
import type {Explanation} from '../model/explanation.ts'
import {rulingsOf} from '../review/rulings-on.ts'
import type {Store} from '../store/store.ts'
import {incidentNow} from './incident-now.ts'

/** Members of one incident that are looked at; of more the first published. */
const mostMembers = 100

/** `a`, `b`: ids of incidents or reports, or addresses of reports. Throws where one of them names nothing that tells of an incident. */
export async function explainLink(
  store: Store,
  linking: Linking,
  a: string,
  b: string
): Promise<Explanation> {
  const [one, other] = [await named(store, linking, a), await named(store, linking, b)]
  const members = new Map<string, readonly HeldTelling[]>()
  for (const id of new Set([...one, ...other].flatMap(({incident}) => incident ?? []))) {
    const incident = await store.incident(id)
    if (incident) members.set(id, await membersOf(store, linking, incident))
  }
  const keys = [one, other, ...members.values()].flat().map(({telling}) => telling.key)
  const {links} = rulingsOf(await store.rulingRecord.onTellings([...new Set(keys)]))
  return explain(linking, one, other, members, links)
}

async function named(store: Store, linking: Linking, name: string): Promise<HeldTelling[]> {
  const incident = await incidentNow(store, name)
  if (incident) return membersOf(store, linking, incident)
  const reports = await store.codedReports([name, ...(await store.reportsAt(name))])
  if (reports.length === 0)
    throw new Error(
      `"${name}" is no incident and no report; give an id that "dateline incidents" lists, or the address of a report`
    )
  const found: HeldTelling[] = []
  for (const telling of tellingsOf(linking, reports))
    found.push({telling, incident: await store.holderOf(telling.report, telling.incident)})
  if (found.length === 0) throw new Error(`The report "${name}" tells of no incident`)
  return found
}

async function membersOf(
  store: Store,
  linking: Linking,
  {id, members}: LinkedIncident
): Promise<HeldTelling[]> {
  const own = members.slice(0, mostMembers)
  const keys = own.map(({report, incident}) => `${report}/${incident}`)
  const stored = await store.near.linked.keyed(keys)
  // Those of a store whose reports are to be linked anew are made.
  const missing = new Set(keys).difference(new Set(stored.map(({telling}) => telling.key)))
  const reports = missing.size
    ? await store.codedReports([...new Set([...missing].map(key => key.split('/')[0]!))])
    : []
  const made = tellingsOf(linking, reports).filter(({key}) => missing.has(key))
  const found = new Map(
    [...stored.map(({telling}) => telling), ...made].map(telling => [telling.key, telling])
  )
  return keys.flatMap(key => {
    const telling = found.get(key)
    return telling ? [{telling, incident: id}] : []
  })
}

function tellingsOf(linking: Linking, reports: readonly CodedReport[]) {
  return reports.flatMap(report => linking.tellingsOf(report))
}
