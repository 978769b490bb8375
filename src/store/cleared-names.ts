/** Names that a person cleared for the public (SAFETY D2): the audit knows them as salted hashes alone. */
import {randomBytes} from 'node:crypto'
import type {DeskChange} from '../model/desk-change.ts'
import type {ClearedName} from '../model/public-incident.ts'
import type {Rows} from './access.ts'

type NameRow = Extract<DeskChange, {kind: 'cleared-name'}>['row']

export const clearedNamesIn = ({database, change, now}: Rows) => ({
  /** Those of everywhere, and those of this incident; without one, all. By the time they were cleared. */
  async all(incident?: string): Promise<ClearedName[]> {
    let query = database.selectFrom('cleared_names').selectAll()
    if (incident !== undefined)
      query = query.where(row => row.or([row('incident', 'is', null), row('incident', '=', incident)]))
    const rows = await query.orderBy('made_at').orderBy('id').execute()
    return rows.map(({id, name, incident, reason, made_by, made_at}) => ({
      id,
      name,
      incident,
      reason,
      by: made_by,
      at: made_at
    }))
  },

  /** `incident` null: everywhere. */
  async add(name: string, incident: string | null, reason: string, by: string): Promise<NameRow> {
    const id = randomBytes(6).toString('hex')
    const salt = randomBytes(16).toString('hex')
    const row = {id, name, incident, reason, salt, made_by: by, made_at: now().toISOString()}
    await this.put(row)
    return row
  },

  /** As it was before it was withheld. Gives back how many were not there. */
  async put(row: NameRow): Promise<number> {
    const done = await change(tx =>
      tx
        .insertInto('cleared_names')
        .values(row)
        .onConflict(clash => clash.doNothing())
        .executeTakeFirst()
    )
    return Number(done.numInsertedOrUpdatedRows)
  },

  /** It is withheld again. Gives back what was cleared; null where there is none. */
  async remove(id: string): Promise<NameRow | null> {
    const gone = await change(tx =>
      tx.deleteFrom('cleared_names').where('id', '=', id).returningAll().executeTakeFirst()
    )
    return gone ?? null
  }
})
