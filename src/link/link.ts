/** Which incidents of which reports are one incident, and why we think so: the whole of linking over reports held in memory. */
import type {Codebook} from '../codebook/codebook.ts'
import type {CodedReport, Incident} from '../model/contract.ts'
import type {Telling} from '../model/telling.ts'
import {candidatePairs} from './candidate-pairs.ts'
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
    const sources = new Map(
      reports.flatMap(report => linking.tellingsOf(report).map(telling => [telling.key, {report, telling}]))
    )
    const tellings = [...sources.values()].map(({telling}) => telling)
    const pairs = candidatePairs(tellings, linking.blocksOf).flatMap(([i, j]): ScoredPair[] => {
      const [a, b] = [tellings[i]!, tellings[j]!]
      const sum = linking.score(a, b)
      return sum === null ? [] : [{a: a.key, b: b.key, sum}]
    })
    const memberOf = ({key, incident}: Telling, why: readonly string[]): LinkedMember => {
      const {report} = sources.get(key)!
      return {report, incident: report.incidents.find(({id}) => id === incident)!, why}
    }
    const groups = linking.resolve(tellings, pairs, rulings)
    const partners = strongestPartners(groups, pairs)
    return groups.map(group =>
      group.map(telling => {
        const partner = partners.get(telling.key)
        const {evidence = []} = partner ? linking.compare(telling, sources.get(partner)!.telling) : {}
        return memberOf(
          telling,
          evidence.map(({because}) => because)
        )
      })
    )
  }
}

/** For each telling the one of its group that it is most like, where they were compared. */
function strongestPartners(
  groups: readonly (readonly Telling[])[],
  pairs: readonly ScoredPair[]
): Map<string, string> {
  const groupOf = new Map(groups.flatMap((group, i) => group.map(({key}) => [key, i])))
  const best = new Map<string, {partner: string; sum: number}>()
  const see = (key: string, partner: string, sum: number) => {
    const so = best.get(key)
    if (!so || sum > so.sum || (sum === so.sum && partner < so.partner)) best.set(key, {partner, sum})
  }
  for (const {a, b, sum} of pairs)
    if (groupOf.get(a) === groupOf.get(b)) {
      see(a, b, sum)
      see(b, a, sum)
    }
  return new Map([...best].map(([key, {partner}]) => [key, partner]))
}
