/** Pairs of tellings that are compared: one is an anchor of a block that it filed and the other asks. */
import type {Telling} from '../model/telling.ts'
import {anchorsPerBlock, type Blocks, rankOf} from './block.ts'

/** Out of a set held in memory. Indexes into `tellings`, the smaller first, each pair once, in order. */
export function candidatePairs(
  tellings: readonly Telling[],
  blocksOf: (telling: Telling) => Blocks
): [number, number][] {
  const blocks = tellings.map(blocksOf)
  return pairsByAnchors(tellings, blocks, anchorsOf(tellings, blocks))
}

/**
 * The same, where the anchors of each block are known: indexes into `tellings`, of those that are among them.
 * Tellings of one report are no pair.
 */
export function pairsByAnchors(
  tellings: readonly Telling[],
  blocks: readonly Blocks[],
  anchors: ReadonlyMap<number, readonly number[]>
): [number, number][] {
  const pairs = new Set<number>()
  for (const [i, {asked}] of blocks.entries())
    for (const block of asked)
      for (const j of anchors.get(block) ?? [])
        if (tellings[i]!.report !== tellings[j]!.report)
          pairs.add(Math.min(i, j) * tellings.length + Math.max(i, j))
  return [...pairs]
    .sort((a, b) => a - b)
    .map(pair => [Math.floor(pair / tellings.length), pair % tellings.length])
}

function anchorsOf(tellings: readonly Telling[], blocks: readonly Blocks[]): Map<number, readonly number[]> {
  const members = new Map<number, number[]>()
  for (const [i, {filed}] of blocks.entries())
    for (const block of filed) {
      const own = members.get(block)
      if (own) own.push(i)
      else members.set(block, [i])
    }
  const ranks = tellings.map(rankOf)
  const first = (a: number, b: number) =>
    ranks[a]! - ranks[b]! || (tellings[a]!.key < tellings[b]!.key ? -1 : 1)
  return new Map(
    [...members].map(([block, own]) => [
      block,
      own.length <= anchorsPerBlock ? own : own.sort(first).slice(0, anchorsPerBlock)
    ])
  )
}
