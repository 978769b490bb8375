/** What a store holds at one moment, read a part at a time while others go on writing. */
import {type Kysely, sql, type Transaction} from 'kysely'
import type {LinkedIncident} from '../model/assessment.ts'
import {auditHead, changedAt} from './audit.ts'
import {type IncidentFilter, matching} from './incident-filter.ts'
import {isEmbedded} from './open-database.ts'
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

/**
 * A server gives it in a transaction. The embedded store has one connection, and a transaction would keep everybody else out until
 * the work is done: there it is read question by question, and the end of the audit, the same before and after, says that nothing
 * was changed meanwhile. Where something was, the work is done once more, and nobody else is let in.
 */
export async function atOneMoment<T>(
  database: Kysely<Tables>,
  filter: IncidentFilter,
  work: (snapshot: Snapshot, database: Kysely<Tables>) => Promise<T>
): Promise<T> {
  if (isEmbedded(database)) {
    const end = await auditHead(database)
    const isUnchanged = async () => (await auditHead(database)) === end
    try {
      const result = await work(await snapshotOf(database, filter, isUnchanged), database)
      if (await isUnchanged()) return result
    } catch (error) {
      // What is of two moments may not fit together.
      if (await isUnchanged()) throw error
    }
  }
  return unmoved(database, async tx => work(await snapshotOf(tx, filter, async () => true), tx))
}

async function snapshotOf(
  database: Kysely<Tables>,
  filter: IncidentFilter,
  isUnchanged: () => Promise<boolean>
): Promise<Snapshot> {
  const all = await matching(database.selectFrom('incidents'), filter)
    .select('id')
    .orderBy('from_day')
    .orderBy('id')
    .execute()
  const found = all.map(({id}) => id)
  return {
    auditHead: await auditHead(database),
    changedAt: await changedAt(database),
    total: found.length,
    async headings() {
      const rows = await database
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
        const rows = await database
          .selectFrom('incidents')
          .select(['id', 'incident'])
          .where('id', 'in', ids)
          .execute()
        if (!(await isUnchanged())) throw new Error('The store was changed meanwhile')
        const byId = new Map(rows.map(({id, incident}) => [id, incident]))
        for (const id of ids) yield byId.get(id) as LinkedIncident
      }
    }
  }
}
