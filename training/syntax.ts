/** Trains the network of tags and trees on treebanks; the same sentences give the same weights, bit for bit. */
import type {Matrices, Matrix} from '../src/algorithms/matrices.ts'
import {isUpperCase, WordForms} from '../src/annotate/word-forms.ts'
import {rootKey, unknownKey, wordKeys} from '../src/annotate/word-keys.ts'
import type {WordGroups} from '../src/codebook/models.ts'
import type {NumberArray, WeightsFile} from '../src/codebook/weights-file.ts'
import {Adam} from './adam.ts'
import type {TreebankSentence} from './conllu.ts'
import {seeded, shuffle} from './random.ts'
import {byteRows, type Shortened, shortColumns} from './shorten.ts'
import {type Lesson, SyntaxLearner, unknownRow} from './syntax-learner.ts'

export interface TrainedSyntax {
  readonly tags: readonly string[]
  readonly relations: readonly string[]
  /** Keys of the table's rows. */
  readonly keys: Int32Array
  readonly weights: Readonly<Record<string, Matrix>>
}

/** Share of sentences read in capitals, so that upper-case text is read nearly as well. */
const upperShare = 0.33
/** Keys seen fewer times have no row. */
const fewest = 2
/** Longer sentences are left out: they are lists. */
const longest = 120
const warmSteps = 200
/** From this share of the way on, the weights are averaged. */
const averagedFrom = 0.3

export function trainSyntax(
  sentences: readonly TreebankSentence[],
  groups: WordGroups,
  memory: Matrices,
  {
    passes = 24,
    batchWords = 600,
    rate = 0.002,
    seed = 1,
    sizes = {embedded: 96, state: 80, arc: 96, relation: 112, layers: 2},
    dropped = {word: 0.2, embedded: 0.2, state: 0.33},
    log = (_line: string) => {}
  } = {}
): TrainedSyntax {
  const short = sentences.filter(({forms}) => forms.length <= longest)
  const tags = [...new Set(sentences.flatMap(sentence => sentence.tags))].sort()
  const relations = [...new Set(sentences.flatMap(sentence => sentence.relations))].sort()
  const lessons = lessonsOf(short, tags, relations, groups)
  const random = seeded(seed)
  const learner = new SyntaxLearner(
    memory,
    {...sizes, keys: lessons.keys.length, tags: tags.length, relations: relations.length},
    random,
    dropped
  )
  const adam = new Adam(Object.values(learner.parameters))
  const order = short.map((_, i) => i)
  const allWords = short.reduce((sum, {forms}) => sum + forms.length + 1, 0)
  const steps = Math.ceil(allWords / batchWords) * passes
  let step = 0
  for (let pass = 1; pass <= passes; pass++) {
    const sums = {words: 0, tags: 0, arcs: 0, relations: 0}
    for (const batch of batches(shuffle(order, random), batchWords, i => short[i]!.forms.length + 1)) {
      const losses = learner.learn(batch.map(i => lessons.of(short[i]!, random() < upperShare)))
      for (const name of Object.keys(sums) as (keyof typeof sums)[]) sums[name] += losses[name]
      adam.step(rate * Math.min(1, (step + 1) / warmSteps) * Math.max(0.02, 1 - step / steps))
      step++
      if (pass > passes * averagedFrom) adam.average()
    }
    const mean = (sum: number) => (sum / sums.words).toFixed(3)
    log(
      `pass ${pass} of ${passes}: loss of tags ${mean(sums.tags)}, arcs ${mean(sums.arcs)}, relations ${mean(sums.relations)}`
    )
  }
  adam.swap()
  return {
    tags,
    relations,
    keys: lessons.keys,
    weights: Object.fromEntries(Object.entries(learner.parameters).map(([name, {value}]) => [name, value]))
  }
}

/** Numbers the keys, and turns sentences into numbers. */
function lessonsOf(
  sentences: readonly TreebankSentence[],
  tags: readonly string[],
  relations: readonly string[],
  groups: WordGroups
) {
  const forms = new WordForms(groups)
  const counts = new Map<number, number>()
  for (const sentence of sentences) {
    const upper = isUpperCase(sentence.forms)
    for (const form of sentence.forms)
      for (const key of wordKeys(forms.of(form), upper)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const frequent = [...counts].filter(([, count]) => count >= fewest).map(([key]) => key)
  const rows = new Map([rootKey, unknownKey, ...frequent].map((key, row) => [key, row]))
  const tagNumber = new Map(tags.map((tag, i) => [tag, i]))
  const relationNumber = new Map(relations.map((relation, i) => [relation, i]))
  const rowsOf = (form: string, upper: boolean) => {
    const [word, ...parts] = wordKeys(forms.of(form), upper).map(key => rows.get(key))
    return Int32Array.from([word ?? unknownRow, ...parts.filter(row => row !== undefined)])
  }
  return {
    keys: Int32Array.from(rows.keys()),
    of(sentence: TreebankSentence, raise: boolean): Lesson {
      const written = raise ? sentence.forms.map(form => form.toUpperCase()) : sentence.forms
      const upper = isUpperCase(written)
      return {
        rows: [Int32Array.of(0), ...written.map(form => rowsOf(form, upper))],
        tags: Int32Array.from([-1, ...sentence.tags.map(tag => tagNumber.get(tag)!)]),
        heads: Int32Array.from([-1, ...sentence.heads]),
        relations: Int32Array.from([-1, ...sentence.relations.map(name => relationNumber.get(name)!)])
      }
    }
  }
}

/** Rows of entries whose sizes add up to about `most`. */
function* batches(
  order: readonly number[],
  most: number,
  sizeOf: (i: number) => number
): Generator<number[]> {
  let batch: number[] = []
  let size = 0
  for (const i of order) {
    batch.push(i)
    size += sizeOf(i)
    if (size < most) continue
    yield batch
    batch = []
    size = 0
  }
  if (batch.length) yield batch
}

/** The weights as they ship. */
export function shippedSyntax({tags, relations, keys, weights}: TrainedSyntax): WeightsFile {
  const {table, gates0, ...others} = weights
  const arrays: Record<string, NumberArray> = {keys}
  const add = (name: string, {values, scales}: Shortened<NumberArray>) => {
    arrays[name] = values
    arrays[`${name}Scales`] = scales
  }
  add('table', byteRows(table!))
  // What a word gives to the word behind it, to itself, to the word before it: one product.
  const width = gates0!.rows / 3
  const parts = [0, 1, 2].map(part => {
    const data = gates0!.data.subarray(part * width * gates0!.columns, (part + 1) * width * gates0!.columns)
    return shortColumns({...gates0!, rows: width, data})
  })
  add('gates0', {
    values: Int16Array.from(parts.flatMap(({values}) => [...values])),
    scales: Float32Array.from(parts.flatMap(({scales}) => [...scales]))
  })
  for (const [name, matrix] of Object.entries(others)) {
    if (matrix.rows === 1) arrays[name] = matrix.data.slice()
    else add(name, shortColumns(matrix))
  }
  return {lists: {tags, relations}, arrays}
}
