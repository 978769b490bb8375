/** What a reader must know of the types of events, which are the codebook's own: family, rank, whether they damage. */
import type {Lists} from '../language.ts'

export interface EventKind {
  readonly id: string
  readonly family: string
  readonly rank: number
  readonly damage: boolean
}

export function eventKinds(lists: Lists): ReadonlyMap<string, EventKind> {
  const types = lists.entries('event-types.yaml') as readonly Partial<EventKind>[]
  return new Map(
    types.map(({id = '', family = '', rank = 0, damage = false}) => [id, {id, family, rank, damage}])
  )
}
