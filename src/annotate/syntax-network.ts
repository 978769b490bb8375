/**
 * Reads tags and trees of sentences with one small network: word keys, recurrent layers both ways, scores of tags, arcs and relations.
 *
 * Word keys are summed from a table; simple recurrent units (Lei et al. 2018)
 * carry what stands left and right; arcs are scored for each pair of words
 * (Dozat & Manning 2017) and the best tree is taken. Trained by training/syntax.ts.
 * What the first layer makes of a word by itself is kept, for texts repeat words.
 */
import type {ByteMatrix, LevelMatrix, Matrices, Matrix} from '../algorithms/matrices.ts'
import type {SyntaxWeights} from '../codebook/models.ts'
import {KeptWords} from './kept-words.ts'
import {bestTree} from './tree-decoder.ts'
import {isUpperCase, type WordForms} from './word-forms.ts'
import {rootKey, unknownKey, wordKeys} from './word-keys.ts'

/** Numbers into `tags`, heads (0 the root, else counted from 1), numbers into `relations`: one a word. */
export interface Reading {
  readonly tags: Int32Array
  readonly heads: Int32Array
  readonly relations: Int32Array
  /** What the network knows of each word where it stands, and the same in levels; both hold only while the reading is taken. */
  readonly state: Matrix
  readonly levels: LevelMatrix
}

/** Words whose first layer is kept. */
const mostKept = 4000
/** Sentences are read together up to so many words. */
const chunk = 600

const shared = new WeakMap<SyntaxWeights, SyntaxNetwork>()

/** One network over some weights: what it keeps of words serves all who read with them. */
export function networkOf(weights: SyntaxWeights, forms: WordForms): SyntaxNetwork {
  const known = shared.get(weights) ?? new SyntaxNetwork(weights, forms)
  shared.set(weights, known)
  return known
}

export class SyntaxNetwork {
  readonly tags: readonly string[]
  readonly relations: readonly string[]
  readonly #forms: WordForms
  readonly #weights: SyntaxWeights
  readonly #memory: Matrices
  readonly #size: number
  /** Gates that a word gives to the word before it, to itself and to the word behind it, by number. */
  readonly #given: Matrix
  readonly #kept = new KeptWords(mostKept)

  constructor(weights: SyntaxWeights, forms: WordForms) {
    this.tags = weights.tags
    this.relations = weights.relations
    this.#forms = forms
    this.#weights = weights
    this.#memory = weights.memory
    this.#size = weights.floats.gatesBias0!.columns / 8
    this.#given = this.#memory.raw(mostKept, 24 * this.#size)
  }

  /** `sentences`: forms of the words. `take` gets each reading in turn, with the number of its sentence. */
  read(sentences: readonly (readonly string[])[], take: (reading: Reading, sentence: number) => void): void {
    for (let from = 0; from < sentences.length; ) {
      let end = from
      for (let words = 0; end < sentences.length && words < chunk; end++) words += sentences[end]!.length
      this.#readTogether(sentences.slice(from, end), (reading, s) => take(reading, from + s))
      from = end
    }
  }

