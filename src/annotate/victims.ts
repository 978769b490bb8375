/**
 * Whom an outcome befell, and how many.
 *
 * Each way of saying it has its own path through the tree; where the tree has
 * no number, the nearest free number of people in the same clause is taken.
 *
 *     "killed two soldiers"  object       "two soldiers died"       subject
 *     "two dead"             described    "a toll of two"           counted
 */
import {isPassive, obliques, patientsOf, subjectsOf} from '../languages/en/clauses.ts'
import type {Quantity} from '../model/layers.ts'
import {contains} from '../model/span.ts'
import type {Sentence, Syntax, Token} from '../model/syntax.ts'
import type {OutcomeMatch} from './outcomes.ts'

interface Indexed {
  readonly quantity: Quantity
  readonly index: number
}

export interface Victim {
  readonly noun: Token | null
  readonly quantity: number | null
}

/** How far a number may stand from the word when the tree does not join them, in tokens. */
const reach = 7
const barriers = new Set([';', ':', '.', '"', '”', '“'])

export function victimsOf(
  syntax: Syntax,
  sentence: Sentence,
  outcome: OutcomeMatch,
  here: readonly Indexed[],
  taken: ReadonlySet<number>,
  others: readonly OutcomeMatch[]
): Victim[] {
  const beside = justBefore(syntax, outcome, here, taken)
  if (beside.length) return beside
  const nouns = nounsOf(syntax, outcome).filter(noun => !(noun.lower === 'those'))
  const counted = nouns.map(noun => ({noun, quantity: quantityOf(syntax, noun, here)}))
  const withNumber = counted.filter(({quantity}) => quantity !== null && !taken.has(quantity))
  if (withNumber.length) return withNumber
  const near = nearest(syntax, sentence, outcome, here, taken, others)
  if (near !== null)
    return [
      {noun: syntax.tokens[here.find(({index}) => index === near)!.quantity.head] ?? null, quantity: near}
    ]
  const people = counted.filter(
    ({noun, quantity}) => quantity === null && ['NOUN', 'PROPN'].includes(noun.upos)
  )
  if (people.length && !isBareNoun(outcome)) return [people[0]!]
  return outcome.outcome === 'unspecified' ? [{noun: nouns[0] ?? null, quantity: null}] : people.slice(0, 1)
}

/** "27 civilians and 98 officers hurt": numbers that end right before the word, with those joined to them by "and". */
function justBefore(
  syntax: Syntax,
  {token, part}: OutcomeMatch,
  here: readonly Indexed[],
  taken: ReadonlySet<number>
): Victim[] {
  if (part === 'noun' || part === 'state') return []
  const next = syntax.tokens[token.index + 1]
  if (token.relation === 'amod' && next?.index === token.head) return []
  const found: Victim[] = []
  let edge = token.from
  for (const {quantity, index} of here.toReversed()) {
    const gap = edge - quantity.of.to
    const joined = found.length === 0 ? gap === 1 : gap === 5
    if (!joined || taken.has(index) || quantity.partOf !== null) continue
    found.unshift({noun: syntax.tokens[quantity.head]!, quantity: index})
    edge = quantity.of.from
  }
  return found
}

function isBareNoun({part}: OutcomeMatch): boolean {
  return part === 'noun'
}

function nounsOf(syntax: Syntax, {part, token}: OutcomeMatch): Token[] {
  const head = syntax.head(token)
  switch (part) {
    case 'verb': {
      const patients = patientsOf(syntax, token)
      if (patients.length) return patients
      // "125 people injured" without an auxiliary is parsed as active.
      return isPassive(syntax, token) || token.xpos === 'VBD' || token.xpos === 'VBN' || token.upos === 'ADJ'
        ? described(syntax, token)
        : []
    }
    case 'state':
      return subjectsOf(syntax, token)
    case 'adjective':
      return described(syntax, token)
    case 'noun': {
      const own = syntax.children(token, 'nummod', 'det').length ? [token] : []
      const under = obliques(syntax, token, ['of', 'among', 'to', 'for'])
      // "led to casualties among soldiers": the parser may hang "among" on the verb.
      const of = under.length || !head ? under : obliques(syntax, head, ['among'])
      const possessors = syntax.children(token, 'nmod:poss', 'compound').filter(noun => noun.upos !== 'NUM')
      const figure =
        head && ['put', 'rise', 'climb', 'stand', 'reach', 'give'].includes(head.lemma)
          ? obliques(syntax, head, ['at', 'to', 'as'])
          : []
      return [...own, ...figure, ...of, ...(own.length || of.length ? [] : possessors), token]
    }
  }
}

/** What an adjective or participle describes: the noun it stands with, the subject it is said of, the object left so. */
function described(syntax: Syntax, token: Token): Token[] {
  const head = syntax.head(token)
  if ((token.relation === 'amod' || token.relation === 'acl') && head) return [head]
  if (token.relation === 'xcomp' && head) {
    const object = syntax.children(head, 'obj')
    if (object.length) return object
  }
  const subjects = subjectsOf(syntax, token)
  return subjects.length ? subjects : [token]
}

function quantityOf(syntax: Syntax, noun: Token, here: readonly Indexed[]): number | null {
  const exact = here.find(({quantity}) => quantity.head === noun.index)
  if (exact) return exact.index
  const around = here.find(({quantity}) => contains(quantity.of, noun) && quantity.partOf === null)
  if (around) return around.index
  const number = syntax.child(noun, 'nummod')
  return (number && here.find(({quantity}) => contains(quantity, number))?.index) ?? null
}

/**
 * The closest free number of people, with no other outcome word between: "30 hurt", "killing five".
 * Participles and adjectives look left first, active verbs right.
 */
function nearest(
  syntax: Syntax,
  sentence: Sentence,
  {token, part}: OutcomeMatch,
  here: readonly Indexed[],
  taken: ReadonlySet<number>,
  others: readonly OutcomeMatch[]
): number | null {
  const looksRight =
    part === 'verb' &&
    (token.xpos === 'VBG' ||
      (!isPassive(syntax, token) && syntax.child(token, 'nsubj', 'nsubj:pass') !== undefined))
  const order = part === 'noun' ? [1, -1] : looksRight ? [1] : part === 'verb' ? [-1] : [-1, 1]
  for (const direction of order) {
    for (let step = 1; step <= reach; step++) {
      const at = token.index + direction * step
      if (at < sentence.first || at >= sentence.end) break
      const there = syntax.tokens[at]!
      if (barriers.has(there.text) || others.some(other => other.token.index === at)) break
      const hit = here.find(
        ({quantity, index}) => !taken.has(index) && quantity.partOf === null && contains(quantity, there)
      )
      if (hit) return hit.index
      // A figure belongs to its own clause: a finite verb ends the search.
      if (step > 1 && there.upos === 'VERB' && there.xpos !== 'VBN' && there.xpos !== 'VBG') break
    }
  }
  return null
}
