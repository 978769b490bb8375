/** Sources of reports and incidents into their tables, within the transaction that links them. */
import {sql, type Transaction} from 'kysely'
import type {Source, SourcesOfIncident, SourcesOfReport} from '../model/source.ts'
import {blocksOf} from './blocks.ts'
import type {Tables} from './tables.ts'

/** Rows a statement: each counts the sources that it touches once. */
const perStatement = 10_000

export class SourceRows {
  readonly #tx: Transaction<Tables>

  constructor(tx: Transaction<Tables>) {
    this.#tx = tx
  }

  /** In place of what these reports had. */
  async saveReports(reports: readonly SourcesOfReport[]): Promise<void> {
    await this.#saveSources(reports.flatMap(({sources}) => sources))
    for (const ids of blocksOf(reports.map(({report}) => report)))
      await this.#tx.deleteFrom('report_sources').where('report_id', 'in', ids).execute()
    const rows = reports.flatMap(({report, publishedOn, rows}) =>
      rows.map(({source, claims, ...own}) => ({
        ...own,
        report_id: report,
        source_id: source,
        claims: JSON.stringify(claims),
        said: claims.length,
        published_on: publishedOn
      }))
    )
    for (const block of blocksOf(rows, perStatement / 2))
      await this.#tx.insertInto('report_sources').values(block).execute()
  }

  /** In place of what these incidents had. `sources`: all that their reports name. */
  async saveIncidents(incidents: readonly SourcesOfIncident[], sources: readonly Source[]): Promise<void> {
    await this.#saveSources(sources)
    for (const ids of blocksOf(incidents.map(({incident}) => incident))) {
      await this.#tx.deleteFrom('source_figures').where('incident_id', 'in', ids).execute()
      await this.#tx.deleteFrom('source_ties').where('incident_id', 'in', ids).execute()
    }
    const figures = incidents.flatMap(({incident, figures}) =>
      figures.map(({source, min, max, group, ...own}, position) => ({
        ...own,
        incident_id: incident,
        position,
        source_id: source,
        least: min,
        most: max,
        of_group: group
      }))
    )
    for (const block of blocksOf(figures, perStatement / 2))
      await this.#tx.insertInto('source_figures').values(block).execute()
    const ties = incidents.flatMap(({incident, ties}) =>
      ties.map(({kind, fromReport, toNode, from, to}) => ({
        incident_id: incident,
        kind,
        from_report: fromReport,
        to_node: toNode,
        from_source: from,
        to_source: to
      }))
    )
    for (const block of blocksOf(ties, perStatement))
      await this.#tx
        .insertInto('source_ties')
        .values(block)
        .onConflict(clash => clash.doNothing())
        .execute()
  }

  /** Of several names and kinds that one source goes by the first in order stands, whatever came in first. */
  async #saveSources(sources: readonly Source[]): Promise<void> {
    const distinct = new Map<string, Source>()
    for (const source of sources) {
      const other = distinct.get(source.id)
      distinct.set(
        source.id,
        other
          ? {...source, name: least(other.name, source.name), kind: least(other.kind, source.kind)}
          : source
      )
    }
    const rows = [...distinct.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    for (const block of blocksOf(rows, perStatement))
      await this.#tx
        .insertInto('sources')
        .values(block.map(({id, name, kind, known, country}) => ({id, name, kind, known, country})))
        .onConflict(clash =>
          clash
            .column('id')
            .doUpdateSet({
              name: sql`least(sources.name collate "C", excluded.name)`,
              kind: sql`least(sources.kind, excluded.kind)`
            })
            .where(
              sql<boolean>`(least(sources.name collate "C", excluded.name), least(sources.kind, excluded.kind)) is distinct from (sources.name, sources.kind)`
            )
        )
        .execute()
  }
}

function least<T extends string | null>(a: T, b: T): T {
  return a === null || (b !== null && b < a) ? b : a
}
