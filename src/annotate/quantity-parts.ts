/**
 * Ties parts to their total: "125 hurt, 27 of them civilians and the rest from the army" is 125 = 27 + 98.
 *
 *     "nine people, including two women"      2 is part of 9       "among them", "of whom" alike
 *     "three of them children"                3 is part of the number before
 *     "three hostages, two men and a woman"   2 and 1 are the 3
 *     "the rest", "the others"                what the parts leave, inferred
 *     "a ninth person died"                   one of the nine told of elsewhere
 *     "four more died, taking the toll to 35"  the four are of the 35
 *     "half of them", "all but one"           a share of the number before, inferred
 *
 * A total stands before its parts, in the same sentence or the one before.
 */
import type {Quantity} from '../model/layers.ts'
import type {Syntax, Token} from '../model/syntax.ts'
import type {shareFinder} from './quantity-shares.ts'

const rests: readonly (readonly string[])[] = [
  ['the', 'rest'],
  ['the', 'others'],
  ['the', 'remainder'],
  ['everyone', 'else'],
  ['all', 'others'],
  ['the', 'remaining']
]
const partOfWords = new Set(['them', 'whom', 'those', 'these', 'which'])
/** Words before a number that make it a part of the one before. */
const partOpeners = [
  'including',
  'among them',
  'among whom',
  'among those',
  'the dead',
  'the victims',
  'the injured',
  'the wounded',
  'of whom',
  'of them',
  'of which',
  'with',
  'comprising',
  'inclusive of',
  'namely'
]
const sufferers = new Set('dead victims wounded injured killed arrested detained missing abducted'.split(' '))
/** "The dead are six men ..." lists whom a total told so many sentences before was made of. */
const sentencesOfList = 3
/** How many numbers back a total is looked for; a report has no more in two sentences. */
const reach = 24

export function withParts(
  syntax: Syntax,
  found: readonly Quantity[],
  sharesIn: ReturnType<typeof shareFinder>,
  ordinals: ReadonlyMap<string, number>
): Quantity[] {
  const all: Quantity[] = found.map(quantity => ({...quantity}))
  const place = (i: number, total: number) => {
    all[i] = {...all[i]!, partOf: total}
  }
  for (const i of all.keys()) {
    for (const part of apposed(syntax, all, i)) place(part, i)
    if (all[i]!.partOf !== null) continue
    const beside = partBeside(syntax, all, i)
    if (beside !== null) place(i, beside)
    if (beside !== null || !saysPart(syntax, all[i]!)) continue
    const isList = listsSufferers(syntax, syntax.within(all[i]!)[0]?.index ?? 0)
    const total = totalBefore(syntax, all, all[i]!.from, i, isList ? sentencesOfList : 1)
    if (total >= 0 && all[total]!.min >= all[i]!.min) place(i, total)
  }
  for (const [i, quantity] of all.entries()) {
    const total = quantity.partOf === null ? countedUpTo(syntax, all, i, ordinals) : -1
    const raised = total < 0 ? raisedTo(syntax, all, i) : -1
    if (Math.max(total, raised) >= 0) place(i, Math.max(total, raised))
  }
  const shares = sharesIn(syntax, all, from => totalBefore(syntax, all, from, lastBefore(all, from) + 1))
  for (const [i, quantity] of shares.replaced) all[i] = quantity
  const inferred = shares.added
  for (const token of syntax.tokens) {
    const rest = restAt(syntax, token)
    // "the remaining 8" says its number itself.
    if (!rest) continue
    const before = lastBefore(all, rest[0]!.from)
    // "the remaining 8" says its number itself.
    const next = all[before + 1]
    if (next && next.from <= rest.at(-1)!.to + 1) continue
    const total = totalBefore(syntax, all, rest[0]!.from, before + 1)
    if (total < 0) continue
    const parts: number[] = []
    for (let i = total + 1; i <= before; i++)
      if (all[i]!.min < all[total]!.min && (all[i]!.partOf === null || all[i]!.partOf === total))
        parts.push(i)
    if (parts.length === 0) continue
    for (const i of parts) place(i, total)
    inferred.push(
      restOf(
        rest,
        all[total]!,
        total,
        parts.map(i => all[i]!)
      )
    )
  }
  // Indices in `partOf` count in the order of the text, so the inferred ones are appended.
  return [...all, ...inferred]
}

/** The last number that ends before the offset; numbers are in the order of the text. */
function lastBefore(all: readonly Quantity[], from: number): number {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (all[middle]!.to <= from) low = middle + 1
    else high = middle
  }
  return low - 1
}

