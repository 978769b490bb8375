/** Resolves tellings of whole components anew: their pairs by the anchors of the store, their groups, their components. */
import {createIdentity} from '../algorithms/identity.ts'
import {UnionFind} from '../algorithms/union-find.ts'
import {anchorsPerBlock} from '../link/block.ts'
import {pairsByAnchors} from '../link/candidate-pairs.ts'
import {groupsOf} from '../link/groups.ts'
import type {Linking} from '../link/linking.ts'
import {createNearest} from '../link/nearest.ts'
import type {LinkRulings, ScoredPair} from '../link/resolve.ts'
import type {NearPair, Telling} from '../model/telling.ts'
import type {LinkRows, StoredTelling} from '../store/store.ts'

export interface StoredGroup {
  /** Of the incident. */
  readonly id: string
  readonly component: number
  /** The first founds it. */
  readonly members: readonly {
    readonly stored: StoredTelling
    readonly why: readonly string[]
    readonly score: number | null
  }[]
}

export interface Regrouped {
  readonly groups: readonly StoredGroup[]
  /** What tellings of different groups are likest to. */
  readonly near: readonly NearPair[]
}

/** `touched`: in order of their numbers; a component is among them wholly or not at all. */
export async function regroup(
  rows: LinkRows,
  linking: Linking,
  touched: readonly StoredTelling[],
  rulings: LinkRulings
): Promise<Regrouped> {
  const tellings = touched.map(({telling}) => telling)
  const pairs = (await pairsAmong(rows, linking, touched)).flatMap(([i, j]): IndexedPair[] => {
    const sum = linking.score(tellings[i]!, tellings[j]!)
    return sum === null ? [] : [{i, j, a: tellings[i]!.key, b: tellings[j]!.key, sum}]
  })
  const indexOf = new Map(tellings.map(({key}, i) => [key, i]))
  const parts = componentsOf(touched.length, [
    ...pairs.filter(({sum}) => sum >= linking.weights.get('threshold')!).map(({i, j}) => [i, j] as const),
    ...rulings.together.flatMap(([a, b]) => {
      const [i, j] = [indexOf.get(a), indexOf.get(b)]
      return i === undefined || j === undefined ? [] : [[i, j] as const]
    })
  ])
  const groups = groupsOf(linking, tellings, pairs, rulings).map(group => ({
    id: incidentIdOf(group[0]!.telling),
    component: touched[parts(indexOf.get(group[0]!.telling.key)!)]!.number,
    members: group.map(({telling, why, score}) => ({stored: touched[indexOf.get(telling.key)!]!, why, score}))
  }))
  return {groups, near: nearPairs(linking, touched, pairs, groups)}
}

/** Of the compared pairs those that are near and not of one group. */
function nearPairs(
  linking: Linking,
  touched: readonly StoredTelling[],
  pairs: readonly IndexedPair[],
  groups: readonly StoredGroup[]
): NearPair[] {
  const groupOf = new Map(
    groups.flatMap(({members}, group) => members.map(({stored}) => [stored.number, group]))
  )
  const nearest = createNearest(linking.weights.get('threshold')!)
  for (const {i, j, sum} of pairs) {
    const [a, b] = [touched[i]!.number, touched[j]!.number]
    if (groupOf.get(a) === groupOf.get(b)) continue
    nearest.see(a, b, sum)
    nearest.see(b, a, sum)
  }
  return nearest.pairs()
}

interface IndexedPair extends ScoredPair {
  readonly i: number
  readonly j: number
}

/** Only blocks that one of them filed and another asks are looked up. */
async function pairsAmong(rows: LinkRows, linking: Linking, touched: readonly StoredTelling[]) {
  const blocks = touched.map(({telling}) => linking.blocksOf(telling))
  const filer = new Map<number, number>()
  const several = -1
  for (const [i, {filed}] of blocks.entries())
    for (const block of filed) filer.set(block, filer.has(block) ? several : i)
  const shared = new Set<number>()
  for (const [i, {asked}] of blocks.entries())
    for (const block of asked) if ((filer.get(block) ?? i) !== i) shared.add(block)
  const indexOf = new Map(touched.map(({number}, i) => [number, i]))
  const anchors = new Map<number, number[]>()
  for (const [block, numbers] of await rows.firstIn([...shared], anchorsPerBlock))
    anchors.set(
      block,
      numbers.flatMap(number => indexOf.get(number) ?? [])
    )
  return pairsByAnchors(
    touched.map(({telling}) => telling),
    blocks,
    anchors
  )
}

/** For each index the smallest that it hangs together with. */
function componentsOf(
  size: number,
  pairs: readonly (readonly [number, number])[]
): (index: number) => number {
  const parts = new UnionFind(size)
  for (const [i, j] of pairs) {
    const [a, b] = [parts.find(i), parts.find(j)]
    if (a !== b) parts.join(Math.max(a, b), Math.min(a, b))
  }
  return index => parts.find(index)
}

/** An incident is named for the telling that founds it: the reconciler names it alike. */
function incidentIdOf(founding: Telling): string {
  return createIdentity([founding.key])
}
