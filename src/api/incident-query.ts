/** What may be asked of incidents, by whichever route; and what an asker may find out by it. */
import {z} from '@hono/zod-openapi'
import {coarseBox} from '../workflows/withhold.ts'
import type {Asker} from './desk.ts'
import {Bbox, Day, Flag} from './values.ts'

export const IncidentQuery = {
  since: Day.optional(),
  until: Day.optional(),
  place: z.string().max(200).optional().describe('Part of its name, or a country code'),
  type: z.string().max(100).optional(),
  actor: z.string().max(200).optional().describe('Part of the name of a side'),
  text: z.string().max(500).optional().describe('Words of headline, place, sides, titles, outlets'),
  bbox: Bbox.optional(),
  located: Flag.optional().describe('Whether it has a point on the map'),
  contested: Flag.optional(),
  precision: z.enum(['site', 'town', 'area', 'admin1', 'country', 'none']).optional()
}

/** Whether they are given places as they are. */
export const seesExactly = ({permissions}: Asker): boolean => permissions.has('read-restricted')

/** A box made ever smaller would find out what is not shown. */
export function boxFor<Query extends {readonly bbox?: [number, number, number, number] | undefined}>(
  query: Query,
  asker: Asker
): Query {
  return query.bbox && !seesExactly(asker) ? {...query, bbox: coarseBox(query.bbox)} : query
}
