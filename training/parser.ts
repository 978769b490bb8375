/**
 * Trains the parser: arc-hybrid with a dynamic oracle, on tags that the tagger predicts.
 *
 * Tags come from taggers that did not see the sentence (jackknifing), for the
 * parser must learn to live with their errors. From the second pass on it goes
 * its own way nine times in ten, so that it learns to recover from mistakes.
 */
import type {LinearWeights} from '../src/algorithms/linear-model.ts'
import {
  attach,
  bestOf,
  left,
  possible,
  right,
  shift,
  stateOf,
  type TagHashes,
  tagHashes
} from '../src/annotate/parser.ts'
import {
  labelFeatures,
  maxLabelFeatures,
  maxParserFeatures,
  type ParserState,
  structureFeatures
} from '../src/annotate/parser-features.ts'
import {indexOfMax, type Tagger} from '../src/annotate/tagger.ts'
import type {TreebankSentence} from './conllu.ts'
import {Perceptron, seeded, shuffle} from './perceptron.ts'
import {taggerOf, trainTagger, upperShare} from './tagger.ts'

export interface TrainedParser {
  readonly labels: readonly string[]
  readonly structure: LinearWeights
  readonly labeller: LinearWeights
}

const folds = 5
const exploration = 0.9

interface Example {
  readonly sentence: TreebankSentence
  readonly tags: Int32Array
  readonly upperTags: Int32Array
}

export function trainParser(
  sentences: readonly TreebankSentence[],
  tagger: Tagger,
  {iterations = 9, minUpdates = 5, seed = 3, log = (_line: string) => {}} = {}
): TrainedParser {
  const labels = [...new Set(sentences.flatMap(({relations}) => relations))].sort()
  const numberOf = new Map(labels.map((label, i) => [label, i]))
  const hashes = tagHashes(tagger.tags)
  const examples = jackknifed(sentences, tagger, log)
  const structure = new Perceptron(3, 24, 1 << 23)
  const labeller = new Perceptron(labels.length, 22, 1 << 21)
  const learner = new Learner(structure, labeller, hashes, tagger, numberOf)
  const random = seeded(seed)
  const order = examples.map((_, i) => i)
  for (let iteration = 0; iteration < iterations; iteration++) {
    let errors = 0
    for (const index of shuffle(order, random)) {
      const raise = random() < upperShare
      errors += learner.learn(examples[index]!, raise, () => iteration > 0 && random() < exploration)
    }
    log(`parser pass ${iteration + 1} of ${iterations}: ${errors} wrong transitions`)
  }
  return {labels, structure: structure.compact(minUpdates), labeller: labeller.compact(minUpdates)}
}

function jackknifed(
  sentences: readonly TreebankSentence[],
  tagger: Tagger,
  log: (line: string) => void
): Example[] {
  const examples: Example[] = new Array(sentences.length)
  const numberOf = new Map(tagger.tags.map((tag, i) => [tag, i]))
  for (let fold = 0; fold < folds; fold++) {
    const held = sentences.map((_, i) => i).filter(i => i % folds === fold)
    const other = taggerOf(trainTagger(sentences.filter((_, i) => i % folds !== fold)))
    const tagged = (forms: readonly string[]) =>
      Int32Array.from(other.tag(forms), tag => numberOf.get(other.tags[tag]!)!)
    for (const i of held) {
      const sentence = sentences[i]!
      examples[i] = {
        sentence,
        tags: tagged(sentence.forms),
        upperTags: tagged(sentence.forms.map(form => form.toUpperCase()))
      }
    }
    log(`tagged fold ${fold + 1} of ${folds}`)
  }
  return examples
}

class Learner {
  readonly #structure: Perceptron
  readonly #labeller: Perceptron
  readonly #hashes: TagHashes
  readonly #tagger: Tagger
  readonly #numberOf: ReadonlyMap<string, number>
  readonly #features = new Int32Array(maxParserFeatures)
  readonly #labelFeatures = new Int32Array(maxLabelFeatures)
  readonly #scores = new Float32Array(3)
  readonly #labelScores: Float32Array

