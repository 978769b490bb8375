/** Names that nobody sees without the permission (SAFETY A5, D1): the audit knows them as salted hashes alone (C10). */
import {randomBytes} from 'node:crypto'
import type {DeskChange} from '../model/desk-change.ts'
import type {RestrictedName} from '../model/user.ts'
import type {Rows} from './access.ts'

type NameRow = Extract<DeskChange, {kind: 'restricted-name'}>['row']

export const restrictedNamesIn = ({database, change, now}: Rows) => ({
  /** By the time they were restricted. */
  async all(): Promise<RestrictedName[]> {
    const rows = await database
      .selectFrom('restricted_names')
      .selectAll()
      .orderBy('made_at')
      .orderBy('id')
      .execute()
    return rows.map(({id, name, reason, made_by, made_at}) => ({id, name, reason, by: made_by, at: made_at}))
  },

  async add(name: string, reason: string, by: string): Promise<NameRow> {
    const id = randomBytes(6).toString('hex')
    const salt = randomBytes(16).toString('hex')
    const row = {id, name, reason, salt, made_by: by, made_at: now().toISOString()}
    await this.put(row)
    return row
  },

  /** As it was before it was freed. Gives back how many were not there. */
  async put(row: NameRow): Promise<number> {
    const done = await change(tx =>
      tx
        .insertInto('restricted_names')
        .values(row)
        .onConflict(clash => clash.doNothing())
        .executeTakeFirst()
    )
    return Number(done.numInsertedOrUpdatedRows)
  },

  /** Gives back what is free; null where there is none. */
  async free(id: string): Promise<NameRow | null> {
    const gone = await change(tx =>
      tx.deleteFrom('restricted_names').where('id', '=', id).returningAll().executeTakeFirst()
    )
    return gone ?? null
  },

  /** Texts of reports, by id: where restricted words stand in them moves what stands behind. */
  async textsOf(reports: readonly string[]): Promise<Map<string, string>> {
    const rows = await database
      .selectFrom('reports')
      .select(['id', 'text'])
      .where('id', 'in', [...reports, ''])
      .execute()
    return new Map(rows.map(({id, text}) => [id, text]))
  }
})