function restAt(syntax: Syntax, token: Token): Token[] | null {
  if (!['the', 'everyone', 'all'].includes(token.lower)) return null
  const next = syntax.tokens[token.index + 1]
  return rests.some(([first, second]) => token.lower === first && next?.lower === second)
    ? [token, next!]
    : null
}

function restOf(
  rest: readonly Token[],
  total: Quantity,
  partOf: number,
  parts: readonly Quantity[]
): Quantity {
  const used = (bound: 'min' | 'max') => parts.reduce((sum, part) => sum + (part[bound] ?? part.min), 0)
  const span = {from: rest[0]!.from, to: rest.at(-1)!.to}
  return {
    ...span,
    min: Math.max(0, total.min - used('max')),
    max: total.max === null ? null : Math.max(0, total.max - used('min')),
    stated: rest.map(({text}) => text).join(' '),
    of: span,
    head: rest.at(-1)!.index,
    partOf,
    inferred: true,
    crowd: null
  }
}

/** The largest number before the offset, in its own sentence if it has one there, else in the sentence before; -1 for none. `limit`: numbers from there on are not asked. */
function totalBefore(
  syntax: Syntax,
  all: readonly Quantity[],
  from: number,
  limit: number,
  furthest = 1
): number {
  const sentence = syntax.sentenceAt(from)?.index ?? 0
  for (let distance = 0; distance <= furthest; distance++) {
    let best = -1
    for (let i = limit - 1; i >= Math.max(0, limit - reach); i--) {
      const quantity = all[i]!
      const away = sentence - syntax.tokens[quantity.head]!.sentence
      if (away > furthest) break
      if (quantity.partOf !== null || quantity.to > from || away !== distance) continue
      if (best < 0 || quantity.min >= all[best]!.min) best = i
    }
    // A lone part stands in its own sentence: its total is then in the one before.
    if (best >= 0) {
      const isLone =
        distance === 0 && limit - best === 1 && from > (all[best]?.to ?? 0) && isRest(syntax, from)
      if (!isLone) return best
    }
  }
  return -1
}

function isRest(syntax: Syntax, from: number): boolean {
  const token = syntax.within({from, to: from + 12})[0]
  return token !== undefined && restAt(syntax, token) !== null
}

/** "27 of them", "160 of whom", "27 civilians among them", "including 27 civilians", "of whom 27". */
function saysPart(syntax: Syntax, quantity: Quantity): boolean {
  const [first, last] = [syntax.within(quantity)[0], syntax.within(quantity).at(-1)]
  if (!first || !last) return false
  const word = (at: number) => syntax.tokens[at]?.lower ?? ''
  // "Many of those who had fled" are nobody told of before.
  const isRelative = word(last.index + 2) === 'those' && word(last.index + 3) === 'who'
  // "two of these", but not "none of these claims".
  const isOfThings =
    syntax.tokens[last.index + 3]?.upos === 'NOUN' && /^(?:these|those)$/.test(word(last.index + 2))
  if (word(last.index + 1) === 'of' && partOfWords.has(word(last.index + 2)) && !isRelative && !isOfThings)
    return true
  const end = (syntax.within(quantity.of).at(-1) ?? last).index
  if (word(end + 1) === 'among' && partOfWords.has(word(end + 2))) return true
  if (isSaidOfPart(syntax, quantity, last)) return true
  if (isOfSufferers(syntax, last.index) || listsSufferers(syntax, first.index)) return true
  let at = first.index
  // "among them were five officers", "the dead included two guards".
  if (/^(?:was|were|are|is)$/.test(word(at - 1)) && /^(?:them|whom|those|these)$/.test(word(at - 2))) at--
  if (/^includ(?:e|es|ed)$/.test(word(at - 1))) return true
  const one = word(at - 1)
  const two = `${word(at - 2)} ${one}`
  if (partOpeners.includes(two)) return true
  return one !== 'with' && partOpeners.includes(one)
}

/** "three of the injured", "two of those killed". */
function isOfSufferers(syntax: Syntax, last: number): boolean {
  const [of, the, whom] = [1, 2, 3].map(step => syntax.tokens[last + step]?.lower ?? '')
  return of === 'of' && /^(?:the|those)$/.test(the!) && sufferers.has(whom!)
}

/** "The dead are six men", "the two dead were a driver and a guard". */
function listsSufferers(syntax: Syntax, first: number): boolean {
  const [verb, whom] = [1, 2].map(step => syntax.tokens[first - step]?.lower ?? '')
  return /^(?:was|were|are|is)$/.test(verb!) && sufferers.has(whom!)
}

