/** Rulings and what they name in the present codings; a ruling is added and never changed. */
import type {Kysely, Transaction} from 'kysely'
import type {FoundRuling, Ruling} from '../model/ruling.ts'
import type {Tables} from './tables.ts'

const parts = ['claims', 'tellings', 'others', 'leaves'] as const

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

/** All, or those that name one of the reports, in the order they were made. */
export async function rulings(database: Kysely<Tables>, reports?: readonly string[]): Promise<FoundRuling[]> {
  let query = database.selectFrom('rulings').select(['id', 'ruling']).orderBy('seq')
  if (reports) {
    const naming = database
      .selectFrom('ruling_targets')
      .select('ruling_id')
      .where('report_id', 'in', [...reports, ''])
    query = query.where('id', 'in', naming)
  }
  const rows = await query.execute()
  let asked = database.selectFrom('ruling_targets').selectAll().orderBy('position')
  if (reports) asked = asked.where('ruling_id', 'in', [...rows.map(({id}) => id), ''])
  const targets = Map.groupBy(await asked.execute(), ({ruling_id}) => ruling_id)
  return rows.map(({id, ruling}) => {
    const own = targets.get(id) ?? []
    const keys = (part: string) => own.filter(target => target.part === part).map(({found}) => found)
    return {
      ruling,
      claims: keys('claims'),
      tellings: keys('tellings'),
      others: keys('others'),
      leaves: keys('leaves')
    }
  })
}

async function saveTargets(tx: Transaction<Tables>, found: FoundRuling): Promise<void> {
  const {ruling} = found
  const rows = parts.flatMap(part =>
    ruling[part].map(({report}, position) => ({
      ruling_id: ruling.id,
      part,
      position,
      report_id: report,
      found: found[part][position] ?? null
    }))
  )
  for (let from = 0; from < rows.length; from += 5000)
    await tx
      .insertInto('ruling_targets')
      .values(rows.slice(from, from + 5000))
      .execute()
}

/** Ids of the reports whose words a ruling names. */
export function reportsOf(ruling: Ruling): string[] {
  return [...new Set(parts.flatMap(part => ruling[part].map(({report}) => report)))]
}