  constructor(
    structure: Perceptron,
    labeller: Perceptron,
    hashes: TagHashes,
    tagger: Tagger,
    numberOf: ReadonlyMap<string, number>
  ) {
    this.#structure = structure
    this.#labeller = labeller
    this.#hashes = hashes
    this.#tagger = tagger
    this.#numberOf = numberOf
    this.#labelScores = new Float32Array(numberOf.size)
  }

  /** Reads one sentence, learning from each wrong transition; returns how many there were. */
  learn({sentence, tags, upperTags}: Example, raise: boolean, explore: () => boolean): number {
    const forms = raise ? sentence.forms.map(form => form.toUpperCase()) : sentence.forms
    const words = forms.map(form => this.#tagger.forms.of(form))
    const state = stateOf(words, raise ? upperTags : tags, this.#hashes)
    const gold = [-1, ...sentence.heads]
    const {n} = state
    const stack = [0]
    let next = 1
    let errors = 0
    while (stack.length > 1 || next <= n) {
      const s0 = stack.at(-1)!
      const s1 = stack.at(-2) ?? -1
      const can = possible(stack.length, s0, s1, next, n)
      let action: number
      if (!can.left && !can.right) action = shift
      else if (!can.shift && !can.left) action = right
      else {
        const count = structureFeatures(this.#features, state, s0, s1, stack.at(-3) ?? -1, next)
        this.#structure.score(this.#features, count, this.#scores)
        action = bestOf(this.#scores, can)
        const costs = oracleCosts(gold, stack, next, n, can)
        const least = Math.min(...costs)
        if (costs[action] === least) this.#structure.step++
        else {
          errors++
          const best = bestOf(this.#scores, {
            shift: costs[shift] === least,
            left: costs[left] === least,
            right: costs[right] === least
          })
          this.#structure.update(this.#features, count, best, action)
          if (!explore()) action = best
        }
      }
      if (action === shift) stack.push(next++)
      else {
        const head = action === left ? next : s1
        attach(state, head, s0, this.#label(state, head, s0, gold, sentence))
        stack.pop()
      }
    }
    return errors
  }

  #label(
    state: ParserState,
    head: number,
    dependent: number,
    gold: readonly number[],
    sentence: TreebankSentence
  ): number {
    const count = labelFeatures(this.#labelFeatures, state, head, dependent)
    this.#labeller.score(this.#labelFeatures, count, this.#labelScores)
    const guess = indexOfMax(this.#labelScores)
    if (gold[dependent] !== head) return guess
    const label = this.#numberOf.get(sentence.relations[dependent - 1]!)!
    if (guess === label) this.#labeller.step++
    else this.#labeller.update(this.#labelFeatures, count, label, guess)
    return guess
  }
}

const impossible = 1e9

/** How many gold arcs each transition makes unreachable (Goldberg & Nivre 2013, arc-hybrid). */
function oracleCosts(
  gold: readonly number[],
  stack: readonly number[],
  next: number,
  n: number,
  can: ReturnType<typeof possible>
): number[] {
  const s0 = stack.at(-1)!
  const s1 = stack.at(-2) ?? -1
  let shiftCost = impossible
  let leftCost = impossible
  let rightCost = impossible
  let laterDependents = 0
  for (let i = next; i <= n; i++) if (gold[i] === s0) laterDependents++
  if (can.shift) {
    shiftCost = 0
    for (let i = 0; i < stack.length - 1; i++) if (gold[next] === stack[i]) shiftCost++
    for (const item of stack) if (gold[item] === next) shiftCost++
  }
  if (can.left) leftCost = laterDependents + ((s1 >= 0 && gold[s0] === s1) || gold[s0]! > next ? 1 : 0)
  if (can.right) rightCost = laterDependents + (gold[s0]! >= next ? 1 : 0)
  return [shiftCost, leftCost, rightCost]
}
