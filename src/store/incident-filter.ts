/** What a person may ask of the list of incidents, and the conditions it becomes. */
import {type SelectQueryBuilder, sql} from 'kysely'
import type {Tables} from './tables.ts'

export interface IncidentFilter {
  /** Days, both included. */
  readonly since?: string
  readonly until?: string
  /** Part of the name of the place, or a country code. */
  readonly place?: string
  readonly type?: string
  /** Part of the name of a side. */
  readonly actor?: string
  /** West, south, east, north in degrees; west is greater than east where the box crosses the antimeridian. */
  readonly bbox?: readonly [number, number, number, number]
  readonly limit?: number
  readonly offset?: number
}

type Query = SelectQueryBuilder<Tables, 'incidents', object>

/** `limit` and `offset` are left to the caller: a count has none. */
export function matching(query: Query, {since, until, place, type, actor, bbox}: IncidentFilter): Query {
  let found = query
  if (since) found = found.where('to_day', '>=', since)
  if (until) found = found.where('from_day', '<=', until)
  if (type) found = found.where('type', '=', type)
  if (place) {
    found = found.where(where =>
      where.or([where('place', 'ilike', partOf(place)), where('country', '=', place.toUpperCase())])
    )
  }
  if (actor) {
    found = found.where(
      sql<boolean>`exists (
        select 1 from jsonb_array_elements_text((incident #> '{sides,a}') || (incident #> '{sides,b}')) as side
        where side ilike ${partOf(actor)})`
    )
  }
  if (bbox) {
    const [west, south, east, north] = bbox
    found = found.where('lat', '>=', south).where('lat', '<=', north)
    found =
      west <= east
        ? found.where('lon', '>=', west).where('lon', '<=', east)
        : found.where(where => where.or([where('lon', '>=', west), where('lon', '<=', east)]))
  }
  return found
}

/** "100%" is looked for as it is written. */
function partOf(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`
}
