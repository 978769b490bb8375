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
  const compare = (x: HeldTelling, y: HeldTelling) => explainPair(linking, x, y, rulings)
  const pairs = crossed(a, b)
    .slice(0, most.compared)
    .map(([x, y]) => ({x, y, pair: compare(x, y)}))
    .sort((p, q) => rankOf(q.pair) - rankOf(p.pair))
  const shared = pairs.find(({x, y}) => x.incident !== null && x.incident === y.incident)
  const best = shared ?? pairs[0]!
  const shown = [best, ...pairs.filter(pair => pair !== best)].slice(0, most.pairs).map(({pair}) => pair)
  const isDirect = joins(best.pair, threshold)
  const path =
    shared && !isDirect ? pathBetween(best.x, best.y, members.get(shared.x.incident!) ?? [], compare) : []
  return {
    isOne: shared !== undefined,
    because: shared
      ? whyOne(best.pair, isDirect, path)
      : whyApart(best.x, best.y, best.pair, members, compare, threshold),
    threshold,
    pairs: shown,
    path
  }
}

function explainPair(
  linking: Linking,
  {telling: a, incident: one}: HeldTelling,
  {telling: b, incident: other}: HeldTelling,
  rulings: LinkRulings
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
    ruling: rulingOn(a.key, b.key, rulings)
  }
}

function told({key, type, when, place}: Telling, incident: string | null): ExplainedPair['a'] {
  const day = when.from.startsWith('0001') ? null : when.from.slice(0, 10)
  return {key, incident, type, day, place: place?.name ?? null}
}

function rulingOn(a: string, b: string, {together, apart}: LinkRulings): ExplainedPair['ruling'] {
  const has = (pairs: LinkRulings['together']) =>
    pairs.some(([x, y]) => (x === a && y === b) || (x === b && y === a))
  return has(together) ? 'together' : has(apart) ? 'apart' : null
}

function joins({ruling, sum, contradictions, a, b}: ExplainedPair, threshold: number): boolean {
  return a.key === b.key || ruling === 'together' || (sum >= threshold && contradictions.length === 0)
}

function whyOne({a, b, ruling}: ExplainedPair, isDirect: boolean, path: readonly ExplainedPair[]): string {
  if (a.key === b.key) return 'They are one and the same telling'
  if (ruling === 'together') return 'A person put them together'
  if (isDirect) return 'They are one incident: the signs for it reach the threshold'
  if (path.some(step => step.ruling === 'together'))
    return 'They are one incident by way of others, which a person put together'
  return `They are one incident by way of ${path.length === 2 ? 'another telling' : `${Math.max(1, path.length - 1)} other tellings`}: each is like the next`
}

function whyApart(
  x: HeldTelling,
  y: HeldTelling,
  pair: ExplainedPair,
  members: ReadonlyMap<string, readonly HeldTelling[]>,
  compare: (x: HeldTelling, y: HeldTelling) => ExplainedPair,
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
    .map(([one, other]) => compare(one, other))
    .find(({contradictions, ruling}) => contradictions.length > 0 || ruling === 'apart')
  if (!against) return 'They are alike, but others of their incidents speak against it'
  const reason = against.ruling === 'apart' ? 'a person said so' : against.contradictions.join('; ')
  return `They are alike, but ${against.a.key} and ${against.b.key} of their incidents are kept apart: ${reason}`
}

/** The path whose weakest step is strongest (Prim's tree from the one to the other). */
function pathBetween(
  from: HeldTelling,
  to: HeldTelling,
  members: readonly HeldTelling[],
  compare: (x: HeldTelling, y: HeldTelling) => ExplainedPair
): ExplainedPair[] {
  const left = new Set(
    [...members.slice(0, most.onPath), to].filter(({telling}) => telling.key !== from.telling.key)
  )
  const reached = new Map<string, {step: ExplainedPair; before: HeldTelling}>()
  const best = new Map<HeldTelling, {step: ExplainedPair; before: HeldTelling}>()
  for (let at = from; at.telling.key !== to.telling.key; ) {
    for (const other of left) {
      const step = compare(at, other)
      const so = best.get(other)
      if (!so || rankOf(step) > rankOf(so.step)) best.set(other, {step, before: at})
    }
    const [next] = [...left].sort((x, y) => rankOf(best.get(y)!.step) - rankOf(best.get(x)!.step))
    if (!next) return []
    reached.set(next.telling.key, best.get(next)!)
    left.delete(next)
    at = next
  }
  const path: ExplainedPair[] = []
  for (let key = to.telling.key; key !== from.telling.key; ) {
    const {step, before} = reached.get(key)!
    path.unshift(step)
    key = before.telling.key
  }
  return path
}

/** What a person put together before all, what contradicts behind all. */
function rankOf({sum, contradictions, ruling, a, b}: ExplainedPair): number {
  if (a.key === b.key) return 1e6
  if (ruling !== null) return ruling === 'together' ? 1e5 : -1e5
  return contradictions.length ? sum - 1e4 : sum
}

function crossed<T>(a: readonly T[], b: readonly T[]): [T, T][] {
  return a.flatMap(x => b.map((y): [T, T] => [x, y]))
}
