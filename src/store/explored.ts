/** Questions about a whole set of incidents at once: where, when and how many, for a map and a plot of time. */
import {type Kysely, sql} from 'kysely'
import {type IncidentFilter, matching} from './incident-filter.ts'
import type {Tables} from './tables.ts'

/** An incident as a map and its list show it. Days are ISO; figures by outcome: low, high, 1 where open and 2 where contested. */
export type ExploredRow = readonly [
  id: string,
  type: string,
  from: string,
  to: string,
  exact: boolean,
  contested: boolean,
  reports: number,
  accounts: number,
  place: string | null,
  country: string | null,
  precision: string | null,
  lat: number | null,
  lon: number | null,
  figures: Readonly<Record<string, readonly [low: number | null, high: number | null, flags: number]>>
]

/** Incidents with these first and last days. */
export interface DayCount {
  readonly from: string
  readonly to: string
  readonly incidents: number
  readonly contested: number
}

const count = sql<number>`count(*)::integer`

export class Explored {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** How many there are, and how many of them have a point on the map. */
  totals(filter: IncidentFilter): Promise<{readonly total: number; readonly placed: number}> {
    return this.#matching(filter)
      .select([count.as('total'), sql<number>`count(lat)::integer`.as('placed')])
      .executeTakeFirstOrThrow()
  }

  /** In the order of the list of incidents: by day, the newest first. */
  async incidents(filter: IncidentFilter, most: number): Promise<ExploredRow[]> {
    const newest = this.#matching(filter)
      .select(['point', 'from_day', 'id'])
      .orderBy('from_day', 'desc')
      .orderBy('id')
      .limit(most)
      .as('newest')
    // One value: 20,000 rows of it would take the database's driver longer than the database.
    const {lines} = await this.#database
      .selectFrom(newest)
      .select(sql<string | null>`string_agg(point, ',' order by from_day desc, id)`.as('lines'))
      .executeTakeFirstOrThrow()
    return JSON.parse(`[${lines ?? ''}]`) as ExploredRow[]
  }

  days(filter: IncidentFilter): Promise<DayCount[]> {
    return this.#matching(filter)
      .select(['from_day as from', 'to_day as to', count.as('incidents')])
      .select(sql<number>`(count(*) filter (where contested))::integer`.as('contested'))
      .groupBy(['from_day', 'to_day'])
      .orderBy('from_day')
      .orderBy('to_day')
      .execute()
  }

  /** Reports that tell of these incidents, each once, by day of publication; null where that is not known. */
  reportDays(filter: IncidentFilter): Promise<{readonly day: string | null; readonly reports: number}[]> {
    // Of the narrow rows that the inbox has: those of reports hold their texts. Joined, and each counted once: without
    // statistics the database takes the reports of a subquery for a few hundred, and looks each of them up.
    const told = this.#database.selectFrom('incident_reports').innerJoin('triage', 'triage.id', 'report_id')
    const isNarrowed = Object.values(filter).some(value => value !== undefined)
    return told
      .$if(isNarrowed, query => query.where('incident_id', 'in', this.#matching(filter).select('id')))
      .select(['published_on as day', sql<number>`count(distinct report_id)::integer`.as('reports')])
      .groupBy('published_on')
      .orderBy('published_on')
      .execute()
  }

  #matching(filter: IncidentFilter) {
    return matching(this.#database.selectFrom('incidents'), filter)
  }
}
