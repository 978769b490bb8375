/** All ways to cut the words of a mention: from each word before its head, or a name's title, to each end of what follows. */
import type {Syntax, Token} from '../model/syntax.ts'
import type {FormKind, Mention} from './mentions.ts'

export interface Cut {
  /** First and last token. */
  readonly first: number
  readonly last: number
  readonly text: string
  /** Capitals without articles and punctuation: cuts that agree in this are one. */
  readonly plain: string
  /** How the phrase itself is cut so; null where it is not. */
  readonly kind: FormKind | null
  readonly head: Token
}

const measuring = /^(ADV|NUM|ADJ)$/
const naming = /^(PROPN|X|NOUN|ADJ)$/

export function cutsOf(syntax: Syntax, text: string, {head, forms, isName}: Mention): Cut[] {
  const {tokens} = syntax
  const {first: begin, end} = syntax.sentences[head.sentence]!
  const known = new Map<string, FormKind>()
  const firsts = new Set<number>()
  const lasts = new Set<number>()
  for (const {kind, from, to} of forms) {
    const inside = syntax.within({from, to})
    if (!inside.length) continue
    const [first, last] = [inside[0]!.index, inside.at(-1)!.index]
    if (!known.has(`${first} ${last}`)) known.set(`${first} ${last}`, kind)
    firsts.add(first)
    lasts.add(last)
  }
  if (!firsts.size) return []
  let left = Math.min(...firsts)
  for (let at = left; at <= (isName ? Math.max(...lasts) : head.index); at++) firsts.add(at)
  // "AT LEAST three", "HEAVILY armed".
  for (let steps = 0; steps < 3 && left > begin; steps++, left--) {
    const before = tokens[left - 1]!
    if (!(measuring.test(before.upos) || /^(AT|UP|TO|MORE|THAN|BETWEEN|-)$/i.test(before.text))) break
    firsts.add(left - 1)
  }
  if (isName) {
    const right = Math.max(...lasts)
    for (let at = right + 1; at <= right + 2 && at < end && naming.test(tokens[at]!.upos); at++) lasts.add(at)
    for (let at = left - 1; at >= left - 2 && at >= begin && naming.test(tokens[at]!.upos); at--)
      firsts.add(at)
  }
  const found = new Map<string, Cut>()
  for (const first of firsts) {
    if (tokens[first]!.upos === 'PUNCT' || /^['’]?S$/i.test(tokens[first]!.text)) continue
    // A word is cut whole: not "-PERSON GROUP".
    if (
      first > begin &&
      tokens[first - 1]!.to === tokens[first]!.from &&
      !/^["'([]+$/.test(tokens[first - 1]!.text)
    )
      continue
    for (const last of lasts) {
      if (last < first || tokens[last]!.upos === 'PUNCT') continue
      const kind = known.get(`${first} ${last}`) ?? null
      if (kind === null && last < head.index) continue
      const words = trimmed(
        text.slice(tokens[first]!.from, tokens[last]!.to).replace(/\s+/g, ' ').toUpperCase()
      )
      const plain = plainWords(words)
      if (plain && !found.has(plain)) found.set(plain, {first, last, text: words, plain, kind, head})
    }
  }
  return [...found.values()]
}

/** Without quotation marks, brackets and commas at the ends, or a bracket that stands alone. */
function trimmed(words: string): string {
  let plain = words.replace(/^["'(,[\s]+|["',\s]+$/g, '')
  if ((plain.match(/"/g)?.length ?? 0) % 2) plain = plain.replaceAll('"', '')
  if (/[)\]]$/.test(plain) && !/[([]/.test(plain)) plain = plain.slice(0, -1)
  return plain
}

export const plainWords = (words: string) =>
  words
    .toUpperCase()
    .replace(/[!-/:-@[-`{-~]/g, '')
    .split(/\s+/)
    .filter(word => word && word !== 'A' && word !== 'AN' && word !== 'THE')
    .join(' ')
