/**
 * What stands in quotation marks belongs together, and to whoever is credited with one part of it.
 *
 *     "We saw it," she said. "They ran."     the second quotation is hers, too
 *     He said: "One.                         words that go on over paragraphs
 *     "Two."
 *     "They fired at us."                    a paragraph of its own: the last speaker's
 *
 * Whoever says "I" or "we" inside a quotation is the one who is quoted.
 */
import type {Span} from '../model/span.ts'
import {overlaps} from '../model/span.ts'
import type {Syntax, Token} from '../model/syntax.ts'
import type {Credit} from './credit.ts'
import {isSelf} from './speakers.ts'

interface Quotation extends Span {
  readonly number: number
  readonly first: Token
  readonly last: Token
}

/** Shorter ones are names and words held at arm's length. */
const fewestWords = 5
/** A paragraph of quoted words is credited to somebody named at most so many sentences before. */
const reachOfSpeaker = 4

/** `numbers`: the quotation of each token (languages/en/quotations.ts). */
export function withQuotations(
  text: string,
  syntax: Syntax,
  credits: readonly Credit[],
  numbers: Int32Array
): Credit[] {
  const quotations = quotationsIn(syntax, numbers)
  if (quotations.length === 0) return [...credits]
  const isOutside = ({token}: Credit) => numbers[token.index] === 0
  const owners = new Map<number, number>()
  const found = credits.map((credit, i) => {
    if (!isOutside(credit)) return within(credit, quotations, numbers)
    const content = credit.content.map(span => {
      const [first, ...others] = quotations.filter(quotation => overlaps(quotation, span))
      if (!first) return span
      const last = others.at(-1) ?? first
      for (const {number} of [first, ...others]) if (!owners.has(number)) owners.set(number, i)
      const whole = {from: Math.min(span.from, first.from), to: Math.max(span.to, last.to)}
      return overlaps(whole, credit.words) ? span : whole
    })
    return {...credit, content}
  })
  for (const [k, quotation] of quotations.entries()) {
    if (owners.has(quotation.number) || quotation.last.index - quotation.first.index < fewestWords) continue
    const sentence = syntax.sentenceOf(quotation.first)
    if (quotation.first.index > sentence.first + 1) continue
    const before = quotations[k - 1]
    const owner = before && owners.get(before.number)
    const hasOwn = found.some(
      credit => isOutside(credit) && credit.token.sentence === sentence.index && !credit.isCited
    )
    if (hasOwn) continue
    const isSameParagraph = before !== undefined && !text.slice(before.to, quotation.from).includes('\n')
    if (owner !== undefined && isSameParagraph) {
      const credit = found[owner]!
      found[owner] = {...credit, content: [...credit.content, {from: quotation.from, to: quotation.to}]}
      owners.set(quotation.number, owner)
      continue
    }
    if (isSameParagraph) continue
    const speaker = found.findLast(
      credit => isOutside(credit) && credit.token.index < quotation.first.index && credit.cue.use === 'says'
    )
    if (!speaker || sentence.index - speaker.token.sentence > reachOfSpeaker) continue
    found.push({
      ...speaker,
      words: {from: quotation.first.from, to: quotation.first.to},
      token: quotation.first,
      source: null,
      addressee: null,
      isNegated: false,
      isCarried: true,
      content: [{from: quotation.from, to: quotation.to}]
    })
    owners.set(quotation.number, found.length - 1)
  }
  const full = found.filter(({content}) => content.length > 0)
  return full.map(credit => {
    const number = numbers[credit.token.index]!
    const owner = number ? owners.get(number) : undefined
    const [word] = credit.source ? syntax.within(credit.source) : []
    return owner !== undefined && word && isSelf(word) ? {...credit, named: found[owner]!.named} : credit
  })
}

/** What is credited inside a quotation ends with it. */
function within(credit: Credit, quotations: readonly Quotation[], numbers: Int32Array): Credit {
  const own = quotations.find(({first, last, number}) => {
    const {index} = credit.token
    return number === numbers[index] && first.index <= index && index <= last.index
  })
  if (!own) return credit
  const content = credit.content
    .map(({from, to}) => ({from: Math.max(from, own.from), to: Math.min(to, own.to)}))
    .filter(({from, to}) => to > from)
  return {...credit, content}
}

function quotationsIn({tokens}: Syntax, numbers: Int32Array): Quotation[] {
  const found: Quotation[] = []
  for (let i = 0; i < tokens.length; i++) {
    const number = numbers[i]!
    if (number === 0) continue
    const first = tokens[i]!
    while (numbers[i + 1] === number) i++
    const last = tokens[i]!
    found.push({number, first, last, from: first.from, to: last.to})
  }
  return found
}
