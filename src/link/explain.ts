/**
 * Says why tellings are of one incident, or not: every sign of a pair with its weight, what contradicts, what a person ruled.
 *
 * Two may be one by way of others ("A is like C, and C like B"): then the path with the strongest weakest step is given. Two that
 * are alike may be kept apart by another member of the one's incident: then that member is named.
 */
import type {ExplainedPair, Explanation} from '../model/explanation.ts'
import type {LinkRulings} from '../model/ruling.ts'
import type {Telling} from '../model/telling.ts'
import {daySign, daysContradict} from './day-signs.ts'
import type {Linking} from './linking.ts'
import {placeSign, placesContradict} from './place-signs.ts'

/** A telling, and the linked incident that holds it. */
export interface HeldTelling {
  readonly telling: Telling
  readonly incident: string | null
}

/** Pairs that are given, and compared, at most. */
const most = {pairs: 3, compared: 10_000, onPath: 400}

/**
 * `a`, `b`: the tellings of the two, at least one each. `members`: those of their incidents, by id of the incident; all of them,
 * or the first some hundred.
 */
export function explain(
  linking: Linking,
  a: readonly HeldTelling[],
  b: readonly HeldTelling[],
  members: ReadonlyMap<string, readonly HeldTelling[]>,
  rulings: LinkRulings
): Explanation {
  const threshold = linking.weights.get('threshold')!
  const rulingOn = rulingsByPair(rulings)
  const rate = (x: HeldTelling, y: HeldTelling) => ratePair(linking, x, y, rulingOn)
  const told = (pair: RatedPair) => explainPair(linking, pair)
  const pairs = crossed(a, b)
    .slice(0, most.compared)
    .map(([x, y]) => rate(x, y))
    .sort((p, q) => rankOf(q) - rankOf(p))
  const shared = pairs.find(({x, y}) => x.incident !== null && x.incident === y.incident)
  const best = shared ?? pairs[0]!
  const isDirect = joins(best, threshold)
  const path =
    shared && !isDirect ? pathBetween(best.x, best.y, members.get(shared.x.incident!) ?? [], rate) : []
  return {
    isOne: shared !== undefined,
    because: shared
      ? whyOne(best, isDirect, path)
      : whyApart(best, told(best), members, rate, told, threshold),
    threshold,
    pairs: [best, ...pairs.filter(pair => pair !== best)].slice(0, most.pairs).map(told),
    path: path.map(told)
  }
}

/** What decides about two tellings; of thousands of pairs only those shown are explained. */
interface RatedPair {
  readonly x: HeldTelling
  readonly y: HeldTelling
  readonly sum: number
  readonly isSame: boolean
  readonly contradicts: boolean
  readonly ruling: ExplainedPair['ruling']
}

function ratePair(
  linking: Linking,
  x: HeldTelling,
  y: HeldTelling,
  rulingOn: (a: string, b: string) => ExplainedPair['ruling']
): RatedPair {
  const [a, b] = [x.telling, y.telling]
  const {sum, contradicts} = linking.compare(a, b)
  const isSame = a.key === b.key
  return {
    x,
    y,
    sum,
    isSame,
    contradicts: contradicts || (a.report === b.report && !isSame),
    ruling: rulingOn(a.key, b.key)
  }
}

function explainPair(
  linking: Linking,
  {x: {telling: a, incident: one}, y: {telling: b, incident: other}, ruling}: RatedPair
): ExplainedPair {
  const {evidence, sum, probability} = linking.compare(a, b)
  const filed = new Set(linking.blocksOf(b).filed)
  return {
    a: told(a, one),
    b: told(b, other),
    signs: evidence.map(({id, value, because}) => ({
      id,
      value,
      weight: linking.weights.get(id) ?? 0,
      because
    })),
    sum,
    probability,
    contradictions: [
      ...(placesContradict(a.place, b.place) ? [placeSign(a, b).because] : []),
      ...(daysContradict(a, b) ? [daySign(a, b).because] : []),
      ...(a.report === b.report && a.key !== b.key ? ['one report tells of them as two'] : [])
    ],
    meets: linking.blocksOf(a).asked.some(block => filed.has(block)),
    ruling
  }
}

function told({key, type, when, place}: Telling, incident: string | null): ExplainedPair['a'] {
  const day = when.from.startsWith('0001') ? null : when.from.slice(0, 10)
  return {key, incident, type, day, place: place?.name ?? null}
}