/** "27 were civilians": a bare number of which is said what they are. */
function isSaidOfPart(syntax: Syntax, {head}: Quantity, last: Token): boolean {
  if (head !== last.index || !/^(?:were|are|was)$/.test(syntax.tokens[last.index + 1]?.lower ?? ''))
    return false
  const what = syntax.head(last)
  return (
    what !== undefined &&
    last.relation.startsWith('nsubj') &&
    /^(?:NOUN|PROPN|ADJ)$/.test(what.upos) &&
    what.index > last.index &&
    !/^(?:dead|missing|hurt|wounded|injured|safe)$/.test(what.lemma)
  )
}

/** "including three women and one child": what a list of parts goes on with is a part, while the total has room for it. */
function partBeside(syntax: Syntax, all: readonly Quantity[], i: number): number | null {
  const [before, quantity] = [all[i - 1], all[i]!]
  if (!before || before.partOf === null || before.of.to >= quantity.from || quantity.from - before.of.to > 6)
    return null
  const between = syntax.within({from: before.of.to, to: quantity.from}).map(({lower}) => lower)
  if (!/^(?:and|,|, and)$/.test(between.join(' '))) return null
  let sum = quantity.min
  for (let j = i - 1; j >= Math.max(0, i - reach) && all[j]!.partOf === before.partOf; j--) sum += all[j]!.min
  return sum <= all[before.partOf]!.min ? before.partOf : null
}

/** "three hostages, two men and a woman": numbers right behind that add up to the one before. */
function apposed(syntax: Syntax, all: readonly Quantity[], i: number): number[] {
  const total = all[i]!
  if (total.min < 2 || total.partOf !== null) return []
  const parts: number[] = []
  let sum = 0
  for (let j = i + 1; j < all.length && sum < total.min && j <= i + reach; j++) {
    const [before, part] = [all[j - 1]!, all[j]!]
    if (part.partOf !== null || part.min < 1 || part.max !== part.min) break
    const between = syntax.within({from: before.of.to, to: part.from}).map(({lower}) => lower)
    const opens = parts.length === 0 ? /^[,(:–—-]( including)?$/ : /^(,|and|, and|;)$/
    if (!opens.test(between.join(' '))) break
    sum += part.min
    parts.push(j)
  }
  return sum === total.min && (parts.length > 1 || total.min === 1) ? parts : []
}

const additions = new Set(['more', 'another', 'further', 'additional'])
const raises = new Set(['bring', 'take', 'raise', 'push'])
/** Words between "bringing" and the number that it brings the toll to. */
const reachOfRise = 9

/** "Four more died, taking the toll to 35", "three of the wounded died, which brought her count to 41": the total that they are counted in, in their sentence or the next; -1 for none. */
function raisedTo(syntax: Syntax, all: readonly Quantity[], i: number): number {
  const {of, min, head} = all[i]!
  const words = syntax.within(of)
  const last = syntax.within(all[i]!).at(-1)
  const adds = words.some(({lower}) => additions.has(lower)) || (last && isOfSufferers(syntax, last.index))
  if (!adds) return -1
  const sentence = syntax.tokens[head]!.sentence
  return all.findIndex((total, j) => {
    const away = syntax.tokens[total.head]!.sentence - sentence
    return j > i && away <= 1 && total.partOf === null && total.min > min && isRaised(syntax, total)
  })
}

/** "bringing the toll to at least 12", "brings to 47 the number": behind "to" and a verb that raises. */
function isRaised(syntax: Syntax, total: Quantity): boolean {
  const first = syntax.within(total)[0]!
  const before = syntax.tokens
    .slice(Math.max(0, first.index - reachOfRise), first.index)
    .filter(({sentence}) => sentence === first.sentence)
  return before.at(-1)?.lower === 'to' && before.some(({lemma}) => raises.has(lemma))
}

/** "A ninth person died": one of the nine that the report tells of, before or behind; -1 for none. */
function countedUpTo(
  syntax: Syntax,
  all: readonly Quantity[],
  i: number,
  ordinals: ReadonlyMap<string, number>
): number {
  const {of, min, max} = all[i]!
  if (min !== 1 || max !== 1) return -1
  const rank = syntax
    .within(of)
    .map(({lower}) => ordinals.get(lower) ?? Number(/^(\d+)(?:st|nd|rd|th)$/.exec(lower)?.[1] ?? 0))
    .find(number => number > 1)
  if (rank === undefined) return -1
  const fits = ({min: many, partOf}: Quantity) => many >= rank && partOf === null
  const [before, behind] = [
    all.slice(0, i).findLastIndex(fits),
    all.findIndex((other, j) => j > i && fits(other))
  ]
  return before >= 0 ? before : behind
}
