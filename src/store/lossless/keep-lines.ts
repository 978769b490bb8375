/** Puts lines of a lossless export into a store, in the transaction that it stands in. What is there already stays as it is. */
import {randomBytes} from 'node:crypto'
import {sql} from 'kysely'
import type {CaptureLine, IncidentLine, NameLine} from '../../model/held-line.ts'
import type {Rows} from '../access.ts'
import {blocksOf} from '../blocks.ts'

export const keepingLines = ({database, change}: Rows) => ({
  /** What is in the store that an import would stand beside: "reports", "rulings", ...; null where nothing is. */
  async holds(): Promise<string | null> {
    for (const table of ['reports', 'captures', 'rulings', 'restricted_names', 'cleared_names'] as const) {
      const row = await database
        .selectFrom(table)
        .select(sql<number>`1`.as('one'))
        .limit(1)
        .executeTakeFirst()
      if (row) return table.replace('_', ' ')
    }
    return null
  },

  async heldRulings(ids: readonly string[]): Promise<Set<string>> {
    const rows = await database
      .selectFrom('rulings')
      .select('id')
      .where('id', 'in', [...ids, ''])
      .execute()
    return new Set(rows.map(({id}) => id))
  },

  /** How many were new. */
  async saveCaptures(lines: readonly CaptureLine[]): Promise<number> {
    const rows = lines.map(line => ({
      sha256: line.sha256,
      origin: line.origin,
      length: line.length,
      media_type: line.mediaType,
      requested_url: line.requestedUrl,
      redirects: JSON.stringify(line.redirects),
      final_url: line.finalUrl,
      status: line.status,
      headers: JSON.stringify(line.headers),
      fetched_at: line.fetchedAt,
      kept_at: line.keptAt,
      feed: line.feed,
      tool: line.tool
    }))
    let added = 0
    for (const block of blocksOf(rows))
      added += await change(
        async tx =>
          (
            await tx
              .insertInto('captures')
              .values(block)
              .onConflict(clash => clash.doNothing())
              .returning('number')
              .execute()
          ).length
      )
    return added
  },

  /** Whether it was new. Its salt is of this store, as the audit's hash of it is. */
  async saveName(line: NameLine): Promise<boolean> {
    const {id, name, reason, by: made_by, at: made_at} = line
    const row = {id, name, reason, made_by, made_at, salt: randomBytes(16).toString('hex')}
    const added = await change(tx =>
      line.kind === 'restricted-name'
        ? tx
            .insertInto('restricted_names')
            .values(row)
            .onConflict(clash => clash.doNothing())
            .returning('id')
            .executeTakeFirst()
        : tx
            .insertInto('cleared_names')
            .values({...row, incident: line.incident})
            .onConflict(clash => clash.doNothing())
            .returning('id')
            .executeTakeFirst()
    )
    return added !== undefined
  },

  /** Ids of those that are not in the store as the lines say. */
  async unlike(lines: readonly Pick<IncidentLine, 'id' | 'state'>[]): Promise<string[]> {
    const other: string[] = []
    for (const block of blocksOf(lines)) {
      const rows = await database
        .selectFrom('incidents')
        .select(['id', 'state'])
        .where(
          'id',
          'in',
          block.map(({id}) => id)
        )
        .execute()
      const states = new Map(rows.map(({id, state}) => [id, state]))
      for (const {id, state} of block) if (states.get(id) !== state) other.push(id)
    }
    return other
  }
})
