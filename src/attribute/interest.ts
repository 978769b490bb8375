/**
 * What interest a speaker has in what he tells (RECONCILE.md, "Who is a party").
 *
 * `party`: a side of the violence, or in its chain of command. `allied`: the
 * same government or movement outside that chain. The report's own words make
 * somebody party or allied, or affiliations of the registry that were checked and
 * hold on the day; an entry nobody checked makes the interest `unknown` by itself.
 */
import {type ActorKinds, actorKinds} from '../codebook/actor-kinds.ts'
import {type ActorRegistry, actorRegistry, type KnownActor} from '../codebook/actors.ts'
import type {Codebook} from '../codebook/codebook.ts'
import type {Attribution, Interest} from '../model/contract.ts'
import type {IsoDate} from '../model/date.ts'
import type {EventMention, NamedActor} from '../model/layers.ts'
import {registryTie, type Tie} from './registry-ties.ts'
import {toldTieFinder} from './told-tie.ts'

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
/** Ties to several sides: the closest says most. */
const closest: readonly Tie[] = ['party', 'allied', 'open', 'opposed']

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

/** `on`: the day of what is told; null where nobody knows it. */
export type InterestOf = (
  origin: Attribution,
  sides: readonly NamedActor[],
  actors: readonly NamedActor[],
  on: IsoDate | null
) => Interest

export function interestFinder(codebook: Codebook): InterestOf {
  const registry = actorRegistry(codebook)
  const kinds = actorKinds(codebook)
  const media = mediaByName(registry)
  const isToldTie = toldTieFinder(codebook)

  return (origin, sides, actors, on) => {
    const actor = actors.find(({id}) => id === origin.actor)
    const known = actor?.known ? registry.get(actor.known) : (media.get(origin.source.toLowerCase()) ?? null)
    const isOwnWord = (other: NamedActor) => isTold(other, registry)
    const state = sides.find(side => isForces(side, kinds) && isOwnWord(side))
    const sameState = (country: string | null) => !country || !state?.country || country === state.country
    const tie = known ? closestTie(registry, known, sides, on) : null
    if ((actor && sides.includes(actor)) || tie === 'party') return 'party'
    if (actor) {
      if (state && isForces(actor, kinds) && isOwnWord(actor) && sameState(actor.country)) return 'party'
      if (state && kinds.isA(actor.kind, 'government') && isOwnWord(actor) && sameState(actor.country))
        return 'allied'
      if (sides.some(side => tiedTo(actor, side) || tiedTo(side, actor) || shareTie(actor, side)))
        return 'allied'
    }
    const {quote} = origin
    if (!actor && quote && sides.some(side => isToldTie(quote, side))) return 'allied'
    if (tie) return tie === 'open' ? 'unknown' : tie
    if (actor && !isOwnWord(actor) && kinds.isA(actor.kind, 'state-forces')) return 'unknown'
    if (actor && !isOwnWord(actor) && kinds.isA(actor.kind, 'government')) return 'unknown'
    // Whose forces or officials speak is not said, or said to be another state's.
    if (actor && kinds.isA(actor.kind, 'international')) return 'independent'
    if (state && !(actor && !sameState(actor.country))) {
      if (origin.kind === 'security') return 'party'
      if (origin.kind === 'official') return 'allied'
    }
    return disinterested.has(origin.kind) ? 'independent' : 'unknown'
  }
}

/** Whether the report's own words say what the actor is: it is no entry of the registry, a checked one, or a body that every state has. */
function isTold({known}: NamedActor, registry: ActorRegistry): boolean {
  const entry = known ? registry.get(known) : null
  return !entry || entry.isStateBody || entry.checked !== ''
}

/** Forces of one state; those of an alliance are no state's own. */
function isForces({kind}: NamedActor, kinds: ActorKinds): boolean {
  return kinds.isA(kind, 'state-forces') && kind !== 'external-forces'
}

function closestTie(
  registry: ActorRegistry,
  speaker: KnownActor,
  sides: readonly NamedActor[],
  on: IsoDate | null
): Tie {
  const ties = sides.flatMap(({known}) => {
    const side = known ? registry.get(known) : null
    return side ? [registryTie(registry, speaker, side, on)] : []
  })
  return closest.find(tie => ties.includes(tie)) ?? null
}

/** Media and agencies by the names under which they publish, where a name is one's alone. */
function mediaByName({actors}: ActorRegistry): ReadonlyMap<string, KnownActor> {
  const media = actors.filter(({kind}) => kind === 'medium' || kind === 'agency')
  const byName = Map.groupBy(
    media.flatMap(actor => actor.names.map(name => ({name: name.toLowerCase(), actor}))),
    ({name}) => name
  )
  return new Map(
    [...byName].flatMap(([name, own]) => (own.length === 1 ? [[name, own[0]!.actor] as const] : []))
  )
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
