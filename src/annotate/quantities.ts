/**
 * Finds numbers of people, as ranges.
 *
 *     "at least one protester"   1 or more       "more than two dozen people"  25 or more
 *     "no one"                   0               "some 300 marchers"           300 (the words are kept)
 *     "125, 27 of them civilians and the rest from the army"   125; 27 and 98, parts of it
 *
 * Years, ages, distances, money, votes and things are not numbers of people.
 * What the words mean is in codebook/counts.csv, never collapsed beyond it.
 */
import type {Knowledge} from '../codebook/knowledge.ts'
import {type NumberPhrase, type NumberWords, numberAt} from '../languages/en/number-phrases.ts'
import type {Quantity} from '../model/layers.ts'
import type {Span} from '../model/span.ts'
import {stage} from '../model/stage.ts'
import {type Sentence, type Syntax, spanOf, type Token} from '../model/syntax.ts'
import {withParts} from './quantity-parts.ts'

/** A number phrase in the text, before it is known what it counts. */
interface Found extends NumberPhrase {
  readonly tokens: readonly Token[]
  readonly next: number
}

export const quantities = ({codebook}: Knowledge) => {
  const counts = codebook.table('counts.csv', ['form', 'min', 'max'])
  const words: NumberWords = {
    ranges: new Map(
      counts.map(({form, min, max}) => [form, {min: Number(min), max: max === '' ? null : Number(max)}])
    )
  }
  const bounds = codebook
    .table('lexicons/en/count-bounds.csv', ['id', 'form', 'how'])
    .map(row => ({how: row.how, words: row.form.split(' ')}))
    .sort((a, b) => b.words.length - a.words.length)
  const people = new Set([
    ...codebook
      .table('lexicons/en/casualty-groups.csv', ['id', 'form', 'group'])
      .flatMap(({form}) => form.split(' ').slice(-1)),
    ...codebook.table('lexicons/en/person-nouns.csv', ['form']).map(({form}) => form)
  ])
  const outcomes = new Set(
    codebook
      .table('lexicons/en/outcome-words.csv', ['id', 'form', 'outcome', 'part'])
      .flatMap(({form}) => form.split(' '))
  )
  people.delete('force')

  return stage({
    name: 'quantities',
    needs: ['passages', 'syntax', 'times'],
    adds: ['quantities'],
    run({text, passages, syntax, times}) {
      const found: Quantity[] = []
      for (const sentence of syntax.sentences) {
        if (!sentence.parsed || passages[sentence.passage]!.kind === 'boilerplate') continue
        const dated = syntax.inSentence(times, sentence)
        for (const number of numbersIn(syntax, sentence)) {
          const span = spanOf(number.tokens)!
          // "two" in "two hours after" is time, not people; "one" in "hours after one man" is people.
          if (dated.some(time => time.from <= span.from && span.to <= time.to)) continue
          const quantity = quantityOf(text, syntax, sentence, number)
          if (quantity) found.push(quantity)
        }
      }
      return {quantities: withParts(syntax, found)}
    }
  })

  function numbersIn(syntax: Syntax, sentence: Sentence): Found[] {
    const tokens = syntax.tokensOf(sentence)
    const found: Found[] = []
    for (let i = 0; i < tokens.length; i++) {
      const phrase = numberAt(tokens, i, words) ?? indefinite(tokens, i)
      if (!phrase) continue
      found.push({
        ...phrase,
        tokens: tokens.slice(i, i + phrase.length),
        next: tokens[i]!.index + phrase.length
      })
      i += phrase.length - 1
    }
    return found
  }

  /** "a policeman", "an officer": one, where the noun is a person and stands alone. */
  function indefinite(tokens: readonly Token[], i: number): NumberPhrase | null {
    if (tokens[i]!.lower !== 'a' && tokens[i]!.lower !== 'an') return null
    const noun = tokens.slice(i + 1, i + 4).find(token => token.upos === 'NOUN')
    const isOne =
      noun?.xpos === 'NN' &&
      people.has(noun.lemma) &&
      !['crowd', 'family', 'army', 'staff', 'crew', 'security', 'police', 'number'].includes(noun.lemma)
    return isOne ? {min: 1, max: 1, length: 1} : null
  }

  function quantityOf(text: string, syntax: Syntax, sentence: Sentence, number: Found): Quantity | null {
    const counted = countedNoun(syntax, sentence, number)
    if (!counted) return null
    const bound = boundBefore(syntax, sentence, number)
    const behind = plusBehind(syntax, number.next)
    const tokens = [...(bound?.tokens ?? []), ...number.tokens, ...(behind ? [behind] : [])]
    const span = spanOf(tokens)!
    const {min, max} = bounded(number, behind ? 'more' : (bound?.how ?? null))
    const of = counted.phrase ? spanOf([span, counted.phrase])! : span
    return {
      ...span,
      min,
      max,
      stated: text.slice(span.from, span.to),
      of,
      head: counted.head,
      partOf: null,
      inferred: false
    }
  }

  /** What is counted: a noun for people behind the number, or nothing but an outcome ("30 hurt", "two were killed"). */
  function countedNoun(
    syntax: Syntax,
    sentence: Sentence,
    {tokens, next, max}: Found
  ): {head: number; phrase: Span | null} | null {
    const last = tokens.at(-1)!
    if (['no one', 'nobody', 'none'].includes(tokens.map(({lower}) => lower).join(' ')))
      return {head: last.index, phrase: null}
    const before = syntax.tokens[tokens[0]!.index - 1]
    if (before && isNotACount(before, syntax.tokens[next])) return null
    let at = next
    if (syntax.tokens[at]?.lower === 'of' && at < sentence.end) at++
    for (; at < Math.min(next + 7, sentence.end); at++) {
      const token = syntax.tokens[at]!
      if (
        token.upos === 'NOUN' ||
        token.upos === 'PROPN' ||
        (token.upos === 'ADJ' && people.has(token.lemma))
      ) {
        const following = syntax.tokens[at + 1]
        // The last noun of the row is what is counted: "security force members".
        if (
          at + 1 < sentence.end &&
          following &&
          (following.upos === 'NOUN' || following.upos === 'PROPN') &&
          following.head !== token.index
        )
          continue
        if (outcomes.has(token.lemma) && token.upos === 'ADJ') return {head: last.index, phrase: null}
        const isPerson =
          people.has(token.lemma) || (max === 0 && outcomes.has(token.lemma)) || isDemonym(token)
        return isPerson ? {head: at, phrase: {from: token.from, to: complementEnd(syntax, token)}} : null
      }
      if (['ADJ', 'DET', 'NUM', 'ADV'].includes(token.upos) && !outcomes.has(token.lemma)) continue
      if (
        token.text === '-' ||
        token.text === '–' ||
        token.lower === 'the' ||
        (token.lower === 'and' && syntax.tokens[at - 1]?.upos === 'ADJ')
      )
        continue
      if (token.xpos === 'VBN' && syntax.tokens[at + 1]?.upos === 'NOUN') continue
      break
    }
    return standsForPeople(syntax, sentence, last, next) ? {head: last.index, phrase: null} : null
  }

  /** A bare number is of people where an outcome is said of it: "two were killed", "wounded five", "one dead". */
  function standsForPeople(syntax: Syntax, sentence: Sentence, number: Token, next: number): boolean {
    const following = syntax.tokens.slice(next, Math.min(next + 5, sentence.end))
    const stop = following.findIndex(
      token => token.upos === 'PUNCT' || token.upos === 'NOUN' || token.upos === 'PROPN'
    )
    const near = stop < 0 ? following : following.slice(0, stop)
    if (near.some(token => outcomes.has(token.lemma) || people.has(token.lemma))) return true
    if (near[0]?.lower === 'of' && ['them', 'whom', 'those'].includes(near[1]?.lower ?? '')) return true
    if (near.some(token => token.lemma === 'be') && following.some(token => people.has(token.lemma)))
      return true
    const before = syntax.tokens.slice(Math.max(sentence.first, number.index - 8), number.index)
    const since = before.findLastIndex(token => token.upos === 'PUNCT')
    const left = before.slice(since + 1)
    const ends = following.length === 0 || ['PUNCT', 'CCONJ', 'ADP', 'SCONJ'].includes(following[0]!.upos)
    return ends && left.some(token => outcomes.has(token.lemma) || token.lemma === 'toll')
  }

  function boundBefore(
    syntax: Syntax,
    sentence: Sentence,
    number: Found
  ): {how: string; tokens: Token[]} | null {
    const first = number.tokens[0]!.index
    for (const {how, words: form} of bounds) {
      const start = first - form.length
      if (start < sentence.first) continue
      const tokens = syntax.tokens.slice(start, first)
      if (tokens.every((token, i) => token.lower === form[i])) return {how, tokens}
    }
    return null
  }
}

