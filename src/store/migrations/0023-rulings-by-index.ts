/**
 * Rulings are found by what they are about and by who made them, so that none reads all of them; and claims that people moved
 * to another incident.
 */
import {type Kysely, sql} from 'kysely'

const statements = [
  `create index ruling_targets_found on ruling_targets (found) where part in ('tellings', 'others', 'leaves')`,
  `create index rulings_by on rulings ((ruling ->> 'by'), seq)`,
  `create index rulings_kind on rulings (kind, seq)`,
  `alter table claims add column moved jsonb`,
  `create index claims_moved on claims (report_id) where moved is not null`
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
