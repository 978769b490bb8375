/**
 * Whom an outcome befell, and how many.
 *
 * Each way of saying it has its own path through the tree; where the tree has
 * no number, the nearest free number of people in the same clause is taken.
 *
 *     "killed two soldiers"  object       "two soldiers died"       subject
 *     "two dead"             described    "a toll of two"           counted
 */
import {isPassive} from '../languages/en/clauses.ts'
import type {Outcome} from '../model/contract.ts'
import type {Quantity} from '../model/layers.ts'
import {contains} from '../model/span.ts'
import type {Sentence, Syntax, Token} from '../model/syntax.ts'
import {isGapped} from './counted-people.ts'
import {describesName, joinedTo} from './joined-victims.ts'
import {nounsOf, sufferers} from './outcome-nouns.ts'
import type {OutcomeMatch} from './outcomes.ts'
import {isYearOld} from './people-words.ts'

interface Indexed {
  readonly quantity: Quantity
  readonly index: number
}

export interface Victim {
  readonly noun: Token | null
  /** Index in the layer of quantities. */
  readonly quantity: number | null
}

/** Which numbers were read already, and with what outcome. */
export type Taken = ReadonlyMap<number, Outcome>

/** What may befall people before they are killed, hurt or freed. */
const earlier = new Set<Outcome>(['abducted', 'arrested', 'missing', 'displaced'])

/** How far a number may stand from the word when the tree does not join them, in tokens. */
const reach = 7
const barriers = new Set([';', ':', '.', '"', '”', '“'])

