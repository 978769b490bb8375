/** Learns the network over phrases (src/muc4/phrase-network.ts), one report at a time. */
import type {Matrices} from '../../src/algorithms/matrices.ts'
import {likely} from '../../src/muc4/linear-model.ts'
import {roles} from '../../src/muc4/model.ts'
import {hiddenColumns, type PhraseWeights, reportColumns} from '../../src/muc4/phrase-network.ts'
import {Adam, type Parameter} from '../adam.ts'
import {seeded, shuffle} from '../random.ts'
import {byteRows} from '../shorten.ts'
import {type Node, Tape} from '../tape.ts'

/** A report as it is learnt from. */
export interface PhraseLesson {
  readonly features: readonly Int32Array[]
  readonly states: Float32Array
  /** By role and phrase: 1, 0, or below 0 where the phrase says nothing. */
  readonly truths: readonly Float32Array[]
  /** Of the report: 1 or 0 for what is asked of it, first whether it has any template. */
  readonly answers: readonly number[]
}

export interface PhraseOptions {
  readonly width: number
  readonly context: number
  readonly passes: number
  readonly rate: number
  /** Shares lost while learning. */
  readonly lostFeatures: number
  readonly lostLayer: number
  readonly lostState: number
  /** Phrases that a feature must stand in. */
  readonly fewest: number
  readonly seed: number
}

const usual: PhraseOptions = {
  width: 96,
  context: 48,
  passes: 8,
  rate: 0.002,
  lostFeatures: 0.35,
  lostLayer: 0.4,
  lostState: 0.33,
  fewest: 10,
  seed: 5
}
/** Reports between two steps. */
const together = 2
const averagedFrom = 0.3
/** Columns of the result; the kernels want sixteen. */
const columns = 16
/** Few phrases fill anything. */
const firstBias = -4
const lossWeight = 0.01
const reportLossWeight = 0.03
const lostHidden = 0.3

