/** Where reports stand: in which incidents, and what a person decided about that. */
import {type Kysely, sql, type Transaction} from 'kysely'
import type {Decision} from '../model/ruling.ts'
import {blocksOf} from './blocks.ts'
import type {Tables} from './tables.ts'

/** What a report tells of one incident, and what founds that one. */
export interface Standing {
  readonly report: string
  readonly incident: string
  readonly founder: {readonly report: string; readonly incident: string}
}

export interface Decisions {
  /** Of these reports, in order of their keys. */
  standings(reports: readonly string[]): Promise<Standing[]>
}

export function decisionsIn(database: Kysely<Tables>): Decisions {
  return {
    async standings(reports) {
      const found: Standing[] = []
      for (const block of blocksOf(reports)) {
        const {rows} = await sql<Standing>`
          with holding as materialized (
            select key, report_id, incident_id from tellings where report_id in (${sql.join(block)}) and incident_id is not null),
          founded as materialized (
            select id, incident #> '{members,0}' as founder from incidents where id in (select incident_id from holding))
          select report_id as report, substring(key from length(report_id) + 2) as incident, founder - 'why' as founder
          from holding join founded on founded.id = incident_id order by key`.execute(database)
        found.push(...rows)
      }
      return found
    }
  }
}

/** Writes what holds of these reports from now on; one that is not in `decisions` is open again. */
export async function saveDecisions(
  tx: Transaction<Tables>,
  reports: readonly string[],
  decisions: ReadonlyMap<string, Decision>
): Promise<void> {
  for (const block of blocksOf(reports)) {
    const ids = block.map(
      id => sql`(${id}, ${decisions.get(id)?.state ?? null}, ${decisions.get(id)?.by ?? null})`
    )
    await sql`update reports set decision = said.state, decided_by = said.ruling
      from (values ${sql.join(ids)}) as said(id, state, ruling)
      where reports.id = said.id and (decision, decided_by) is distinct from (said.state, said.ruling)`.execute(
      tx
    )
  }
}
