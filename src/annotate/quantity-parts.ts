/**
 * Ties parts to their total: "125 hurt, 27 of them civilians and the rest from the army" is 125 = 27 + 98.
 *
 * A part is a smaller number behind its total, in the same or the next
 * sentence, that says "of them", "of whom", "were civilians", or stands beside
 * "the rest", "the others", "everyone else", whose number is then inferred.
 */
import type {Quantity} from '../model/layers.ts'
import type {Syntax, Token} from '../model/syntax.ts'

const rests: readonly (readonly string[])[] = [
  ['the', 'rest'],
  ['the', 'others'],
  ['the', 'remainder'],
  ['everyone', 'else'],
  ['all', 'others'],
  ['the', 'remaining']
]
const partOfWords = new Set(['them', 'whom', 'those', 'these'])

export function withParts(syntax: Syntax, found: readonly Quantity[]): Quantity[] {
  const all: Quantity[] = found.map(quantity => ({...quantity}))
  const inferred: Quantity[] = []
  for (const rest of restsIn(syntax)) {
    const total = totalBefore(syntax, all, rest[0]!, all.length)
    if (total < 0) continue
    const parts = all.flatMap((quantity, i) =>
      i > total &&
      quantity.to <= rest[0]!.from &&
      quantity.min < all[total]!.min &&
      near(syntax, all[total]!, quantity)
        ? [i]
        : []
    )
    if (parts.length === 0) continue
    for (const i of parts) all[i] = {...all[i]!, partOf: total}
    inferred.push(
      restOf(
        syntax,
        rest,
        all[total]!,
        total,
        parts.map(i => all[i]!)
      )
    )
  }
  for (const [i, quantity] of all.entries()) {
    if (quantity.partOf !== null || !saysPart(syntax, quantity)) continue
    const total = totalBefore(syntax, all, syntax.tokens[quantity.head]!, i)
    if (total >= 0 && all[total]!.min > quantity.min) all[i] = {...quantity, partOf: total}
  }
  // Indices in `partOf` count in the order of the text, so the inferred ones are appended.
  return [...all, ...inferred]
}

function restsIn(syntax: Syntax): Token[][] {
  return syntax.tokens.flatMap(token => {
    const rest = rests.find(
      ([first, second]) => token.lower === first && syntax.tokens[token.index + 1]?.lower === second
    )
    return rest ? [[token, syntax.tokens[token.index + 1]!]] : []
  })
}

function restOf(
  _syntax: Syntax,
  rest: readonly Token[],
  total: Quantity,
  partOf: number,
  parts: readonly Quantity[]
): Quantity {
  const used = (bound: 'min' | 'max') => parts.reduce((sum, part) => sum + (part[bound] ?? part.min), 0)
  const min = Math.max(0, total.min - used('max'))
  const span = {from: rest[0]!.from, to: rest.at(-1)!.to}
  return {
    ...span,
    min,
    max: total.max === null ? null : Math.max(0, total.max - used('min')),
    stated: rest.map(({text}) => text).join(' '),
    of: span,
    head: rest.at(-1)!.index,
    partOf,
    inferred: true
  }
}

/** The largest number before the word, in its own sentence if it has one there, else in the sentence before; -1 for none. */
function totalBefore(syntax: Syntax, all: readonly Quantity[], word: Token, limit: number): number {
  for (const distance of [0, 1]) {
    let best = -1
    for (let i = 0; i < Math.min(limit, all.length); i++) {
      const quantity = all[i]!
      if (
        quantity.partOf !== null ||
        quantity.to > word.from ||
        word.sentence - syntax.tokens[quantity.head]!.sentence !== distance
      )
        continue
      if (best < 0 || quantity.min > all[best]!.min) best = i
    }
    // A lone part stands in its own sentence: its total is then in the one before.
    if (
      best >= 0 &&
      (distance === 1 ||
        all
          .slice(0, limit)
          .some((other, i) => i > best && other.min < all[best]!.min && other.to <= word.from))
    )
      return best
    if (best >= 0 && limit < all.length) return best
  }
  return -1
}

function near(syntax: Syntax, total: Quantity, part: Quantity): boolean {
  return syntax.tokens[part.head]!.sentence - syntax.tokens[total.head]!.sentence <= 1
}

/** "27 of them", "160 of whom", "27 civilians among them". */
function saysPart(syntax: Syntax, quantity: Quantity): boolean {
  const last = syntax.within(quantity).at(-1)
  if (!last) return false
  const [of, them] = [syntax.tokens[last.index + 1], syntax.tokens[last.index + 2]]
  if (of?.lower === 'of' && them && partOfWords.has(them.lower)) return true
  const end = syntax.within(quantity.of).at(-1) ?? last
  const [among, those] = [syntax.tokens[end.index + 1], syntax.tokens[end.index + 2]]
  return among?.lower === 'among' && those !== undefined && partOfWords.has(those.lower)
}
