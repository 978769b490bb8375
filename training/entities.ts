/**
 * Trains the recogniser of names over the frozen network of tags and trees, on several corpora at once.
 *
 * The corpora disagree on what a name is, so they share the layer and each has
 * labels and transitions of its own; only those of the styles that ship are kept.
 */
import type {Matrices} from '../src/algorithms/matrices.ts'
import {type EntityKeys, reach} from '../src/annotate/entity-keys.ts'
import {allowed} from '../src/annotate/label-decoder.ts'
import type {SyntaxNetwork} from '../src/annotate/syntax-network.ts'
import {isUpperCase} from '../src/annotate/word-forms.ts'
import type {NumberArray, WeightsFile} from '../src/codebook/weights-file.ts'
import {Adam, type Parameter} from './adam.ts'
import type {LabelledText} from './entity-corpora.ts'
import {rowLoss} from './label-rows.ts'
import {seeded, shuffle} from './random.ts'
import {byteRows, shortColumns} from './shorten.ts'
import {Tape} from './tape.ts'

/** Share of texts read in capitals. */
const upperShare = 0.15
/** Keys seen fewer times have no row. */
const fewest = 4
const batchWords = 300
const averagedFrom = 0.3

interface Corpus {
  readonly name: string
  readonly labels: readonly string[]
  readonly numberOf: ReadonlyMap<string, number>
  readonly barred: Float32Array
}

/** A sentence as numbers. */
interface Lesson {
  readonly corpus: Corpus
  readonly state: Float32Array
  readonly rows: readonly Int32Array[]
  readonly gold: readonly number[]
}

interface Options {
  readonly passes?: number
  readonly width?: number
  readonly rate?: number
  readonly seed?: number
  readonly dropped?: number
  readonly log?: (line: string) => void
}

/** Trains on all texts; returns weights that read as the corpora `styles` are labelled. `memory`: room for learning. */
export function trainEntities(
  texts: readonly LabelledText[],
  styles: readonly string[],
  network: SyntaxNetwork,
  keys: EntityKeys,
  memory: Matrices,
  {passes = 14, width = 64, rate = 0.002, seed = 5, dropped = 0.4, log = () => {}}: Options = {}
): WeightsFile {
  const random = seeded(seed)
  const corpora = corporaOf(texts)
  const {lessons, known} = lessonsOf(texts, corpora, network, keys, random)
  const parameters: Record<string, Parameter> = {}
  const add = (name: string, rows: number, columns: number, deviation: number, isTable = false) => {
    const value = memory.zeros(rows, columns)
    for (let i = 0; i < value.data.length; i++) value.data[i] = deviation * (2 * random() - 1)
    parameters[name] = {value, gradient: memory.zeros(rows, columns), touched: isTable ? new Set() : null}
  }
  const states = lessons[0]!.state.length / lessons[0]!.gold.length
  add('table', known.size, width, 0.05, true)
  add('state', states, width, Math.sqrt(3 / states))
  add('stateBias', 1, width, 0)
  for (const {name, labels} of corpora.values()) {
    const columns = (labels.length + 15) & ~15
    add(name, width, columns, Math.sqrt(3 / width))
    add(`${name}Bias`, 1, columns, 0)
    add(`${name}Transitions`, labels.length + 1, columns, 0)
  }
  const adam = new Adam(Object.values(parameters))
  const order = lessons.map((_, i) => i)
  const steps = passes * Math.ceil(lessons.reduce((sum, {gold}) => sum + gold.length, 0) / batchWords)
  let step = 0
  for (let pass = 1; pass <= passes; pass++) {
    let loss = 0
    let words = 0
    let waiting = 0
    for (const i of shuffle(order, random)) {
      const lesson = lessons[i]!
      loss += learn(lesson)
      words += lesson.gold.length
      waiting += lesson.gold.length
      if (waiting < batchWords) continue
      adam.step(rate * Math.max(0.02, 1 - step++ / steps))
      if (pass > passes * averagedFrom) adam.average()
      waiting = 0
    }
    log(`names pass ${pass} of ${passes}: loss ${(loss / words).toFixed(3)}`)
  }
  adam.swap()
  return shipped()

  function learn({corpus, state, rows, gold}: Lesson): number {
    const mark = memory.mark()
    const tape = new Tape(memory, random, true)
    const {table, state: weights, stateBias} = parameters
    for (const list of rows) for (const row of list) table!.touched!.add(row)
    const seen = tape.node(gold.length, states)
    seen.value.data.set(state)
    const layer = tape.leaky(
      tape.plus(
        tape.linear(tape.drop(seen, dropped), weights!, stateBias),
        tape.sumOfRows(
          table!,
          rows.map(list => list.filter(() => random() >= dropped / 2))
        )
      )
    )
    const scores = tape.linear(
      tape.drop(layer, dropped),
      parameters[corpus.name]!,
      parameters[`${corpus.name}Bias`]
    )
    const transitions = parameters[`${corpus.name}Transitions`]!
    const loss = rowLoss(scores, transitions, corpus.barred, gold, corpus.labels.length, 1 / batchWords)
    tape.back()
    memory.release(mark)
    return loss
  }

  function shipped(): WeightsFile {
    const arrays: Record<string, NumberArray> = {keys: Int32Array.from(known.keys())}
    const addShort = (name: string, values: NumberArray, scales: Float32Array) => {
      arrays[name] = values
      arrays[`${name}Scales`] = scales
    }
    const table = byteRows(parameters.table!.value)
    addShort('table', table.values, table.scales)
    for (const name of ['state', ...styles]) {
      const {values, scales} = shortColumns(parameters[name]!.value)
      addShort(name, values, scales)
      arrays[`${name}Bias`] = parameters[`${name}Bias`]!.value.data.slice()
    }
    const kept = styles.map(style => corpora.get(style)!)
    for (const {name, labels, barred} of kept) {
      const {columns, data} = parameters[`${name}Transitions`]!.value
      arrays[`${name}Transitions`] = barred.map(
        (bar, i) => bar + data[Math.floor(i / labels.length) * columns + (i % labels.length)]!
      )
    }
    return {lists: {styles: kept.map(({name, labels}) => ({name, labels}))}, arrays}
  }
}

