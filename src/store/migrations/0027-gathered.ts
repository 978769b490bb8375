/** An imported dataset that stands beside reports is no origin: it gathers what they say (src/reconcile/gathered.ts). No store from before has one. */
import {type Kysely, sql} from 'kysely'

export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`create or replace function incident_origins(incident jsonb) returns integer language sql immutable parallel safe as $$
    select count(*)::integer from (
      select told #>> '{}' from jsonb_path_query(incident, '$.facts[*].values[*].accounts[*]') as told
      union
      select told #>> '{}' from jsonb_path_query(incident,
        '$.assessments.dateline.*.accounts[*] ? ((@.max == null || @.max > 0) && !exists(@.gathered)).account') as told
    ) as telling(id)
    where id not in (select told #>> '{}' from jsonb_path_query(incident, '$.accounts[*] ? (@.origin == "unattributed").id') as told) $$`.execute(
    database
  )
}
