/**
 * Which words of a report tell a context: "striker" and "penalty" sport, "gunmen" and "tear gas" violence.
 *
 * Around a sentence are the two before it, the two behind it, and the first two of the report, which say what it is
 * about: so a long report gives no more words than a short one. Each word counts once, however often it stands there.
 */
import {type EventContext, type SignWeights, wordLevels} from '../codebook/contexts.ts'
import type {Syntax, Token} from '../model/syntax.ts'

/** The first sentences say what a report is about. */
const opening = 2
/** So many sentences before and behind one are near it. */
const nearby = 2

interface Entry {
  readonly context: string
  readonly form: string
  readonly weight: number
  readonly parts: readonly string[]
}

export interface ContextWord {
  readonly form: string
  readonly weight: number
  readonly sentence: number
  readonly words: readonly Token[]
}

/** Sum of the weights of some words, and where they stand. */
export interface WordSum {
  readonly sum: number
  readonly words: readonly Token[]
}

export interface ReportWords {
  /** Words of the context in the sentence; `but`: words that told the happening itself, or others set aside. */
  inSentence(context: string, sentence: number, but: ReadonlySet<Token>): WordSum
  /** Words of the context near the sentence and in the opening of the report that are not in it. */
  around(context: string, sentence: number, but: ReadonlySet<Token>): WordSum
  /** All words of the context. */
  total(context: string): number
}

export function contextWordFinder(
  contexts: readonly EventContext[],
  weights: SignWeights
): (syntax: Syntax) => ReportWords {
  const byFirst = new Map<string, Entry[]>()
  for (const context of contexts) {
    for (const level of wordLevels) {
      for (const form of context[level]) {
        // A list writes "kick-off" as one word where the tokenizer has three.
        const parts = form
          .split(' ')
          .flatMap(word => word.split('-').flatMap((part, i) => (i ? ['-', part] : [part])))
        const entries = byFirst.get(parts[0]!) ?? []
        entries.push({context: context.id, form, weight: weights.get(level)!, parts})
        byFirst.set(parts[0]!, entries)
      }
    }
  }

  return syntax => {
    const found = new Map<string, ContextWord[]>()
    for (const token of syntax.tokens) {
      const {lower, lemma} = token
      const entries = lower === lemma ? byFirst.get(lower) : both(byFirst.get(lower), byFirst.get(lemma))
      for (const entry of entries ?? []) {
        const words = phraseAt(syntax, token, entry.parts)
        if (!words) continue
        const {context, form, weight} = entry
        const list = found.get(context) ?? []
        list.push({form, weight, sentence: token.sentence, words})
        found.set(context, list)
      }
    }
    return {
      inSentence: (context, sentence, but) =>
        summed((found.get(context) ?? []).filter(word => word.sentence === sentence && !isAny(word, but))),
      around: (context, sentence, but) => {
        const all = found.get(context) ?? []
        const here = new Set(all.filter(word => word.sentence === sentence).map(({form}) => form))
        const isNear = (other: number) => other < opening || Math.abs(other - sentence) <= nearby
        return summed(
          all.filter(
            word =>
              word.sentence !== sentence && isNear(word.sentence) && !here.has(word.form) && !isAny(word, but)
          )
        )
      },
      total: context => summed(found.get(context) ?? []).sum
    }
  }
}

function isAny({words}: ContextWord, tokens: ReadonlySet<Token>): boolean {
  return words.some(word => tokens.has(word))
}

function both(
  a: readonly Entry[] | undefined,
  b: readonly Entry[] | undefined
): readonly Entry[] | undefined {
  return a && b ? [...a, ...b] : (a ?? b)
}

function phraseAt(syntax: Syntax, first: Token, parts: readonly string[]): Token[] | null {
  const words = [first]
  for (let i = 1; i < parts.length; i++) {
    const next = syntax.tokens[first.index + i]
    if (next?.sentence !== first.sentence || (next.lower !== parts[i] && next.lemma !== parts[i])) return null
    words.push(next)
  }
  return words
}

function summed(found: readonly ContextWord[]): WordSum {
  const once = new Map(found.map(word => [word.form, word]))
  let sum = 0
  const words: Token[] = []
  for (const word of once.values()) {
    sum += word.weight
    words.push(...word.words)
  }
  return {sum, words}
}
