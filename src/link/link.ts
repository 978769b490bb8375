/**
 * Which tellings of which reports are one incident, and why we think so.
 *
 * Tellings that meet in a block are compared in pairs; those whose signs reach the
 * threshold join, the strongest pairs first, and a group takes a member only if
 * it contradicts none inside. The same reports in any order give the same groups.
 */
import type {Codebook} from '../codebook/codebook.ts'
import {eventTypes} from '../codebook/event-types.ts'
import type {CodedReport, Incident} from '../model/contract.ts'
import {candidatePairs} from './candidate-pairs.ts'
import {signs} from './compare.ts'
import {judge} from './judge.ts'
import {kinds} from './kinds.ts'
import {tellingsOf} from './tellings.ts'

export interface LinkedMember {
  readonly report: CodedReport
  readonly incident: Incident
  readonly why: readonly string[]
}

/** Signs that no other evidence outweighs: a group takes no member that shows one against any inside. */
const contradictions = new Set(['place-far', 'day-apart'])

export function linker(codebook: Codebook): (reports: readonly CodedReport[]) => LinkedMember[][] {
  const families = new Map(eventTypes(codebook).map(({id, family}) => [id, family]))
  const familyOf = (type: string) => families.get(type) ?? 'other'
  const weights = new Map(
    codebook.table('link-weights.csv', ['id', 'weight']).map(({id, weight}) => [id, Number(weight)])
  )
  const {kin, kindOf} = kinds(codebook)
  const threshold = weights.get('threshold')!

  return reports => {
    const candidates = reports
      .toSorted((a, b) => order(a, b))
      .flatMap(report => tellingsOf(report, familyOf).map(telling => ({report, telling})))
    const tellings = candidates.map(({telling}) => telling)
    const pairs = candidatePairs(tellings, kindOf).map(([a, b]) => {
      const found = signs(tellings[a]!, tellings[b]!, kin)
      return {a, b, found, score: judge(found, weights).sum}
    })
    pairs.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
    const against = new Set(
      pairs.filter(({found}) => found.some(({id}) => contradictions.has(id))).map(({a, b}) => `${a}/${b}`)
    )
    const groupOf = candidates.map((_, i) => new Set([i]))
    const why = new Map<number, string[]>()
    for (const {a, b, found, score: total} of pairs) {
      if (total < threshold || groupOf[a] === groupOf[b]) continue
      const [one, other] = [groupOf[a]!, groupOf[b]!]
      const contradicts = [...one].some(x =>
        [...other].some(
          y =>
            against.has(`${Math.min(x, y)}/${Math.max(x, y)}`) || tellings[x]!.report === tellings[y]!.report
        )
      )
      if (contradicts) continue
      for (const item of other) {
        one.add(item)
        groupOf[item] = one
      }
      for (const item of [a, b])
        if (!why.has(item))
          why.set(
            item,
            found.map(({because}) => because)
          )
    }
    return [...new Set(groupOf)].map(group =>
      [...group]
        .sort((x, y) => x - y)
        .map(i => {
          const {report, telling} = candidates[i]!
          return {
            report,
            incident: report.incidents.find(({id}) => id === telling.incident)!,
            why: why.get(i) ?? []
          }
        })
    )
  }
}

/** By publication, then id: the order of arrival plays no part. */
function order(a: CodedReport, b: CodedReport): number {
  const key = ({report}: CodedReport) => `${report.publishedOn ?? '9999'} ${report.id}`
  return key(a) < key(b) ? -1 : 1
}
