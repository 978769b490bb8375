/** In which order incidents are listed; each by an index of its own (migrations 0011 and 0021). */
import {type RawBuilder, sql} from 'kysely'
import type {IncidentOrder} from '../model/listing.ts'

export type {IncidentOrder} from '../model/listing.ts'

interface Order {
  /** Null stands last. */
  readonly by: RawBuilder<unknown>
  readonly type: 'text' | 'bigint'
  readonly isRising?: true
}

/** Then by id. */
export const incidentOrders: Readonly<Record<IncidentOrder, Order>> = {
  newest: {by: sql`from_day`, type: 'text'},
  oldest: {by: sql`from_day`, type: 'text', isRising: true},
  changed: {by: sql`since`, type: 'text'},
  reports: {by: sql`(row ->> 'reports')::integer`, type: 'bigint'},
  killed: {by: sql`(row #>> '{figures,killed,high}')::bigint`, type: 'bigint'}
}

/** Rows behind the keys of the last row of a page: by what it was sorted, and its id. */
export function behindIn(order: IncidentOrder, [last, id]: readonly (string | null)[]): RawBuilder<boolean> {
  const {by, type, isRising} = incidentOrders[order]
  if (last === null) return sql<boolean>`(${by} is null and id > ${id})`
  const key = sql`${last}::text::${sql.raw(type)}`
  return isRising
    ? sql<boolean>`(${by} > ${key} or (${by} = ${key} and id > ${id}))`
    : sql<boolean>`(${by} < ${key} or ${by} is null or (${by} = ${key} and id > ${id}))`
}
