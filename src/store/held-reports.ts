/** Questions about reports that are held. */
import type {Kysely} from 'kysely'
import type {CodedReport} from '../model/contract.ts'
import type {Report} from '../model/report.ts'
import {blocksOf} from './blocks.ts'
import {codedReports} from './coded-reports.ts'
import {formerCodings} from './incident-versions.ts'
import type {Tables} from './tables.ts'

type Database = Kysely<Tables>

export async function heldReports(database: Database, ids: readonly string[]): Promise<Set<string>> {
  const held = new Set<string>()
  for (const block of blocksOf(ids)) {
    const rows = await database.selectFrom('reports').select('id').where('id', 'in', block).execute()
    for (const {id} of rows) held.add(id)
  }
  return held
}

export async function* everyReport(database: Database, size: number): AsyncGenerator<CodedReport[]> {
  let after = ''
  while (true) {
    const rows = await database
      .selectFrom('reports')
      .select('id')
      .where('id', '>', after)
      .orderBy('id')
      .limit(size)
      .execute()
    if (rows.length === 0) return
    yield await codedReports(
      database,
      rows.map(({id}) => id)
    )
    after = rows.at(-1)!.id
  }
}

export async function reportNamed(database: Database, name: string): Promise<string | null> {
  const row = await database
    .selectFrom('reports')
    .select('id')
    .where(where => where.or([where('id', '=', name), where('url', '=', name)]))
    .orderBy('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export async function reportsAt(database: Database, url: string): Promise<string[]> {
  const rows = await database.selectFrom('reports').select('id').where('url', '=', url).execute()
  return rows.map(({id}) => id)
}

export async function givenReports(database: Database, ids: readonly string[]): Promise<Map<string, Report>> {
  const coded = await codedReports(database, ids)
  const rows = await database
    .selectFrom('reports')
    .select(['id', 'given'])
    .where('id', 'in', [...ids, ''])
    .execute()
  const givens = new Map(rows.map(({id, given}) => [id, given]))
  return new Map(
    coded.map(({report: {id, sha256, url, outlet, title, publishedOn, text}}) => {
      const coming = givens.get(id) ?? {url, outlet: outlet?.name ?? null, title, publishedOn}
      return [id, {id, sha256, text, ...coming} as Report]
    })
  )
}

export async function codedReportsAt(
  database: Database,
  ids: readonly string[],
  at: string
): Promise<CodedReport[]> {
  const former = await formerCodings(database, ids, at)
  return (await codedReports(database, ids)).map(now => {
    const then = former.get(now.report.id)
    return then ? {...then, report: {...then.report, text: now.report.text}} : now
  })
}
