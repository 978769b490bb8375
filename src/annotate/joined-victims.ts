/**
 * Counted people who stand beside a victim and suffered the same, where the tree fails to join them.
 *
 *     "killed a commander, known as Babu, and four other men"    four other men
 *     "An officer, Ayo Bello, and a rebel, were killed"          an officer, a rebel
 *     "three hostages, two men and a woman, were killed"         nobody: they are the three
 *     "killed two guards and three rebels fled"                  nobody: they fled
 */
import type {Quantity} from '../model/layers.ts'
import type {Sentence, Syntax, Token} from '../model/syntax.ts'

const joiners = new Set(['and', '&', 'plus', ','])
const finite = new Set(['VBD', 'VBZ', 'VBP', 'MD'])

/** `victim`: a number already found; `looksRight`: victims stand behind the word ("killed two"). Indices of `here`. */
export function joinedTo(
  syntax: Syntax,
  sentence: Sentence,
  {token, words, looksRight}: {token: Token; words: readonly Token[]; looksRight: boolean},
  here: readonly {quantity: Quantity; index: number}[],
  stops: ReadonlySet<number>
): number[] {
  const [first, end] = looksRight
    ? [token.index + 1, edge(syntax, sentence, words.at(-1)!.index, 1, stops)]
    : [edge(syntax, sentence, ownStart(syntax, token), -1, stops), token.index]
  const inside = here.filter(({quantity}) => {
    const head = syntax.tokens[quantity.head]!
    return quantity.partOf === null && head.index >= first && head.index < end
  })
  const found: number[] = []
  let described = false
  for (const [i, {quantity, index}] of inside.entries()) {
    described = describesName(syntax, quantity) || (described && isOneMore(syntax, quantity))
    if (
      !described &&
      ((i === 0 && !looksRight && !isOblique(syntax, quantity)) || isJoined(syntax, quantity, token))
    )
      found.push(index)
  }
  return found
}

/** "according to two officials", "in a clash of 20 rebels". */
function isOblique(syntax: Syntax, {of}: Quantity): boolean {
  const first = syntax.within(of)[0]
  return first !== undefined && syntax.tokens[first.index - 1]?.upos === 'ADP'
}

/** "Bello, a farmer", "Bello (40), a farmer": said of the one who is named. */
export function describesName(syntax: Syntax, {from, min, max}: Quantity): boolean {
  const first = syntax.within({from, to: from + 12})[0] ?? syntax.tokens[0]!
  const name = syntax.tokens[first.index - 2]
  return (
    min === 1 &&
    max === 1 &&
    syntax.tokens[first.index - 1]?.text === ',' &&
    (name?.upos === 'PROPN' || name?.upos === 'NUM' || name?.text === ')')
  )
}

/** "a farmer and a father": one person goes on being described. */
function isOneMore(syntax: Syntax, {from, min, max}: Quantity): boolean {
  const first = syntax.within({from, to: from + 12})[0]
  return (
    min === 1 &&
    max === 1 &&
    first !== undefined &&
    syntax.tokens[first.index - 1]?.lower === 'and' &&
    /^an?$/.test(first.lower)
  )
}

/** The auxiliary of a passive is no verb of its own: "were killed". */
function ownStart(syntax: Syntax, verb: Token): number {
  return Math.min(verb.index, ...syntax.children(verb, 'aux', 'aux:pass', 'cop').map(({index}) => index))
}

/** Where the clause ends in one direction: at a finite verb, another outcome, a strong stop. */
function edge(
  syntax: Syntax,
  sentence: Sentence,
  from: number,
  step: 1 | -1,
  stops: ReadonlySet<number>
): number {
  let at = from + step
  for (; at >= sentence.first && at < sentence.end; at += step) {
    const token = syntax.tokens[at]!
    if (
      stops.has(at) ||
      (finite.has(token.xpos) && !isParticiple(syntax, token)) ||
      /^[;:"“”]$/.test(token.text)
    )
      break
  }
  return step > 0 ? at : at + 1
}

/** ", identified as": a participle behind a comma, often taken for a past tense. */
function isParticiple(syntax: Syntax, {index, xpos, text}: Token): boolean {
  return xpos === 'VBD' && text.endsWith('ed') && syntax.tokens[index - 1]?.text === ','
}

function isJoined(syntax: Syntax, quantity: Quantity, verb: Token): boolean {
  const start = syntax.within(quantity.of)[0]
  const before = start && syntax.tokens[start.index - 1]
  if (!before || !joiners.has(before.lower)) return false
  const head = syntax.tokens[quantity.head]!
  const governor = syntax.head(head)
  if (governor && governor.index !== verb.index && /^nsubj/.test(head.relation)) return false
  // A comma alone sets off an apposition: "Bello, a farmer".
  return before.lower !== ',' || isListed(syntax, head)
}

/** "two guards, three rebels and a nurse": a member of a list has an "and" behind. */
function isListed(syntax: Syntax, head: Token): boolean {
  return head.relation === 'conj' || syntax.children(head, 'conj').length > 0
}