export function victimsOf(
  syntax: Syntax,
  sentence: Sentence,
  outcome: OutcomeMatch,
  here: readonly Indexed[],
  taken: Taken,
  others: readonly OutcomeMatch[]
): Victim[] {
  if (isEach(syntax, outcome)) return []
  const isBehind = isActive(syntax, outcome)
  // "was killed and two others injured": who is killed stands before.
  const isAhead = outcome.part === 'verb' && syntax.child(outcome.token, 'aux:pass') !== undefined
  // "a toll of 17 dead and 43 injured": the 43 are the other word's.
  const isOfAnother = (noun: Token) =>
    outcome.part === 'noun' &&
    others.some(other => other.token.index === noun.index + 1 && other.outcome !== outcome.outcome)
  // "..., wounding ten, residents and an official said": whoever stands right before the next verb does what it tells.
  const isSpeaker = (noun: Token) => {
    const next = syntax.tokens[noun.index + 1]
    const isNext = next?.upos === 'VERB' && /^VB[DZ]$/.test(next.xpos) && next.sentence === noun.sentence
    return isBehind && isNext && !/^(?:acl|amod)$/.test(next.relation)
  }
  const nouns = nounsOf(syntax, outcome).filter(
    noun =>
      noun.lower !== 'those' &&
      !isOfAnother(noun) &&
      !isSpeaker(noun) &&
      (!isBehind || noun.index > outcome.token.index) &&
      (!isAhead || noun.index < outcome.token.index)
  )
  const counted = withoutDescriptions(
    syntax,
    nouns.map(noun => ({noun, quantity: quantityOf(syntax, noun, here)})),
    here
  )
  // "shot and killed two": they are told dead already.
  if (outcome.mayHaveDied && counted.some(({quantity}) => quantity !== null && !isFree(quantity))) return []
  // "gave the toll as nine herders killed, with over 40 injured": the toll has counted the nine.
  const isCounted = ({quantity}: Victim) => quantity !== null && taken.get(quantity) === outcome.outcome
  if (outcome.part === 'verb' && counted.length > 0 && counted.every(isCounted)) return []
  const beside = justBefore(syntax, outcome, here, taken, others)
  const withNumber = beside.length
    ? beside
    : once(counted.filter(({quantity}) => quantity !== null && isFree(quantity) && !isBarePart(quantity)))
  const single = counted.filter(({noun, quantity}) => quantity === null && noun && isSomebody(noun))
  if (withNumber.length) {
    const all = new Set([...withNumber.map(({quantity}) => quantity!), ...joined(), ...elsewhere()])
    const extra = [...all].filter(index => !withNumber.some(({quantity}) => quantity === index))
    return [...withNumber, ...extra.map(victim), ...(beside.length ? [] : single)]
  }
  if (single.length && outcome.part !== 'noun') return [...single, ...joined().map(victim)]
  // "shot a film about two soldiers": what may mean something else asks for people in the tree.
  const near =
    outcome.mayHaveDied && outcome.part !== 'noun'
      ? null
      : nearest(syntax, sentence, outcome, here, taken, others)
  if (near !== null) return [victim(near)]
  // "A clerk, known as Bello, carrying a bag was killed": the clause begins with whom it befell.
  const first = looksRight(syntax, outcome) || outcome.part === 'adjective' ? [] : joined()
  if (first.length) return first.map(victim)
  const people = counted.filter(
    ({noun, quantity}) =>
      quantity === null && noun && (['NOUN', 'PROPN'].includes(noun.upos) || isYearOld(syntax, noun))
  )
  if (people.length && !isBareNoun(outcome)) return [people[0]!]
  return outcome.outcome === 'unspecified' ? [{noun: nouns[0] ?? null, quantity: null}] : people.slice(0, 1)

  /** "160 of them civilians" is read as a part of its total. */
  function isBarePart(index: number): boolean {
    const {quantity} = here.find(other => other.index === index)!
    // "27 of them died" tells an outcome of its own.
    const isSubject =
      (isBehind || quantity.head < outcome.token.index) && nouns.some(noun => noun.index === quantity.head)
    if (outcome.token.upos === 'ADV') return false
    return quantity.partOf !== null && syntax.tokens[quantity.head]!.upos === 'NUM' && !isSubject
  }

  /** People held or missing may be killed later, the wounded may die: the same number tells both. */
  function isFree(index: number): boolean {
    const before = taken.get(index)
    if (before === undefined) return true
    return before !== outcome.outcome && (earlier.has(before) || outcome.part === 'state')
  }

  function victim(index: number): Victim {
    const {quantity} = here.find(other => other.index === index)!
    return {noun: syntax.tokens[quantity.head] ?? null, quantity: index}
  }

  /** "Two were killed in Kano and three in Jos": what befell the three is not said again. */
  function elsewhere(): number[] {
    if (outcome.part !== 'verb' && outcome.part !== 'state') return []
    const last = outcome.words.at(-1)!.index
    const stops = syntax
      .tokensOf(sentence)
      .flatMap(token => (token.upos === 'VERB' && /^VB[DPZ]$/.test(token.xpos) ? [token.index] : []))
    for (const {words} of others) stops.push(words[0]!.index)
    const next = Math.min(...stops.filter(index => index > last))
    return here
      .filter(({quantity: {head, partOf}, index}) => {
        const isBehind = head > last && head < next && partOf === null && !taken.has(index)
        // "nine herders killed, with over 40 injured": what befell the 40 is said right behind.
        const isTold = others.some(({words}) => words[0]!.index === head + 1)
        return isBehind && !isTold && isGapped(syntax, syntax.tokens[head]!)
      })
      .map(({index}) => index)
  }

  function joined(): number[] {
    if (outcome.part === 'noun') return []
    const stops = new Set(
      others.filter(other => other !== outcome).flatMap(({words}) => words.map(({index}) => index))
    )
    const free = here.filter(
      ({index, quantity}) => !taken.has(index) && !isSpeaker(syntax.tokens[quantity.head]!)
    )
    return joinedTo(syntax, sentence, {...outcome, looksRight: looksRight(syntax, outcome)}, free, stops)
  }
}

