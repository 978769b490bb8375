/**
 * Keeps originals, reports, claims and incidents, in embedded PGlite or any PostgreSQL by URL.
 *
 * All SQL of the project is in this folder.
 */
import {Kysely, PGliteDialect, PostgresDialect, sql} from 'kysely'
import type {LinkedIncident, ReportRef} from '../model/assessment.ts'
import type {CodedReport} from '../model/contract.ts'
import {openEmbedded} from './embedded.ts'
import {migrate} from './migrate.ts'
import type {Tables} from './tables.ts'

export interface IncidentFilter {
  readonly since?: string
  readonly until?: string
  readonly place?: string
  readonly type?: string
  readonly actor?: string
  /** West, south, east, north in degrees. */
  readonly bbox?: readonly [number, number, number, number]
}

export interface Item {
  readonly origin: string
  readonly state: 'done' | 'failed' | 'skipped'
  readonly reason: string | null
  readonly reportId: string | null
}

/** `target`: a folder, made where it is absent, or a postgres:// URL. */
export async function openStore(target: string): Promise<Store> {
  const dialect = /^postgres(?:ql)?:/.test(target)
    ? new PostgresDialect({pool: new (await import('pg')).default.Pool({connectionString: target})})
    : new PGliteDialect({pglite: await openEmbedded(target)})
  const database = new Kysely<Tables>({dialect})
  await migrate(database)
  return new Store(database)
}

export class Store {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** Written once under its hash, before anything is read from it. */
  async saveOriginal(sha256: string, bytes: Uint8Array): Promise<void> {
    await this.#database
      .insertInto('originals')
      .values({sha256, bytes})
      .onConflict(clash => clash.doNothing())
      .execute()
  }

  async hasReport(id: string): Promise<boolean> {
    const row = await this.#database
      .selectFrom('reports')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst()
    return row !== undefined
  }

