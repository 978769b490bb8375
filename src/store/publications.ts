/** Steps towards the public, what they come to, and corrections that were asked for. Steps are only ever added. */
import {createHash, randomBytes} from 'node:crypto'
import {type SelectQueryBuilder, sql} from 'kysely'
import type {Listed} from '../model/listing.ts'
import type {PublicIncident} from '../model/public-incident.ts'
import type {CorrectionRequest, PublicationStep, PublicRow} from '../model/publication.ts'
import type {Rows} from './access.ts'
import type {Page} from './listings.ts'
import {publicationQueue} from './publication-queue.ts'
import {holding, wordsOf} from './search-words.ts'
import type {Tables} from './tables.ts'

/** What the public sees of an incident from an instant until another; `version` null: that it was withdrawn. */
export interface Interval {
  readonly from: string
  readonly until: string | null
  readonly step: string
  readonly version: number | null
  readonly digest: string | null
  readonly row: PublicRow
}

/** What a step changes of what steps come to. */
export interface Outcome {
  /** By incident: what the public sees from now on and saw before. */
  readonly intervals?: ReadonlyMap<string, readonly Interval[]>
  /** In place of those of that step. */
  readonly readings?: {readonly step: string; readonly held: readonly HeldReading[]}
  /** The step that now answers a request; null: none. */
  readonly answer?: {readonly request: string; readonly step: string | null}
}

/** Somebody has read this state of an incident, or looked through the names in it. */
export interface HeldReading {
  readonly incident: string
  readonly kind: 'read' | 'redaction'
  readonly digest: string
  readonly who: string
  readonly at: string
}

export interface PublicFilter {
  /** Days, both included. */
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly text?: string | undefined
  readonly type?: string | undefined
  readonly country?: string | undefined
  /** Whether withdrawn ones are listed too. */
  readonly withdrawn?: boolean | undefined
}

/** A page of the public site in its list. */
export interface ListedPage {
  readonly id: string
  /** null: withdrawn. */
  readonly version: number | null
  /** Since when it is shown so. */
  readonly at: string
  readonly row: PublicRow
}

export type Publications = ReturnType<typeof publicationsIn>

