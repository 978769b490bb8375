/**
 * What a number counts, where that is people.
 *
 *     "two armed men", "12 others", "five members of one family"   the noun behind it
 *     "a family of six", "a group of 30 rebels"                    the noun before "of"
 *     "two were killed", "wounded five", "three of them"           nobody named: an outcome stands near
 */
import type {Codebook} from '../codebook/codebook.ts'
import type {Span} from '../model/span.ts'
import {type Sentence, type Syntax, spanOf, type Token} from '../model/syntax.ts'
import {isYearLike, otherNumbers} from './number-kinds.ts'
import type {PeopleWords} from './people-words.ts'

export interface Counted {
  /** Token of the counted noun, or of the number where it stands alone. */
  readonly head: number
  readonly phrase: Span | null
}

/** How many words may stand between a number and its noun. */
const reach = 8
const tallies = new Set(['figure', 'number', 'toll', 'count', 'tally'])
const groups = new Set(
  'band batch column company contingent convoy crew crowd delegation family gang group household mob party patrol platoon squad team unit'.split(
    ' '
  )
)

export function peopleCounter(codebook: Codebook, words: PeopleWords) {
  const {isPerson, isThing, suffers, isOutcome} = words
  const isOther = otherNumbers(codebook)

  /** `first`, `end`: tokens of the number; `isNone`: "no", "none". */
  return (
    syntax: Syntax,
    sentence: Sentence,
    first: number,
    end: number,
    isNone: boolean
  ): Counted | null => {
    const [start, last] = [syntax.tokens[first]!, syntax.tokens[end - 1]!]
    if (/^(?:no one|no-one|nobody|none)$/.test(start.lower === 'no' ? `no ${last.lower}` : start.lower))
      return {head: last.index, phrase: null}
    const next = end < sentence.end ? syntax.tokens[end] : undefined
    if (isOther(syntax, start, next)) return null
    const over = nounOver(syntax, first, end) ?? nounBehind(syntax, sentence, end)
    // "brings to 47 the number of people killed"
    const isRaised = over && tallies.has(over.lemma) && syntax.tokens[first - 1]?.lower === 'to'
    const noun = isRaised ? null : over
    // "gave no figure of people hurt"
    if (isNone && noun && tallies.has(noun.lemma)) return null
    const counts =
      noun &&
      !groups.has(noun.lemma) &&
      (isPerson(noun) || (isNone && isOutcome(noun)) || (!isNone && suffers(syntax, noun)))
    const group = noun && !counts ? null : groupBefore(syntax, sentence, first)
    if (counts)
      return {head: noun.index, phrase: {from: group?.from ?? start.from, to: complementEnd(syntax, noun)}}
    // "25 of the Eagles were killed": who suffers is people, whatever they are called.
    if (noun && syntax.tokens[end]?.lower === 'of' && !isThing(noun) && suffers(syntax, last))
      return {head: last.index, phrase: {from: start.from, to: noun.to}}
    // "a list with 68 names of people who were killed"
    const named = noun?.lemma === 'name' ? syntax.children(noun, 'nmod').find(isPerson) : undefined
    if (named) return {head: named.index, phrase: {from: start.from, to: named.to}}
    if (noun) return null
    if (group) return {head: group.index, phrase: {from: group.from, to: last.to}}
    return standsForPeople(syntax, sentence, start, end) ? {head: last.index, phrase: null} : null
  }

  /** The noun that the tree hangs the number on, where only words of its phrase stand between: "four River Armed Police personnel". */
  function nounOver(syntax: Syntax, first: number, end: number): Token | null {
    for (let at = end - 1; at >= first; at--) {
      const token = syntax.tokens[at]!
      const head = syntax.head(token)
      if (token.relation !== 'nummod' || !head || head.index < end || head.index > end + reach) continue
      if (!isPerson(head) || (isOutcome(head) && head.upos !== 'NOUN')) return null
      const between = syntax.tokens.slice(end, head.index)
      return between.every(
        ({upos, text}) => /^(?:NOUN|PROPN|ADJ|NUM|ADV)$/.test(upos) || /^[-‘’'"“”]$/.test(text)
      )
        ? head
        : null
    }
    return null
  }

  /** The last noun of the row behind the number ("security force members"); `null` where none follows. */
  function nounBehind(syntax: Syntax, sentence: Sentence, end: number): Token | null {
    let at = end
    if (syntax.tokens[at]?.lower === 'of' && at < sentence.end) {
      at++
      if (['them', 'whom', 'us', 'these', 'those', 'which'].includes(syntax.tokens[at]?.lower ?? ''))
        return null
    }
    for (const stop = Math.min(at + reach, sentence.end); at < stop; at++) {
      const token = syntax.tokens[at]!
      const following = at + 1 < sentence.end ? syntax.tokens[at + 1] : undefined
      if (isAge(syntax, at)) {
        at += token.upos === 'NUM' ? 4 : 3
        continue
      }
      const isNoun = token.upos === 'NOUN' || token.upos === 'PROPN'
      // "thirty of the gang's fighters"
      if (isNoun && following?.xpos === 'POS') {
        at++
        continue
      }
      if (isNoun || (token.upos === 'ADJ' && isPerson(token) && following?.upos !== 'NOUN')) {
        const goesOn =
          following && (following.upos === 'NOUN' || following.upos === 'PROPN' || isDash(following))
        if (isNoun && goesOn && following.head !== token.index) continue
        // "two passers-by"
        if (isDash(following) && syntax.tokens[at + 2]?.upos === 'ADP' && isPerson(token)) return token
        if (isDash(following) && syntax.tokens[at + 2]?.upos !== 'PUNCT' && at + 2 < stop) continue
        // "30 injured" counts by what befell them.
        if (isOutcome(token) && token.upos === 'ADJ') return null
        return token
      }
      if (isBetween(syntax, token, at) && !(isOutcome(token) && !isAdjective(syntax, token))) continue
      return null
    }
    return null
  }

  /** A bare number is of people where an outcome is said of it: "two were killed", "wounded five", "one dead". */
  function standsForPeople(syntax: Syntax, sentence: Sentence, number: Token, next: number): boolean {
    const following = syntax.tokens.slice(next, Math.min(next + 6, sentence.end))
    if (isYearLike(number, syntax.tokens[number.index - 1])) return false
    const stop = following.findIndex(
      token => token.upos === 'PUNCT' || token.upos === 'NOUN' || token.upos === 'PROPN'
    )
    const near = stop < 0 ? following : following.slice(0, stop)
    const isPeople = (token: Token) => isOutcome(token) || isPerson(token)
    if (near.some(isPeople)) return true
    if (near[0]?.lower === 'of' && ['them', 'whom', 'those', 'us', 'these'].includes(near[1]?.lower ?? ''))
      return true
    if (near.some(token => token.lemma === 'be') && following.some(isPerson)) return true
    if (following[0]?.lower === 'on' && following[1]?.lower === 'board') return true
    if (isFigureOfToll(syntax, number)) return true
    if (isGapped(syntax, number) && syntax.tokens.slice(sentence.first, number.index).some(isOutcome))
      return true
    const before = syntax.tokens.slice(Math.max(sentence.first, number.index - 8), number.index)
    const since = before.findLastIndex(token => token.upos === 'PUNCT')
    const left = before.slice(since + 1)
    const ends = following.length === 0 || ['PUNCT', 'CCONJ', 'ADP', 'SCONJ'].includes(following[0]!.upos)
    return ends && left.some(token => isOutcome(token) || token.lemma === 'toll')
  }

  function isAdjective(syntax: Syntax, token: Token): boolean {
    return (
      (token.upos === 'ADJ' || token.xpos === 'VBN') &&
      syntax.tokens[token.head]?.upos === 'NOUN' &&
      token.head > token.index
    )
  }
}

/** "Two were killed in Kano, three in Jos and one in Lagos": a number that stands alone in a row, with a place of its own. */
export function isGapped(syntax: Syntax, number: Token): boolean {
  const {index, upos, sentence, relation} = number
  const [before, next, place] = [-1, 1, 2].map(i => syntax.tokens[index + i])
  if (upos !== 'NUM' || place?.sentence !== sentence || before?.sentence !== sentence) return false
  // "in two districts and one in the suburbs"
  const other = relation === 'conj' ? syntax.head(number) : undefined
  if (other && syntax.child(other, 'nummod')) return false
  const start = before.lower === 'another' ? syntax.tokens[index - 2]! : before
  return (
    /^(?:,|and)$/.test(start.lower) && /^(?:in|at|near|outside)$/.test(next!.lower) && place.upos !== 'NUM'
  )
}

/** "The death toll from the twin blasts in the port has risen to 21", "put the number of people killed in the blast last week at 33". */
function isFigureOfToll(syntax: Syntax, number: Token): boolean {
  const hasToll = (verb: Token, ...relations: readonly string[]) =>
    syntax.children(verb, ...relations).some(({lemma}) => /^(?:toll|total|number)$/.test(lemma))
  const head = syntax.head(number)
  if (number.relation === 'obl' && head && hasToll(head, 'nsubj', 'nsubj:pass', 'obj')) return true
  if (!/^(?:at|to)$/.test(syntax.tokens[number.index - 1]?.lower ?? '')) return false
  const {first} = syntax.sentenceOf(number)
  const verb = syntax.tokens
    .slice(first, number.index)
    .findLast(({xpos, lemma}) => /^(?:put|bring|raise|push)$/.test(lemma) && xpos.startsWith('V'))
  return verb !== undefined && hasToll(verb, 'obj')
}

/** Words that may stand between a number and its noun: "more unarmed and frightened young". */
function isBetween(syntax: Syntax, token: Token, at: number): boolean {
  if (['ADJ', 'DET', 'NUM', 'ADV'].includes(token.upos) || token.lower === 'the' || isDash(token)) return true
  if (token.upos === 'PRON' && token.xpos === 'PRP$') return true
  if (token.lower === 'and' && syntax.tokens[at - 1]?.upos === 'ADJ') return true
  if (token.text === ',' && syntax.tokens[at - 1]?.upos === 'ADJ' && syntax.tokens[at + 1]?.upos === 'ADJ')
    return true
  const following = syntax.tokens[at + 1]
  return (token.xpos === 'VBN' || token.xpos === 'VBG') && /^(?:NOUN|PROPN|ADJ)$/.test(following?.upos ?? '')
}

/** "12-year-old", "year-old" behind a number that was read already. */
function isAge(syntax: Syntax, at: number): boolean {
  const start = syntax.tokens[at]!.upos === 'NUM' ? at + 1 : at
  const [dash, year, again, old] = [0, 1, 2, 3].map(i => syntax.tokens[start + i])
  return (
    isDash(dash) &&
    /^(?:year|month|week|day)s?$/.test(year?.lower ?? '') &&
    isDash(again) &&
    old?.lower === 'old'
  )
}

function isDash(token: Token | undefined): boolean {
  return token !== undefined && /^[-–]$/.test(token.text)
}

/** "a family of six", "a group of 30 militants": the family, the group. */
function groupBefore(syntax: Syntax, sentence: Sentence, first: number): Token | null {
  for (let at = first - 1; at > Math.max(sentence.first, first - 5); at--) {
    const token = syntax.tokens[at]!
    if (token.lower === 'of') {
      const noun = syntax.tokens[at - 1]!
      return groups.has(noun.lemma) ? noun : null
    }
    if (['PUNCT', 'VERB', 'CCONJ'].includes(token.upos)) return null
  }
  return null
}

const partsOf = new Set([
  'member',
  'supporter',
  'number',
  'group',
  'follower',
  'resident',
  'employee',
  'relative',
  'cadre'
])

/** "27 members of the security forces": the complement belongs to what is counted. */
function complementEnd(syntax: Syntax, noun: Token): number {
  const [dash, by] = [syntax.tokens[noun.index + 1], syntax.tokens[noun.index + 2]]
  if (isDash(dash) && by?.upos === 'ADP') return by.to
  if (!partsOf.has(noun.lemma)) return noun.to
  const complements = syntax
    .children(noun, 'nmod')
    .filter(
      child => child.index > noun.index && syntax.children(child, 'case').some(({lower}) => lower === 'of')
    )
  return Math.max(
    noun.to,
    ...complements.map(child =>
      Math.max(child.to, ...syntax.children(child, 'compound', 'amod', 'flat').map(({to}) => to))
    )
  )
}

export function spanOfCounted(span: Span, {phrase}: Counted): Span {
  return phrase ? spanOf([span, phrase])! : span
}
