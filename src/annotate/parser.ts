/**
 * Builds the dependency tree of a tagged sentence: greedy arc-hybrid transitions.
 *
 * A first model chooses SHIFT, LEFT or RIGHT; a second names each arc as it is
 * made (Kuhlmann et al. 2011; trained with the dynamic oracle of Goldberg &
 * Nivre 2013). Linear in the length of the sentence; integer arithmetic only.
 */
import {hashString, mix2} from '../algorithms/hash.ts'
import type {LinearModel} from '../algorithms/linear-model.ts'
import type {ParserWeights} from '../codebook/models.ts'
import {
  labelFeatures,
  maxLabelFeatures,
  maxParserFeatures,
  type ParserState,
  structureFeatures
} from './parser-features.ts'
import {indexOfMax} from './tagger.ts'
import type {WordFeatures} from './word-forms.ts'

export const shift = 0
export const left = 1
export const right = 2

export interface Tree {
  /** Per word: number of its head, counted from 1; 0 is the root. */
  readonly heads: Int32Array
  readonly labels: readonly string[]
}

/** Hashes of each tag: the whole, and its universal part. */
export interface TagHashes {
  readonly fine: Int32Array
  readonly coarse: Int32Array
}

export function tagHashes(tags: readonly string[]): TagHashes {
  return {
    fine: Int32Array.from(tags, tag => hashString(tag)),
    coarse: Int32Array.from(tags, tag => hashString(`U${tag.split('|')[1]}`))
  }
}

const rootWord = hashString('<root>')
const rootTag = hashString('<rp>')

/** Fresh state for a sentence of words and tags. */
export function stateOf(
  words: readonly WordFeatures[],
  tags: ArrayLike<number>,
  hashes: TagHashes
): ParserState {
  const n = words.length
  const column = () => new Int32Array(n + 2)
  const state: ParserState = {
    n,
    word: column(),
    tag: column(),
    coarse: column(),
    suffix: column(),
    head: column().fill(-1),
    label: column().fill(-1),
    left1: column().fill(-1),
    left2: column().fill(-1),
    right1: column().fill(-1),
    right2: column().fill(-1),
    lefts: column(),
    rights: column()
  }
  state.word[0] = rootWord
  state.tag[0] = rootTag
  state.coarse[0] = rootTag
  state.suffix[0] = rootTag
  for (const [i, word] of words.entries()) {
    const tag = tags[i]!
    state.word[i + 1] = word.lower
    state.tag[i + 1] = hashes.fine[tag]!
    state.coarse[i + 1] = hashes.coarse[tag]!
    state.suffix[i + 1] = mix2(5, word.suffixes[2], hashes.coarse[tag]!)
  }
  return state
}

/** Which transitions are possible; a bit each. */
export function possible(
  stackSize: number,
  s0: number,
  s1: number,
  next: number,
  n: number
): {shift: boolean; left: boolean; right: boolean} {
  const canShift = next <= n
  return {
    shift: canShift,
    left: s0 > 0 && canShift,
    right: s0 > 0 && stackSize > 1 && (s1 > 0 || !canShift)
  }
}

/** Records an arc; at most four dependents a side are counted. */
export function attach(state: ParserState, head: number, dependent: number, label: number): void {
  state.head[dependent] = head
  state.label[dependent] = label
  const isLeft = dependent < head
  const [nearest, second, count] = isLeft
    ? [state.left1, state.left2, state.lefts]
    : [state.right1, state.right2, state.rights]
  second[head] = nearest[head]!
  nearest[head] = dependent
  if (count[head]! < 4) count[head]!++
}

export class Parser {
  readonly #labels: readonly string[]
  readonly #structure: LinearModel
  readonly #labeller: LinearModel
  readonly #features = new Int32Array(maxParserFeatures)
  readonly #labelFeatures = new Int32Array(maxLabelFeatures)
  readonly #scores = new Int32Array(3)
  readonly #labelScores: Int32Array

  constructor({labels, structure, labeller}: ParserWeights) {
    this.#labels = labels
    this.#structure = structure
    this.#labeller = labeller
    this.#labelScores = new Int32Array(labels.length)
  }

  parse(state: ParserState): Tree {
    const {n} = state
    const stack = new Int32Array(n + 2)
    let size = 1
    let next = 1
    while (size > 1 || next <= n) {
      const s0 = stack[size - 1]!
      const s1 = size > 1 ? stack[size - 2]! : -1
      const can = possible(size, s0, s1, next, n)
      const action = this.#choose(state, can, s0, s1, size > 2 ? stack[size - 3]! : -1, next)
      if (action === shift) stack[size++] = next++
      else {
        const head = action === left ? next : s1
        const count = labelFeatures(this.#labelFeatures, state, head, s0)
        this.#labeller.score(this.#labelFeatures, count, this.#labelScores)
        attach(state, head, s0, indexOfMax(this.#labelScores))
        size--
      }
    }
    return {
      heads: state.head.slice(1, n + 1),
      labels: Array.from(state.label.subarray(1, n + 1), label => this.#labels[label]!)
    }
  }

  #choose(
    state: ParserState,
    can: ReturnType<typeof possible>,
    s0: number,
    s1: number,
    s2: number,
    next: number
  ): number {
    if (!can.left && !can.right) return shift
    if (!can.shift && !can.left) return right
    const count = structureFeatures(this.#features, state, s0, s1, s2, next)
    this.#structure.score(this.#features, count, this.#scores)
    return bestOf(this.#scores, can)
  }
}

export function bestOf(scores: ArrayLike<number>, can: ReturnType<typeof possible>): number {
  let best = -1
  let bestScore = Number.NEGATIVE_INFINITY
  for (const [action, allowed] of [can.shift, can.left, can.right].entries()) {
    if (!allowed || scores[action]! <= bestScore) continue
    best = action
    bestScore = scores[action]!
  }
  return best
}
