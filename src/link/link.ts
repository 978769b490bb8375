/**
 * Which incidents of which reports are one incident, and why we think so.
 *
 * Incidents of the same days are compared in pairs; those whose signs reach the
 * threshold join, the strongest pairs first, and a group takes a member only if
 * it contradicts none inside. The same reports in any order give the same groups.
 */
import {shingles} from '../algorithms/shingles.ts'
import type {Codebook} from '../codebook/codebook.ts'
import {eventTypes} from '../codebook/event-types.ts'
import type {CodedReport, Incident} from '../model/contract.ts'
import {type Candidate, signs} from './compare.ts'
import {judge} from './judge.ts'

export interface LinkedMember {
  readonly report: CodedReport
  readonly incident: Incident
  readonly why: readonly string[]
}

/** Signs that no other evidence outweighs: a group takes no member that shows one against any inside. */
const contradictions = new Set(['place-far', 'day-apart'])
/** Pairs further apart in days are not compared. */
const windowDays = 3

export function linker(codebook: Codebook): (reports: readonly CodedReport[]) => LinkedMember[][] {
  const families = new Map(eventTypes(codebook).map(({id, family}) => [id, family]))
  const weights = new Map(
    codebook.table('link-weights.csv', ['id', 'weight']).map(({id, weight}) => [id, Number(weight)])
  )
  const kin = new Set(codebook.table('kin-families.csv', ['a', 'b']).map(({a, b}) => `${a}/${b}`))
  const threshold = weights.get('threshold')!

  return reports => {
    const candidates = reports
      .toSorted((a, b) => order(a, b))
      .flatMap(report => newsOf(report).map(incident => candidateOf(report, incident, families)))
    const pairs = pairsOf(candidates).map(([a, b]) => {
      const found = signs(candidates[a]!, candidates[b]!, kin)
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
            against.has(`${Math.min(x, y)}/${Math.max(x, y)}`) ||
            candidates[x]!.report.report.id === candidates[y]!.report.report.id
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
        .map(i => ({report: candidates[i]!.report, incident: candidates[i]!.incident, why: why.get(i) ?? []}))
    )
  }
}

/**
 * The incidents a report brings news of. What it tells besides as days older than its first one is
 * background: a report on a drone strike that recalls last week's clash is no account of the clash.
 */
function newsOf({incidents}: CodedReport): Incident[] {
  const lead = incidents.find(({type}) => type !== 'threat')
  if (!lead) return incidents
  return incidents.filter(
    ({when}) => when.to >= lead.when.from || daysApart(when.to, lead.when.from) < backgroundDays
  )
}

const backgroundDays = 2

function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(b.slice(0, 10)) - Date.parse(a.slice(0, 10))) / 86_400_000
}

/** By publication, then id: the order of arrival plays no part. */
function order(a: CodedReport, b: CodedReport): number {
  const key = ({report}: CodedReport) => `${report.publishedOn ?? '9999'} ${report.id}`
  return key(a) < key(b) ? -1 : 1
}

function candidateOf(
  report: CodedReport,
  incident: Incident,
  families: ReadonlyMap<string, string>
): Candidate {
  const names = [...incident.sides.a, ...incident.sides.b].map(
    id => report.actors.find(actor => actor.id === id)?.name ?? id
  )
  const own = report.claims.filter(({id}) => incident.claims.includes(id))
  return {
    report,
    incident,
    place: report.places.find(({id}) => id === incident.place) ?? null,
    family: families.get(incident.type) ?? 'other',
    wording: shingles(report.report.text),
    sides: new Set(names.map(name => name.toLowerCase().split(' ').at(-1)!.replace(/s$/, ''))),
    figures: new Set(
      own.flatMap(({casualties}) =>
        casualties?.count && casualties.count.min > 0 ? [`${casualties.outcome} ${casualties.count.min}`] : []
      )
    )
  }
}

/** Pairs of incidents of different reports whose days are near, by a walk over the days. */
function pairsOf(candidates: readonly Candidate[]): [number, number][] {
  const dayOf = ({incident}: Candidate) =>
    Math.floor(Date.parse(incident.when.from.slice(0, 10)) / 86_400_000)
  const byDay = Map.groupBy(candidates.keys(), i => dayOf(candidates[i]!))
  const pairs: [number, number][] = []
  for (const [day, here] of byDay) {
    for (const [i, a] of here.entries()) {
      for (const b of here.slice(i + 1)) pairs.push([Math.min(a, b), Math.max(a, b)])
      for (let ahead = 1; ahead <= windowDays; ahead++)
        for (const b of byDay.get(day + ahead) ?? []) pairs.push([Math.min(a, b), Math.max(a, b)])
    }
  }
  return pairs.filter(([a, b]) => candidates[a]!.report.report.id !== candidates[b]!.report.report.id)
}
