/** Questions about incidents that are held. */
import type {Kysely} from 'kysely'
import type {LinkedIncident} from '../model/assessment.ts'
import {type IncidentFilter, matching} from './incident-filter.ts'
import type {Tables} from './tables.ts'

type Database = Kysely<Tables>

export async function incidents(database: Database, filter: IncidentFilter): Promise<LinkedIncident[]> {
  let query = matching(database.selectFrom('incidents'), filter)
    .select('incident')
    .orderBy('from_day', 'desc')
    .orderBy('id')
  if (filter.limit !== undefined) query = query.limit(filter.limit)
  if (filter.offset !== undefined) query = query.offset(filter.offset)
  return (await query.execute()).map(({incident}) => incident)
}

export async function* everyIncident(database: Database, size: number): AsyncGenerator<LinkedIncident[]> {
  let after = ''
  while (true) {
    const rows = await database
      .selectFrom('incidents')
      .select(['id', 'incident'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(size)
      .execute()
    if (rows.length === 0) return
    yield rows.map(({incident}) => incident)
    after = rows.at(-1)!.id
  }
}

export async function incident(database: Database, id: string): Promise<LinkedIncident | null> {
  const row = await database
    .selectFrom('incidents')
    .select('incident')
    .where('id', '=', id)
    .executeTakeFirst()
  return (row?.incident as LinkedIncident | undefined) ?? null
}
