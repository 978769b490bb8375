/** Claims of one deed as the tables of `codebook/codings/` ask for it. */
import type {ActorKinds} from '../codebook/actor-kinds.ts'
import {type Codable, plainWords} from '../codebook/codings.ts'
import type {EventType} from '../codebook/event-types.ts'
import type {Claim} from '../model/contract.ts'
import type {NamedActor} from '../model/layers.ts'
import {marksOf} from './marks.ts'
import {sidesOf} from './sides.ts'

/** `type`: of the deed that names the incident; the other claims tell what went with it. */
export function codableOf(
  claims: readonly Claim[],
  type: EventType,
  types: ReadonlyMap<string, EventType>,
  actors: readonly NamedActor[],
  kinds: ActorKinds
): Codable & {readonly sides: ReturnType<typeof sidesOf>} {
  const names = type.broader === undefined ? [type.id] : [type.id, type.broader]
  const sides = sidesOf(claims, types, actors, kinds)
  return {
    types: names,
    sides,
    marks: marksOf(claims, sides, names, {types, actors, kinds}),
    words: plainWords(
      claims.flatMap(({event, quote}) => (event && names.includes(event.type) ? [quote.text] : []))
    )
  }
}
