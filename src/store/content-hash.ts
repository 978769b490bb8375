/**
 * What a store holds, as one hash: reports with their codings and claims, incidents, rulings.
 *
 * Two stores of one hash hold the same, whatever the order, the number of processes and the kind of store. The log of
 * items, the audit, the instants of ingests and all that can be made again from the rest play no part.
 */
import {createHash} from 'node:crypto'
import {type Kysely, type RawBuilder, sql} from 'kysely'
import type {Tables} from './tables.ts'

const parts: Readonly<Record<string, RawBuilder<unknown>>> = {
  reports: sql`select jsonb_build_array(id, sha256, url, outlet, title, published_on, language, text, coded, given) as held from reports`,
  claims: sql`select jsonb_build_array(report_id, claim_id, position, about, claim) as held from claims`,
  incidents: sql`select jsonb_build_array(id, incident) as held from incidents`,
  rulings: sql`select jsonb_build_array(id, ruling) as held from rulings`
}

/** SHA-256 over the number of rows of each part and the sum, bit by bit, of their hashes: rows need no order. */
export async function contentHash(database: Kysely<Tables>): Promise<string> {
  const all = createHash('sha256')
  for (const [name, rows] of Object.entries(parts)) {
    const {rows: found} = await sql<{count: number; sum: string}>`
      select count(*)::integer as count,
        coalesce(bit_xor(('x' || encode(sha256(convert_to(held::text, 'UTF8')), 'hex'))::bit(256))::text, '') as sum
      from (${rows}) as part`.execute(database)
    const {count, sum} = found[0]!
    all.update(`${name} ${count} ${sum}\n`)
  }
  return all.digest('hex')
}
