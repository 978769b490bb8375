/**
 * What `move` is about: claims that are of another incident than the one they were read for.
 *
 *     REPORT/c3 INCIDENT    to what the report tells of this incident; where it tells nothing of it, from now on it does by these claims
 *     REPORT/c3 new         to an incident of their own
 *     INCIDENT/a2 new       all that an account says
 */
import type {LinkedIncident} from '../model/assessment.ts'
import type {Claim, CodedReport, Incident} from '../model/contract.ts'
import type {Founded, Ruling} from '../model/ruling.ts'
import {findClaim, tellingAnchor} from '../review/anchors.ts'
import type {Store} from '../store/store.ts'
import {claimsNamed, heldIncident, keyOf, tellingsOf} from './what-is-named.ts'

type Parts = Pick<Ruling, 'claims' | 'others' | 'leaves' | 'founds'>

/** Stands for an incident that is not there yet. */
const ownIncident = 'new'
/** By these of its tellings an incident is found again. */
const tellingsOfIncident = 8

interface Moved {
  readonly coded: CodedReport
  readonly claims: readonly Claim[]
  /** What the report tells by them before. */
  readonly from: readonly Incident[]
}

export async function movedClaims(store: Store, on: readonly string[]): Promise<Parts> {
  const name = on.at(-1)!
  const names = on.slice(0, -1)
  if (names.length === 0)
    throw new Error('Name claims, and last the incident that they are of, or "new" for one of their own')
  const incident = name === ownIncident ? null : await heldIncident(store, name)
  const anchors = (await Promise.all(names.map(own => claimsNamed(store, own)))).flat()
  const moved = await movedOf(store, anchors)
  const formers = await formersOf(store, moved)
  if (incident) refuseThoseThere(moved, incident)
  else refuseAll(moved, [...formers.values()])
  const told = incident ? await tellingsOf(store, incident) : []
  const own = new Set(moved.map(({coded}) => coded.report.id))
  const leaves: Parts['leaves'] = []
  for (const former of formers.values()) {
    const anchors = await tellingsOf(store, former)
    for (const [i, {report, incident: id}] of former.members.entries()) {
      const left = moved.find(({coded}) => coded.report.id === report)
      const telling = left?.coded.incidents.find(one => one.id === id)
      if (!left || !telling) leaves.push(anchors[i]!)
      else {
        const rest = {
          ...telling,
          claims: telling.claims.filter(id => !left.claims.some(own => own.id === id))
        }
        if (rest.claims.length) leaves.push(tellingAnchor(left.coded, rest))
      }
    }
  }
  return {
    claims: anchors,
    others: told.filter(({report}, i) => i < tellingsOfIncident || own.has(report)),
    leaves,
    founds: moved.map(one => founded(one, incident))
  }
}

async function movedOf(store: Store, anchors: Ruling['claims']): Promise<Moved[]> {
  const byReport = Map.groupBy(anchors, ({report}) => report)
  const reports = await store.codedReports([...byReport.keys()])
  return reports.map(coded => {
    const ids = new Set(byReport.get(coded.report.id)!.map(anchor => findClaim(anchor, coded)))
    if (ids.size < byReport.get(coded.report.id)!.length) throw new Error('A claim is named twice')
    return {
      coded,
      claims: coded.claims.filter(({id}) => ids.has(id)),
      from: coded.incidents.filter(({claims}) => claims.some(id => ids.has(id)))
    }
  })
}

/** The incidents that hold what the reports tell by these claims. */
async function formersOf(store: Store, moved: readonly Moved[]): Promise<Map<string, LinkedIncident>> {
  const found = new Map<string, LinkedIncident>()
  for (const {coded, from} of moved)
    for (const {id} of from) {
      const holder = await store.holderOf(coded.report.id, id)
      const incident = holder && !found.has(holder) ? await store.incident(holder) : null
      if (incident) found.set(incident.id, incident)
    }
  return found
}

function refuseThoseThere(moved: readonly Moved[], {id, members}: LinkedIncident): void {
  const held = new Set(members.map(keyOf))
  for (const {coded, claims, from} of moved) {
    const {id: report} = coded.report
    const there = from.find(({id}) => held.has(keyOf({report, incident: id})))
    const claim = claims.find(own => there?.claims.includes(own.id))
    if (claim) throw new Error(`${report}/${claim.id} is in ${id} already`)
  }
}

/** Claims that are all that an incident has are of their own already. */
function refuseAll(moved: readonly Moved[], formers: readonly LinkedIncident[]): void {
  const keys = new Set(moved.flatMap(({coded, claims}) => claims.map(({id}) => `${coded.report.id}/${id}`)))
  const former = formers.find(({claims}) => claims.every(({key}) => keys.has(key)))
  if (former)
    throw new Error(`No claim would be left in ${former.id}; name some of its ${former.claims.length}`)
}

/** What the report would tell by these claims: of the incident they go to its type and day, of one of their own what was read. */
function founded({coded, claims, from}: Moved, incident: LinkedIncident | null): Founded {
  const event = claims.find(({event}) => event)?.event
  const like = incident ?? from[0]
  const type = event?.type ?? like?.type
  if (!type)
    throw new Error(
      `Report ${coded.report.id} tells of no incident by ${claims[0]!.id}, nor of what happened; name an incident that it is of`
    )
  const day = coded.report.publishedOn ?? '0001-01-01'
  const place = event?.place ?? (incident ? null : from[0]?.place)
  return {
    report: coded.report.id,
    incident: {
      type,
      when: event?.when ?? {...(like?.when ?? {from: day, to: day, precision: 'day'}), known: 'inferred'},
      place: null,
      sides: {a: [], b: []},
      tactics: [],
      codings: {acled: null, ucdp: null, plover: null, cameo: null, muc4: null},
      relations: []
    },
    place: coded.places.find(({id}) => id === place)?.name ?? null
  }
}
