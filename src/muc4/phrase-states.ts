/** What the network of tags and trees knows of a phrase: of its head, its first and its last word where they stand. */
import type {Matrix} from '../algorithms/matrices.ts'
import type {Syntax} from '../model/syntax.ts'
import type {Mention} from './mentions.ts'

/** Reads the words of sentences; gives for each sentence a row a word, which holds only while it is taken. */
export type StateReader = (
  sentences: readonly (readonly string[])[],
  take: (state: Matrix, sentence: number) => void
) => void

/** One row a phrase. */
export function phraseStates(syntax: Syntax, mentions: readonly Mention[], read: StateReader): Float32Array {
  const wanted = mentions.map(({head, first, last}) => [head.index, first, last])
  const byToken = new Map<number, number[]>()
  for (const [place, token] of wanted.flat().entries())
    byToken.set(token, [...(byToken.get(token) ?? []), place])
  const sentences = syntax.sentences.filter(({first, end}) => end > first)
  let states = new Float32Array()
  read(
    sentences.map(sentence => syntax.tokensOf(sentence).map(({text}) => text)),
    ({data, columns}, s) => {
      if (!states.length) states = new Float32Array(3 * mentions.length * columns)
      const {first, end} = sentences[s]!
      for (let token = first; token < end; token++)
        for (const place of byToken.get(token) ?? [])
          states.set(data.subarray((token - first) * columns, (token - first + 1) * columns), place * columns)
    }
  )
  return states
}
