/**
 * Who stood against whom, and what marks the incident for the tables of other codebooks.
 *
 * Side a holds the state where it takes part, else whoever acts in the weightiest event; side b the others.
 */

import type {ActorKinds} from '../codebook/actor-kinds.ts'
import type {Marks} from '../codebook/codings.ts'
import type {EventType} from '../codebook/event-types.ts'
import type {Claim} from '../model/contract.ts'
import type {NamedActor} from '../model/layers.ts'

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
  const events = claims.flatMap(({event, realis}) => {
    const type = event && types.get(event.type)
    return event && type && violentFamilies.has(type.family) && realis !== 'hypothetical'
      ? [{event, rank: type.rank}]
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
  const all = [...new Set([...agents, ...patients])]
  const isState = (id: string) => stateKinds.some(kind => kinds.isA(byId.get(id)!.kind, kind))
  const state = all.filter(isState)
  if (state.length && state.length < all.length) return {a: state, b: all.filter(id => !isState(id))}
  const a = all.filter(
    id => agents.includes(id) && (!patients.includes(id) || agents.indexOf(id) <= patients.indexOf(id))
  )
  return {a, b: all.filter(id => !a.includes(id))}
}

export function marksOf(
  claims: readonly Claim[],
  sides: Sides,
  types: ReadonlyMap<string, EventType>,
  actors: readonly NamedActor[],
  known: ActorKinds
): Marks {
  const own = [...sides.a, ...sides.b].map(id => actors.find(actor => actor.id === id)?.kind)
  const kinds = new Set(own.flatMap(kind => (kind && kind !== 'office' ? known.upFrom(kind) : [])))
  const marks = new Set<string>()
  if (kinds.has('state-forces') || kinds.has('government')) marks.add('state')
  if (kinds.has('armed-group')) marks.add('armed')
  if (kinds.has('civilians')) marks.add('civilians')
  const told = claims.filter(({realis, polarity}) => realis === 'happened' && polarity === 'affirmed')
  const kindOf = (id: string) => actors.find(actor => actor.id === id)?.kind
  for (const {event, casualties, quote} of told) {
    const type = event && types.get(event.type)
    if (type?.family === 'protest') marks.add('crowd')
    // Miners who throw stones are a crowd, whatever they are called.
    const byCrowd = event?.agent.some(id =>
      ['protesters', 'civilians', 'organiser'].includes(kindOf(id) ?? '')
    )
    if (type?.family === 'riot' && byCrowd) marks.add('riotous').add('crowd')
    if (type?.force) marks.add('forced')
    if (type?.force === 'lethal' || (casualties?.outcome === 'killed' && casualties.count?.max !== 0))
      marks.add('lethal')
    if (/suicide/i.test(quote.text)) marks.add('suicide')
  }
  if (kinds.has('protesters')) marks.add('crowd')
  return marks
}
