/**
 * From pairs to groups: the tellings of one incident each.
 *
 * The strongest two groups join first. What counts is the strongest pair between them, less what the weakest pair lies under the
 * line from which a pair speaks against: one strong pair does not join two sister attacks when another speaks against it. (Not
 * the mean: a copy of a report must change nothing for the others.) No member of one may contradict a member of the other: far places, days
 * apart, one report or two rows of one dataset. People's rulings outrank all of it.
 * Tellings of different components (joined by pairs over the threshold, or by a ruling) do not touch each other, so a
 * component may be resolved alone. Near-linear: places and days are compared once each, not once a member.
 */
import {Heap} from '../algorithms/heap.ts'
import {UnionFind} from '../algorithms/union-find.ts'
import type {Telling, TellingPlace} from '../model/telling.ts'
import {type Day, daysContradict} from './day-signs.ts'
import {placesContradict} from './place-signs.ts'

/** A compared pair whose tellings do not contradict each other, by keys. */
export interface ScoredPair {
  readonly a: string
  readonly b: string
  /** Of weights times values. */
  readonly sum: number
}

/** Pairs of keys of tellings that a person joined or parted. */
export interface LinkRulings {
  readonly together: readonly (readonly [string, string])[]
  readonly apart: readonly (readonly [string, string])[]
}

/** Rows of codebook/link-weights.csv. */
export interface Lines {
  /** Sum from which a pair joins. */
  readonly threshold: number
  /** Sum under which a pair speaks against joining its groups. */
  readonly against: number
}

export const noRulings: LinkRulings = {together: [], apart: []}

interface Group {
  readonly members: number[]
  readonly reports: Set<string>
  readonly places: Map<string, TellingPlace | null>
  readonly days: Map<string, Day>
  /** Members that a person parted from others. */
  readonly parted: number[]
  readonly bonds: Map<number, Bond>
}

/** Sums of the compared pairs between two groups. */
interface Bond {
  readonly strongest: number
  readonly weakest: number
}

interface Offer {
  readonly a: number
  readonly b: number
  readonly strength: number
}

/** The first is the founding telling; groups by their founding tellings. `pairs`: all that were compared among these tellings. */
export function resolve(
  tellings: readonly Telling[],
  pairs: readonly ScoredPair[],
  {threshold, against}: Lines,
  rulings: LinkRulings = noRulings
): Telling[][] {
  const ordered = tellings.toSorted(byFounding)
  const indexOf = new Map(ordered.map(({key}, i) => [key, i]))
  const known = (keys: readonly (readonly [string, string])[]) =>
    keys.flatMap(([a, b]) => {
      const [i, j] = [indexOf.get(a), indexOf.get(b)]
      return i === undefined || j === undefined || i === j ? [] : [[Math.min(i, j), Math.max(i, j)] as const]
    })
  const apart = neighbours(known(rulings.apart))
  const groups = ordered.map((telling, i) => groupOf(telling, i, apart.has(i)))
  const home = new UnionFind(ordered.length)
  const offers = new Heap<Offer>(isBefore)
  const offer = (a: number, b: number, bond: Bond) => {
    const strength = strengthOf(bond, against)
    if (strength >= threshold) offers.push({a, b, strength})
  }
  /** The smaller goes into the larger. */
  const join = (a: number, b: number) => {
    const [into, from] = weightOf(groups[a]!) >= weightOf(groups[b]!) ? [a, b] : [b, a]
    const [one, other] = [groups[into]!, groups[from]!]
    home.join(from, into)
    one.members.push(...other.members)
    one.parted.push(...other.parted)
    for (const report of other.reports) one.reports.add(report)
    for (const [key, place] of other.places) one.places.set(key, place)
    for (const [key, day] of other.days) one.days.set(key, day)
    one.bonds.delete(from)
    for (const [third, bond] of other.bonds) {
      if (third === into) continue
      const theirs = groups[third]!.bonds
      theirs.delete(from)
      const joined = joinedBond(one.bonds.get(third), bond)
      one.bonds.set(third, joined)
      theirs.set(into, joined)
      offer(Math.min(into, third), Math.max(into, third), joined)
    }
    other.bonds.clear()
  }

  const own = canonical(pairs, indexOf)
  const partOf = components(ordered.length, [
    ...own.filter(({bond}) => bond.strongest >= threshold),
    ...known(rulings.together).map(([a, b]) => ({a, b}))
  ])
  for (const {a, b, bond} of own) {
    if (partOf[a] !== partOf[b]) continue
    groups[a]!.bonds.set(b, bond)
    groups[b]!.bonds.set(a, bond)
    offer(a, b, bond)
  }
  for (const [i, j] of known(rulings.together)) {
    const [a, b] = [home.find(i), home.find(j)]
    if (a !== b) join(a, b)
  }
  for (let next = offers.pop(); next; next = offers.pop()) {
    const {a, b, strength} = next
    const bond = home.find(a) === a && home.find(b) === b ? groups[a]!.bonds.get(b) : undefined
    // An offer that was made before one of the two grew.
    if (!bond || strengthOf(bond, against) !== strength) continue
    const isParted = groups[a]!.parted.some(i => [...apart.get(i)!].some(j => home.find(j) === b))
    if (isParted || contradict(groups[a]!, groups[b]!)) {
      groups[a]!.bonds.delete(b)
      groups[b]!.bonds.delete(a)
    } else join(a, b)
  }
  return groups
    .filter((_, i) => home.find(i) === i)
    .map(({members}) => members.sort((x, y) => x - y))
    .sort((x, y) => x[0]! - y[0]!)
    .map(members => members.map(i => ordered[i]!))
}