/** "Each of these deaths has a doctor who signed for it": of every one of them something is said, of how many nothing. */
function isEach(syntax: Syntax, {part, token}: OutcomeMatch): boolean {
  if (part !== 'noun') return false
  const before = syntax.tokens.slice(Math.max(0, token.index - 3), token.index)
  return before.some(({lower, sentence}) => /^(?:each|every)$/.test(lower) && sentence === token.sentence)
}

/** "Bello, a farmer" and "a farmer Ayo Bello" are one person, though the tree may join them like two. */
function withoutDescriptions(syntax: Syntax, victims: readonly Victim[], here: readonly Indexed[]): Victim[] {
  const of = (index: number | null) => here.find(other => other.index === index)?.quantity
  const names = victims.filter(({noun}) => noun && isSomebody(noun))
  return victims.filter(({noun, quantity}) => {
    const counted = of(quantity)
    if (counted) return names.length === 0 || !describesName(syntax, counted)
    const before = syntax.tokens[(noun ? firstOfName(syntax, noun) : 0) - 1]
    return !victims.some(other => of(other.quantity)?.min === 1 && of(other.quantity)?.head === before?.index)
  })
}

/** The number of the first word of a name. */
function firstOfName(syntax: Syntax, noun: Token): number {
  let at = noun.index
  while (syntax.tokens[at - 1]?.upos === 'PROPN' && syntax.tokens[at - 1]?.sentence === noun.sentence) at--
  return at
}

/** A name, "him" or "she": one person, though no number says so. */
function isSomebody(noun: Token): boolean {
  return (
    (noun.upos === 'PROPN' && noun.xpos === 'NNP') || /^(?:he|she|him|her|himself|herself)$/.test(noun.lower)
  )
}

/** "killed two": an active verb, a participle that goes on ("killing two"). */
function looksRight(syntax: Syntax, outcome: OutcomeMatch): boolean {
  const {part, token} = outcome
  return (
    part === 'verb' &&
    (token.xpos === 'VBG' ||
      isActive(syntax, outcome) ||
      (!isPassive(syntax, token) && syntax.child(token, 'nsubj', 'nsubj:pass') !== undefined))
  )
}

/** "shot dead a guard", "killed two": who suffers stands right behind, whatever the tree says. */
function isActive(syntax: Syntax, {part, token, words}: OutcomeMatch): boolean {
  if (part !== 'verb' || syntax.child(token, 'aux:pass')) return false
  const object = isPassive(syntax, token) ? undefined : syntax.child(token, 'obj')
  // "200 wounded, 160 of them civilians": what a comma parts is no object.
  if (object && object.index > token.index) {
    const between = syntax.tokens.slice(token.index, object.index)
    if (!between.some(({text}) => text === ',')) return true
  }
  const behind = syntax.tokens.slice(words.at(-1)!.index + 1, words.at(-1)!.index + 4)
  // "injured about 17 more"
  const next = behind.find(({lower}) => !bounds.has(lower))
  return token.xpos !== 'VBN' && next?.sentence === token.sentence && /^(?:DET|NUM|PRON)$/.test(next.upos)
}

const bounds = new Set(['about', 'around', 'at', 'least', 'nearly', 'almost', 'over', 'approximately'])

/** Two nouns may lead to one number: "one or two guards". */
function once(victims: readonly Victim[]): Victim[] {
  return victims.filter(({quantity}, i) => victims.findIndex(other => other.quantity === quantity) === i)
}

