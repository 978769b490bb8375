/** Coded reports out of their tables: text, coding and claims have one home each. */
import type {Kysely} from 'kysely'
import type {CodedReport} from '../model/contract.ts'
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
      .select(['report_id', 'claim'])
      .where('report_id', 'in', block)
      .orderBy('report_id')
      .orderBy('position')
      .execute()
    const claimsOf = Map.groupBy(claims, ({report_id}) => report_id)
    for (const {id, text, coded} of rows) {
      const {report, ...rest} = coded
      found.push({
        report: {...report, text},
        ...rest,
        claims: (claimsOf.get(id) ?? []).map(({claim}) => claim)
      })
    }
  }
  return found
}
