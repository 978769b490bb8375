/** Whom fresh tellings meet in the store: which components they join, and who is no anchor any more because of them. */
import {anchorsPerBlock, type Blocks} from '../link/block.ts'
import type {Linking} from '../link/linking.ts'
import {createNearest, type Nearest} from '../link/nearest.ts'
import type {NearPair} from '../model/telling.ts'
import type {LinkRows, StoredTelling} from '../store/store.ts'

export interface Encounter {
  /** Components with a telling that joins a fresh one. */
  readonly joined: ReadonlySet<number>
  /** Numbers of tellings that gave their place as an anchor to a fresh one; a few that kept it may be among them. */
  readonly displaced: ReadonlySet<number>
  /** What fresh tellings are likest to. Of components that they join the rest is compared when those are resolved. */
  readonly near: readonly NearPair[]
}

/** Compared together: what they meet is in memory. */
const sliceSize = 250
/** Of a crowd so many are in memory. */
const crowdSize = 1000

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
  const met: Met = {
    joined: new Set<number>(),
    nearest: createNearest(linking.weights.get('threshold')!)
  }
  const displaced = new Set<number>()
  const own = new Set(fresh.map(({number}) => number))
  const newAnchors: NewAnchors = {of: new Map(), crowds: new Set()}
  for (let from = 0; from < fresh.length; from += sliceSize) {
    const slice = fresh
      .slice(from, from + sliceSize)
      .map(stored => ({stored, blocks: linking.blocksOf(stored.telling)}))
    const blocks = new Set(slice.flatMap(({blocks: {filed, asked}}) => [...filed, ...asked]))
    const anchors = await rows.firstIn([...blocks], anchorsPerBlock)
    for (const number of await displacedIn(rows, slice, anchors, own)) displaced.add(number)
    noteNewAnchors(slice, anchors, newAnchors)
    const numbersMet = slice.map(
      ({blocks: {asked}}) => new Set(asked.flatMap(block => anchors.get(block) ?? []))
    )
    const others = new Set(numbersMet.flatMap(numbers => [...numbers]).filter(number => !own.has(number)))
    const partners = new Map((await rows.numbered(others)).map(partner => [partner.number, partner]))
    for (const [i, {stored}] of slice.entries())
      for (const number of numbersMet[i]!) {
        const partner = partners.get(number)
        if (partner) meet(linking, stored, partner, met)
      }
  }
  await joinAskers(rows, linking, newAnchors, own, met)
  return {joined: met.joined, displaced, near: met.nearest.pairs()}
}

interface Met {
  readonly joined: Set<number>
  readonly nearest: Nearest
}

/** Only old tellings are partners: the fresh ones are resolved together in any case. */
function meet(linking: Linking, stored: StoredTelling, partner: StoredTelling, {joined, nearest}: Met): void {
  if (partner.component === null || joined.has(partner.component)) return
  if (partner.telling.report === stored.telling.report) return
  const sum = linking.score(stored.telling, partner.telling)
  if (sum === null) return
  if (sum >= linking.weights.get('threshold')!) joined.add(partner.component)
  else nearest.see(stored.number, partner.number, sum)
}

interface NewAnchors {
  /** By the block in which they are one. */
  readonly of: Map<number, StoredTelling[]>
  /** Full blocks under which those are filed who ask one of these blocks. */
  readonly crowds: Set<number>
}

function noteNewAnchors(
  slice: readonly Fresh[],
  anchors: ReadonlyMap<number, readonly number[]>,
  {of, crowds}: NewAnchors
): void {
  for (const {stored, blocks} of slice)
    for (const {filed, asked} of blocks.meetings) {
      const full = asked.filter(block => anchors.get(block)?.length === anchorsPerBlock)
      const anchored = full.length ? filed.filter(block => anchors.get(block)?.includes(stored.number)) : []
      if (anchored.length) for (const crowd of full) crowds.add(crowd)
      for (const block of anchored) {
        const own = of.get(block)
        if (own) own.push(stored)
        else of.set(block, [stored])
      }
    }
}

/** Whoever asks a block in which a fresh telling has become an anchor is compared with it, though no anchor itself. */
async function joinAskers(
  rows: LinkRows,
  linking: Linking,
  {of, crowds}: NewAnchors,
  own: ReadonlySet<number>,
  met: Met
): Promise<void> {
  const others = (await rows.filedUnder([...crowds], own)).sort((a, b) => a - b)
  for (let from = 0; from < others.length; from += crowdSize)
    for (const other of await rows.numbered(others.slice(from, from + crowdSize))) {
      if (other.component === null || met.joined.has(other.component)) continue
      for (const block of linking.blocksOf(other.telling).asked)
        for (const stored of of.get(block) ?? []) meet(linking, stored, other, met)
    }
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
