/**
 * The features of a word by itself (form, suffixes, shape, groups), computed once per distinct form.
 *
 * Sentences repeat words, so each form gets a number and its features stand in
 * columns under that number. The cache is emptied when it holds too many forms;
 * numbers are only good within one sentence.
 */
import {hashString} from '../algorithms/hash.ts'
import type {WordGroups} from '../codebook/models.ts'

const maxForms = 8000

export interface WordFeatures {
  readonly form: number
  readonly lower: number
  readonly suffixes: readonly [number, number, number, number]
  readonly prefixes: readonly [number, number, number]
  readonly shape: number
  /** Words that keep the same company: few large groups, many small ones. */
  readonly family: number
  readonly cluster: number
  /** How the word is written inside sentences elsewhere; tells names apart in a text of capitals. */
  readonly usualCase: number
  readonly flags: number
}

const shared = new WeakMap<WordGroups, WordForms>()

/** The cache over some groups: who reads trees and who reads names look at the same words. */
export function wordFormsOf(groups: WordGroups): WordForms {
  const known = shared.get(groups) ?? new WordForms(groups)
  shared.set(groups, known)
  return known
}

export class WordForms {
  readonly #groups: WordGroups
  readonly #known = new Map<string, WordFeatures>()

  constructor(groups: WordGroups) {
    this.#groups = groups
  }

  of(form: string): WordFeatures {
    const known = this.#known.get(form)
    if (known) return known
    if (this.#known.size >= maxForms) this.#known.clear()
    const features = this.#compute(form)
    this.#known.set(form, features)
    return features
  }

  #compute(form: string): WordFeatures {
    const lower = form.toLowerCase()
    const plain = lower.replace(/[0-9]/g, '0')
    const isUpper = form === form.toUpperCase() && form !== lower
    const {numbers, families, clusters, cases} = this.#groups
    const number = numbers.get(plain) ?? 0
    return {
      form: hashString(form),
      lower: hashString(plain),
      suffixes: [1, 2, 3, 4].map(n =>
        hashString(plain.slice(-n), 6 + n)
      ) as unknown as WordFeatures['suffixes'],
      prefixes: [1, 2, 3].map(n =>
        hashString(plain.slice(0, n), 10 + n)
      ) as unknown as WordFeatures['prefixes'],
      shape: hashString(shapeOf(form), 14),
      family: families[number]!,
      cluster: clusters[number]!,
      usualCase: cases[number]!,
      flags:
        (form !== lower ? 1 : 0) |
        (isUpper ? 2 : 0) |
        (/[0-9]/.test(form) ? 4 : 0) |
        (form.includes('-') ? 8 : 0)
    }
  }
}

/** "Al-Ghadir24" -> "Xx-Xxd": runs of one kind of character count once. */
export function shapeOf(form: string): string {
  let shape = ''
  let last = ''
  for (const character of form) {
    const kind = kindOf(character)
    if (kind !== last) shape += kind
    last = kind
  }
  return shape
}

function kindOf(character: string): string {
  if (character >= '0' && character <= '9') return 'd'
  if (character.toLowerCase() !== character) return 'X'
  if (character.toUpperCase() !== character) return 'x'
  return character
}

/** Whether a sentence is set in capitals, so that case tells nothing. */
export function isUpperCase(forms: readonly string[]): boolean {
  let upper = 0
  let lower = 0
  for (const form of forms) {
    for (let i = 0; i < form.length; i++) {
      const unit = form.charCodeAt(i)
      if (unit >= 65 && unit <= 90) upper++
      else if (unit >= 97 && unit <= 122) lower++
    }
  }
  return upper >= 3 && lower * 9 < upper
}
