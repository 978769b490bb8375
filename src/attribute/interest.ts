/**
 * What interest a speaker has in what he tells (RECONCILE.md, "Who is a party").
 *
 * `party`: a side of the violence, or in its chain of command. `allied`: the
 * same government or movement outside that chain. Only the report's own words
 * make somebody party or allied here; a registry entry nobody checked does not.
 */
import type {Attribution, Interest} from '../model/contract.ts'
import type {EventMention, NamedActor} from '../model/layers.ts'

/** Families of events whose agents and patients are sides of the violence. */
const violent = new Set([
  'clash',
  'riot',
  'crowd-control',
  'shooting',
  'attack',
  'explosion',
  'detention',
  'abduction'
])
const bystanders = new Set(['civilians', 'medium', 'agency', 'medical', 'international'])
const disinterested = new Set(['correspondent', 'witness', 'footage', 'medical', 'agency'])
const stateKinds = new Set(['government', 'office'])

export function sidesOf(
  events: readonly EventMention[],
  families: ReadonlyMap<string, string>,
  actors: readonly NamedActor[]
): NamedActor[] {
  const ids = new Set(
    events
      .filter(event => violent.has(families.get(event.type) ?? ''))
      .flatMap(event => [...event.agents, ...event.patients])
      .map(({id}) => id)
  )
  return actors.filter(actor => ids.has(actor.id) && !bystanders.has(actor.kind))
}

export function interestOf(
  origin: Attribution,
  sides: readonly NamedActor[],
  actors: readonly NamedActor[]
): Interest {
  const actor = actors.find(({id}) => id === origin.actor)
  const stateIsSide = sides.find(side => side.kind === 'state-forces')
  const sameState = (country: string | null) =>
    !country || !stateIsSide?.country || country === stateIsSide.country
  if (actor) {
    if (sides.includes(actor)) return 'party'
    if (stateIsSide && actor.kind === 'state-forces' && sameState(actor.country)) return 'party'
    if (stateIsSide && stateKinds.has(actor.kind) && sameState(actor.country)) return 'allied'
    if (sides.some(side => tiedTo(actor, side) || tiedTo(side, actor) || shareTie(actor, side)))
      return 'allied'
  }
  if (stateIsSide && origin.kind === 'security') return 'party'
  if (stateIsSide && origin.kind === 'official') return 'allied'
  return disinterested.has(origin.kind) ? 'independent' : 'unknown'
}

function tiedTo(actor: NamedActor, other: NamedActor): boolean {
  const names = [other.id, other.name, ...other.aliases].map(name => name.toLowerCase())
  return actor.affiliations.some(({to}) =>
    names.some(name => to.toLowerCase() === name || to.toLowerCase().includes(` ${name}`))
  )
}

function shareTie(a: NamedActor, b: NamedActor): boolean {
  return a.affiliations.some(one =>
    b.affiliations.some(other => one.to.toLowerCase() === other.to.toLowerCase())
  )
}
