/** Coded reports out of their tables: text, coding and claims have one home each. */
import type {Kysely, Selectable} from 'kysely'
import type {CodedReport, Incident} from '../model/contract.ts'
import type {Tables} from './tables.ts'

/** In order of their ids; an id that is not held is left out. */
export async function codedReports(database: Kysely<Tables>, ids: readonly string[]): Promise<CodedReport[]> {
  const found: CodedReport[] = []
  const sorted = [...ids].sort()
  for (let from = 0; from < sorted.length; from += 500) {
    const block = sorted.slice(from, from + 500)
    const rows = await database
      .selectFrom('reports')
      .select(['id', 'text', 'coded'])
      .where('id', 'in', block)
      .orderBy('id')
      .execute()
    const claims = await database
      .selectFrom('claims')
      .select(['report_id', 'claim', 'added'])
      .where('report_id', 'in', block)
      .orderBy('report_id')
      .orderBy('position')
      .execute()
    const claimsOf = Map.groupBy(claims, ({report_id}) => report_id)
    for (const {id, text, coded} of rows) {
      const own = claimsOf.get(id) ?? []
      const {report, ...rest} = coded
      found.push({
        report: {...report, text},
        ...rest,
        claims: own.map(({claim}) => claim),
        incidents: withAdded(rest.incidents, own)
      })
    }
  }
  return found
}

/** Incidents with the claims that people added. One whose incident is found no more goes to the only one, or founds its own. */
function withAdded(
  incidents: readonly Incident[],
  claims: readonly Pick<Selectable<Tables['claims']>, 'claim' | 'added'>[]
): Incident[] {
  const all = [...incidents]
  for (const {claim, added} of claims) {
    if (!added) continue
    const known = all.findIndex(({id}) => id === added.telling)
    const at = known < 0 && added.telling !== null && all.length === 1 ? 0 : known
    if (at < 0) all.push(added.incident)
    else all[at] = {...all[at]!, claims: [...all[at]!.claims, claim.id]}
  }
  return all
}
