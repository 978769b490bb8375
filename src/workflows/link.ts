/** From coded reports to linked incidents: link, then reconcile. Pure; the order of the reports plays no part. */
import type {Codebook} from '../codebook/codebook.ts'
import {linker} from '../link/link.ts'
import {createLinking, type Linking} from '../link/linking.ts'
import type {LinkedIncident} from '../model/assessment.ts'
import type {CodedReport} from '../model/contract.ts'
import {type Member, reconciler} from '../reconcile/reconcile.ts'

/** Reports held in memory; with the steps that a store takes instead. */
export interface LinkReports {
  (reports: readonly CodedReport[]): LinkedIncident[]
  readonly linking: Linking
  readonly reconcile: (members: readonly Member[]) => LinkedIncident
}

export function createLinker(codebook: Codebook): LinkReports {
  const link = linker(codebook)
  const reconcile = reconciler(codebook)
  const linkReports = (reports: readonly CodedReport[]) =>
    link(reports)
      .map(members => reconcile(members))
      .sort((a, b) => (a.when.from + a.id < b.when.from + b.id ? -1 : 1))
  return Object.assign(linkReports, {linking: createLinking(codebook), reconcile})
}
