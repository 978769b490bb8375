/** What a person may ask of the list of incidents, and the conditions it becomes. */
import {type SelectQueryBuilder, sql} from 'kysely'
import {holding, wordsOf} from './search-words.ts'
import type {Tables} from './tables.ts'

export interface IncidentFilter {
  /** Only these. */
  readonly ids?: readonly string[] | undefined
  /** Days, both included. */
  readonly since?: string | undefined
  readonly until?: string | undefined
  /** Part of the name of the place, or a country code. */
  readonly place?: string | undefined
  readonly type?: string | undefined
  /** Part of the name of a side. */
  readonly actor?: string | undefined
  /** Words that stand in headline, place, sides, titles or outlets; the last may be a beginning. */
  readonly text?: string | undefined
  /** Whether some fact or figure is contested. */
  readonly contested?: boolean | undefined
  /** Of the place: site, town, area, admin1, country; "none" where it is not known. */
  readonly precision?: string | undefined
  /** Whether it has a point on the map. */
  readonly located?: boolean | undefined
  /** West, south, east, north in degrees; west is greater than east where the box crosses the antimeridian. */
  readonly bbox?: readonly [number, number, number, number] | undefined
  readonly limit?: number | undefined
  readonly offset?: number | undefined
}

type Query = SelectQueryBuilder<Tables, 'incidents', object>

/** `limit` and `offset` are left to the caller: a count has none. */
export function matching(
  query: Query,
  {ids, since, until, place, type, actor, bbox, text, contested, precision, located}: IncidentFilter
): Query {
  let found = query
  if (ids) found = found.where('id', 'in', [...ids, ''])
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
  const words = text === undefined ? null : wordsOf(text)
  if (words) found = found.where(holding(words))
  if (contested !== undefined) found = found.where('contested', '=', contested)
  if (precision)
    found = found.where(
      'precision',
      precision === 'none' ? 'is' : '=',
      precision === 'none' ? null : precision
    )
  if (located !== undefined) found = found.where('lat', located ? 'is not' : 'is', null)
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
export function partOf(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`
}
