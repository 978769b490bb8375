/**
 * How an incident is tied to others, as its reports tell it: a clash "hours after" a threat, one of "three attacks".
 *
 * A report ties its own happenings. A tie leads to what that report tells of the other one, by its key, which leads to the incident
 * that holds it, whatever that is linked with. Of each tie the other end has the opposite. Besides, people tie incidents of one chain of events.
 */
import type {IncidentTie} from '../model/assessment.ts'
import type {CodedReport, Incident, Relation} from '../model/contract.ts'
import type {Chains} from '../model/ruling.ts'

const opposite: Readonly<Record<Relation['kind'], IncidentTie['kind']>> = {
  after: 'before',
  before: 'after',
  'part-of': 'whole-of',
  'response-to': 'answered-by',
  'escalation-of': 'escalated-to'
}

const keyOf = ({report}: CodedReport, id: string) => `${report.id}/${id}`

/** Ties between members of one incident are left out. The reports that tell a tie stand in the order of the members. */
export function tiesOf(
  members: readonly {readonly report: CodedReport; readonly incident: Incident}[],
  chains: Chains = new Map()
): IncidentTie[] {
  const inside = new Set(members.map(({report, incident}) => keyOf(report, incident.id)))
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
      const key = keyOf(report, to)
      if (inside.has(key)) continue
      const tie = ties.get(`${kind} ${key}`) ?? {to: key, kind, lag: relation.lag, told: []}
      ties.set(`${kind} ${key}`, tie)
      tie.told.push({report: report.report.id, quote: relation.quote})
    }
    for (const {to, by, reason} of chains.get(keyOf(report, incident.id)) ?? [])
      if (!inside.has(to))
        ties.set(`same-chain ${to}`, {to, kind: 'same-chain', lag: null, told: [], ruled: {by, reason}})
  }
  return [...ties.values()]
}
