/** Words as points: those that keep the same company stand near each other (Pennington et al. 2014). */
import type {WeightsFile} from '../codebook/weights-file.ts'
import type {Token} from '../model/syntax.ts'

export interface WordVectors {
  /** Small words with their numbers, the most frequent first. */
  readonly numbers: ReadonlyMap<string, number>
  /** One row a word, with a scale. */
  readonly values: Int8Array
  readonly scales: Float32Array
  readonly size: number
}

export function wordVectorsOf({lists, arrays}: WeightsFile): WordVectors {
  const words = lists.words as readonly string[]
  const values = arrays.values as Int8Array
  return {
    numbers: new Map(words.map((word, number) => [word, number])),
    values,
    scales: arrays.scales as Float32Array,
    size: values.length / words.length
  }
}

/** The number of a word as it stands, else of its lemma; -1 for a word without a point. */
export const numberOfWord = ({numbers}: WordVectors, {lower, lemma}: Token): number =>
  numbers.get(lower) ?? numbers.get(lemma) ?? -1

/** Adds `share` of the point of a word to the numbers from `at` on. */
export function addVector(
  {values, scales, size}: WordVectors,
  number: number,
  share: number,
  to: Float32Array,
  at: number
): void {
  const scale = share * scales[number]!
  for (let k = 0; k < size; k++) to[at + k]! += scale * values[number * size + k]!
}
