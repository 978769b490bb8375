/** All ways to cut the words of a mention: from each word up to its head, to each end of what follows. */
import type {Syntax, Token} from '../model/syntax.ts'
import type {FormKind, Mention} from './mentions.ts'

export interface Cut {
  /** First and last token. */
  readonly first: number
  readonly last: number
  readonly text: string
  /** As keys are compared to the letter: cuts that agree in this are one. */
  readonly plain: string
  /** How the mention itself is cut so; null where it is not. */
  readonly kind: FormKind | null
  readonly head: Token
}

const measuring = /^(ADV|NUM|ADJ)$/
const naming = /^(PROPN|X|NOUN|ADJ)$/

export function cutsOf(syntax: Syntax, text: string, mention: Mention): Cut[] {
  const {tokens} = syntax
  const {head} = mention
  const {kinds, firsts, lasts} = bounds(syntax, mention)
  const found = new Map<string, Cut>()
  for (const first of firsts) {
    if (!mayStart(syntax, first)) continue
    for (const last of lasts) {
      if (last < first || tokens[last]!.upos === 'PUNCT') continue
      const kind = kinds.get(`${first} ${last}`) ?? null
      if (kind === null && last < head.index) continue
      const words = trimmed(text.slice(tokens[first]!.from, tokens[last]!.to))
      const plain = plainWords(words)
      if (plain && !found.has(plain)) found.set(plain, {first, last, text: words, plain, kind, head})
    }
  }
  return [...found.values()]
}

/** Tokens where a cut may begin and end. */
function bounds(syntax: Syntax, {head, forms, isName}: Mention) {
  const {tokens} = syntax
  const {first: begin, end} = syntax.sentences[head.sentence]!
  const kinds = new Map<string, FormKind>()
  const firsts = new Set<number>()
  const lasts = new Set<number>()
  for (const {kind, from, to} of forms) {
    const inside = syntax.within({from, to})
    if (!inside.length) continue
    const [first, last] = [inside[0]!.index, inside.at(-1)!.index]
    if (!kinds.has(`${first} ${last}`)) kinds.set(`${first} ${last}`, kind)
    firsts.add(first)
    lasts.add(last)
  }
  if (!firsts.size) return {kinds, firsts, lasts}
  let left = Math.min(...firsts)
  const right = Math.max(...lasts)
  for (let at = left; at <= (isName ? right : head.index); at++) firsts.add(at)
  // "offices of the newspaper", without "in Lima".
  for (let at = head.index + 1; at < right; at++)
    if (/^(NOUN|PROPN)$/.test(tokens[at]!.upos) && /^(ADP|CCONJ|PUNCT)$/.test(tokens[at + 1]!.upos))
      lasts.add(at)
  // "AT LEAST three", "HEAVILY armed".
  for (let steps = 0; steps < 3 && left > begin; steps++, left--) {
    const before = tokens[left - 1]!
    if (!(measuring.test(before.upos) || /^(AT|UP|TO|MORE|THAN|BETWEEN|-)$/i.test(before.text))) break
    firsts.add(left - 1)
  }
  if (isName) {
    // Words of a name that were not seen to be of it.
    for (let at = right + 1; at <= right + 2 && at < end && naming.test(tokens[at]!.upos); at++) lasts.add(at)
    for (let at = left - 1; at >= left - 2 && at >= begin && naming.test(tokens[at]!.upos); at--)
      firsts.add(at)
  }
  return {kinds, firsts, lasts}
}

/** A word is cut whole: not "-PERSON GROUP", "'S HOUSE", "LEAST TEN MEN". */
function mayStart({tokens}: Syntax, first: number): boolean {
  const {upos, text, from} = tokens[first]!
  const before = tokens[first - 1]
  return (
    upos !== 'PUNCT' &&
    !/^(['’]?S|LEAST|THAN)$/i.test(text) &&
    (before?.to !== from || /^["'([]+$/.test(before.text))
  )
}

/** Capitals without articles, quotation marks and commas at the ends, or a bracket or mark that stands alone. */
function trimmed(words: string): string {
  let plain = words
    .replace(/\s+/g, ' ')
    .toUpperCase()
    .replace(/^(["'(,[\s]|(THE|AN?) )+|["',\s]+$/g, '')
  if ((plain.match(/"/g)?.length ?? 0) % 2) plain = plain.replaceAll('"', '')
  if (/[)\]]$/.test(plain) && !/[([]/.test(plain)) plain = plain.slice(0, -1)
  return plain
}

/** Capitals without punctuation and articles. */
export const plainWords = (words: string) =>
  words
    .toUpperCase()
    .replace(/[!-/:-@[-`{-~]/g, '')
    .split(/\s+/)
    .filter(word => word && word !== 'A' && word !== 'AN' && word !== 'THE')
    .join(' ')
