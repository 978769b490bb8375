/** From coded reports to linked incidents: link, then reconcile. Pure; the order of the reports plays no part. */
import type {Codebook} from '../codebook/codebook.ts'
import {linker} from '../link/link.ts'
import type {LinkedIncident} from '../model/assessment.ts'
import type {CodedReport} from '../model/contract.ts'
import {reconciler} from '../reconcile/reconcile.ts'

export type LinkReports = (reports: readonly CodedReport[]) => LinkedIncident[]

export function createLinker(codebook: Codebook): LinkReports {
  const link = linker(codebook)
  const reconcile = reconciler(codebook)
  return reports =>
    link(reports)
      .map(members => reconcile(members))
      .sort((a, b) => (a.when.from + a.id < b.when.from + b.id ? -1 : 1))
}
