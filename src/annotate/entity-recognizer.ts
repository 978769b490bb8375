/**
 * Labels words as parts of names: a layer over the network's state and the keys of each word, and the best row of labels (Viterbi).
 *
 * Styles share the layer and differ in their labels: names alone, or all that
 * reports name and describe. Weights: models/ner.bin, trained by training/entities.ts.
 */
import type {LevelMatrix, Matrices, Matrix} from '../algorithms/matrices.ts'
import type {EntityWeights} from '../codebook/models.ts'
import {type EntityKeys, reach} from './entity-keys.ts'
import {KeptWords} from './kept-words.ts'
import {bestRow, type Steps, stepsOf} from './label-decoder.ts'
import {isUpperCase} from './word-forms.ts'

/** What a word gives: to each word up to `reach` before it, to itself, to each behind it. */
const parts = 2 * reach + 1
/** Words whose sums are kept. */
const mostKept = 5000

const shared = new WeakMap<EntityWeights, EntityRecognizer>()

/** One recogniser over some weights; what words give by themselves (`keys`) does not depend on the codebook. */
export function recognizerOf(weights: EntityWeights, keys: EntityKeys): EntityRecognizer {
  const known = shared.get(weights) ?? new EntityRecognizer(weights, keys)
  shared.set(weights, known)
  return known
}

export class EntityRecognizer {
  /** By style, in the order of the rows that `label` gives. */
  readonly styles: EntityWeights['styles']
  readonly #weights: EntityWeights
  readonly #keys: EntityKeys
  readonly #memory: Matrices
  readonly #steps: readonly Steps[]
  readonly #kept = new KeptWords(mostKept)
  /** The row of a key in the table of weights. */
  readonly #rowOf: (key: number) => number
  /** What a word gives to the words around it and to itself. */
  readonly #given: Matrix

  /** `keys`: what words give by themselves. */
  constructor(weights: EntityWeights, keys: EntityKeys) {
    this.styles = weights.styles
    this.#weights = weights
    this.#keys = keys
    this.#memory = weights.memory
    this.#rowOf = key => weights.rows.rowOf(key)
    this.#steps = weights.styles.map(({labels, transitions}) => stepsOf(this.#memory, labels, transitions))
    this.#given = this.#memory.raw(mostKept * parts, weights.shorts.state!.rows)
  }

  /** One row of numbers into `labels` a style, for the words of a sentence; `keys`: of each word where it stands, beside what words give by themselves. */
  label(forms: readonly string[], state: LevelMatrix, keys: readonly (readonly number[])[]): Int32Array[] {
    const upper = isUpperCase(forms)
    const numbers = this.#numbersOf(forms, upper)
    const mark = this.#memory.mark()
    const {shorts, floats, table} = this.#weights
    const layer = this.#memory.product(state, shorts.state!, floats.stateBias)
    // A word gives its first part to the word `reach` before it.
    this.#memory.gather(this.#given, numbers, reach, layer)
    this.#memory.addRows(table, keys, layer, 0, this.#rowOf)
    this.#memory.kernels.leaky(layer.at, layer.data.length)
    const levels = this.#memory.levels(layer)
    const found = this.styles.map(({name}, s) =>
      bestRow(
        this.#memory,
        this.#memory.product(levels, shorts[name]!, floats[`${name}Bias`]),
        this.#steps[s]!
      )
    )
    this.#memory.release(mark)
    return found
  }

  /** The number of each word; what a new one gives is summed and kept. */
  #numbersOf(forms: readonly string[], upper: boolean): Int32Array {
    this.#kept.makeRoom(forms.length)
    const numbers = new Int32Array(forms.length)
    for (const [i, form] of forms.entries()) numbers[i] = this.#numberOf(form, upper)
    return numbers
  }

  #numberOf(form: string, upper: boolean): number {
    const name = upper ? `\0${form}` : form
    const known = this.#kept.numberOf(name)
    if (known >= 0) return known
    const number = this.#kept.add(name)
    const {columns, data} = this.#given
    const first = number * parts
    data.fill(0, first * columns, (first + parts) * columns)
    this.#memory.addRows(this.#weights.table, this.#keys.ofWord(form, upper), this.#given, first, this.#rowOf)
    return number
  }
}
