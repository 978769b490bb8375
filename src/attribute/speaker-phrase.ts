/**
 * Which words name a speaker: the phrase without its asides, past what the parser cut off.
 *
 *     "according to footage | the desk has obtained"      footage
 *     "according to footage | Radio Oru has obtained"     footage
 *     "Kenya's health | ministry put the toll at"         Kenya's health ministry
 *     "a leader in the brigade, a local faction, said"    a leader in the brigade
 */
import type {Span} from '../model/span.ts'
import {type Syntax, spanOf, type Token} from '../model/syntax.ts'

/** Words that begin the statement, not the source: "according to the ministry nobody was hurt". */
const indefinite = new Set(['nobody', 'none', 'no', 'everyone', 'someone', 'anyone', 'everybody'])

/** The noun phrase that words begin with: "footage | the desk has obtained", "police sources and health workers". */
export function firstPhrase(syntax: Syntax, words: readonly Token[]): Span | null {
  const mayEnd = (token: Token) => isNoun(token) || token.upos === 'NUM'
  const goesOn = (token: Token, i: number) => {
    const before = words[i - 1]
    const isCutOff =
      token.upos === 'DET' ||
      (token.upos === 'PROPN' && (!isTogether(before, token) || opensRelative(syntax, token)))
    if (before?.upos === 'NOUN' && isCutOff) return false
    if (indefinite.has(token.lower) || (i > 0 && token.upos === 'NUM')) return false
    return (
      mayEnd(token) ||
      ['ADJ', 'DET', 'CCONJ'].includes(token.upos) ||
      ['of', 'in', 'from', 'at', "'s", '’s', '-', "'", '’'].includes(token.lower)
    )
  }
  const stop = words.findIndex((token, i) => !goesOn(token, i))
  const phrase = stop < 0 ? words : words.slice(0, stop)
  const last = phrase.findLastIndex(mayEnd)
  return spanOf(phrase.slice(0, last + 1))
}

/** "columnist Hugh Hewitt": one hangs on the other, or both on a third. */
function isTogether(a: Token | undefined, b: Token): boolean {
  return a !== undefined && (a.head === b.index || b.head === a.index || (a.head === b.head && a.head >= 0))
}

/** "footage Radio Oru has obtained": a name that is the subject of what follows, and no part of the noun before it. */
export function opensRelative(syntax: Syntax, name: Token): boolean {
  const verb = syntax.head(name)
  return (
    name.upos === 'PROPN' &&
    name.relation === 'nsubj' &&
    verb?.upos === 'VERB' &&
    verb.index > name.index &&
    syntax.children(verb, 'nsubj').every(({upos}) => upos === 'PROPN')
  )
}

/** How a noun hangs on the one that the phrase is about. */
const inside = new Set(['nmod', 'appos', 'flat', 'compound', 'nmod:poss'])
const objects = new Set(['obj', 'obl'])
const isNoun = ({upos}: Token) => upos === 'NOUN' || upos === 'PROPN'

/** "..., a leader in the brigade, a local faction, said": the noun before the aside, up from its complements. */
export function speakerBefore(syntax: Syntax, verb: Token): Token | null {
  const previous = syntax.tokens[verb.index - 1]
  if (previous?.text !== ',' || previous.sentence !== verb.sentence) return null
  let noun = syntax.tokens[previous.index - 1]
  if (!noun || !['NOUN', 'PROPN'].includes(noun.upos)) return null
  for (let head = syntax.head(noun); head && isNoun(head); head = syntax.head(noun)) {
    // "Contrary to the ministry, the River Brigade, a faction, said": a name says who it is by itself.
    // "without giving his name, a leader said": nor does the name say it. "the chief, Ali Sesay, told": the chief does.
    const isOffice =
      head.upos === 'NOUN' && syntax.child(head, 'det') !== undefined && !syntax.child(noun, 'det')
    const isOther =
      noun.relation === 'appos' &&
      (noun.upos === 'PROPN' ? !isOffice || head.index > noun.index : objects.has(head.relation))
    if (!inside.has(noun.relation) || isOther) break
    noun = head
  }
  return noun.index < verb.index ? noun : null
}

/** "Kenya's health | ministry put": nouns that the parser cut off between the subject and its verb. */
export function upToVerb(syntax: Syntax, span: Span, verb: Token): Span {
  const between = syntax.within({from: span.to, to: verb.from})
  const isNouns =
    between.length > 0 && between.length < 4 && between.every(({upos}) => upos === 'NOUN' || upos === 'PROPN')
  return isNouns ? {from: span.from, to: between.at(-1)!.to} : span
}

/** Without what follows in apposition: "Radio Oru, a station ..." is Radio Oru. */
export function withoutApposition(text: string, span: Span): Span {
  const words = text.slice(span.from, span.to)
  const apposition = /, (?:a|an|the|one of|among) /.exec(words)
  const kept =
    apposition && apposition.index > 0 ? words.slice(0, apposition.index) : words.replace(/[\s,;:–—-]+$/u, '')
  return {from: span.from, to: span.from + kept.length}
}

const relativePronouns = new Set(['who', 'which', 'that'])
/** What stands before a phrase without belonging to it: "But after the mayor". */
const openers = new Set(['case', 'cc', 'mark', 'advmod'])
/** Words between two parts of one phrase, as marks and brackets are. */
const widestGap = 3

/** The source as it stands there, asides and all; a relative pronoun by itself. */
export function wholePhrase(syntax: Syntax, subjects: readonly Token[], verb: Token): Span {
  const relative = syntax.children(verb, 'nsubj', 'nsubj:pass').find(({lower}) => relativePronouns.has(lower))
  if (relative) return {from: relative.from, to: relative.to}
  const [head] = subjects
  const isBefore = head!.index < verb.index
  const words = subjects
    .flatMap(subject =>
      syntax.subtree(subject, child => child.index === verb.index || child.relation === 'parataxis')
    )
    .filter(({index}) => index < verb.index === isBefore)
    .sort((a, b) => a.index - b.index)
  const at = words.findIndex(({index}) => index === head!.index)
  let first = at
  let last = at
  while (first > 0 && words[first]!.index - words[first - 1]!.index <= widestGap) first--
  while (last < words.length - 1 && words[last + 1]!.index - words[last]!.index <= widestGap) last++
  while (last > at && words[last]!.upos === 'PUNCT') last--
  while (first < at && (words[first]!.upos === 'PUNCT' || openers.has(words[first]!.relation))) first++
  const span = spanOf(words.slice(first, last + 1)) ?? head!
  return isBefore ? upToVerb(syntax, span, verb) : span
}
