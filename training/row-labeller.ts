/**
 * Learns to label rows of words from hashed keys: a table of numbers, a layer, labels and the steps between them (conditional random field).
 *
 * For measuring what some data teach; what ships is in `models/`.
 */
import type {Matrices} from '../src/algorithms/matrices.ts'
import {allowed, bestRow, type Steps, stepsOf} from '../src/annotate/label-decoder.ts'
import {Adam, type Parameter} from './adam.ts'
import {rowLoss} from './label-rows.ts'
import {seeded, shuffle} from './random.ts'
import {Tape} from './tape.ts'

/** A row of words: keys of each, and the number of its label. */
export interface Lesson {
  readonly keys: readonly Int32Array[]
  readonly gold: readonly number[]
}

interface Options {
  readonly passes: number
  readonly width?: number
  readonly rate?: number
  readonly seed?: number
  readonly dropped?: number
  readonly fewest?: number
  readonly log?: (line: string) => void
}

const batchWords = 300
const averagedFrom = 0.3
const counterBits = 24
const leak = 0.1

export class RowLabeller {
  readonly labels: readonly string[]
  readonly #rows: ReadonlyMap<number, number>
  readonly #width: number
  readonly #columns: number
  readonly #table: Float32Array
  readonly #weights: Float32Array
  readonly #labelBias: Float32Array
  readonly #steps: Steps
  readonly #memory: Matrices

  /** `memory`: room for learning and labelling; what is taken from it is given back, but for the steps. */
  constructor(
    lessons: readonly Lesson[],
    labels: readonly string[],
    memory: Matrices,
    {passes, width = 48, rate = 0.002, seed = 7, dropped = 0.3, fewest = 4, log = () => {}}: Options
  ) {
    const random = seeded(seed)
    const start = memory.mark()
    const rows = frequentKeys(lessons, fewest)
    const barred = allowed(labels)
    const columns = (labels.length + 15) & ~15
    const add = (rows: number, columns: number, deviation: number, isTable = false): Parameter => {
      const value = memory.zeros(rows, columns)
      for (let i = 0; i < value.data.length; i++) value.data[i] = deviation * (2 * random() - 1)
      return {value, gradient: memory.zeros(rows, columns), touched: isTable ? new Set() : null}
    }
    const table = add(Math.max(1, rows.size), width, 0.05, true)
    const weights = add(width, columns, Math.sqrt(3 / width))
    const labelBias = add(1, columns, 0)
    const transitions = add(labels.length + 1, columns, 0)
    const adam = new Adam([table, weights, labelBias, transitions])
    const numbered = lessons.map(({keys, gold}) => ({
      gold,
      rows: keys.map(list => Int32Array.from([...list].flatMap(key => rows.get(key) ?? [])))
    }))
    const order = lessons.map((_, i) => i)
    const words = numbered.reduce((sum, {gold}) => sum + gold.length, 0)
    const steps = passes * Math.ceil(words / batchWords)
    let step = 0
    for (let pass = 1; pass <= passes; pass++) {
      let loss = 0
      let waiting = 0
      for (const i of shuffle(order, random)) {
        const lesson = numbered[i]!
        loss += learn(lesson)
        waiting += lesson.gold.length
        if (waiting < batchWords) continue
        adam.step(rate * Math.max(0.02, 1 - step++ / steps))
        if (pass > passes * averagedFrom) adam.average()
        waiting = 0
      }
      log(`pass ${pass} of ${passes}: loss ${(loss / words).toFixed(4)}, ${rows.size} keys`)
    }
    adam.swap()
    this.labels = labels
    this.#rows = rows
    this.#width = width
    this.#columns = columns
    this.#table = table.value.data.slice()
    this.#weights = weights.value.data.slice()
    this.#labelBias = labelBias.value.data.slice()
    const scores = barred.map(
      (bar, i) => bar + transitions.value.data[Math.floor(i / labels.length) * columns + (i % labels.length)]!
    )
    memory.release(start)
    this.#memory = memory
    this.#steps = stepsOf(memory, labels, scores)

    function learn({rows, gold}: {rows: readonly Int32Array[]; gold: readonly number[]}): number {
      const mark = memory.mark()
      const tape = new Tape(memory, random, true)
      const kept = rows.map(list => list.filter(() => random() >= dropped / 2))
      for (const list of kept) for (const row of list) table.touched!.add(row)
      const layer = tape.leaky(tape.sumOfRows(table, kept))
      const scores = tape.linear(tape.drop(layer, dropped), weights, labelBias)
      const loss = rowLoss(scores, transitions, barred, gold, labels.length, 1 / batchWords)
      tape.back()
      memory.release(mark)
      return loss
    }
  }

  /** The likeliest row of labels. */
  label(keys: readonly (readonly number[])[]): string[] {
    const columns = this.#columns
    const mark = this.#memory.mark()
    const scores = this.#memory.raw(keys.length, columns)
    const layer = new Float32Array(this.#width)
    for (const [i, list] of keys.entries()) {
      layer.fill(0)
      for (const key of list) {
        const row = this.#rows.get(key)
        if (row === undefined) continue
        for (let k = 0; k < layer.length; k++) layer[k]! += this.#table[row * layer.length + k]!
      }
      for (let label = 0; label < columns; label++) {
        let sum = this.#labelBias[label]!
        for (let k = 0; k < layer.length; k++)
          sum += (layer[k]! < 0 ? leak * layer[k]! : layer[k]!) * this.#weights[k * columns + label]!
        scores.data[i * columns + label] = sum
      }
    }
    const row = bestRow(this.#memory, scores, this.#steps)
    this.#memory.release(mark)
    return Array.from(row, number => this.labels[number]!)
  }
}

/** Row numbers of keys that are seen often enough; counted by their lower bits, which is near enough. */
function frequentKeys(lessons: readonly Lesson[], fewest: number): Map<number, number> {
  const counts = new Uint8Array(1 << counterBits)
  const mask = counts.length - 1
  for (const {keys} of lessons)
    for (const list of keys) for (const key of list) if (counts[key & mask]! < 255) counts[key & mask]!++
  const rows = new Map<number, number>()
  for (const {keys} of lessons)
    for (const list of keys)
      for (const key of list) if (counts[key & mask]! >= fewest && !rows.has(key)) rows.set(key, rows.size)
  return rows
}