function bounded({min, max}: NumberPhrase, how: string | null): {min: number; max: number | null} {
  switch (how) {
    case 'least':
      return {min, max: null}
    case 'more':
      return {min: min + 1, max: null}
    case 'most':
      return {min: 1, max: max ?? min}
    case 'fewer':
      return {min: 0, max: Math.max(0, (max ?? min) - 1)}
    default:
      return {min, max}
  }
}

function plusBehind(syntax: Syntax, next: number): Token | null {
  const token = syntax.tokens[next]
  return token?.text === '+' ? token : null
}

const moneySigns = new Set(['$', '€', '£'])
const measures = new Set([
  '%',
  'percent',
  'per',
  'kilometer',
  'kilometre',
  'km',
  'mile',
  'metre',
  'meter',
  'year',
  'month',
  'day',
  'hour',
  'minute',
  'week',
  'am',
  'pm',
  'a.m',
  'p.m'
])

/** Ages, money, shares, measures, days of the month. */
function isNotACount(before: Token, next: Token | undefined): boolean {
  if (moneySigns.has(before.text) || before.lower === 'aged' || before.lower === 'age') return true
  if (next && measures.has(next.lemma)) return true
  return before.upos === 'PROPN' && before.text !== before.text.toUpperCase() && next?.upos === 'PUNCT'
}

/** "Palestinians", "Nigerians": a plural proper noun of a people. */
function isDemonym(token: Token): boolean {
  return token.xpos === 'NNPS' && /(?:ans|ese|is|ish|ians)$/i.test(token.lower)
}

/** "27 members of the security forces": the complement belongs to what is counted. */
function complementEnd(syntax: Syntax, noun: Token): number {
  const complements = syntax
    .children(noun, 'nmod')
    .filter(
      child => child.index > noun.index && syntax.children(child, 'case').some(({lower}) => lower === 'of')
    )
  if (
    !['member', 'supporter', 'number', 'group', 'follower'].includes(noun.lemma) ||
    complements.length === 0
  )
    return noun.to
  return Math.max(
    noun.to,
    ...complements.map(child =>
      Math.max(child.to, ...syntax.children(child, 'compound', 'amod', 'flat').map(({to}) => to))
    )
  )
}
