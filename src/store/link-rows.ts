/**
 * Tellings and the blocks they are filed under, within one transaction: what linking new reports reads and writes.
 *
 * Every question is by index, and reads as many rows as it gives back.
 */
import {sql, type Transaction} from 'kysely'
import type {LinkedIncident} from '../model/assessment.ts'
import type {CodedReport} from '../model/contract.ts'
import type {RulingAtHand} from '../model/ruling.ts'
import type {NearPair, Telling} from '../model/telling.ts'
import {arrayOf as list} from './array.ts'
import {codedReports} from './coded-reports.ts'
import {removeIncidents, saveIncidents} from './incident-rows.ts'
import {movePairs, removePairs, saveNear} from './near-pairs.ts'
import {rulingsAtHand} from './rulings-at-hand.ts'
import {SourceRows} from './source-rows.ts'
import type {Tables} from './tables.ts'
import {triage} from './triage.ts'

/** A telling on its way into the store. */
export interface FiledTelling {
  readonly telling: Telling
  readonly rank: number
  /** Blocks that it is filed under. */
  readonly filed: readonly number[]
}

export interface StoredTelling {
  readonly number: number
  /** The smallest number that it hangs together with; null while it is not linked. */
  readonly component: number | null
  readonly incidentId: string | null
  /** How likely it is of its incident, by the one it is most like there; null where it was compared with none of them. */
  readonly score: number | null
  readonly telling: Telling
}

/** Where a telling belongs from now on. */
export interface Placing {
  readonly number: number
  readonly component: number
  readonly incidentId: string
  readonly score: number | null
}

const columns = ['number', 'component', 'incident_id', 'score', 'telling'] as const
/** Values a statement: a plan is made for each, and answers are held in memory. */
const perStatement = 5000

export class LinkRows {
  readonly #tx: Transaction<Tables>
  /** Rows that the questions gave back so far. */
  rowsRead = 0

  constructor(tx: Transaction<Tables>) {
    this.#tx = tx
  }

  /** The first by id of the reports that are not linked yet: new ones, and those of an ingest that was cut short. */
  async unlinkedReports(most: number): Promise<string[]> {
    const rows = await this.#tx
      .selectFrom('reports')
      .select('id')
      .where('linked', '=', false)
      .orderBy('id')
      .limit(most)
      .execute()
    return rows.map(({id}) => id)
  }

