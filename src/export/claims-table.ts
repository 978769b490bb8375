/** One row a claim: who says what, on whose word, in which words, and whether it counts by the rule. */
import type {LinkedIncident, ReportedClaim, ReportRef, RuleId} from '../model/assessment.ts'
import type {Column, Table} from './table.ts'

interface Row {
  readonly incident: string
  readonly claim: ReportedClaim
  readonly report: ReportRef | null
  readonly account: {readonly id: string; readonly origin: string} | null
  /** Why the rule sets it aside; null where it does not. */
  readonly setAside: string | null
}

const columns: readonly Column<Row>[] = [
  {name: 'incident', type: 'string', value: ({incident}) => incident},
  {name: 'claim', type: 'string', value: ({claim}) => claim.key},
  {name: 'about', type: 'string', value: ({claim}) => claim.about},
  {name: 'outlet', type: 'string', value: ({report}) => report?.outlet ?? null},
  {name: 'url', type: 'string', value: ({report}) => report?.url ?? null},
  {name: 'published', type: 'day', value: ({report}) => report?.publishedOn ?? null},
  {name: 'language', type: 'string', value: ({report}) => report?.language ?? null},
  {name: 'account', type: 'string', value: ({account}) => account?.id ?? null},
  {name: 'origin', type: 'string', value: ({account}) => account?.origin ?? null},
  {name: 'source', type: 'string', value: ({claim}) => claim.attribution.at(-1)!.source},
  {name: 'source_kind', type: 'string', value: ({claim}) => claim.attribution.at(-1)!.kind},
  {
    name: 'attribution',
    type: 'string',
    value: ({claim}) => claim.attribution.map(({source}) => source).join(' > ')
  },
  {name: 'interest', type: 'string', value: ({claim}) => claim.interest},
  {name: 'polarity', type: 'string', value: ({claim}) => claim.polarity},
  {name: 'certainty', type: 'string', value: ({claim}) => claim.certainty},
  {name: 'realis', type: 'string', value: ({claim}) => claim.realis},
  {name: 'event_type', type: 'string', value: ({claim}) => claim.event?.type ?? null},
  {name: 'outcome', type: 'string', value: ({claim}) => claim.casualties?.outcome ?? null},
  {name: 'group', type: 'string', value: ({claim}) => claim.casualties?.group ?? claim.crowd?.group ?? null},
  {name: 'count_min', type: 'integer', value: ({claim}) => countOf(claim)?.min ?? null},
  {name: 'count_max', type: 'integer', value: ({claim}) => countOf(claim)?.max ?? null},
  {name: 'count_stated', type: 'string', value: ({claim}) => countOf(claim)?.stated ?? null},
  {name: 'set_aside', type: 'string', value: ({setAside}) => setAside},
  {name: 'quote', type: 'string', value: ({claim}) => claim.quote.text},
  {name: 'quote_from', type: 'integer', value: ({claim}) => claim.quote.from},
  {name: 'quote_to', type: 'integer', value: ({claim}) => claim.quote.to}
]

export const claimsTable: Table<Row> = {
  columns,
  rowsOf(incident, {rule}) {
    const reports = new Map(incident.reports.map(report => [report.id, report]))
    const standing = standingOf(incident, rule)
    return incident.claims.map(claim => ({
      incident: incident.id,
      claim,
      report: reports.get(claim.report) ?? null,
      ...standing(claim.key)
    }))
  }
}

/** By the key of a claim: the account that it is part of, and why the rule sets it aside. */
export function standingOf({accounts, assessments}: LinkedIncident, rule: RuleId) {
  const held = new Map(
    accounts.flatMap(({id, origin, claims}) => claims.map(key => [key, {id, origin}] as const))
  )
  const aside = new Map(
    Object.values(assessments[rule] ?? {}).flatMap(figure =>
      figure.setAside.map(({claim, why}) => [claim, why] as const)
    )
  )
  return (key: string) => ({account: held.get(key) ?? null, setAside: aside.get(key) ?? null})
}

function countOf({casualties, crowd, damage}: LinkedIncident['claims'][number]) {
  return casualties?.count ?? crowd?.count ?? damage?.count ?? null
}
