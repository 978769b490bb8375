/**
 * Which words a cue credits to its speaker.
 *
 *     "Police said [two people died]."                      the clause after the cue
 *     "[The gates were shut], sources said."                what stands before
 *     "[The march], officials said, [ended in violence]."   both sides
 *     "[No one died], according to the ministry, although ..."  the part of the sentence it stands in
 *
 * The tree decides where it shows a complement; else the commas do.
 */
import {nounPhrase} from '../languages/en/clauses.ts'
import type {Span} from '../model/span.ts'
import {type Sentence, type Syntax, spanOf, type Token} from '../model/syntax.ts'

/** Words that begin a part of the sentence with a speaker of its own. */
const turns = new Set(['although', 'while', 'but', 'whereas', 'though', 'however'])

/** The part of the sentence, between turns, that holds the token. A semicolon is a turn where another speaker follows it. */
export function partAround(
  syntax: Syntax,
  sentence: Sentence,
  token: Token,
  isCue: (token: Token) => boolean
): {first: number; end: number} {
  let first = sentence.first
  let end = sentence.end
  for (let i = sentence.first; i < sentence.end; i++) {
    const word = syntax.tokens[i]!
    const isSemicolon = word.text === ';' && syntax.tokens.slice(i, sentence.end).some(isCue)
    const isTurn =
      isSemicolon || (turns.has(word.lower) && [',', ';'].includes(syntax.tokens[i - 1]?.text ?? ''))
    if (!isTurn) continue
    if (i <= token.index) first = i + 1
    else {
      end = i
      break
    }
  }
  return {first, end}
}

/** What "X said" credits. `speaker` and `addressee` are left out. Empty when nothing is said. */
export function contentOf(
  syntax: Syntax,
  sentence: Sentence,
  cue: Token,
  speaker: readonly Token[],
  isCue: (token: Token) => boolean
): Span[] {
  const complement = complementSpan(syntax, sentence, cue, isCue)
  const firstSpeaker = Math.min(cue.index, ...speaker.map(token => token.index))
  const lastSpeaker = Math.max(cue.index, ...speaker.map(token => token.index))
  if (complement) return [complement]
  const part = partAround(syntax, sentence, cue, isCue)
  const right = trimmed(syntax, afterAddressee(syntax, lastSpeaker, part.end), part.end)
  const left = trimmed(syntax, part.first, phraseStart(syntax, firstSpeaker, part.first))
  const set = (span: Span | null) => (span ? [span] : [])
  const endsWithCue = right === null || wordsIn(syntax, right) <= 2 || isAside(syntax, lastSpeaker + 1)
  const beforeComma = syntax.tokens[phraseStart(syntax, firstSpeaker, part.first) - 1]?.text
  const leftIsSaid =
    left !== null &&
    wordsIn(syntax, left) > 2 &&
    (beforeComma === ',' || beforeComma === '”' || beforeComma === '"')
  if (leftIsSaid && endsWithCue) return set(left)
  const next = syntax.tokens[lastSpeaker + 1]?.text
  if (leftIsSaid && next === ',' && speaker.length) return [...set(left), ...set(right)]
  return endsWithCue ? [] : set(right)
}

/** The span of the clause that the tree gives as complement, up to the end of its part. */
function complementSpan(
  syntax: Syntax,
  sentence: Sentence,
  cue: Token,
  isCue: (token: Token) => boolean
): Span | null {
  const clauses = syntax.children(cue, 'ccomp')
  const complement =
    clauses.find(({index}) => index > cue.index) ??
    clauses[0] ??
    syntax.children(cue, 'xcomp').find(token => token.upos === 'VERB')
  if (!complement) return null
  const tokens = syntax.subtree(complement, child => child.relation === 'parataxis')
  const first = tokens[0]!.index
  const part = partAround(syntax, sentence, cue, isCue)
  let last = tokens.at(-1)!.index
  // "counted 125 injured: 27 civilians and 98 officers": what a colon opens is said, too.
  if (last > cue.index && syntax.tokens[last + 1]?.text === ':') last = Math.max(last, part.end - 1)
  if (first < cue.index && last > cue.index) return null
  // "counted 125 people injured": who is injured belongs to it.
  const object = complement.relation === 'xcomp' ? syntax.child(cue, 'obj') : undefined
  const whole = object && object.index < first ? phraseStart(syntax, object.index, cue.index + 1) : first
  const from = Math.max(whole, first < cue.index ? sentence.first : cue.index + 1)
  return trimmed(
    syntax,
    from,
    Math.min(last + 1, complement.index > cue.index ? Math.max(part.end, complement.index + 1) : last + 1)
  )
}

/** Behind "told AFP on condition of anonymity that": where the statement begins. */
function afterAddressee(syntax: Syntax, last: number, end: number): number {
  for (let i = last + 1; i < Math.min(last + 14, end); i++) {
    const {lower, xpos} = syntax.tokens[i]!
    if (lower === 'that') return i + 1
    if (['VBD', 'VBZ', 'VBP', 'MD'].includes(xpos)) break
  }
  const next = syntax.tokens[last + 1]
  const cue = syntax.tokens[last]
  if (next && cue && ['tell', 'inform'].includes(cue.lemma)) {
    const addressee = syntax.children(cue, 'obj', 'iobj')[0]
    if (addressee)
      return Math.max(...syntax.within(nounPhrase(syntax, addressee)).map(token => token.index)) + 1
  }
  return last + 1
}

/** "…, sources said, asking not to be named": what follows is about the speaker. */
function isAside(syntax: Syntax, at: number): boolean {
  const [comma, word] = [syntax.tokens[at], syntax.tokens[at + 1]]
  if (
    comma?.text === ',' &&
    word &&
    ['asking', 'speaking', 'requesting', 'declining', 'citing', 'without'].includes(word.lower)
  )
    return true
  return ['on', 'in', 'late', 'early', 'earlier', 'yesterday', 'without'].includes(comma?.lower ?? '')
}

/** Where the speaker's phrase begins: determiners and modifiers before the noun. */
function phraseStart(syntax: Syntax, index: number, first: number): number {
  const token = syntax.tokens[index]!
  const phrase = syntax.within(nounPhrase(syntax, token))
  return Math.max(first, Math.min(index, ...phrase.map(word => word.index)))
}

function wordsIn(syntax: Syntax, span: Span): number {
  return syntax.within(span).filter(token => token.upos !== 'PUNCT').length
}

/** The span of tokens `first` to before `end`, without punctuation and "that" at its ends; `null` when nothing is left. */
export function trimmed(syntax: Syntax, first: number, end: number): Span | null {
  const isLoose = (token: Token) =>
    (token.upos === 'PUNCT' && !['"', '“', '”'].includes(token.text)) || token.lower === 'that'
  let from = first
  let to = end
  while (from < to && isLoose(syntax.tokens[from]!)) from++
  while (to > from && isLoose(syntax.tokens[to - 1]!)) to--
  return spanOf(syntax.tokens.slice(from, to))
}
