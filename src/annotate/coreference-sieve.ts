/** What the sieves of coreference are given; each joins what its rules show, the surest first (Lee et al. 2013). */

import type {Syntax} from '../model/syntax.ts'
import type {Clusters} from './coreference-clusters.ts'
import type {Mention} from './coreference-mentions.ts'
import type {CoreferenceWords} from './coreference-words.ts'

export interface Scene {
  readonly syntax: Syntax
  readonly words: CoreferenceWords
  readonly mentions: readonly Mention[]
  readonly clusters: Clusters
  /** Numbers of the mentions whose head stands in the sentence, in text order. */
  readonly inSentence: readonly (readonly number[])[]
  /** By token: the mention that the token heads, lists left out. */
  readonly ofHead: ReadonlyMap<number, number>
}

export type Sieve = (scene: Scene) => void

/** Mentions before this one, the nearest sentence first and within it in text order, back to so many sentences. */
export function before({mentions, inSentence}: Scene, mention: number, sentences: number): number[] {
  const {head, from} = mentions[mention]!
  const found: number[] = []
  for (let s = head.sentence; s >= Math.max(0, head.sentence - sentences); s--) {
    for (const other of inSentence[s] ?? []) {
      if (s < head.sentence || mentions[other]!.from < from) found.push(other)
    }
  }
  return found
}
