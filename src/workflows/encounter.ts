/** Whom fresh tellings meet in the store: which components they join, and who is no anchor any more because of them. */
import {anchorsPerBlock, type Blocks} from '../link/block.ts'
import type {Linking} from '../link/linking.ts'
import type {LinkRows, StoredTelling} from '../store/store.ts'

export interface Encounter {
  /** Components with a telling that joins a fresh one. */
  readonly joined: ReadonlySet<number>
  /** Numbers of tellings that gave their place as an anchor to a fresh one; a few that kept it may be among them. */
  readonly displaced: ReadonlySet<number>
}

/** Compared together: what they meet is in memory. */
const sliceSize = 250

interface Fresh {
  readonly stored: StoredTelling
  readonly blocks: Blocks
}

/** `fresh`: in the store already, whether linked or not. */
export async function encounter(
  rows: LinkRows,
  linking: Linking,
  fresh: readonly StoredTelling[]
): Promise<Encounter> {
  const joined = new Set<number>()
  const displaced = new Set<number>()
  const own = new Set(fresh.map(({number}) => number))
  for (let from = 0; from < fresh.length; from += sliceSize) {
    const slice = fresh
      .slice(from, from + sliceSize)
      .map(stored => ({stored, blocks: linking.blocksOf(stored.telling)}))
    const blocks = new Set(slice.flatMap(({blocks: {filed, asked}}) => [...filed, ...asked]))
    const anchors = await rows.firstIn([...blocks], anchorsPerBlock)
    for (const number of await displacedIn(rows, slice, anchors, own)) displaced.add(number)
    await join(rows, linking, slice, anchors, own, joined)
  }
  return {joined, displaced}
}

/** Only old tellings are looked at: the fresh ones are resolved together in any case. */
async function join(
  rows: LinkRows,
  linking: Linking,
  slice: readonly Fresh[],
  anchors: ReadonlyMap<number, readonly number[]>,
  own: ReadonlySet<number>,
  joined: Set<number>
): Promise<void> {
  const threshold = linking.weights.get('threshold')!
  const met = slice.map(({blocks: {asked}}) => new Set(asked.flatMap(block => anchors.get(block) ?? [])))
  const partners = new Map<number, StoredTelling>()
  for (const stored of await rows.numbered(notIn(own, met))) partners.set(stored.number, stored)
  for (const [i, partner] of await askersOfNewAnchors(rows, linking, slice, anchors, own)) {
    met[i]!.add(partner.number)
    partners.set(partner.number, partner)
  }
  for (const [i, {stored}] of slice.entries())
    for (const number of met[i]!) {
      const partner = partners.get(number)
      if (!partner || partner.component === null || joined.has(partner.component)) continue
      if (partner.telling.report === stored.telling.report) continue
      const sum = linking.score(stored.telling, partner.telling)
      if (sum !== null && sum >= threshold) joined.add(partner.component)
    }
}

/**
 * Whoever asks a full block in which a fresh telling has become an anchor is compared with it, though no anchor itself.
 * Gives index into `slice` and the other one.
 */
async function askersOfNewAnchors(
  rows: LinkRows,
  linking: Linking,
  slice: readonly Fresh[],
  anchors: ReadonlyMap<number, readonly number[]>,
  own: ReadonlySet<number>
): Promise<[number, StoredTelling][]> {
  const newAnchors = new Map<number, number[]>()
  const crowded = new Set<number>()
  for (const [i, {stored, blocks}] of slice.entries())
    for (const {filed, asked} of blocks.meetings) {
      const full = asked.filter(block => anchors.get(block)?.length === anchorsPerBlock)
      const anchored = full.length ? filed.filter(block => anchors.get(block)?.includes(stored.number)) : []
      for (const block of anchored) {
        newAnchors.set(block, [...(newAnchors.get(block) ?? []), i])
        for (const crowd of full) crowded.add(crowd)
      }
    }
  const others = (await rows.filedUnder([...crowded])).filter(number => !own.has(number))
  const found: [number, StoredTelling][] = []
  for (const other of await rows.numbered(others))
    for (const block of linking.blocksOf(other.telling).asked)
      for (const i of newAnchors.get(block) ?? []) found.push([i, other])
  return found
}

/** Twice as many as are anchors hold all that were: a fresh one displaces one at most. */
async function displacedIn(
  rows: LinkRows,
  slice: readonly Fresh[],
  anchors: ReadonlyMap<number, readonly number[]>,
  own: ReadonlySet<number>
): Promise<number[]> {
  const full = new Set(
    slice.flatMap(({stored, blocks: {filed}}) =>
      filed.filter(block => {
        const first = anchors.get(block)!
        return first.length === anchorsPerBlock && first.includes(stored.number)
      })
    )
  )
  const wide = await rows.firstIn([...full], 2 * anchorsPerBlock)
  return [...wide].flatMap(([block, numbers]) =>
    numbers
      .filter(number => !own.has(number))
      .slice(0, anchorsPerBlock)
      .filter(number => !anchors.get(block)!.includes(number))
  )
}

function notIn(own: ReadonlySet<number>, met: readonly ReadonlySet<number>[]): Set<number> {
  const others = new Set<number>()
  for (const numbers of met) for (const number of numbers) if (!own.has(number)) others.add(number)
  return others
}