/** The first told first: what founds an incident. */
export function byFounding(a: Telling, b: Telling): number {
  const [x, y] = [a.publishedOn ?? '9999', b.publishedOn ?? '9999']
  if (x !== y) return x < y ? -1 : 1
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}

/** By the tellings they join, whatever the order of arrival. */
function canonical(pairs: readonly ScoredPair[], indexOf: ReadonlyMap<string, number>) {
  return pairs
    .flatMap(({a: one, b: other, sum}) => {
      const [i, j] = [indexOf.get(one), indexOf.get(other)]
      if (i === undefined || j === undefined) return []
      return [{a: Math.min(i, j), b: Math.max(i, j), bond: {strongest: sum, weakest: sum}}]
    })
    .sort((x, y) => x.a - y.a || x.b - y.b)
}

/** For each index the smallest one that it hangs together with. */
function components(size: number, pairs: readonly {readonly a: number; readonly b: number}[]): number[] {
  const parts = new UnionFind(size)
  for (const {a, b} of pairs) {
    const [x, y] = [parts.find(a), parts.find(b)]
    if (x !== y) parts.join(Math.max(x, y), Math.min(x, y))
  }
  return Array.from({length: size}, (_, i) => parts.find(i))
}

function groupOf(telling: Telling, index: number, isParted: boolean): Group {
  const {report, place, when, publishedOn, dataset} = telling
  return {
    members: [index],
    reports: new Set(dataset === undefined ? [report] : [report, `dataset ${dataset}`]),
    places: new Map([[placeKey(place), place]]),
    days: new Map([[`${when.from} ${when.to} ${when.precision} ${when.known} ${publishedOn}`, telling]]),
    parted: isParted ? [index] : [],
    bonds: new Map()
  }
}

function placeKey(place: TellingPlace | null): string {
  return place
    ? [
        place.name,
        place.lat,
        place.lon,
        place.precision,
        place.country,
        place.admin1,
        place.gazetteerId
      ].join('|')
    : ''
}

function contradict(a: Group, b: Group): boolean {
  const [small, large] = a.reports.size <= b.reports.size ? [a, b] : [b, a]
  for (const report of small.reports) if (large.reports.has(report)) return true
  for (const one of small.places.values())
    for (const other of large.places.values()) if (placesContradict(one, other)) return true
  for (const one of small.days.values())
    for (const other of large.days.values()) if (daysContradict(one, other)) return true
  return false
}

function joinedBond(a: Bond | undefined, b: Bond): Bond {
  if (!a) return b
  return {strongest: Math.max(a.strongest, b.strongest), weakest: Math.min(a.weakest, b.weakest)}
}

function strengthOf({strongest, weakest}: Bond, against: number): number {
  return strongest - Math.max(0, against - weakest)
}

function isBefore(x: Offer, y: Offer): boolean {
  if (x.strength !== y.strength) return x.strength > y.strength
  return x.a === y.a ? x.b < y.b : x.a < y.a
}

const weightOf = ({members, bonds}: Group) => members.length + bonds.size

function neighbours(pairs: readonly (readonly [number, number])[]): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>()
  for (const [a, b] of pairs)
    for (const [one, other] of [
      [a, b],
      [b, a]
    ] as const) {
      const own = found.get(one)
      if (own) own.add(other)
      else found.set(one, new Set([other]))
    }
  return found
}
