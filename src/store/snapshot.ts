/** What a store holds at one moment, read a part at a time while others go on writing. */
import {type Kysely, sql, type Transaction} from 'kysely'
import type {LinkedIncident} from '../model/assessment.ts'
import {auditHead, changedAt} from './audit.ts'
import {type IncidentFilter, matching} from './incident-filter.ts'
import type {Tables} from './tables.ts'

type Heading = Pick<LinkedIncident, 'id' | 'type' | 'place' | 'when'>

export interface Snapshot {
  /** Of the audit at this moment: "12:86bf5f...". */
  readonly auditHead: string
  /** Instant, UTC, of the last change; null: nothing was ever changed. */
  readonly changedAt: string | null
  /** How many incidents there are to read. */
  readonly total: number
  /** What and where and when each is, in the same order. */
  headings(): Promise<Heading[]>
  /** By day, the oldest first, then by id. */
  incidents(): AsyncGenerator<LinkedIncident>
}

/** Incidents read at once: some are told by hundreds of reports, and take a megabyte. */
const most = 20

/** What the work reads is of one moment. The embedded store has one connection: until the work is done, others wait. */
export function unmoved<T>(
  database: Kysely<Tables>,
  work: (tx: Transaction<Tables>) => Promise<T>
): Promise<T> {
  return database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)
}

/** The embedded store has one connection: until the work is done, others wait. */
export async function atOneMoment<T>(
  database: Kysely<Tables>,
  filter: IncidentFilter,
  work: (snapshot: Snapshot, tx: Transaction<Tables>) => Promise<T>
): Promise<T> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async tx => {
      const rows = await matching(tx.selectFrom('incidents'), filter)
        .select('id')
        .orderBy('from_day')
        .orderBy('id')
        .execute()
      const found = rows.map(({id}) => id)
      return work(
        {
          auditHead: await auditHead(tx),
          changedAt: await changedAt(tx),
          total: found.length,
          async headings() {
            const rows = await tx
              .selectFrom('incidents')
              .select(['id', 'type', sql<Pick<LinkedIncident, 'place' | 'when'>>`incident`.as('incident')])
              .where('id', 'in', [...found, ''])
              .execute()
            const byId = new Map(rows.map(row => [row.id, row]))
            return found.map(id => {
              const {type, incident} = byId.get(id)!
              return {id, type, place: incident.place, when: incident.when}
            })
          },
          async *incidents() {
            for (let at = 0; at < found.length; at += most) {
              const ids = found.slice(at, at + most)
              const rows = await tx
                .selectFrom('incidents')
                .select(['id', 'incident'])
                .where('id', 'in', ids)
                .execute()
              const byId = new Map(rows.map(({id, incident}) => [id, incident]))
              for (const id of ids) yield byId.get(id) as LinkedIncident
            }
          }
        },
        tx
      )
    })
}
