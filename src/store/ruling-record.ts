/** The record of rulings, asked by index: who made the last ones, what undoes what, which of some kinds hold. */
import {type Kysely, sql} from 'kysely'
import {activeRulings} from '../model/active-rulings.ts'
import type {Listed} from '../model/listing.ts'
import type {FoundRuling, Ruling, RulingAtHand} from '../model/ruling.ts'
import type {Page} from './listings.ts'
import {rulingsById} from './rulings.ts'
import {rulingsAtHand} from './rulings-at-hand.ts'
import type {Tables} from './tables.ts'

/** A ruling as undoing asks of it. */
export interface RulingStep extends Pick<Ruling, 'id' | 'kind' | 'undoes' | 'by'> {
  /** The later ruling has the higher number. */
  readonly seq: number
}

export interface RulingRecord {
  /** What these tellings hang together with, by their keys. */
  onTellings(keys: readonly string[]): Promise<RulingAtHand[]>
  /** A ruling with what it undoes, in the end, and all that undoes these; in the order they were made. Empty: there is none of this id. */
  around(id: string): Promise<RulingStep[]>
  /**
   * The last rulings of one person (`who`) or of all, so many, each with all that undoes it or that it undoes; in the order they
   * were made. `since`: the number from which on nothing of theirs is left out; 0: nothing is.
   */
  latest(who: string | null, most: number): Promise<{readonly steps: RulingStep[]; readonly since: number}>
  /** With what they name, by id; in the order they were made. */
  whole(ids: readonly string[]): Promise<FoundRuling[]>
  count(): Promise<number>
  /** Ids of those of these kinds that hold. */
  holding(kinds: readonly Ruling['kind'][]): Promise<string[]>
  /** Without undos, the last first, each with whether it holds. */
  page(page: Page): Promise<Listed<{readonly found: FoundRuling; readonly holds: boolean}>>
}

const columns = sql`rulings.id, rulings.kind, rulings.undoes, rulings.seq::integer as seq, rulings.ruling ->> 'by' as by`

export function rulingRecordIn(database: Kysely<Tables>): RulingRecord {
  /** `ids`: an SQL query for them. */
  const treesOf = async (ids: ReturnType<typeof sql>): Promise<RulingStep[]> => {
    const {rows} = await sql<RulingStep>`
      with recursive up as (
        select rulings.id, rulings.undoes from rulings where rulings.id in (${ids})
        union select rulings.id, rulings.undoes from up join rulings on rulings.id = up.undoes),
      own as (
        select id from up where undoes is null
        union select rulings.id from own join rulings on rulings.undoes = own.id)
      select ${columns} from own join rulings on rulings.id = own.id order by rulings.seq`.execute(database)
    return rows
  }

  return {
    onTellings: keys => rulingsAtHand(database, keys),

    around: id => treesOf(sql`${id}`),

    async latest(who, most) {
      const by = who === null ? sql`true` : sql`ruling ->> 'by' = ${who}`
      const {rows} = await sql<{seq: number}>`
        select seq::integer as seq from rulings where ${by} order by seq desc limit ${most}`.execute(database)
      const since = rows.length < most ? 0 : rows.at(-1)!.seq
      const steps = await treesOf(sql`
        select id from rulings where seq >= ${since} and ${by}
        union all select id from rulings where seq >= ${since} and undoes is not null`)
      return {steps, since}
    },

    whole: ids => rulingsById(database, ids),

    async count() {
      const {total} = await database
        .selectFrom('rulings')
        .select(sql<number>`count(*)::integer`.as('total'))
        .executeTakeFirstOrThrow()
      return total
    },

    async holding(kinds) {
      const {rows} = await sql<RulingStep>`
        select ${columns} from rulings where kind in (${sql.join([...kinds, 'undo'])}) order by seq`.execute(
        database
      )
      return activeRulings(rows).map(({id}) => id)
    },

    async page({limit, after}) {
      const rows = await database
        .selectFrom('rulings')
        .select(['id', sql<number>`seq::integer`.as('seq')])
        .where('kind', '<>', 'undo')
        .$if(after !== null, query => query.where(sql<boolean>`seq < ${after![0]}::text::bigint`))
        .orderBy('seq', 'desc')
        .limit(limit + 1)
        .execute()
      const shown = rows.slice(0, limit)
      const ids = shown.map(({id}) => id)
      const held = new Set(activeRulings(await treesOf(sql`${sql.join([...ids, ''])}`)).map(({id}) => id))
      const {total} = await database
        .selectFrom('rulings')
        .select(sql<number>`count(*)::integer`.as('total'))
        .where('kind', '<>', 'undo')
        .executeTakeFirstOrThrow()
      return {
        total,
        rows: (await rulingsById(database, ids))
          .reverse()
          .map(found => ({found, holds: held.has(found.ruling.id)})),
        next: rows.length > limit ? [`${shown.at(-1)!.seq}`] : null
      }
    }
  }
}
