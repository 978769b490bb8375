/** Linking by one codebook: what a report tells, where it meets others, how two compare, and which are one incident. */
import {actorKinds} from '../codebook/actor-kinds.ts'
import type {Codebook} from '../codebook/codebook.ts'
import {eventTypes} from '../codebook/event-types.ts'
import {rarityOf} from '../codebook/word-rarity.ts'
import type {CodedReport} from '../model/contract.ts'
import type {Evidence} from '../model/link-profile.ts'
import type {Telling} from '../model/telling.ts'
import {type Blocks, blocksOf} from './block.ts'
import {compare, contradicts} from './compare.ts'
import {judge} from './judge.ts'
import {kinds} from './kinds.ts'
import {type LinkRulings, resolve, type ScoredPair} from './resolve.ts'
import {tellingsOf} from './tellings.ts'
import {thingFinder} from './things.ts'

/** Why two tellings are thought to be of one incident, or not. */
export interface Comparison {
  readonly evidence: readonly Evidence[]
  /** Of weights times values. */
  readonly sum: number
  /** Of their being one, 0 to 1. */
  readonly probability: number
  /** Nothing can join them but a person. */
  readonly contradicts: boolean
}

export interface Linking {
  readonly weights: ReadonlyMap<string, number>
  /** Ids of the types of events. */
  readonly types: ReadonlySet<string>
  tellingsOf(report: CodedReport): Telling[]
  blocksOf(telling: Telling): Blocks
  compare(a: Telling, b: Telling): Comparison
  /** null: they contradict each other. The sum alone, for the many. */
  score(a: Telling, b: Telling): number | null
  /** `pairs`: all pairs among these tellings that meet in a block and have a score. The first of a group founds it. */
  resolve(tellings: readonly Telling[], pairs: readonly ScoredPair[], rulings?: LinkRulings): Telling[][]
}

export function createLinking(codebook: Codebook): Linking {
  const families = new Map(eventTypes(codebook).map(({id, family}) => [id, family]))
  const actors = actorKinds(codebook)
  const rules = {
    familyOf: (type: string) => families.get(type) ?? 'other',
    isGroup: (kind: string) => actors.sideOf(kind) === 'organised-group',
    rarity: rarityOf(codebook),
    thingsIn: thingFinder(codebook)
  }
  const weights = new Map(
    codebook.table('link-weights.csv', ['id', 'weight']).map(({id, weight}) => [id, Number(weight)])
  )
  const lines = {threshold: weights.get('threshold')!, against: weights.get('against')!}
  const {kin, kindOf} = kinds(codebook)
  // Asked for again and again while a telling is filed, met and resolved.
  const blocks = new WeakMap<Telling, Blocks>()
  return {
    weights,
    types: new Set(families.keys()),
    tellingsOf: report => tellingsOf(report, rules),
    blocksOf(telling) {
      const held = blocks.get(telling)
      if (held) return held
      const found = blocksOf(telling, kindOf)
      blocks.set(telling, found)
      return found
    },
    compare(a, b) {
      const evidence = compare(a, b, kin, weights)
      return {evidence, ...judge(evidence, weights), contradicts: contradicts(a, b)}
    },
    score: (a, b) => (contradicts(a, b) ? null : judge(compare(a, b, kin, weights), weights).sum),
    resolve: (tellings, pairs, rulings) => resolve(tellings, pairs, lines, rulings)
  }
}