/** Those of each word where it stands, with those that the words around give it. */
function allKeys(keys: EntityKeys, forms: readonly string[], inPlace: number[][]): number[][] {
  const upper = isUpperCase(forms)
  const given = forms.map(form => keys.ofWord(form, upper))
  return inPlace.map((own, i) => [
    ...own,
    ...Array.from({length: 2 * reach + 1}, (_, part) => given[i + reach - part]?.[part] ?? []).flat()
  ])
}

function corporaOf(texts: readonly LabelledText[]): ReadonlyMap<string, Corpus> {
  return new Map(
    [...Map.groupBy(texts, ({corpus}) => corpus)].map(([name, own]) => {
      const used = new Set(own.flatMap(({sentences}) => sentences.flatMap(({labels}) => labels)))
      const types = [...new Set([...used].filter(label => label !== 'O').map(label => label.slice(2)))].sort()
      const labels = ['O', ...types.flatMap(type => [`B-${type}`, `I-${type}`])]
      return [
        name,
        {name, labels, numberOf: new Map(labels.map((label, i) => [label, i])), barred: allowed(labels)}
      ]
    })
  )
}

/** Reads all texts with the network; a share of them also in capitals. */
function lessonsOf(
  texts: readonly LabelledText[],
  corpora: ReadonlyMap<string, Corpus>,
  network: SyntaxNetwork,
  keys: EntityKeys,
  random: () => number
): {lessons: Lesson[]; known: ReadonlyMap<number, number>} {
  const read: (Omit<Lesson, 'rows'> & {keys: number[][]})[] = []
  for (const {corpus: name, sentences} of texts) {
    const corpus = corpora.get(name)!
    for (const upper of random() < upperShare ? [false, true] : [false]) {
      const forms = sentences.map(sentence =>
        upper ? sentence.forms.map(form => form.toUpperCase()) : sentence.forms
      )
      const memory = keys.memoryOf(forms)
      network.read(forms, ({tags, state}, s) => {
        const names = Array.from(tags, tag => network.tags[tag]!)
        read.push({
          corpus,
          state: state.data.slice(),
          keys: allKeys(keys, forms[s]!, keys.inPlace(forms[s]!, names, memory)),
          gold: sentences[s]!.labels.map(label => corpus.numberOf.get(label)!)
        })
      })
    }
  }
  const counts = new Map<number, number>()
  for (const lesson of read)
    for (const list of lesson.keys) for (const key of list) counts.set(key, (counts.get(key) ?? 0) + 1)
  const frequent = [...counts].filter(([, count]) => count >= fewest).map(([key]) => key)
  const known = new Map(frequent.map((key, row) => [key, row]))
  const lessons = read.map(({keys: lists, ...lesson}) => ({
    ...lesson,
    rows: lists.map(list => Int32Array.from(list.map(key => known.get(key)).filter(row => row !== undefined)))
  }))
  return {lessons, known}
}
