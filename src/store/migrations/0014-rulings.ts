/**
 * Rulings about whole reports, claims that people add, and which reports nobody has decided about yet: the inbox asks that by index.
 *
 * `decision` follows from the rulings that hold and is written with each of them; here for those of an older store.
 */
import {type Kysely, sql} from 'kysely'

const statements = [
  `alter table ruling_targets drop constraint ruling_targets_part_check`,
  `alter table ruling_targets add constraint ruling_targets_part_check check (part in ('claims', 'ties', 'reports', 'tellings', 'others', 'leaves'))`,
  `create index rulings_undoes on rulings (undoes) where undoes is not null`,
  `alter table reports add column decision text check (decision in ('settled', 'discarded')), add column decided_by text`,
  `create index reports_undecided on reports (published_on, id) where decision is null`,
  `alter table claims add column added jsonb`,
  `create index claims_added on claims (report_id) where added is not null`,
  `create index reports_decided on reports (decision, published_on, id) where decision is not null`
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
  const {rows} = await sql<{id: string; kind: string; undoes: string | null}>`
    select id, kind, undoes from rulings order by seq desc`.execute(database)
  const undone = new Set<string>()
  for (const {id, undoes} of rows) if (undoes !== null && !undone.has(id)) undone.add(undoes)
  // The last first: an earlier one finds what a later one has decided.
  for (const {id, kind} of rows)
    if (['link', 'split', 'unlink'].includes(kind) && !undone.has(id))
      await sql`update reports set decision = 'settled', decided_by = ${id}
        where decision is null and id in (select report_id from ruling_targets where ruling_id = ${id} and part = 'tellings')`.execute(
        database
      )
}