  /** The rulings that these tellings hang together with, by their keys. */
  rulingsOn(keys: readonly string[]): Promise<RulingAtHand[]> {
    return rulingsAtHand(this.#tx, keys)
  }

  /** Which of these reports do not count, as a person said. */
  async discarded(reports: readonly string[]): Promise<Set<string>> {
    const found = new Set<string>()
    for (const some of slices(reports, perStatement)) {
      const rows = await this.#tx
        .selectFrom('reports')
        .select('id')
        .where('decision', '=', 'discarded')
        .where('id', 'in', some)
        .execute()
      for (const {id} of rows) found.add(id)
    }
    return found
  }

  /** Their numbers, in the order given. */
  async add(tellings: readonly FiledTelling[]): Promise<StoredTelling[]> {
    const stored: StoredTelling[] = []
    for (const some of slices(tellings, 1000)) {
      const rows = await this.#tx
        .insertInto('tellings')
        .values(
          some.map(({telling, rank}) => ({
            key: telling.key,
            report_id: telling.report,
            rank,
            telling: JSON.stringify(telling)
          }))
        )
        .returning(['key', 'number'])
        .execute()
      const numbers = new Map(rows.map(({key, number}) => [key, number]))
      for (const {telling} of some)
        stored.push({
          number: numbers.get(telling.key)!,
          component: null,
          incidentId: null,
          score: null,
          telling
        })
    }
    const entries = tellings.flatMap(({rank, filed}, i) =>
      filed.map(block => ({block, rank, telling: stored[i]!.number}))
    )
    for (const some of slices(entries, 20_000)) {
      await sql`insert into telling_blocks
        select * from unnest(${list(some.map(({block}) => block))}::text::bigint[],
          ${list(some.map(({rank}) => rank))}::text::bigint[],
          ${list(some.map(({telling}) => telling))}::text::integer[])`.execute(this.#tx)
    }
    return stored
  }

  /** In each block the first by rank, so many of them at most; blocks with nobody are left out. */
  async firstIn(blocks: readonly number[], most: number): Promise<Map<number, number[]>> {
    const found = new Map<number, number[]>()
    for (const some of slices(blocks, perStatement)) {
      const {rows} = await sql<{block: number; telling: number}>`
        select asked.block, near.telling from unnest(${list(some)}::text::bigint[]) as asked(block)
        cross join lateral (
          select telling, rank from telling_blocks where block = asked.block order by rank, telling limit ${most}
        ) as near order by asked.block, near.rank, near.telling`.execute(this.#tx)
      this.rowsRead += rows.length
      for (const {block, telling} of rows) {
        const own = found.get(block)
        if (own) own.push(telling)
        else found.set(block, [telling])
      }
    }
    return found
  }

  /** Numbers of all that are filed under one of the blocks, but for some. */
  async filedUnder(blocks: readonly number[], besides: ReadonlySet<number>): Promise<number[]> {
    const found = new Set<number>()
    // A block at a time: the planner takes many full ones for the whole table.
    for (const block of blocks) {
      const {rows} = await sql<{telling: number}>`
        select telling from telling_blocks where block = ${block}`.execute(this.#tx)
      this.rowsRead += rows.length
      for (const {telling} of rows) if (!besides.has(telling)) found.add(telling)
    }
    return [...found]
  }

  numbered(numbers: Iterable<number>): Promise<StoredTelling[]> {
    return this.#where('number', [...numbers])
  }

  inComponents(components: Iterable<number>): Promise<StoredTelling[]> {
    return this.#where('component', [...components])
  }

  keyed(keys: Iterable<string>): Promise<StoredTelling[]> {
    return this.#where('key', [...keys])
  }

  async #where(
    column: 'number' | 'component' | 'key',
    values: readonly (number | string)[]
  ): Promise<StoredTelling[]> {
    const found: StoredTelling[] = []
    for (const some of slices(values, perStatement)) {
      const rows = await this.#tx
        .selectFrom('tellings')
        .select(columns)
        .where(column, 'in', some as never)
        .execute()
      this.rowsRead += rows.length
      for (const {number, component, incident_id, score, telling} of rows)
        found.push({
          number,
          component,
          incidentId: incident_id,
          score,
          telling: JSON.parse(telling) as Telling
        })
    }
    return found
  }

  async place(placings: readonly Placing[]): Promise<void> {
    for (const some of slices(placings, perStatement)) {
      await sql`update tellings set component = placed.component, incident_id = placed.incident, score = placed.score
        from unnest(${list(some.map(({number}) => number))}::text::integer[],
          ${list(some.map(({component}) => component))}::text::integer[],
          ${list(some.map(({incidentId}) => incidentId))}::text::text[],
          ${list(some.map(({score}) => score))}::text::double precision[]) as placed(number, component, incident, score)
        where tellings.number = placed.number`.execute(this.#tx)
      await movePairs(
        this.#tx,
        some.map(({number}) => number)
      )
    }
  }

  /** Puts these near pairs in place of all that were between two of the tellings. */
  saveNear(tellings: readonly number[], pairs: readonly NearPair[]): Promise<void> {
    return saveNear(this.#tx, tellings, pairs)
  }

  /** Incidents of these reports that no telling is in: those of a store from before there were tellings. */
  async incidentsWithoutTellings(reports: readonly string[]): Promise<string[]> {
    const found = new Set<string>()
    for (const some of slices(reports, perStatement)) {
      const rows = await this.#tx
        .selectFrom('incident_reports')
        .select('incident_id')
        .distinct()
        .where('report_id', 'in', some)
        .where(({not, exists, selectFrom}) =>
          not(
            exists(
              selectFrom('tellings')
                .select('number')
                .whereRef('tellings.incident_id', '=', 'incident_reports.incident_id')
            )
          )
        )
        .execute()
      for (const {incident_id} of rows) found.add(incident_id)
    }
    return [...found]
  }

  codedReports(ids: readonly string[]): Promise<CodedReport[]> {
    return codedReports(this.#tx, ids)
  }

  /** Who publishes, is credited and speaks in reports and incidents. */
  get sources(): SourceRows {
    return new SourceRows(this.#tx)
  }

  /** Incidents that are no more. */
  removeIncidents(ids: readonly string[]): Promise<void> {
    return removeIncidents(this.#tx, ids)
  }

  saveIncidents(incidents: readonly LinkedIncident[]): Promise<void> {
    return saveIncidents(this.#tx, incidents)
  }

  /** Writes into the inbox what linking found of these reports. */
  triage(reports: Iterable<string>): Promise<void> {
    return triage(this.#tx, [...reports])
  }

  /** They need no linking from now on. */
  async markLinked(reports: readonly string[]): Promise<void> {
    for (const some of slices(reports, perStatement))
      await this.#tx.updateTable('reports').set({linked: true}).where('id', 'in', some).execute()
  }

  /** Takes the tellings of these reports out, with the blocks they were filed under; gives them back. */
  async remove(
    reports: readonly string[],
    filed: (telling: Telling) => FiledTelling
  ): Promise<StoredTelling[]> {
    const numbers: number[] = []
    for (const some of slices(reports, perStatement)) {
      const rows = await this.#tx
        .selectFrom('tellings')
        .select('number')
        .where('report_id', 'in', some)
        .execute()
      numbers.push(...rows.map(({number}) => number))
    }
    const gone = await this.numbered(numbers)
    await removePairs(this.#tx, numbers)
    for (const some of slices(gone, 1000)) {
      const entries = some.flatMap(({number, telling}) => {
        const {rank, filed: blocks} = filed(telling)
        return blocks.map(block => ({block, rank, number}))
      })
      await sql`delete from telling_blocks using unnest(${list(entries.map(({block}) => block))}::text::bigint[],
          ${list(entries.map(({rank}) => rank))}::text::bigint[],
          ${list(entries.map(({number}) => number))}::text::integer[]) as gone(block, rank, telling)
        where telling_blocks.block = gone.block and telling_blocks.rank = gone.rank and telling_blocks.telling = gone.telling`.execute(
        this.#tx
      )
      await this.#tx
        .deleteFrom('tellings')
        .where(
          'number',
          'in',
          some.map(({number}) => number)
        )
        .execute()
    }
    return gone
  }
}

function* slices<T>(rows: readonly T[], size: number): Generator<T[]> {
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size)
}