export function learnPhrases(
  lessons: readonly PhraseLesson[],
  memory: Matrices,
  options: Partial<PhraseOptions> = {}
): PhraseWeights {
  const {width, context, passes, rate, lostFeatures, lostLayer, lostState, fewest, seed} = {
    ...usual,
    ...options
  }
  const begun = memory.mark()
  const random = seeded(seed)
  const usable = lessons.filter(({features}) => features.length)
  const rowOf = frequentFeatures(usable, fewest)
  const rows = usable.map(({features}) =>
    features.map(row =>
      Int32Array.from(
        row.filter(feature => rowOf.has(feature)),
        feature => rowOf.get(feature)!
      )
    )
  )
  const stateSize = usable[0]!.states.length / usable[0]!.features.length
  const parameter = (height: number, breadth: number, most: number, isTable = false): Parameter => {
    const value = memory.zeros(height, breadth)
    for (let i = 0; i < value.data.length; i++) value.data[i] = most * (2 * random() - 1)
    return {value, gradient: memory.zeros(height, breadth), touched: isTable ? new Set() : null}
  }
  const table = parameter(rowOf.size, width, 0.05, true)
  const state = parameter(stateSize, width, 0.7 * Math.sqrt(3 / stateSize))
  const stateBias = parameter(1, width, 0)
  const gates = parameter(width, 8 * context, 0.7 * Math.sqrt(3 / width))
  const gatesBias = parameter(1, 8 * context, 0)
  const recurrent = parameter(1, 4 * context, 0.1)
  const around = parameter(2 * context, columns, Math.sqrt(3 / (2 * context)))
  const out = parameter(width, columns, Math.sqrt(3 / width))
  const outBias = parameter(1, columns, 0)
  const report = parameter(4 * context, reportColumns, Math.sqrt(3 / (4 * context)))
  const reportBias = parameter(1, reportColumns, 0)
  const hidden = parameter(4 * context, hiddenColumns, 0.7 * Math.sqrt(3 / (4 * context)))
  const hiddenBias = parameter(1, hiddenColumns, 0)
  const shared = parameter(hiddenColumns, columns, Math.sqrt(3 / hiddenColumns))
  outBias.value.data.fill(firstBias)
  const adam = new Adam([
    ...[table, state, stateBias, gates, gatesBias, recurrent, around, out, outBias],
    ...[report, reportBias, hidden, hiddenBias, shared]
  ])
  const steps = passes * Math.ceil(usable.length / together)
  let step = 0
  for (let pass = 1; pass <= passes; pass++) {
    const order = shuffle([...usable.keys()], random)
    for (let from = 0; from < order.length; from += together) {
      learn(order.slice(from, from + together))
      adam.step(rate * Math.max(0.02, 1 - step++ / steps))
      if (pass > passes * averagedFrom) adam.average()
    }
  }
  adam.swap()
  const shown = table.value.data
  for (let i = 0; i < shown.length; i++) shown[i]! *= 1 - lostFeatures
  const {values, scales} = byteRows(table.value)
  const plain = ({value}: Parameter) => value.data.slice()
  const weights: PhraseWeights = {
    keys: Int32Array.from(rowOf.keys()),
    table: values,
    tableScales: scales,
    state: plain(state),
    stateBias: plain(stateBias),
    gates: plain(gates),
    gatesBias: plain(gatesBias),
    memory: plain(recurrent),
    around: plain(around),
    out: plain(out),
    outBias: plain(outBias),
    report: plain(report),
    reportBias: plain(reportBias),
    hidden: plain(hidden),
    hiddenBias: plain(hiddenBias),
    shared: plain(shared)
  }
  memory.release(begun)
  return weights

  function learn(places: readonly number[]): void {
    const mark = memory.mark()
    const tape = new Tape(memory, random, true)
    let end = 0
    const reports = places.map(place => ({first: end, end: (end += usable[place]!.features.length)}))
    const used = places.flatMap(place => rows[place]!.map(row => row.filter(() => random() >= lostFeatures)))
    for (const row of used) for (const feature of row) table.touched!.add(feature)
    const words = tape.node(end, stateSize)
    for (const [k, place] of places.entries())
      words.value.data.set(usable[place]!.states, reports[k]!.first * stateSize)
    const layer = tape.drop(
      tape.leaky(
        tape.plus(tape.sumOfRows(table, used), tape.linear(tape.drop(words, lostState), state, stateBias))
      ),
      lostLayer
    )
    const told = tape.recur(tape.linear(layer, gates, gatesBias), null, recurrent, reports)
    const whole = tape.drop(tape.pool(told, reports), lostLayer)
    const asked = tape.linear(whole, report, reportBias)
    const known = tape.drop(tape.leaky(tape.linear(whole, hidden, hiddenBias)), lostHidden)
    const reportOf = Int32Array.from(reports.flatMap(({first, end}, k) => Array(end - first).fill(k)))
    const scores = tape.plusRows(
      tape.plus(tape.linear(layer, out, outBias), tape.linear(tape.drop(told, lostLayer), around)),
      tape.linear(known, shared),
      reportOf
    )
    for (const [k, place] of places.entries()) {
      pull(scores, reports[k]!.first, usable[place]!.truths)
      for (const [q, truth] of usable[place]!.answers.entries()) {
        const at = k * reportColumns + q
        asked.gradient.data[at] = reportLossWeight * (likely(asked.value.data[at]!) - truth)
      }
    }
    tape.back()
    memory.release(mark)
  }
}

/** Sets the gradient of the logistic loss. */
function pull({value, gradient}: Node, first: number, truths: readonly Float32Array[]): void {
  for (const q of roles.keys()) {
    for (const [i, truth] of truths[q]!.entries()) {
      const at = (first + i) * columns + q
      if (truth >= 0) gradient.data[at] = lossWeight * (likely(value.data[at]!) - truth)
    }
  }
}

function frequentFeatures(lessons: readonly PhraseLesson[], fewest: number): Map<number, number> {
  const counts = new Map<number, number>()
  for (const {features} of lessons)
    for (const row of features) for (const feature of row) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count >= fewest)
  return new Map(kept.map(([feature], row) => [feature, row]))
}