  #readTogether(
    sentences: readonly (readonly string[])[],
    take: (reading: Reading, sentence: number) => void
  ): void {
    const mark = this.#memory.mark()
    const firsts: number[] = []
    let rows = 0
    for (const forms of sentences) {
      firsts.push(rows)
      rows += forms.length + 1
    }
    const state = this.#state(sentences, firsts, rows)
    const levels = this.#memory.levels(state)
    const tagScores = this.#product(levels, 'tags')
    const dependent = this.#memory.levels(this.#leaky(this.#product(levels, 'dependent')))
    const dependents = this.#memory.levels(this.#product(dependent, 'pairs'))
    const heads = this.#memory.bytes(this.#leaky(this.#product(levels, 'head')))
    const trees = sentences.map(({length}, s) => this.#tree(dependents, heads, firsts[s]!, length))
    const tags = this.#memory.placesOfLargest(tagScores, rows, this.tags.length)
    const relations = this.#relationsOf(levels, trees, firsts)
    for (const [s, {length: n}] of sentences.entries()) {
      const first = firsts[s]!
      const reading = {
        tags: tags.subarray(first + 1, first + 1 + n),
        heads: trees[s]!.subarray(1),
        relations: relations.subarray(first + 1, first + 1 + n),
        state: rowsOf(state, first + 1, n),
        levels: this.#memory.levelRows(levels, first + 1, n)
      }
      take(reading, s)
    }
    this.#memory.release(mark)
  }

  #state(sentences: readonly (readonly string[])[], firsts: readonly number[], rows: number): Matrix {
    const size = this.#size
    const [memory, keep, show] = [1, 2, 3].map(() => this.#memory.raw(rows, 2 * size)) as [
      Matrix,
      Matrix,
      Matrix
    ]
    let gates = this.#firstGates(sentences, firsts, rows)
    let state: Matrix | null = null
    for (let layer = 0; this.#weights.floats[`memory${layer}`]; layer++) {
      if (state) gates = this.#product(this.#memory.levels(state), `gates${layer}`, `gatesBias${layer}`)
      const parts = state ? 3 : 4
      const out = this.#memory.raw(rows, 2 * size)
      const weights = this.#weights.floats[`memory${layer}`]!.at
      for (const [s, forms] of sentences.entries()) {
        for (const direction of [0, 1] as const) {
          const cell = ({at, columns}: Matrix, column: number) => at + 4 * (firsts[s]! * columns + column)
          const past = state ? cell(state, direction * size) : cell(gates, (direction * parts + 3) * size)
          this.#memory.kernels.recur(
            cell(gates, direction * parts * size),
            gates.columns,
            past,
            (state ?? gates).columns,
            weights + 8 * direction * size,
            cell(out, direction * size),
            cell(memory, direction * size),
            cell(keep, direction * size),
            cell(show, direction * size),
            2 * size,
            forms.length + 1,
            size,
            direction ? -1 : 1
          )
        }
      }
      state = out
    }
    return state!
  }

  /** Gates of the first layer: the sum of what a word gives itself and what its neighbours give it. */
  #firstGates(sentences: readonly (readonly string[])[], firsts: readonly number[], rows: number): Matrix {
    const numbers = this.#numbersOf(sentences, rows)
    const columns = 8 * this.#size
    const gates = this.#memory.raw(rows, columns)
    const bias = this.#weights.floats.gatesBias0!.data
    gates.data.set(bias)
    for (let done = 1; done < rows; done *= 2)
      gates.data.copyWithin(done * columns, 0, Math.min(done, rows - done) * columns)
    for (const [s, {length}] of sentences.entries()) {
      const first = firsts[s]!
      this.#memory.gather(this.#given, numbers.subarray(first, first + length + 1), 1, gates, first)
    }
    return gates
  }

  /** The number of each word, root first in each sentence; new words get theirs together. */
  #numbersOf(sentences: readonly (readonly string[])[], rows: number): Int32Array {
    this.#kept.makeRoom(rows)
    const fresh: {readonly number: number; readonly rows: Int32Array}[] = []
    const numbers = new Int32Array(rows)
    let row = 0
    for (const forms of sentences) {
      const upper = isUpperCase(forms)
      for (let i = -1; i < forms.length; i++) {
        const form = i < 0 ? '' : forms[i]!
        const name = upper && i >= 0 ? `\0${form}` : form
        let number = this.#kept.numberOf(name)
        if (number < 0) {
          number = this.#kept.add(name)
          const keys = i < 0 ? [rootKey] : wordKeys(this.#forms.of(form), upper)
          fresh.push({number, rows: this.#rowsOf(keys)})
        }
        numbers[row++] = number
      }
    }
    if (fresh.length) this.#compute(fresh)
    return numbers
  }

  #rowsOf(keys: readonly number[]): Int32Array {
    const {rows} = this.#weights
    const found = new Int32Array(keys.length)
    for (let i = 0; i < keys.length; i++) found[i] = rows.rowOf(keys[i]!)
    if (found[0]! < 0) found[0] = rows.rowOf(unknownKey)
    return found
  }

  /** Writes what new words give under their numbers. */
  #compute(words: readonly {readonly number: number; readonly rows: Int32Array}[]): void {
    const mark = this.#memory.mark()
    const {table, shorts} = this.#weights
    const sums = this.#memory.zeros(words.length, shorts.gates0!.columns)
    this.#memory.addRows(
      table,
      words.map(({rows}) => rows),
      sums
    )
    const given = this.#memory.product(this.#memory.levels(this.#leaky(sums)), shorts.gates0!)
    const {columns, data} = given
    const part = columns / 3
    // The weights have the word behind first.
    for (const [i, {number}] of words.entries())
      for (let p = 0; p < 3; p++) {
        const from = i * columns + (2 - p) * part
        this.#given.data.set(data.subarray(from, from + part), number * columns + p * part)
      }
    this.#memory.release(mark)
  }

  #tree(dependents: LevelMatrix, heads: ByteMatrix, first: number, n: number): Int32Array {
    const mark = this.#memory.mark()
    const scores = this.#memory.product(
      this.#memory.levelRows(dependents, first, n + 1),
      this.#memory.byteRows(heads, first, (n + 4) & ~3)
    )
    const tree = bestTree(this.#memory, scores, n)
    this.#memory.release(mark)
    return tree
  }

  /** Of each row of `levels`; those of roots mean nothing. */
  #relationsOf(levels: LevelMatrix, trees: readonly Int32Array[], firsts: readonly number[]): Int32Array {
    const mark = this.#memory.mark()
    // Half of the words govern none.
    const places = new Int32Array(levels.rows).fill(-1)
    const governors: number[] = []
    for (const [s, tree] of trees.entries())
      for (let i = 1; i < tree.length; i++) {
        const governor = firsts[s]! + tree[i]!
        if (places[governor]! < 0) places[governor] = governors.push(governor) - 1
      }
    const starts = this.#product(this.#memory.pickedLevels(levels, governors), 'relationHead', 'relationBias')
    const both = this.#product(levels, 'relationDependent')
    const bytes = 4 * both.columns
    for (const [s, tree] of trees.entries())
      for (let i = 1; i < tree.length; i++) {
        const [row, place] = [firsts[s]! + i, places[firsts[s]! + tree[i]!]!]
        this.#memory.kernels.add(both.at + bytes * row, starts.at + bytes * place, both.columns)
      }
    const scores = this.#product(this.#memory.levels(this.#leaky(both)), 'relations')
    const found = this.#memory.placesOfLargest(scores, levels.rows, this.relations.length)
    this.#memory.release(mark)
    return found
  }

  #product(a: LevelMatrix, name: string, bias = `${name}Bias`): Matrix {
    return this.#memory.product(a, this.#weights.shorts[name]!, this.#weights.floats[bias])
  }

  #leaky(a: Matrix): Matrix {
    this.#memory.kernels.leaky(a.at, a.data.length)
    return a
  }
}

/** Some rows of a matrix. */
function rowsOf({at, columns, data}: Matrix, first: number, rows: number): Matrix {
  return {
    at: at + 4 * first * columns,
    rows,
    columns,
    data: data.subarray(first * columns, (first + rows) * columns)
  }
}