export const publicationsIn = ({database, change, now}: Rows) => ({
  queue: publicationQueue({database, now}),

  /** SHA-256 of a version as it is kept. */
  hashOf(view: string): string {
    return createHash('sha256').update(view).digest('hex')
  },

  /** Adds a step with the version it publishes, if any, and what the steps come to by it. */
  async save(
    step: PublicationStep,
    view: string | null,
    {intervals = new Map(), readings, answer}: Outcome
  ): Promise<void> {
    await change(async tx => {
      const {id, kind, undoes, by} = step
      await tx
        .insertInto('publication_steps')
        .values({id, kind, undoes, who: by, step: JSON.stringify(step), view, hash: step.hash})
        .execute()
      const targets = step.on.map(({incident, digest}) => ({step_id: id, incident_id: incident, digest}))
      if (targets.length) await tx.insertInto('publication_targets').values(targets).execute()
      for (const [incident, shown] of intervals) {
        await tx.deleteFrom('public_intervals').where('incident_id', '=', incident).execute()
        const rows = shown.map(interval => intervalRow(incident, interval))
        if (rows.length) await tx.insertInto('public_intervals').values(rows).execute()
      }
      if (readings) {
        await tx.deleteFrom('held_readings').where('step_id', '=', readings.step).execute()
        const rows = readings.held.map(({incident, ...reading}) => ({
          incident_id: incident,
          step_id: readings.step,
          ...reading
        }))
        if (rows.length) await tx.insertInto('held_readings').values(rows).execute()
      }
      if (answer)
        await tx
          .updateTable('correction_requests')
          .set({answer_id: answer.step})
          .where('id', '=', answer.request)
          .execute()
    })
  },

  /** Of one step; null where there is none. */
  async step(id: string): Promise<PublicationStep | null> {
    const row = await database
      .selectFrom('publication_steps')
      .select('step')
      .where('id', '=', id)
      .executeTakeFirst()
    return row?.step ?? null
  },

  /** About an incident, with the undos of these, in the order they were made. */
  async stepsOf(incident: string): Promise<PublicationStep[]> {
    const rows = await database
      .selectFrom('publication_targets')
      .innerJoin('publication_steps', 'id', 'step_id')
      .select('step')
      .where('incident_id', '=', incident)
      .orderBy('seq')
      .execute()
    return rows.map(({step}) => step)
  },

  /** Present states of incidents, by id; one that is no more is left out. */
  async states(incidents: readonly string[]): Promise<Map<string, string>> {
    const rows = await database
      .selectFrom('incidents')
      .select(['id', 'state'])
      .where('id', 'in', [...incidents, ''])
      .execute()
    return new Map(rows.map(({id, state}) => [id, state]))
  },

  /** Of this state of an incident, the last first. */
  async readings(incident: string, digest: string): Promise<Omit<HeldReading, 'incident' | 'digest'>[]> {
    return database
      .selectFrom('held_readings')
      .select(['kind', 'who', 'at'])
      .where('incident_id', '=', incident)
      .where('digest', '=', digest)
      .orderBy('at', 'desc')
      .execute()
  },

  /** Steps that set the gate with all that undo them, in the order they were made. */
  async settingSteps(): Promise<PublicationStep[]> {
    const {rows} = await sql<{step: PublicationStep}>`
      with recursive own as (
        select seq, id, step from publication_steps where kind = 'settings'
        union select undo.seq, undo.id, undo.step from publication_steps as undo join own on undo.undoes = own.id)
      select step from own order by seq`.execute(database)
    return rows.map(({step}) => step)
  },

  /** Of a person, with the undos of them by others, in the order they were made: what undo and redo are found in. */
  async stepsBy(who: string, most: number): Promise<PublicationStep[]> {
    const {rows} = await sql<{step: PublicationStep}>`
      select step from (
        select seq, step from publication_steps where who = ${who}
        union all
        select undo.seq, undo.step from publication_steps as undo join publication_steps as own on own.id = undo.undoes
        where own.who = ${who} and undo.who <> ${who}
        order by seq desc limit ${most}) as latest order by seq`.execute(database)
    return rows.map(({step}) => step)
  },

  /** The version that a step published, as it was kept. */
  async view(step: string): Promise<PublicIncident | null> {
    const row = await database
      .selectFrom('publication_steps')
      .select('view')
      .where('id', '=', step)
      .executeTakeFirst()
    return row?.view ? (JSON.parse(row.view) as PublicIncident) : null
  },

  /** What the public sees at an instant, without what was withdrawn unless it is asked for; by day, the newest first. */
  async shown(
    {since, until, text, type, country, withdrawn = false}: PublicFilter,
    at: string,
    {limit, after}: Page
  ): Promise<Listed<ListedPage>> {
    let all = seenAt(database.selectFrom('public_intervals'), at)
    if (!withdrawn) all = all.where('version', 'is not', null)
    if (since) all = all.where(sql<boolean>`left(row #>> '{when,to}', 10) >= ${since}`)
    if (until) all = all.where('from_day', '<=', until)
    if (type) all = all.where(sql<boolean>`row ->> 'type' = ${type}`)
    if (country) all = all.where(sql<boolean>`row #>> '{place,country}' = ${country}`)
    const words = text === undefined ? null : wordsOf(text)
    if (words) all = all.where(holding(words))
    const [{total}, rows] = await Promise.all([
      all.select(sql<number>`count(*)::integer`.as('total')).executeTakeFirstOrThrow(),
      (after
        ? all.where(
            sql<boolean>`(from_day < ${after[0]} or (from_day = ${after[0]} and incident_id > ${after[1]}))`
          )
        : all
      )
        .select(['incident_id', 'version', 'from_at', 'from_day', 'row'])
        .orderBy('from_day', 'desc')
        .orderBy('incident_id')
        .limit(limit + 1)
        .execute()
    ])
    const last = rows[limit - 1]
    return {
      total,
      rows: rows
        .slice(0, limit)
        .map(({incident_id: id, version, from_at, row}) => ({id, version, at: from_at, row})),
      next: rows.length > limit && last ? [last.from_day, last.incident_id] : null
    }
  },

  /** What came before the public last, or went from it, the newest first. */
  async latest(at: string, most: number): Promise<ListedPage[]> {
    const rows = await seenAt(database.selectFrom('public_intervals'), at)
      .select(['incident_id', 'version', 'from_at', 'row'])
      .orderBy('from_at', 'desc')
      .orderBy('incident_id')
      .limit(most)
      .execute()
    return rows.map(({incident_id: id, version, from_at, row}) => ({id, version, at: from_at, row}))
  },

  /** Which of these incidents the public sees at an instant. */
  async shownOf(incidents: readonly string[], at: string): Promise<Set<string>> {
    const rows = await seenAt(database.selectFrom('public_intervals'), at)
      .select('incident_id')
      .where('version', 'is not', null)
      .where('incident_id', 'in', [...incidents, ''])
      .execute()
    return new Set(rows.map(({incident_id}) => incident_id))
  },

  /** Keeps what somebody asks for, and gives its id. */
  async ask(incident: string, text: string, contact: string | null): Promise<string> {
    const id = randomBytes(8).toString('hex')
    const row = {id, incident_id: incident, text, contact, at: now().toISOString()}
    await change(tx => tx.insertInto('correction_requests').values(row).execute())
    return id
  },

  /** Corrections that were asked for: the oldest open first, answered ones the newest first. */
  async requests(
    filter: {readonly incident?: string; readonly id?: string; readonly answered?: boolean | undefined},
    {limit, after}: Page
  ): Promise<Listed<CorrectionRequest>> {
    const {incident, id, answered} = filter
    let all = database
      .selectFrom('correction_requests')
      .leftJoin('publication_steps', 'publication_steps.id', 'answer_id')
    if (incident !== undefined) all = all.where('incident_id', '=', incident)
    if (id !== undefined) all = all.where('correction_requests.id', '=', id)
    if (answered !== undefined) all = all.where('answer_id', answered ? 'is not' : 'is', null)
    const isNewestFirst = answered === true
    const [{total}, rows] = await Promise.all([
      all.select(sql<number>`count(*)::integer`.as('total')).executeTakeFirstOrThrow(),
      (after ? all.where('correction_requests.seq', isNewestFirst ? '<' : '>', Number(after[0])) : all)
        .select(({selectFrom}) => [
          'correction_requests.seq',
          'correction_requests.id',
          'incident_id',
          'text',
          'contact',
          'at',
          'step',
          selectFrom('public_intervals')
            .select(sql<string>`row ->> 'headline'`.as('headline'))
            .whereRef('public_intervals.incident_id', '=', 'correction_requests.incident_id')
            .where('until_at', 'is', null)
            .as('headline')
        ])
        .orderBy('correction_requests.seq', isNewestFirst ? 'desc' : 'asc')
        .limit(limit + 1)
        .execute()
    ])
    return {
      total,
      rows: rows.slice(0, limit).map(({id, incident_id, headline, text, contact, at, step}) => ({
        id,
        incident: incident_id,
        headline,
        text,
        contact,
        at,
        answer: step
      })),
      next: rows.length > limit ? [`${rows[limit - 1]!.seq}`] : null
    }
  }
})

function intervalRow(incident: string, {from, until, step, version, digest, row}: Interval) {
  return {
    incident_id: incident,
    from_at: from,
    until_at: until,
    step_id: step,
    version,
    digest,
    row: JSON.stringify(row),
    from_day: row.when.from.slice(0, 10),
    words: sql<string>`to_tsvector('simple', search_form(${`${row.headline} ${row.place?.name ?? ''}`}))`
  }
}

function seenAt(
  query: SelectQueryBuilder<Tables, 'public_intervals', object>,
  at: string
): SelectQueryBuilder<Tables, 'public_intervals', object> {
  return query
    .where('from_at', '<=', at)
    .where(({or, eb}) => or([eb('until_at', 'is', null), eb('until_at', '>', at)]))
}
