/** Somebody credited with words, before it becomes a frame of the layer. */
import {contains, type Span} from '../model/span.ts'
import {type Syntax, spanOf, type Token} from '../model/syntax.ts'
import type {Cue} from './cues.ts'
import {withoutApposition} from './speaker-phrase.ts'

export interface Credit {
  readonly cue: Cue
  /** The words that credit: "has said", "according to". */
  readonly words: Span
  readonly token: Token
  /** The source as it stands there, asides and all: "he", "Amal Idris, a nurse at the clinic". */
  readonly source: Span | null
  /** The words that name it, elsewhere where it stands as a pronoun: "Amal Idris". */
  readonly named: Span | null
  readonly content: readonly Span[]
  /** The press that was told and passes it on. */
  readonly addressee: Span | null
  /** "did not say whether": nothing is asserted. */
  readonly isNegated?: boolean
  /** Stands inside another's credit, and comes after it in the chain: "citing X". */
  readonly isCited?: boolean
  /** Has no cue of its own: the words of somebody quoted before go on. */
  readonly isCarried?: boolean
}

const helpers = new Set(['aux', 'aux:pass', 'cop', 'advmod'])

/** The verb with what helps it right before it: "has also said", "did not say". */
export function cueWords(syntax: Syntax, verb: Token): Span {
  let first = verb
  for (let i = verb.index - 1; i >= 0; i--) {
    const word = syntax.tokens[i]!
    if (word.head !== verb.index || !helpers.has(word.relation)) break
    first = word
  }
  return spanOf([first, verb])!
}

/** Credits a verb to phrases, each named without its asides. */
export function creditsOf(text: string, syntax: Syntax, cue: Cue, verb: Token) {
  return (source: Span, content: readonly Span[], isCited = false): Credit => ({
    cue,
    words: cueWords(syntax, verb),
    token: verb,
    source,
    named: withoutApposition(text, source),
    content,
    addressee: null,
    isCited
  })
}

const negations = new Set(['not', "n't", 'n’t', 'never'])

export function isNegated(syntax: Syntax, verb: Token): boolean {
  return syntax.children(verb).some(({lower, index}) => index < verb.index && negations.has(lower))
}

/** "said that troops had retaken Orta, quoting a source": the aside is no part of what is said, and its source said the same. */
export function withoutCited(syntax: Syntax, credits: readonly Credit[]): Credit[] {
  const asides = credits.filter(({isCited, token}) => isCited && token.xpos === 'VBG')
  if (asides.length === 0) return [...credits]
  const cut = (span: Span): Span => {
    const aside = asides.find(({words}) => words.from > span.from && words.to < span.to)
    const comma = aside && syntax.tokens[syntax.within(aside.words)[0]!.index - 1]
    return comma?.text === ',' ? {from: span.from, to: comma.from} : span
  }
  return credits.map(credit => {
    if (!asides.includes(credit)) return {...credit, content: credit.content.map(cut)}
    const carrier = credits.find(
      other => other !== credit && other.content.some(span => contains(span, credit.words))
    )
    return {...credit, content: (carrier ?? credit).content.map(cut)}
  })
}
