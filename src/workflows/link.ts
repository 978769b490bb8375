/** From coded reports to linked incidents: link, then reconcile. Pure; the order of the reports plays no part. */
import type {Codebook} from '../codebook/codebook.ts'
import {linker} from '../link/link.ts'
import {createLinking, type Linking} from '../link/linking.ts'
import type {LinkedIncident} from '../model/assessment.ts'
import type {CodedReport} from '../model/contract.ts'
import type {Rulings} from '../model/ruling.ts'
import {type Member, type Reconcile, reconciler} from '../reconcile/reconcile.ts'
import {type SourceFinder, sourceFinder} from '../reconcile/sources.ts'
import {contextOf, withRuling} from '../review/rulings-on.ts'

/** Reports held in memory, with what people ruled about them; and the steps that a store takes instead. */
export interface LinkReports {
  (reports: readonly CodedReport[], rulings?: Rulings): LinkedIncident[]
  readonly linking: Linking
  readonly codebook: Codebook
  readonly reconcile: Reconcile
  readonly sources: SourceFinder
}

export function createLinker(codebook: Codebook): LinkReports {
  const link = linker(codebook)
  const reconcile = reconciler(codebook)
  const linkReports = (reports: readonly CodedReport[], rulings?: Rulings) =>
    link(rulings ? reports.filter(({report}) => !rulings.discarded.has(report.id)) : reports, rulings?.links)
      .map(members => (rulings ? members.map(member => ruledMember(member, rulings)) : members))
      .map(members => reconcile(members, rulings && contextOf(rulings)))
      .sort((a, b) => (a.when.from + a.id < b.when.from + b.id ? -1 : 1))
  return Object.assign(linkReports, {
    linking: createLinking(codebook),
    codebook,
    reconcile,
    sources: sourceFinder(codebook)
  })
}

function ruledMember(member: Member, rulings: Rulings): Member {
  const key = `${member.report.report.id}/${member.incident.id}`
  return {...member, why: withRuling(key, member.why, rulings)}
}
