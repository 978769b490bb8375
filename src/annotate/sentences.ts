/**
 * Finds where sentences end, over the tokens of one passage.
 *
 * A blank line ends one always; a full stop only where the next word can begin
 * one ("Gen. Ali said", "at 5 p.m. Police" are told apart by what follows). A
 * sentence of more than 250 tokens is cut, at a semicolon or comma if there is one.
 */
import type {Span} from '../model/span.ts'

const longest = 250
const closing = /^["”’')\]»]+$/
/** Words that open a sentence after an abbreviation that may have closed the one before. */
const openers = new Set(
  'The A An It He She They We I In On But And This That There However Meanwhile At For As After If When His Her Their Its You What So No To'.split(
    ' '
  )
)

/** Numbers of the first tokens of sentences, in order; the first is 0. `neverEnd`: abbreviations that close none. */
export function sentenceStarts(
  text: string,
  tokens: readonly Span[],
  neverEnd: ReadonlySet<string>
): number[] {
  const starts = tokens.length ? [0] : []
  for (let i = 0; i + 1 < tokens.length; i++) {
    const next = endsAfter(text, tokens, i, neverEnd)
    if (next > 0 && next < tokens.length) {
      starts.push(next)
      i = next - 1
    }
  }
  return starts.flatMap((start, n) => cut(text, tokens, start, starts[n + 1] ?? tokens.length))
}

/** The token that begins the next sentence when one ends at token `i` (closing quotes included), else 0. */
function endsAfter(text: string, tokens: readonly Span[], i: number, neverEnd: ReadonlySet<string>): number {
  const {from, to} = tokens[i]!
  const gap = text.slice(to, tokens[i + 1]!.from)
  if (/\n\s*\n/.test(gap)) return i + 1
  const follower = text[tokens[i + 1]!.from]!
  if (gap.includes('\n') && !/[a-z,]/.test(follower)) return i + 1
  const word = text.slice(from, to)
  const end = word.at(-1)!
  if (!'.!?…؟۔。！？'.includes(end)) return 0
  let next = i + 1
  while (
    next < tokens.length &&
    tokens[next]!.from === tokens[next - 1]!.to &&
    closing.test(text.slice(tokens[next]!.from, tokens[next]!.to))
  )
    next++
  if (next >= tokens.length) return 0
  if ('。！？'.includes(end)) return next
  if (tokens[next]!.from === tokens[next - 1]!.to) return 0
  const nextWord = text.slice(tokens[next]!.from, tokens[next]!.to)
  if (end === '.' && word.length > 1 && !/^\.+$/.test(word)) {
    if (neverEnd.has(word.slice(0, -1).toLowerCase()) || word.length === 2) return 0
    if (!openers.has(nextWord)) return 0
  }
  if (end === '.' && /^[a-z,;]/.test(nextWord)) return 0
  if (/^(\.{2,}|…)$/.test(word) && !/^["“'(]?\p{Lu}/u.test(nextWord)) return 0
  return next
}

function cut(text: string, tokens: readonly Span[], start: number, end: number): number[] {
  const starts = [start]
  while (end - starts.at(-1)! > longest) {
    const from = starts.at(-1)!
    let at = from + longest
    for (let i = at; i > from + longest / 2; i--) {
      if (/[;,،]/.test(text[tokens[i - 1]!.from]!)) {
        at = i
        break
      }
    }
    starts.push(at)
  }
  return starts
}