  /** The report with its claims and their words, all or nothing. The database refuses a quote that does not stand. */
  async saveReport({report: {text, ...report}, ...rest}: CodedReport): Promise<void> {
    await this.#database.transaction().execute(async tx => {
      await tx
        .insertInto('reports')
        .values({
          id: report.id,
          sha256: report.sha256,
          url: report.url,
          outlet: report.outlet?.name ?? null,
          title: report.title,
          published_on: report.publishedOn,
          language: report.language,
          text,
          coded: JSON.stringify({report, ...rest})
        })
        .execute()
      const {claims} = rest
      for (const block of blocksOf(claims)) {
        await tx
          .insertInto('claims')
          .values(
            block.map(claim => ({
              report_id: report.id,
              claim_id: claim.id,
              about: claim.about,
              claim: JSON.stringify(claim)
            }))
          )
          .execute()
      }
      const quotes = claims.flatMap(({id, quote, evidence}) =>
        [quote, ...evidence].map(words => ({
          report_id: report.id,
          claim_id: id,
          quote_from: words.from,
          quote_to: words.to,
          quote: words.text
        }))
      )
      for (const block of blocksOf(quotes)) await tx.insertInto('quotes').values(block).execute()
    })
  }

  async report(id: string): Promise<CodedReport | null> {
    const row = await this.#database
      .selectFrom('reports')
      .select(['text', 'coded'])
      .where('id', '=', id)
      .executeTakeFirst()
    return row ? codedOf(row) : null
  }

  /** Every report, newest first, without text and claims; `inIncident`: whether some incident holds it. */
  async reports(): Promise<(ReportRef & {inIncident: boolean})[]> {
    const rows = await this.#database
      .selectFrom('reports')
      .select([
        'id',
        'url',
        'outlet',
        'title',
        'published_on',
        'language',
        select =>
          select
            .exists(
              select
                .selectFrom('incident_reports')
                .select('incident_id')
                .whereRef('report_id', '=', 'reports.id')
            )
            .as('held')
      ])
      .orderBy('published_on', 'desc')
      .orderBy('id')
      .execute()
    return rows.map(({published_on, held, ...row}) => ({
      ...row,
      agency: null,
      publishedOn: published_on,
      inIncident: Boolean(held)
    }))
  }

  /** Reports published in a span of days, or without a day. */
  async reportsBetween(from: string, to: string): Promise<CodedReport[]> {
    const rows = await this.#database
      .selectFrom('reports')
      .select(['text', 'coded'])
      .where(where =>
        where.or([
          where('published_on', 'is', null),
          where.and([where('published_on', '>=', from), where('published_on', '<=', to)])
        ])
      )
      .orderBy('id')
      .execute()
    return rows.map(codedOf)
  }

  /** Puts these incidents in place of all that hold one of the reports. */
  async replaceIncidents(reports: readonly string[], incidents: readonly LinkedIncident[]): Promise<void> {
    await this.#database.transaction().execute(async tx => {
      for (const block of blocksOf(reports)) {
        const held = tx.selectFrom('incident_reports').select('incident_id').where('report_id', 'in', block)
        await tx.deleteFrom('incidents').where('id', 'in', held).execute()
      }
      for (const incident of incidents) {
        const {id, type, when, place} = incident
        const row = {
          id,
          type,
          from_day: when.from.slice(0, 10),
          to_day: when.to.slice(0, 10),
          place: place?.name ?? null,
          country: place?.country ?? null,
          lat: place?.lat ?? null,
          lon: place?.lon ?? null,
          incident: JSON.stringify(incident)
        }
        await tx.insertInto('incidents').values(row).execute()
        await tx
          .insertInto('incident_reports')
          .values(
            [...new Set(incident.reports.map(report => report.id))].map(report_id => ({
              incident_id: id,
              report_id
            }))
          )
          .execute()
      }
    })
  }

  /** By day, the newest first. */
  async incidents(filter: IncidentFilter = {}): Promise<LinkedIncident[]> {
    let query = this.#database.selectFrom('incidents').select('incident')
    if (filter.since) query = query.where('to_day', '>=', filter.since)
    if (filter.until) query = query.where('from_day', '<=', filter.until)
    if (filter.type) query = query.where('type', '=', filter.type)
    if (filter.place)
      query = query.where(where =>
        where.or([
          where('place', 'ilike', `%${filter.place}%`),
          where('country', '=', filter.place!.toUpperCase())
        ])
      )
    if (filter.actor)
      query = query.where(sql<boolean>`(incident -> 'sides')::text ilike ${`%${filter.actor}%`}`)
    if (filter.bbox) {
      const [west, south, east, north] = filter.bbox
      query = query
        .where('lon', '>=', west)
        .where('lon', '<=', east)
        .where('lat', '>=', south)
        .where('lat', '<=', north)
    }
    const rows = await query.orderBy('from_day', 'desc').orderBy('id').execute()
    return rows.map(({incident}) => incident as LinkedIncident)
  }

  async incident(id: string): Promise<LinkedIncident | null> {
    const row = await this.#database
      .selectFrom('incidents')
      .select('incident')
      .where('id', '=', id)
      .executeTakeFirst()
    return (row?.incident as LinkedIncident | undefined) ?? null
  }

  async saveItem({origin, state, reason, reportId}: Item): Promise<void> {
    await this.#database.insertInto('items').values({origin, state, reason, report_id: reportId}).execute()
  }

  async close(): Promise<void> {
    await this.#database.destroy()
  }
}

function codedOf({text, coded}: {text: string; coded: unknown}): CodedReport {
  const {report, ...rest} = coded as Omit<CodedReport, 'report'> & {
    report: Omit<CodedReport['report'], 'text'>
  }
  return {report: {...report, text}, ...rest}
}

/** PostgreSQL takes 65,535 parameters a statement. */
function* blocksOf<T>(rows: readonly T[], size = 2000): Generator<T[]> {
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size)
}
