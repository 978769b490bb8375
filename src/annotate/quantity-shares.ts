/**
 * Shares of a number: "half of them", "a third of the 12 passengers", "all but one of the nine hostages".
 *
 * The number is inferred; of an odd total a half is a range. Without a total nothing is read.
 * The words are in codebook/lexicons/en/shares.csv.
 */
import type {Codebook} from '../codebook/codebook.ts'
import type {Quantity} from '../model/layers.ts'
import type {Syntax, Token} from '../model/syntax.ts'

interface Share {
  readonly words: readonly string[]
  readonly of: number
  readonly in: number
}

/** So many words behind "of" the total may stand: "of the roughly 12". */
const reach = 4

/** `totalBefore`: index of the number told before an offset, -1 for none. Returns the shares found; those of "all but" replace a number. */
export function shareFinder(codebook: Codebook) {
  const shares: Share[] = codebook.table('lexicons/en/shares.csv', ['form', 'share']).map(({form, share}) => {
    const [part, whole] = share.split('/').map(Number)
    return {words: form.split(' '), of: part!, in: whole!}
  })
  const openers = new Set(shares.map(({words}) => words[0]))

  return (
    syntax: Syntax,
    all: readonly Quantity[],
    totalBefore: (from: number) => number
  ): {added: Quantity[]; replaced: Map<number, Quantity>} => {
    const added: Quantity[] = []
    const replaced = new Map<number, Quantity>()
    for (const token of syntax.tokens) {
      if (token.lower === 'all' && syntax.tokens[token.index + 1]?.lower === 'but') {
        const found = allBut(syntax, all, token, totalBefore)
        if (found) replaced.set(found.at, found.quantity)
      }
      if (!openers.has(token.lower)) continue
      const share = shares.find(({words}) =>
        words.every((word, i) => syntax.tokens[token.index + i]?.lower === word)
      )
      const last = share && syntax.tokens[token.index + share.words.length - 1]!
      if (!share || syntax.tokens[last!.index + 1]?.lower !== 'of') continue
      const total = totalOf(syntax, all, last!.index + 1, token.from, totalBefore)
      if (total < 0) continue
      const {min, max} = all[total]!
      const of = syntax.tokens[last!.index + 2]!
      const pronoun = /^(?:them|whom|those|these)$/.test(of.lower)
      const words = (first: Token, end: Token) =>
        syntax.tokens
          .slice(first.index, end.index + 1)
          .map(({text}) => text)
          .join(' ')
      added.push({
        from: token.from,
        to: last!.to,
        min: Math.floor((min * share.of) / share.in),
        max: max === null ? null : Math.ceil((max * share.of) / share.in),
        stated: words(token, last!),
        of: {from: token.from, to: pronoun ? of.to : last!.to},
        head: last!.index,
        partOf: total,
        inferred: true,
        crowd: null
      })
    }
    return {added, replaced}
  }
}

/** The number behind "of the", or for "of them" the one told before. */
function totalOf(
  syntax: Syntax,
  all: readonly Quantity[],
  of: number,
  from: number,
  totalBefore: (from: number) => number
): number {
  const [start, end] = [
    syntax.tokens[of]!.to,
    syntax.tokens[Math.min(of + reach, syntax.tokens.length - 1)]!.to
  ]
  const behind = firstIn(all, start, end)
  if (behind >= 0) return behind
  return /^(?:them|whom|those|these|the)$/.test(syntax.tokens[of + 1]?.lower ?? '') ? totalBefore(from) : -1
}

function allBut(
  syntax: Syntax,
  all: readonly Quantity[],
  token: Token,
  totalBefore: (from: number) => number
): {at: number; quantity: Quantity} | null {
  const but = syntax.tokens[token.index + 1]!
  const at = firstIn(all, but.to, but.to + 2)
  const left = all[at]
  if (!left) return null
  const next = all[at + 1]
  const isInside = next !== undefined && next.from <= left.of.to
  const total = isInside ? next : all[totalBefore(token.from)]
  if (!total || total.min <= left.min || left.max === null) return null
  const span = {from: token.from, to: left.to}
  return {
    at,
    quantity: {
      ...left,
      ...span,
      min: total.min - left.max,
      max: total.max === null ? null : total.max - left.min,
      stated: `${token.text} ${but.text} ${left.stated}`,
      of: {from: token.from, to: left.of.to},
      inferred: true
    }
  }
}

/** The first number that begins from `from` up to `to`; numbers are in the order of the text. */
function firstIn(all: readonly Quantity[], from: number, to: number): number {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (all[middle]!.from < from) low = middle + 1
    else high = middle
  }
  return all[low] && all[low]!.from < to ? low : -1
}
