/** Coded reports out of their tables: text, coding and claims have one home each. */
import type {Kysely, Selectable} from 'kysely'
import {amended} from '../model/amended.ts'
import type {CodedReport} from '../model/contract.ts'
import type {KeptClaim, KeptMove} from '../model/ruling.ts'
import type {Tables} from './tables.ts'

/** In order of their ids; an id that is not held is left out. `asRead`: without what people added and moved. */
export async function codedReports(
  database: Kysely<Tables>,
  ids: readonly string[],
  {asRead = false}: {readonly asRead?: boolean} = {}
): Promise<CodedReport[]> {
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
      .select(['report_id', 'claim_id', 'claim', 'added', 'moved'])
      .where('report_id', 'in', block)
      .orderBy('report_id')
      .orderBy('position')
      .execute()
    const claimsOf = Map.groupBy(claims, ({report_id}) => report_id)
    for (const {id, text, coded} of rows) {
      const own = claimsOf.get(id) ?? []
      const {report, ...rest} = coded
      const read = {
        report: {...report, text},
        ...rest,
        claims: own.filter(({added}) => !added).map(({claim}) => claim)
      }
      found.push(asRead ? read : amended(read, own.flatMap(keptClaim), own.flatMap(keptMove)))
    }
  }
  return found
}

type Row = Pick<Selectable<Tables['claims']>, 'report_id' | 'claim_id' | 'claim' | 'added' | 'moved'>

function keptClaim({report_id, claim, added}: Row): KeptClaim[] {
  return added ? [{report: report_id, claim, ...added}] : []
}

function keptMove({report_id, claim_id, moved}: Row): KeptMove[] {
  return moved ? [{report: report_id, claim: claim_id, ...moved}] : []
}
