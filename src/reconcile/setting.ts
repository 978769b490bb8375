/** What rules ask of an incident besides its figures: where and when, how others code it, who takes part. */
import type {ActorKinds} from '../codebook/actor-kinds.ts'
import type {CodedReport, Incident, Place} from '../model/contract.ts'
import type {When} from '../model/date.ts'
import type {Setting} from './rule.ts'
import type {Scales} from './scales.ts'

interface Given {
  readonly members: readonly {readonly report: CodedReport; readonly incident: Incident}[]
  readonly lead: Incident
  readonly place: Place | null
  readonly when: When
  readonly scales: Scales
  readonly kinds: ActorKinds
  readonly accepted: readonly string[]
  readonly isDoerContested: boolean
}

export function settingOf({
  members,
  lead,
  place,
  when,
  scales,
  kinds,
  accepted,
  isDoerContested
}: Given): Setting {
  const {acled} = lead.codings
  return {
    when,
    place,
    acledEventType: typeof acled?.event_type === 'string' ? acled.event_type : null,
    dyad: dyadOf(members, kinds),
    accepted,
    isDoerContested,
    scales
  }
}

const unrest = new Set(['Protests', 'Riots'])

/** As most reports that UCDP would record have it; else by who stands on the sides of all reports together. */
function dyadOf(members: Given['members'], kinds: ActorKinds): Setting['dyad'] {
  const coded = members.flatMap(({incident}) => incident.codings.ucdp?.type_of_violence ?? [])
  const sorts = [...Map.groupBy(coded, sort => sort)].sort((a, b) => b[1].length - a[1].length)
  const organised = members.flatMap(({report, incident}) =>
    [...incident.sides.a, ...incident.sides.b].flatMap(id => {
      const actor = report.actors.find(each => each.id === id)
      if (!actor) return []
      if (
        kinds.isA(actor.kind, 'state-forces') ||
        (kinds.isA(actor.kind, 'government') && actor.kind !== 'office')
      )
        return ['state' as const]
      // Unknown gunmen are no organised actor.
      return kinds.isA(actor.kind, 'armed-group') && (actor.known !== null || actor.kind !== 'armed-group')
        ? ['other' as const]
        : []
    })
  )
  const [hasState, hasOther] = [organised.includes('state'), organised.includes('other')]
  const sort = sorts[0]?.[0]
  if (sort === 1 || (sort === undefined && hasState && hasOther)) return {a: 'state', b: 'other'}
  if (sort === 2) return {a: 'other', b: 'other'}
  if (sort === 3) return {a: hasState && !hasOther ? 'state' : 'other', b: 'civilians'}
  const isUnrest = members.some(({incident}) => unrest.has(String(incident.codings.acled?.event_type)))
  if (isUnrest) return null
  if (hasState) return {a: 'state', b: null}
  return hasOther ? {a: 'other', b: null} : null
}
