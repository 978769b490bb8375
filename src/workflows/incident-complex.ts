/** Goes along the ties of an incident to those it hangs together with, the nearest first. */
import type {LinkedIncident} from '../model/assessment.ts'
import type {ComplexIncident, IncidentComplex} from '../model/incident-complex.ts'
import type {Store} from '../store/store.ts'
import {incidentNow} from './incident-now.ts'

/** Each is read as a whole; a timeline of more lanes is read by nobody. */
const mostIncidents = 24

/** `id`: any that the incident ever had. null: there is no such incident. */
export async function complexOf(store: Store, id: string): Promise<IncidentComplex | null> {
  const start = await incidentNow(store, id)
  if (!start) return null
  const found = new Map<string, ComplexIncident>()
  const waiting: {readonly incident: LinkedIncident; readonly steps: number}[] = [{incident: start, steps: 0}]
  const known = new Set([start.id])
  let left = 0
  for (const {incident, steps} of waiting) {
    const ties = []
    for (const {to, kind, lag} of incident.relations) {
      const [report, told] = to.split('/') as [string, string?]
      const other = told ? await store.holderOf(report, told) : to
      if (!other || other === incident.id) continue
      ties.push({to: other, kind, lag})
      if (known.has(other)) continue
      known.add(other)
      const tied = known.size > mostIncidents ? null : await store.incident(other)
      if (tied) waiting.push({incident: tied, steps: steps + 1})
      else left++
    }
    found.set(incident.id, {...partsOf(incident), steps, ties})
  }
  const incidents = [...found.values()].sort((a, b) => (a.when.from + a.id < b.when.from + b.id ? -1 : 1))
  return {incidents, left}
}

function partsOf({id, headline, type, when, place, reports, assessments}: LinkedIncident) {
  return {
    id,
    headline,
    type,
    when,
    place: place && {name: place.name},
    reports: reports.map(({id, outlet, publishedOn}) => ({id, outlet, publishedOn})),
    figures: Object.entries(assessments.dateline ?? {}).flatMap(([outcome, {accounts}]) =>
      accounts.flatMap(({reports, min, max}) => reports.map(report => ({outcome, report, min, max})))
    )
  }
}
