/**
 * Tags words with parts of speech: Penn and universal tag in one class, "VBD|VERB".
 *
 * An averaged perceptron, greedy from left to right, over the word, its
 * neighbours and the two tags before. In a sentence of capitals the features of
 * case are switched off. Weights: models/tagger.bin, trained by training/tagger.ts.
 */
import {mix1, mix2, mix3} from '../algorithms/hash.ts'
import type {LinearModel} from '../algorithms/linear-model.ts'
import type {TaggerWeights} from '../codebook/models.ts'
import {isUpperCase, type WordFeatures, WordForms} from './word-forms.ts'

export const maxTaggerFeatures = 40
/** Tags before the first word count as these. */
const before = -1
const upperForm = 17
const upperShape = 3

export class Tagger {
  readonly tags: readonly string[]
  readonly forms: WordForms
  readonly #model: LinearModel
  readonly #features = new Int32Array(maxTaggerFeatures)
  readonly #scores: Int32Array

  readonly #decided: ReadonlyMap<string, number>

  /** `decided`: lower-case words with the one tag they have, whatever the weights say. */
  constructor({tags, dictionary, model}: TaggerWeights, decided: ReadonlyMap<string, string> = new Map()) {
    this.tags = tags
    this.#decided = new Map([...decided].map(([word, tag]) => [word, tags.indexOf(tag)]))
    this.forms = new WordForms(dictionary)
    this.#model = model
    this.#scores = new Int32Array(tags.length)
  }

  /** One index into `tags` per word. */
  tag(sentence: readonly string[]): Int32Array {
    const upper = isUpperCase(sentence)
    const words = sentence.map(form => this.forms.of(form))
    const found = new Int32Array(words.length)
    for (let i = 0; i < words.length; i++) {
      const fixed = this.#decided.get(sentence[i]!.toLowerCase()) ?? (upper ? -1 : words[i]!.fixedTag)
      if (fixed >= 0) {
        found[i] = fixed
        continue
      }
      const count = taggerFeatures(
        this.#features,
        words,
        i,
        found[i - 1] ?? before,
        found[i - 2] ?? before,
        upper
      )
      this.#model.score(this.#features, count, this.#scores)
      found[i] = indexOfMax(this.#scores)
    }
    return found
  }
}

/** Writes the features of word `i` and returns how many there are. */
export function taggerFeatures(
  out: Int32Array,
  words: readonly WordFeatures[],
  i: number,
  tag1: number,
  tag2: number,
  upper: boolean
): number {
  const word = words[i]!
  const previous = words[i - 1]
  const next = words[i + 1]
  const here = word.lower
  const left1 = previous?.lower ?? 11
  const left2 = words[i - 2]?.lower ?? 12
  const right1 = next?.lower ?? 13
  const right2 = words[i + 2]?.lower ?? 14
  const class0 = word.tagClass
  const class1 = next?.tagClass ?? 15
  const class2 = words[i + 2]?.tagClass ?? 16
  const shape = upper ? upperShape : word.shape
  const nextShape = next ? (upper ? upperShape : next.shape) : 5
  const first = i === 0 ? 1 : 0
  const [s1, s2, s3, s4] = word.suffixes
  const [p1, p2, p3] = word.prefixes
  const t1 = tag1 + 7
  const t2 = tag2 + 7
  let n = 0
  out[n++] = 12345
  // The word itself.
  out[n++] = mix1(1, upper ? upperForm : word.form)
  out[n++] = mix1(2, here)
  out[n++] = mix1(3, s1)
  out[n++] = mix1(4, s2)
  out[n++] = mix1(5, s3)
  out[n++] = mix1(6, s4)
  out[n++] = mix1(7, p1)
  out[n++] = mix1(8, p2)
  out[n++] = mix1(9, p3)
  out[n++] = mix2(10, shape, first)
  out[n++] = mix2(11, upper ? 9 : word.flags, first)
  // Its neighbours.
  out[n++] = mix1(12, left1)
  out[n++] = mix1(13, left2)
  out[n++] = mix1(14, right1)
  out[n++] = mix1(15, right2)
  out[n++] = mix2(16, left1, here)
  out[n++] = mix2(17, here, right1)
  // The tags before, and what tags the dictionary allows here and behind.
  out[n++] = mix1(18, t1)
  out[n++] = mix2(19, t1, t2)
  out[n++] = mix2(20, t1, here)
  out[n++] = mix2(21, t1, class0)
  out[n++] = mix2(22, class0, class1)
  out[n++] = mix3(23, t1, class0, class1)
  out[n++] = mix1(24, class1)
  out[n++] = mix2(25, class1, class2)
  out[n++] = mix2(26, t1, right1)
  out[n++] = mix2(27, s3, class1)
  out[n++] = mix1(28, previous?.suffixes[2] ?? 5)
  out[n++] = mix1(29, next?.suffixes[2] ?? 5)
  out[n++] = mix2(30, t1, s3)
  out[n++] = mix2(31, shape, t1)
  out[n++] = mix1(32, nextShape)
  out[n++] = mix3(33, t1, t2, class0)
  out[n++] = mix2(34, here, class1)
  out[n++] = mix2(35, s2, shape)
  out[n++] = mix2(36, left1, class0)
  out[n++] = mix1(37, class0)
  return n
}

export function indexOfMax(scores: Int32Array | Float32Array): number {
  let best = 0
  for (let i = 1; i < scores.length; i++) if (scores[i]! > scores[best]!) best = i
  return best
}
