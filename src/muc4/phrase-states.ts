/**
 * What is known of the words of a phrase: where they stand (what the network of tags and trees makes of its head, its first
 * and its last word), and by themselves (the points of its head, of what governs it and of the words of its sentence).
 */
import type {Matrix} from '../algorithms/matrices.ts'
import type {Syntax, Token} from '../model/syntax.ts'
import type {Mention} from './mentions.ts'
import {addVector, numberOfWord, type WordVectors} from './word-vectors.ts'

/** Reads the words of sentences; gives for each sentence a row a word, which holds only while it is taken. */
export type StateReader = (
  sentences: readonly (readonly string[])[],
  take: (state: Matrix, sentence: number) => void
) => void

export interface WordKnowledge {
  readonly whereTheyStand: StateReader
  readonly byThemselves: WordVectors
}

/** Words so frequent that they do not tell what a sentence is about. */
const frequent = 150
/** Makes the numbers of points about as large as those of states. */
const share = 0.3
const sentenceShare = 0.6
/** The kernels want columns in sixteens. */
const together = 16

/** One row a phrase. */
export function phraseStates(
  syntax: Syntax,
  mentions: readonly Mention[],
  {whereTheyStand, byThemselves}: WordKnowledge
): Float32Array {
  if (!mentions.length) return new Float32Array()
  const {size} = byThemselves
  const numbers = syntax.tokens.map(token => numberOfWord(byThemselves, token))
  const byToken = Map.groupBy(
    mentions.flatMap(({head, first, last}, i) =>
      [head.index, first, last].map((token, k) => ({token, i, k}))
    ),
    ({token}) => token
  )
  let states = new Float32Array()
  let width = 0
  let known = 0
  const sentences = syntax.sentences.filter(({first, end}) => end > first)
  whereTheyStand(
    sentences.map(sentence => syntax.tokensOf(sentence).map(({text}) => text)),
    ({data, columns}, s) => {
      if (!width) {
        known = 3 * columns
        width = Math.ceil((known + 3 * size) / together) * together
        states = new Float32Array(mentions.length * width)
      }
      const {first, end} = sentences[s]!
      for (let token = first; token < end; token++)
        for (const {i, k} of byToken.get(token) ?? [])
          states.set(
            data.subarray((token - first) * columns, (token - first + 1) * columns),
            i * width + k * columns
          )
    }
  )
  for (const [i, {head}] of mentions.entries()) {
    const token = syntax.tokens[head.index]!
    const governor = syntax.head(syntax.firstConjunct(token))
    const at = i * width + known
    const add = (number: number, own: number, place: number) => {
      if (number >= 0) addVector(byThemselves, number, own, states, at + place * size)
    }
    add(numbers[token.index]!, share, 0)
    if (governor) add(numbers[governor.index]!, share, 1)
    const telling = tellingOf(syntax, token, numbers)
    for (const number of telling) add(number, sentenceShare / telling.length, 2)
  }
  return states
}

function tellingOf(syntax: Syntax, {sentence}: Token, numbers: readonly number[]): number[] {
  const {first, end} = syntax.sentences[sentence]!
  return numbers.slice(first, end).filter(number => number >= frequent)
}
