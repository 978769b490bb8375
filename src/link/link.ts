/** Which incidents of which reports are one incident, and why we think so: the whole of linking over reports held in memory. */
import type {Codebook} from '../codebook/codebook.ts'
import type {CodedReport, Incident} from '../model/contract.ts'
import {candidatePairs} from './candidate-pairs.ts'
import {groupsOf} from './groups.ts'
import {createLinking} from './linking.ts'
import type {LinkRulings, ScoredPair} from './resolve.ts'

export interface LinkedMember {
  readonly report: CodedReport
  readonly incident: Incident
  readonly why: readonly string[]
}

/** The same reports in any order give the same groups; the first member of a group founds it. */
export function linker(
  codebook: Codebook
): (reports: readonly CodedReport[], rulings?: LinkRulings) => LinkedMember[][] {
  const linking = createLinking(codebook)
  return (reports, rulings) => {
    const sources = new Map(reports.map(report => [report.report.id, report]))
    const tellings = reports.flatMap(report => linking.tellingsOf(report))
    const pairs = candidatePairs(tellings, linking.blocksOf).flatMap(([i, j]): ScoredPair[] => {
      const [a, b] = [tellings[i]!, tellings[j]!]
      const sum = linking.score(a, b)
      return sum === null ? [] : [{a: a.key, b: b.key, sum}]
    })
    return groupsOf(linking, tellings, pairs, rulings).map(group =>
      group.map(({telling, why}) => {
        const report = sources.get(telling.report)!
        return {report, incident: report.incidents.find(({id}) => id === telling.incident)!, why}
      })
    )
  }
}
