/**
 * The network that reads tags and trees, as it learns: table of word keys, recurrent layers both ways, heads of tags, arcs and relations.
 *
 * Arcs: a score for each pair of dependent and head (Dozat & Manning 2017).
 * The same weights are read by src/annotate/syntax-network.ts, which computes
 * the same without what learning needs.
 */
import type {Matrices} from '../src/algorithms/matrices.ts'
import type {Parameter} from './adam.ts'
import {crossEntropy, type Node, type Stretch, Tape} from './tape.ts'

export interface Sizes {
  /** Rows of the table. */
  readonly keys: number
  readonly tags: number
  readonly relations: number
  /** Numbers per word key, per direction of a layer, of arcs and relations. */
  readonly embedded: number
  readonly state: number
  readonly arc: number
  readonly relation: number
  readonly layers: number
}

/** A sentence as numbers; place 0 is the root, which has no tag, head or relation (-1). */
export interface Lesson {
  /** Rows of the table. */
  readonly rows: readonly Int32Array[]
  readonly tags: Int32Array
  readonly heads: Int32Array
  readonly relations: Int32Array
}

export interface Losses {
  readonly words: number
  readonly tags: number
  readonly arcs: number
  readonly relations: number
}

const padded = (n: number) => (n + 15) & ~15
export const unknownRow = 1

export class SyntaxLearner {
  readonly parameters: Record<string, Parameter> = {}
  readonly #memory: Matrices
  readonly #sizes: Sizes
  readonly #random: () => number
  readonly #dropped: {readonly word: number; readonly embedded: number; readonly state: number}

  constructor(
    memory: Matrices,
    sizes: Sizes,
    random: () => number,
    dropped = {word: 0.2, embedded: 0.2, state: 0.33}
  ) {
    this.#memory = memory
    this.#sizes = sizes
    this.#random = random
    this.#dropped = dropped
    const {embedded, state, arc, relation, layers} = sizes
    this.#add('table', sizes.keys, embedded, 0.1, true)
    for (let layer = 0; layer < layers; layer++) {
      const into = layer === 0 ? 3 * embedded : 2 * state
      this.#add(
        `gates${layer}`,
        into,
        (layer === 0 ? 8 : 6) * state,
        Math.sqrt((layer === 0 ? 1 : 1.5) / into)
      )
      this.#add(`gatesBias${layer}`, 1, (layer === 0 ? 8 : 6) * state, 0)
      this.#add(`memory${layer}`, 1, 4 * state, 0.1)
    }
    const plain = Math.sqrt(1 / (2 * state))
    this.#add('tags', 2 * state, padded(sizes.tags), plain)
    this.#add('tagsBias', 1, padded(sizes.tags), 0)
    this.#add('dependent', 2 * state, arc, plain * Math.SQRT2)
    this.#add('dependentBias', 1, arc, 0)
    this.#add('head', 2 * state, arc, plain * Math.SQRT2)
    this.#add('headBias', 1, arc, 0)
    this.#add('pairs', arc, arc, 0.5 * Math.sqrt(1 / arc))
    this.#add('pairsBias', 1, arc, 0)
    this.#add('relationDependent', 2 * state, relation, plain)
    this.#add('relationHead', 2 * state, relation, plain)
    this.#add('relationBias', 1, relation, 0)
    this.#add('relations', relation, padded(sizes.relations), Math.sqrt(1 / relation))
    this.#add('relationsBias', 1, padded(sizes.relations), 0)
  }

  #add(name: string, rows: number, columns: number, deviation: number, isTable = false): void {
    const value = this.#memory.zeros(rows, columns)
    if (deviation)
      for (let i = 0; i < value.data.length; i++) value.data[i] = deviation * normal(this.#random)
    this.parameters[name] = {
      value,
      gradient: this.#memory.zeros(rows, columns),
      touched: isTable ? new Set() : null
    }
  }

  /** Reads a batch and leaves the gradients of its mean loss a word in the parameters. */
  learn(batch: readonly Lesson[]): Losses {
    const mark = this.#memory.mark()
    const tape = new Tape(this.#memory, this.#random, true)
    const {state, sentences} = this.#read(tape, batch)
    const words = batch.reduce((sum, {tags}) => sum + tags.length - 1, 0)
    const joined = (pick: (lesson: Lesson) => Int32Array) =>
      Int32Array.from(batch.flatMap(lesson => [...pick(lesson)]))
    const tags = crossEntropy(
      this.#tags(tape, state),
      this.#sizes.tags,
      joined(({tags}) => tags),
      1 / words
    )
    let arcs = 0
    for (const [s, scores] of this.#arcs(tape, state, sentences).entries()) {
      const {heads} = batch[s]!
      arcs += crossEntropy(scores, heads.length, heads, 1 / words, row => row)
    }
    const heads = Int32Array.from(
      batch.flatMap(({heads}, s) => Array.from(heads, head => (head < 0 ? -1 : sentences[s]!.first + head)))
    )
    const relations = crossEntropy(
      this.#relations(tape, state, heads),
      this.#sizes.relations,
      joined(({relations}) => relations),
      1 / words
    )
    tape.back()
    this.#memory.release(mark)
    return {words, tags, arcs, relations}
  }

  #read(tape: Tape, batch: readonly Lesson[]): {state: Node; sentences: readonly Stretch[]} {
    const {table, ...rest} = this.parameters
    const rows = batch.flatMap(lesson => lesson.rows.map(list => this.#withoutWord(list)))
    for (const list of rows) for (const row of list) table!.touched!.add(row)
    let first = 0
    const sentences = batch.map(lesson => ({first, end: (first += lesson.rows.length)}))
    const embedded = tape.drop(tape.leaky(tape.sumOfRows(table!, rows)), this.#dropped.embedded)
    let state = tape.window(embedded, sentences)
    for (let layer = 0; layer < this.#sizes.layers; layer++) {
      const past = layer === 0 ? null : tape.drop(state, this.#dropped.state)
      const gates = tape.linear(past ?? state, rest[`gates${layer}`]!, rest[`gatesBias${layer}`]!)
      state = tape.recur(gates, past, rest[`memory${layer}`]!, sentences)
    }
    return {state: tape.drop(state, this.#dropped.state), sentences}
  }

  /** The root stays; a word is sometimes read by its parts alone. */
  #withoutWord(rows: Int32Array): Int32Array {
    if (rows.length === 1 || this.#random() >= this.#dropped.word) return rows
    const others = rows.slice()
    others[0] = unknownRow
    return others
  }

  #tags(tape: Tape, state: Node): Node {
    return tape.linear(state, this.parameters.tags!, this.parameters.tagsBias)
  }

  #arcs(tape: Tape, state: Node, sentences: readonly Stretch[]): Node[] {
    const {dependent, dependentBias, head, headBias, pairs, pairsBias} = this.parameters
    const end = (w: Node, b: Node) => tape.drop(tape.leaky(tape.linear(state, w, b)), this.#dropped.state)
    const dependents = end(dependent!, dependentBias!)
    const heads = end(head!, headBias!)
    return tape.pairs(tape.linear(dependents, pairs!, pairsBias), heads, sentences)
  }

  #relations(tape: Tape, state: Node, heads: Int32Array): Node {
    const {relationDependent, relationHead, relationBias, relations, relationsBias} = this.parameters
    const both = tape.plusRows(
      tape.linear(state, relationDependent!),
      tape.linear(state, relationHead!, relationBias),
      heads
    )
    return tape.linear(tape.drop(tape.leaky(both), this.#dropped.state), relations!, relationsBias)
  }
}

/** Box & Muller 1958. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random())
}
