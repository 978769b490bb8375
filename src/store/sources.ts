/** Questions about sources: who they are, what each said and what became of it, and who carries whom. A page at a time. */
import {type Kysely, type RawBuilder, sql} from 'kysely'
import type {OriginEdge} from '../model/assessment.ts'
import type {Listed} from '../model/listing.ts'
import type {
  FigureState,
  ListedSource,
  Source,
  SourceFigure,
  SourceGraph,
  SourceReport,
  SourceTie,
  TiePassage
} from '../model/source.ts'
import type {Page} from './listings.ts'
import {holding, wordsOf} from './search-words.ts'
import type {Tables} from './tables.ts'

const count = sql<number>`count(*)::integer`.as('total')

/** As the store has it: what the registry says of it comes from elsewhere. */
export type CountedSource = Omit<ListedSource, 'affiliations'>

const sorts = {
  name: sql<string>`lower(coalesce(name, '')) collate "C"`,
  first: sql<string>`coalesce(first_on, '') collate "C"`,
  last: sql<string>`coalesce(last_on, '') collate "C"`,
  reports: sql<number>`reports`,
  claims: sql<number>`claims`,
  figures: sql<number>`figures`,
  /** Share of its figures that was replaced or set aside; without any figure it is below 0. */
  revised: sql<number>`case when figures = 0 then -1 else (superseded + set_aside)::float8 / figures end`
} as const

export type SourceSort = keyof typeof sorts

/** Whether keys of a cursor stand for text, else for numbers. */
export const isTextSort = (sort: SourceSort): boolean =>
  sort === 'name' || sort === 'first' || sort === 'last'

export interface SourceFilter {
  /** Words of its name; the last may be a beginning. */
  readonly text?: string | undefined
  readonly kind?: string | undefined
  /** What it does in some report. */
  readonly role?: 'outlet' | 'agency' | 'speaker' | undefined
  readonly sort: SourceSort
  readonly order: 'up' | 'down'
}

const columns = [
  'id',
  'name',
  'kind',
  'known',
  'country',
  'reports',
  'published',
  'credited',
  'quoted',
  'claims',
  'sided',
  'first_on as firstOn',
  'last_on as lastOn',
  'figures',
  'superseded',
  'set_aside as setAside'
] as const

export class Sources {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** Those of which some report knows. */
  async list(
    {text, kind, role, sort, order}: SourceFilter,
    {limit, after}: Page
  ): Promise<Listed<CountedSource>> {
    let all = this.#database.selectFrom('sources').where('reports', '>', 0)
    if (kind) all = all.where('kind', '=', kind)
    if (role)
      all = all.where(role === 'outlet' ? 'published' : role === 'agency' ? 'credited' : 'quoted', '>', 0)
    const words = text === undefined ? null : wordsOf(text)
    if (words) all = all.where(holding(words))
    const key = sorts[sort] as RawBuilder<unknown>
    const [{total}, rows] = await Promise.all([
      all.select(count).executeTakeFirstOrThrow(),
      (after ? all.where(behind(key, order, after, isTextSort(sort))) : all)
        .select([...columns])
        .select(sql<string>`(${key})::text`.as('key'))
        .orderBy(key, order === 'up' ? 'asc' : 'desc')
        .orderBy('id')
        .limit(limit + 1)
        .execute()
    ])
    const last = rows[limit - 1]
    return {
      total,
      rows: rows.slice(0, limit).map(({key: _, ...row}) => row as CountedSource),
      next: rows.length > limit && last ? [last.key, last.id] : null
    }
  }

  async one(id: string): Promise<CountedSource | null> {
    const row = await this.#database
      .selectFrom('sources')
      .select([...columns])
      .where('id', '=', id)
      .where('reports', '>', 0)
      .executeTakeFirst()
    return (row as CountedSource | undefined) ?? null
  }

