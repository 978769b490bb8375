/**
 * How an incident is tied to others, as its reports tell it: a clash "hours after" a threat, one of "three attacks".
 *
 * A report ties its own happenings. Whatever they are linked with later, each has an id of its own that leads to the incident that
 * holds it, so a tie needs nothing but its report. Of each tie the other end has the opposite.
 */
import {createIdentity} from '../algorithms/identity.ts'
import type {IncidentTie} from '../model/assessment.ts'
import type {CodedReport, Incident, Relation} from '../model/contract.ts'

const opposite: Readonly<Record<Relation['kind'], IncidentTie['kind']>> = {
  after: 'before',
  before: 'after',
  'part-of': 'whole-of',
  'response-to': 'answered-by',
  'escalation-of': 'escalated-to'
}

/** The id under which a telling would found an incident, and by which the one that holds it is found. */
export function tellingId(report: CodedReport, {id}: Pick<Incident, 'id'>): string {
  return createIdentity([`${report.report.id}/${id}`])
}

/** Ties between members of one incident are left out. The reports that tell a tie stand in the order of the members. */
export function tiesOf(
  members: readonly {readonly report: CodedReport; readonly incident: Incident}[]
): IncidentTie[] {
  const inside = new Set(members.map(({report, incident}) => tellingId(report, incident)))
  const ties = new Map<string, IncidentTie>()
  for (const {report, incident} of members) {
    const told = [
      ...incident.relations.map(relation => ({relation, kind: relation.kind, to: relation.to})),
      ...report.incidents.flatMap(other =>
        other.relations
          .filter(({to}) => to === incident.id)
          .map(relation => ({relation, kind: opposite[relation.kind], to: other.id}))
      )
    ]
    for (const {relation, kind, to} of told) {
      const id = tellingId(report, {id: to})
      if (inside.has(id)) continue
      const tie = ties.get(`${kind} ${id}`) ?? {to: id, kind, lag: relation.lag, told: []}
      ties.set(`${kind} ${id}`, tie)
      tie.told.push({report: report.report.id, quote: relation.quote})
    }
  }
  return [...ties.values()]
}
