/** Rulings and what they name in the present codings; a ruling is added and never changed. */
import {type Kysely, sql, type Transaction} from 'kysely'
import type {FoundRuling, Ruling} from '../model/ruling.ts'
import type {Tables} from './tables.ts'

const parts = ['claims', 'ties', 'reports', 'tellings', 'others', 'leaves'] as const
/** What rulings lack that were made before there were such kinds. */
export const lacking = {ties: [], reports: [], ground: null, added: null, founds: []}

export async function saveRuling(tx: Transaction<Tables>, found: FoundRuling): Promise<void> {
  const {ruling} = found
  const {id, kind, undoes} = ruling
  await tx
    .insertInto('rulings')
    .values({id, kind, undoes, ruling: JSON.stringify(ruling)})
    .execute()
  await saveTargets(tx, found)
}

/** Writes anew what these rulings name, after a report was read anew. */
export async function replaceTargets(tx: Transaction<Tables>, found: readonly FoundRuling[]): Promise<void> {
  for (const one of found) {
    await tx.deleteFrom('ruling_targets').where('ruling_id', '=', one.ruling.id).execute()
    await saveTargets(tx, one)
  }
}

/** All, or those that name one of the reports, with what undoes them, in the order they were made. */
export async function rulings(database: Kysely<Tables>, reports?: readonly string[]): Promise<FoundRuling[]> {
  let query = database.selectFrom('rulings').select(['id', 'ruling']).orderBy('seq')
  if (reports)
    query = query.where(
      sql<boolean>`id in (
        with recursive named as (
          select distinct ruling_id as id from ruling_targets where report_id in (${sql.join([...reports, ''])})
          union
          select rulings.id from rulings join named on rulings.undoes = named.id)
        select id from named)`
    )
  return withTargets(database, await query.execute(), reports !== undefined)
}

/** Whole, by id, in the order they were made. */
export async function rulingsById(database: Kysely<Tables>, ids: readonly string[]): Promise<FoundRuling[]> {
  const rows = await database
    .selectFrom('rulings')
    .select(['id', 'ruling'])
    .where('id', 'in', [...ids, ''])
    .orderBy('seq')
    .execute()
  return withTargets(database, rows, true)
}

/** `isPart`: they are not all that there are. */
async function withTargets(
  database: Kysely<Tables>,
  rows: readonly {readonly id: string; readonly ruling: Ruling}[],
  isPart: boolean
): Promise<FoundRuling[]> {
  let asked = database.selectFrom('ruling_targets').selectAll().orderBy('position')
  if (isPart) asked = asked.where('ruling_id', 'in', [...rows.map(({id}) => id), ''])
  const targets = Map.groupBy(await asked.execute(), ({ruling_id}) => ruling_id)
  return rows.map(({id, ruling}) => {
    const own = Map.groupBy(targets.get(id) ?? [], ({part}) => part)
    const keys = (part: (typeof parts)[number]) => (own.get(part) ?? []).map(({found}) => found)
    return {
      ruling: {...lacking, ...ruling},
      claims: keys('claims'),
      ties: keys('ties'),
      reports: keys('reports'),
      tellings: keys('tellings'),
      others: keys('others'),
      leaves: keys('leaves')
    }
  })
}

async function saveTargets(tx: Transaction<Tables>, found: FoundRuling): Promise<void> {
  const {ruling} = found
  const rows = parts.flatMap(part =>
    ruling[part].map((named, position) => ({
      ruling_id: ruling.id,
      part,
      position,
      report_id: reportIn(named),
      found: found[part][position] ?? null
    }))
  )
  for (let from = 0; from < rows.length; from += 5000)
    await tx
      .insertInto('ruling_targets')
      .values(rows.slice(from, from + 5000))
      .execute()
}

/** Ids of the reports that a ruling names, or whose words. */
export function reportsOf(ruling: Ruling): string[] {
  const copied = ruling.ties.flatMap(({kind, on}) => (kind === 'copies' ? [on] : []))
  return [...new Set([...parts.flatMap(part => ruling[part].map(reportIn)), ...copied])]
}

function reportIn(named: string | {readonly report: string}): string {
  return typeof named === 'string' ? named : named.report
}