  /** Reports in which it publishes, is credited or speaks, the newest first, with the claims of which it is the origin. */
  async reports(id: string, {limit, after}: Page): Promise<Listed<SourceReport>> {
    const all = this.#database.selectFrom('report_sources').where('source_id', '=', id)
    const behindIt =
      after &&
      (after[0] === null
        ? sql<boolean>`(report_sources.published_on is null and report_id > ${after[1]})`
        : sql<boolean>`(report_sources.published_on < ${after[0]} or report_sources.published_on is null
            or (report_sources.published_on = ${after[0]} and report_id > ${after[1]}))`)
    const [own, rows] = await Promise.all([
      this.one(id),
      (behindIt ? all.where(behindIt) : all)
        .innerJoin('reports', 'reports.id', 'report_id')
        .select([
          'reports.id',
          'outlet',
          'title',
          'report_sources.published_on as publishedOn',
          'language',
          'published',
          'credited',
          'quoted',
          'claims'
        ])
        .orderBy('report_sources.published_on', order => order.desc().nullsLast())
        .orderBy('report_id')
        .limit(limit + 1)
        .execute()
    ])
    const shown = rows.slice(0, limit)
    const claims = shown.length
      ? await this.#database
          .selectFrom('claims')
          .select(['report_id', 'claim_id as id'])
          .select([
            sql<SourceReport['claims'][number]['about']>`about`.as('about'),
            sql<SourceReport['claims'][number]['polarity']>`claim ->> 'polarity'`.as('polarity'),
            sql<string>`claim #>> '{quote,text}'`.as('quote')
          ])
          .where(
            'report_id',
            'in',
            shown.map(row => row.id)
          )
          .orderBy('report_id')
          .orderBy('position')
          .execute()
      : []
    const byReport = Map.groupBy(claims, ({report_id}) => report_id)
    const last = shown.at(-1)
    return {
      total: own?.reports ?? 0,
      rows: shown.map(row => {
        const said = new Set(row.claims)
        return {
          ...row,
          claims: (byReport.get(row.id) ?? [])
            .filter(claim => said.has(claim.id))
            .map(({report_id: _, ...claim}) => claim)
        }
      }),
      next: rows.length > limit && last ? [last.publishedOn, last.id] : null
    }
  }

  /** What became of its figures, by the day of the incident, the newest first. */
  async figures(
    id: string,
    state: FigureState | undefined,
    {limit, after}: Page
  ): Promise<Listed<SourceFigure>> {
    let all = this.#database.selectFrom('source_figures').where('source_id', '=', id)
    if (state) all = all.where('source_figures.state', '=', state)
    const [{total}, rows] = await Promise.all([
      all.select(count).executeTakeFirstOrThrow(),
      (after
        ? all.where(
            sql<boolean>`(from_day < ${after[0]} or (from_day = ${after[0]} and (incident_id, position) > (${after[1]}, ${Number(after[2])})))`
          )
        : all
      )
        .innerJoin('incidents', 'incidents.id', 'incident_id')
        .select([
          'incident_id as incident',
          'outcome',
          'least as min',
          'most as max',
          'of_group as group',
          'why',
          'claim'
        ])
        .select([
          'from_day',
          'position',
          sql<string>`incidents.row ->> 'headline'`.as('headline'),
          sql<FigureState>`source_figures.state`.as('state')
        ])
        .orderBy('from_day', 'desc')
        .orderBy('incident_id')
        .orderBy('position')
        .limit(limit + 1)
        .execute()
    ])
    const last = rows[limit - 1]
    return {
      total,
      rows: rows.slice(0, limit).map(({from_day: _, position: __, ...row}) => row),
      next: rows.length > limit && last ? [last.from_day, last.incident, `${last.position}`] : null
    }
  }

