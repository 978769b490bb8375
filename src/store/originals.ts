/** Bytes as received, written once under their hashes. */
import type {Kysely} from 'kysely'
import {blocksOf, inOrder} from './blocks.ts'
import type {Tables} from './tables.ts'

export interface Original {
  readonly sha256: string
  readonly bytes: Uint8Array
}

export async function saveOriginals(database: Kysely<Tables>, originals: readonly Original[]): Promise<void> {
  for (const block of blocksOf(inOrder(originals, ({sha256}) => sha256))) {
    await database
      .insertInto('originals')
      .values(block.map(({sha256, bytes}) => ({sha256, bytes})))
      .onConflict(clash => clash.doNothing())
      .execute()
  }
}

/** One that is not held is left out. */
export async function originals(
  database: Kysely<Tables>,
  hashes: readonly string[]
): Promise<Map<string, Uint8Array>> {
  const rows = await database
    .selectFrom('originals')
    .selectAll()
    .where('sha256', 'in', [...hashes, ''])
    .execute()
  return new Map(rows.map(({sha256, bytes}) => [sha256, bytes]))
}
