/** The reports of an incident by whose word they carry: those of the first account, then what others add. */
import type {LinkedIncident, ReportRef} from '../model/assessment.ts'

/** Each report once; those that belong to no account at the end. */
export function reportsByAccount({accounts, reports}: LinkedIncident): ReportRef[] {
  const byId = new Map(reports.map(report => [report.id, report]))
  const inOrder = [...accounts.flatMap(account => account.reports), ...byId.keys()]
  return [...new Set(inOrder)].flatMap(id => byId.get(id) ?? [])
}

/** Names in one cell, as datasets list them: with "; " between, each once; null where there is none. */
export function listedNames(names: readonly (string | null)[]): string | null {
  const own = names.flatMap(name => (name ? name.replaceAll(';', ',') : []))
  return [...new Set(own)].join('; ') || null
}