  /** The ties with most reports, of all sources or of one; with all that they join. */
  async graph(source: string | undefined, limit: number): Promise<SourceGraph> {
    let all = this.#database.selectFrom('tied_sources')
    if (source)
      all = all.where(({or, eb}) => or([eb('from_source', '=', source), eb('to_source', '=', source)]))
    const [{total}, rows] = await Promise.all([
      all.select(count).executeTakeFirstOrThrow(),
      all
        .select([
          'from_source as from',
          'to_source as to',
          sql<SourceTie['kind']>`kind`.as('kind'),
          'reports',
          'incidents'
        ])
        .orderBy('reports', 'desc')
        .orderBy('from_source')
        .orderBy('to_source')
        .orderBy('kind')
        .limit(limit)
        .execute()
    ])
    const ids = [...new Set(rows.flatMap(({from, to}) => [from, to]))]
    const nodes = ids.length
      ? await this.#database
          .selectFrom('sources')
          .select(['id', 'name', 'kind', 'known', 'country', 'reports'])
          .where('id', 'in', ids)
          .orderBy('reports', 'desc')
          .orderBy('id')
          .execute()
      : []
    return {total, nodes: nodes as (Source & {reports: number})[], ties: rows}
  }

  /** The words that show one tie, incident by incident. */
  async passages(
    {from, to, kind}: Pick<SourceTie, 'from' | 'to' | 'kind'>,
    {limit, after}: Page
  ): Promise<Listed<TiePassage>> {
    const all = this.#database
      .selectFrom('source_ties')
      .where('from_source', '=', from)
      .where('to_source', '=', to)
      .where('kind', '=', kind)
    const [{total}, rows] = await Promise.all([
      all.select(count).executeTakeFirstOrThrow(),
      (after
        ? all.where(
            sql<boolean>`(incident_id, from_report, to_node) > (${after[0]}, ${after[1]}, ${after[2]})`
          )
        : all
      )
        .select(['incident_id', 'from_report', 'to_node'])
        .orderBy('incident_id')
        .orderBy('from_report')
        .orderBy('to_node')
        .limit(limit + 1)
        .execute()
    ])
    const shown = rows.slice(0, limit)
    // Each incident is opened once, however many of its ties are shown.
    const incidents = shown.length
      ? await this.#database
          .selectFrom('incidents')
          .select('id')
          .select([
            sql<string>`incident ->> 'headline'`.as('headline'),
            sql<OriginEdge[]>`incident #> '{origins,edges}'`.as('edges')
          ])
          .where('id', 'in', [...new Set(shown.map(({incident_id}) => incident_id))])
          .execute()
      : []
    const byId = new Map(incidents.map(incident => [incident.id, incident]))
    const found = shown.map(({incident_id, from_report, to_node}) => {
      const {headline, edges} = byId.get(incident_id)!
      const edge = edges.find(own => own.from === from_report && own.to === to_node && own.kind === kind)
      return {incident: incident_id, headline, from: from_report, to: to_node, evidence: edge?.evidence ?? []}
    })
    const outlets = await this.#outletsOf(found.flatMap(({evidence}) => evidence.map(({report}) => report)))
    const last = shown.at(-1)
    return {
      total,
      rows: found.map(({evidence, ...row}) => ({
        ...row,
        evidence: evidence.map(({report, quote}) => ({report, outlet: outlets.get(report) ?? null, quote}))
      })),
      next: rows.length > limit && last ? [last.incident_id, last.from_report, last.to_node] : null
    }
  }

  async #outletsOf(reports: readonly string[]): Promise<Map<string, string | null>> {
    const rows = await this.#database
      .selectFrom('reports')
      .select(['id', 'outlet'])
      .where('id', 'in', [...new Set([...reports, ''])])
      .execute()
    return new Map(rows.map(({id, outlet}) => [id, outlet]))
  }
}

function behind(
  key: RawBuilder<unknown>,
  order: 'up' | 'down',
  [value, id]: readonly (string | null)[],
  isText: boolean
): RawBuilder<boolean> {
  const last = isText ? sql`${value}::text` : sql`${Number(value)}::float8`
  const further = order === 'up' ? sql`${key} > ${last}` : sql`${key} < ${last}`
  return sql<boolean>`(${further} or (${key} = ${last} and id > ${id}))`
}
