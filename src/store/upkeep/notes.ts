/** When the store was last backed up, and a backup tried: notes that are only ever added to. A restored store is the same to the last row, so none tells of that. */
import type {Kysely} from 'kysely'
import type {Rows} from '../access.ts'
import type {Tables} from '../tables.ts'

export type NoteKind = 'backup' | 'restore test'

export interface Note {
  readonly kind: NoteKind
  /** Instant, UTC. */
  readonly at: string
  readonly who: string
  readonly says: NoteSays
}

/** `file`: its name without its folder. `fault`: why a backup could not be put back; null where it could. */
export interface NoteSays {
  readonly file: string
  readonly rows: number
  readonly auditHead: string
  readonly contentHash: string
  readonly fault: string | null
}

export const notesIn = ({database, change, now}: Rows, who: string) => ({
  async add(kind: NoteKind, says: NoteSays): Promise<void> {
    const row = {kind, at: now().toISOString(), who, says: JSON.stringify(says)}
    await change(tx => tx.insertInto('upkeep').values(row).execute())
  },

  last: () => lastNotes(database)
})

/** The last of each kind; null where there is none. */
export async function lastNotes(database: Kysely<Tables>): Promise<Readonly<Record<NoteKind, Note | null>>> {
  const rows = await database
    .selectFrom('upkeep')
    .select(['kind', 'at', 'who', 'says'])
    .distinctOn('kind')
    .orderBy('kind')
    .orderBy('number', 'desc')
    .execute()
  const of = (kind: NoteKind) => rows.find(row => row.kind === kind) ?? null
  return {backup: of('backup'), 'restore test': of('restore test')}
}
