/**
 * What marks an incident for the tables of other codebooks: who takes part, who does the deed, who is hit, how it ended.
 *
 * The deed is what names the incident. `knownMarks` in src/codebook/codings.ts says what each mark means.
 */
import type {ActorKinds} from '../codebook/actor-kinds.ts'
import type {Mark, Marks} from '../codebook/codings.ts'
import type {EventType} from '../codebook/event-types.ts'
import type {Claim} from '../model/contract.ts'
import type {NamedActor} from '../model/layers.ts'
import {deathsOf} from './deaths.ts'
import type {Sides} from './sides.ts'

export interface Knowing {
  readonly types: ReadonlyMap<string, EventType>
  readonly actors: readonly NamedActor[]
  readonly kinds: ActorKinds
}

/** Who does the deeds of a type or a broader one, and whom they hit, where the claims name an actor. */
export function doersOf(
  claims: readonly Claim[],
  types: readonly string[]
): {doers: string[]; hit: string[]} {
  const deeds = claims.flatMap(({event}) => (event && types.includes(event.type) ? [event] : []))
  return {doers: deeds.flatMap(({agent}) => agent), hit: deeds.flatMap(({patient}) => patient)}
}

const crowds = ['protesters', 'civilians', 'organiser']
const stateKinds = ['state-forces', 'government']
const arms = ['state-forces', 'armed-group']
/** Groups of casualties that bear arms; the others are hit without. */
const armedGroups: Readonly<Record<string, string>> = {
  'security-forces': 'state-forces',
  militants: 'armed-group'
}
const massKilling = 20

export function marksOf(
  claims: readonly Claim[],
  sides: Sides,
  names: readonly string[],
  {types, actors, kinds}: Knowing
): Marks {
  const marks = new Set<Mark>()
  const kindOf = new Map(actors.map(({id, kind}) => [id, kind]))
  const isAny = (id: string, broader: readonly string[]) =>
    broader.some(kind => kinds.isA(kindOf.get(id), kind))
  const told = claims.filter(({realis, polarity}) => realis === 'happened' && polarity === 'affirmed')

  // An office is no force, whatever body it belongs to.
  const part = [...sides.a, ...sides.b].filter(id => kindOf.get(id) !== 'office')
  if (part.some(id => isAny(id, stateKinds))) marks.add('state')
  if (part.some(id => isAny(id, ['armed-group']))) marks.add('armed')
  if (part.some(id => isAny(id, ['civilians']))) marks.add('civilians')
  if (part.some(id => isAny(id, ['protesters']))) marks.add('crowd')

  const {doers, hit} = doersOf(claims, names)
  if (doers.some(id => isAny(id, stateKinds))) marks.add('state-acts')
  if (doers.some(id => isAny(id, ['armed-group']))) marks.add('armed-acts')
  if (doers.some(id => isAny(id, crowds))) marks.add('crowd-acts')
  const victims = told.flatMap(({casualties}) =>
    casualties && casualties.count?.max !== 0 && ['killed', 'injured'].includes(casualties.outcome)
      ? [armedGroups[casualties.group] ?? 'civilians']
      : []
  )
  const armedHit = hit.some(id => isAny(id, arms)) || victims.some(kind => kind !== 'civilians')
  const othersHit = hit.some(id => !isAny(id, arms)) || victims.includes('civilians')
  if (othersHit && !armedHit) marks.add('civilians-hit')
  if (armedHit) marks.add('forces-hit')
  const isArmed = (side: readonly string[]) => side.some(id => isAny(id, arms))
  if (isArmed(sides.a) && isArmed(sides.b) && !marks.has('civilians-hit')) marks.add('opposed')

  for (const {event} of told) {
    const own = event && types.get(event.type)
    if (!own) continue
    // Gunmen who block a road are no crowd.
    const isByArmed = event.agent.length
      ? event.agent.every(id => isAny(id, ['armed-group']))
      : own.id === 'blockade' && marks.has('armed')
    if (own.family === 'protest' && !isByArmed) marks.add('crowd')
    // Miners who throw stones are a crowd, whatever they are called.
    if (own.family === 'riot' && event.agent.some(id => crowds.includes(kindOf.get(id) ?? '')))
      marks.add('riotous').add('crowd')
    // A crowd that clashes is violent itself.
    if (own.family === 'clash' && own.id !== 'armed-clash' && marks.has('crowd')) marks.add('riotous')
    if (own.force) marks.add('forced')
    if (own.force === 'lethal') marks.add('lethal')
    if (own.id === 'armed-clash') marks.add('fought')
  }
  if (told.some(({casualties}) => casualties?.outcome === 'killed' && casualties.count?.max !== 0))
    marks.add('lethal')
  if ((deathsOf(told)?.best ?? 0) >= massKilling) marks.add('mass')

  const deeds = claims.filter(({event}) => event && names.includes(event.type))
  const isAll = (...wanted: Claim['realis'][]) =>
    deeds.length > 0 && deeds.every(({realis}) => wanted.includes(realis))
  // What a threat threatens is a deed of its own; the threat itself was made.
  if (types.get(names[0]!)?.family !== 'threat' && isAll('threatened', 'planned', 'feared', 'ordered'))
    marks.add('threatened')
  if (isAll('planned', 'ordered')) marks.add('planned')
  if (isAll('attempted', 'prevented')) marks.add('foiled')
  if (deeds.length > 0 && deeds.every(({polarity}) => polarity === 'denied')) marks.add('denied')
  return marks
}
