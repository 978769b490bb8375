/**
 * Who stood against whom.
 *
 * Side a holds the state where it takes part, else whoever acts in the weightiest event; side b the others.
 */

import type {ActorKinds} from '../codebook/actor-kinds.ts'
import type {EventType} from '../codebook/event-types.ts'
import type {Claim} from '../model/contract.ts'
import type {NamedActor} from '../model/layers.ts'
import {incidentRank} from './happenings.ts'

const violentFamilies = new Set([
  'clash',
  'riot',
  'crowd-control',
  'shooting',
  'attack',
  'explosion',
  'detention',
  'abduction',
  'threat',
  'protest'
])
const neverSides = new Set(['medium', 'agency', 'medical'])
const stateKinds = ['state-forces', 'government']

export interface Sides {
  readonly a: readonly string[]
  readonly b: readonly string[]
}

export function sidesOf(
  claims: readonly Claim[],
  types: ReadonlyMap<string, EventType>,
  actors: readonly NamedActor[],
  kinds: ActorKinds
): Sides {
  const byId = new Map(actors.map(actor => [actor.id, actor]))
  const events = claims.flatMap(({event, realis, polarity}) => {
    const type = event && types.get(event.type)
    return event &&
      type &&
      (violentFamilies.has(type.family) || type.rank >= incidentRank) &&
      realis !== 'hypothetical' &&
      polarity !== 'denied'
      ? [{event, rank: type.rank, family: type.family}]
      : []
  })
  events.sort((x, y) => y.rank - x.rank)
  const agents: string[] = []
  const patients: string[] = []
  const canBeSide = (id: string) => byId.has(id) && !neverSides.has(byId.get(id)!.kind)
  for (const {event} of events) {
    agents.push(...event.agent.filter(canBeSide))
    patients.push(...event.patient.filter(canBeSide))
  }
  // Who claims a deed that nobody is named for is taken at its word.
  if (agents.length === 0) agents.push(...claimants(claims).filter(canBeSide))
  const all = [...new Set([...agents, ...patients])]
  const isState = (id: string) => stateKinds.some(kind => kinds.isA(byId.get(id)!.kind, kind))
  const state = all.filter(isState)
  if (state.length && state.length < all.length) return {a: state, b: all.filter(id => !isState(id))}
  const a = all.filter(
    id => agents.includes(id) && (!patients.includes(id) || agents.indexOf(id) <= patients.indexOf(id))
  )
  const b = all.filter(id => !a.includes(id))
  // "The front and the guard traded fire": each is the other's side.
  if (b.length === 0 && a.length > 1 && events[0]!.family === 'clash')
    return {a: a.slice(0, 1), b: a.slice(1)}
  return {a, b}
}

function claimants(claims: readonly Claim[]): string[] {
  return claims.flatMap(({event, polarity}) =>
    event?.type === 'claim-of-responsibility' && polarity === 'affirmed' ? event.agent : []
  )
}
