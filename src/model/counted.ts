/** How many there are of each kind of a list, each of them always there. */
import {z} from 'zod'

/** A record over an enum would stand in the document of the API with all its fields left to chance. */
export function counted<const Id extends string>(ids: readonly Id[]) {
  const fields = Object.fromEntries(ids.map(id => [id, z.number().int()]))
  return z.object(fields as Record<Id, z.ZodNumber>)
}