function rulingsByPair({together, apart}: LinkRulings): (a: string, b: string) => ExplainedPair['ruling'] {
  const nameOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)
  const found = new Map<string, 'together' | 'apart'>([
    ...apart.map(([a, b]) => [nameOf(a, b), 'apart'] as const),
    ...together.map(([a, b]) => [nameOf(a, b), 'together'] as const)
  ])
  return found.size ? (a, b) => found.get(nameOf(a, b)) ?? null : () => null
}

function joins({isSame, ruling, sum, contradicts}: RatedPair, threshold: number): boolean {
  return isSame || ruling === 'together' || (sum >= threshold && !contradicts)
}

function whyOne({isSame, ruling}: RatedPair, isDirect: boolean, path: readonly RatedPair[]): string {
  if (isSame) return 'They are one and the same telling'
  if (ruling === 'together') return 'A person put them together'
  if (isDirect) return 'They are one incident: the signs for it reach the threshold'
  if (path.some(step => step.ruling === 'together'))
    return 'They are one incident by way of others, which a person put together'
  return `They are one incident by way of ${path.length === 2 ? 'another telling' : `${Math.max(1, path.length - 1)} other tellings`}: each is like the next`
}

function whyApart(
  {x, y}: RatedPair,
  pair: ExplainedPair,
  members: ReadonlyMap<string, readonly HeldTelling[]>,
  rate: (x: HeldTelling, y: HeldTelling) => RatedPair,
  told: (pair: RatedPair) => ExplainedPair,
  threshold: number
): string {
  if (pair.ruling === 'apart') return 'A person said that they are not the same'
  if (pair.contradictions.length) return `They are kept apart: ${pair.contradictions.join('; ')}`
  if (pair.sum < threshold)
    return pair.meets
      ? 'They are apart: the signs for one incident do not reach the threshold'
      : 'They are apart: they have neither place and day nor a rare word in common, and are not compared'
  const [others, own] = [members.get(y.incident ?? '') ?? [y], members.get(x.incident ?? '') ?? [x]]
  const against = crossed(own, others)
    .slice(0, most.compared)
    .values()
    .map(([one, other]) => rate(one, other))
    .find(({contradicts, ruling}) => contradicts || ruling === 'apart')
  if (!against) return 'They are alike, but others of their incidents speak against it'
  const reason = against.ruling === 'apart' ? 'a person said so' : told(against).contradictions.join('; ')
  return `They are alike, but ${against.x.telling.key} and ${against.y.telling.key} of their incidents are kept apart: ${reason}`
}

/** The path whose weakest step is strongest (Prim's tree from the one to the other). */
function pathBetween(
  from: HeldTelling,
  to: HeldTelling,
  members: readonly HeldTelling[],
  rate: (x: HeldTelling, y: HeldTelling) => RatedPair
): RatedPair[] {
  const left = new Set(
    [...members.slice(0, most.onPath), to].filter(({telling}) => telling.key !== from.telling.key)
  )
  const reached = new Map<string, {step: RatedPair; before: HeldTelling}>()
  const best = new Map<HeldTelling, {step: RatedPair; before: HeldTelling}>()
  for (let at = from; at.telling.key !== to.telling.key; ) {
    for (const other of left) {
      const step = rate(at, other)
      const so = best.get(other)
      if (!so || rankOf(step) > rankOf(so.step)) best.set(other, {step, before: at})
    }
    const [next] = [...left].sort((x, y) => rankOf(best.get(y)!.step) - rankOf(best.get(x)!.step))
    if (!next) return []
    reached.set(next.telling.key, best.get(next)!)
    left.delete(next)
    at = next
  }
  const path: RatedPair[] = []
  for (let key = to.telling.key; key !== from.telling.key; ) {
    const {step, before} = reached.get(key)!
    path.unshift(step)
    key = before.telling.key
  }
  return path
}

/** What a person put together before all, what contradicts behind all. */
function rankOf({sum, contradicts, ruling, isSame}: RatedPair): number {
  if (isSame) return 1e6
  if (ruling !== null) return ruling === 'together' ? 1e5 : -1e5
  return contradicts ? sum - 1e4 : sum
}

function crossed<T>(a: readonly T[], b: readonly T[]): [T, T][] {
  return a.flatMap(x => b.map((y): [T, T] => [x, y]))
}