/** "27 civilians and 98 officers hurt": numbers that end right before the word, with those joined to them by "and". */
function justBefore(
  syntax: Syntax,
  outcome: OutcomeMatch,
  here: readonly Indexed[],
  taken: Taken,
  others: readonly OutcomeMatch[]
): Victim[] {
  const {token, part} = outcome
  if (part === 'noun' || part === 'state') return []
  const next = syntax.tokens[token.index + 1]
  if (token.relation === 'amod' && next?.index === token.head) return []
  // "four rebels killed a guard": who stands before did it; but not in "2 civilians killed, 9 injured".
  if (isActive(syntax, outcome) && !isRowOfTolls(syntax, outcome, here, others)) return []
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

/** "2 civilians killed, 9 injured": the number behind the word has an outcome of its own behind it, and nothing else. */
function isRowOfTolls(
  syntax: Syntax,
  {token}: OutcomeMatch,
  here: readonly Indexed[],
  others: readonly OutcomeMatch[]
): boolean {
  if (!here.some(({quantity}) => quantity.of.to === token.from - 1)) return false
  const comma = /^(?:,|and|&)$/.test(syntax.tokens[token.index + 1]?.lower ?? '') ? 1 : 0
  const next = syntax.tokens[token.index + 1 + comma]
  const number = next && here.find(({quantity}) => contains(quantity.of, next))
  return (
    number !== undefined &&
    others.some(other => {
      const before = syntax.tokens[other.token.index - 1]
      const ends = syntax.within(number.quantity.of).at(-1)
      return (
        other.token.index > token.index &&
        other.part !== 'noun' &&
        !syntax.child(other.token, 'obj') &&
        (before === ends || other.token === ends)
      )
    })
  )
}

function isBareNoun({part}: OutcomeMatch): boolean {
  return part === 'noun'
}

function quantityOf(syntax: Syntax, noun: Token, here: readonly Indexed[]): number | null {
  const exact = here.find(({quantity}) => quantity.head === noun.index)
  if (exact) return exact.index
  // "six of the wounded died"
  const number = here.find(({quantity}) => contains(quantity, noun))
  if (number) return number.index
  const around = here.find(({quantity}) => contains(quantity.of, noun) && quantity.partOf === null)
  if (around) return around.index
  const described = syntax.children(noun, 'compound', 'amod')
  const inside = here.find(({quantity}) => described.some(({index}) => index === quantity.head))
  if (inside) return inside.index
  const own = syntax.child(noun, 'nummod')
  return (own && here.find(({quantity}) => contains(quantity, own))?.index) ?? null
}

/**
 * The closest free number of people, with no other outcome word between: "30 hurt", "killing five".
 * Participles and adjectives look left first, active verbs right.
 */
function nearest(
  syntax: Syntax,
  sentence: Sentence,
  outcome: OutcomeMatch,
  here: readonly Indexed[],
  taken: Taken,
  others: readonly OutcomeMatch[]
): number | null {
  const {token, part} = outcome
  const right = looksRight(syntax, outcome)
  // "five others sustained injuries when 300 rebels attacked": who has them stands before.
  const hasThem = part === 'noun' && sufferers.has(syntax.head(token)?.lemma ?? '')
  const order = hasThem ? [-1] : part === 'noun' ? [1, -1] : right ? [1] : part === 'verb' ? [-1] : [-1, 1]
  for (const direction of order) {
    for (let step = 1; step <= reach; step++) {
      const at = token.index + direction * step
      if (at < sentence.first || at >= sentence.end) break
      const there = syntax.tokens[at]!
      // "when the crowd fled, and that 62 people ...": another clause begins.
      if (direction > 0 && there.lower === 'that' && there.relation === 'mark') break
      if (barriers.has(there.text) || others.some(other => other.token.index === at)) break
      const hit = here.find(
        ({quantity, index}) => !taken.has(index) && quantity.partOf === null && contains(quantity, there)
      )
      // "17 dead and 43 injured": the 43 are the next word's.
      const isNext = hit && others.some(({token: {index}}) => index === at + 1 && index !== token.index)
      if (isNext && part === 'adjective') break
      if (hit) return hit.index
      // A figure belongs to its own clause: a finite verb ends the search.
      if (step > 1 && there.upos === 'VERB' && there.xpos !== 'VBN' && there.xpos !== 'VBG') break
    }
  }
  return null
}
