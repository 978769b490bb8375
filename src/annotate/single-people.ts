/**
 * One person without a number word: "a policeman", "another guard", "wounded a third", "his son", "the mayor's wife".
 *
 * A possessed relative counts only where something befell him, else every "his wife" would be a figure.
 */
import type {Sentence, Syntax, Token} from '../model/syntax.ts'
import {isYearOld, type PeopleWords} from './people-words.ts'

export interface Single {
  /** Tokens that say "one": the article, or the whole phrase with its possessor. */
  readonly first: number
  readonly end: number
  readonly noun: Token
}

const articles = new Set(['a', 'an', 'another'])
/** "killed two people and wounded a third" */
const ordinals = new Set(['second', 'third', 'fourth', 'fifth'])
const reach = 10

export function singleFinder({isSingle, isGroup, isOutcome, isHarm, suffers}: PeopleWords) {
  return (syntax: Syntax, sentence: Sentence, at: number): Single | null => {
    const token = syntax.tokens[at]!
    if (articles.has(token.lower)) {
      const noun = nounOf(syntax, sentence, at + 1)
      if (noun && (isOne(syntax, noun) || isOneMore(syntax, noun))) return {first: at, end: at + 1, noun}
      const next = syntax.tokens[at + 1]
      // "another was wounded": one more.
      const after = syntax.tokens.slice(at + 1, Math.min(at + 4, sentence.end))
      const stands =
        token.lower === 'another' && next?.upos !== 'NOUN' && /^(?:AUX|VERB|ADJ)$/.test(next?.upos ?? '')
      return stands && after.some(isOutcome) && !noun ? {first: at, end: at + 1, noun: token} : null
    }
    if (token.xpos !== 'PRP$' || token.lower === 'its') return null
    const noun = nounOf(syntax, sentence, at + 1)
    return noun && isSingle(noun) && isSingular(noun) && isVictim(syntax, sentence, noun, at)
      ? {first: at, end: noun.index + 1, noun}
      : null
  }

  /** The tree often loses the second of two: "killed a teacher, named as Bello, and his son". */
  function isVictim(syntax: Syntax, sentence: Sentence, noun: Token, at: number): boolean {
    if (suffers(syntax, noun)) return true
    return syntax.tokens[at - 1]?.lower === 'and' && syntax.tokensOf(sentence).some(isHarm)
  }

  /** "A Naxalite was killed": what dies like people is one too, though no list knows it. */
  function isOne(syntax: Syntax, noun: Token): boolean {
    // "a student body", "a sports body": nobody's corpse.
    if (noun.lemma === 'body' && syntax.child(noun, 'compound')) return false
    return (
      isSingular(noun) &&
      (isSingle(noun) || isYearOld(syntax, noun) || (suffers(syntax, noun) && !isGroup(noun)))
    )
  }

  /** "wounded a third", "a second was hurt"; but "wounded a third of the guards". */
  function isOneMore(syntax: Syntax, noun: Token): boolean {
    const first = syntax.firstConjunct(noun)
    const head = syntax.head(first)
    return (
      ordinals.has(noun.lower) &&
      syntax.tokens[noun.index + 1]?.lower !== 'of' &&
      /^(?:obj|nsubj:pass)$/.test(first.relation) &&
      head !== undefined &&
      isHarm(head)
    )
  }

  /** The tagger takes "civilian" behind "a" for a plural now and then. */
  function isSingular(noun: Token): boolean {
    return (
      noun.xpos === 'NN' ||
      noun.upos === 'ADJ' ||
      (/^(?:NNS|NNP)$/.test(noun.xpos) && !noun.lower.endsWith('s'))
    )
  }

  /** The last noun of the row: "a 35-year-old off-duty police officer". */
  function nounOf(syntax: Syntax, sentence: Sentence, from: number): Token | null {
    for (let at = from; at < Math.min(from + reach, sentence.end); at++) {
      const token = syntax.tokens[at]!
      const following = syntax.tokens[at + 1 + (isQuote(syntax.tokens[at + 1]) ? 1 : 0)]
      const isNoun = token.upos === 'NOUN' || token.upos === 'PROPN'
      if (isNoun) {
        const isInside = following !== undefined && following.index < sentence.end
        const isRow = isInside && /^(?:NOUN|PROPN)$/.test(following.upos)
        if (
          isInside &&
          (isDash(following) || (isRow && !isSingle(token)) || (isRow && following.upos === 'NOUN'))
        )
          continue
        return token
      }
      // The tagger takes "a civilian" for an adjective now and then.
      if (
        token.upos === 'ADJ' &&
        (isSingle(token) || isYearOld(syntax, token)) &&
        !/^(?:NOUN|PROPN|ADJ|PUNCT)$/.test(following?.upos ?? '')
      )
        return token
      if (isDash(token) || isQuote(token) || ['ADJ', 'ADV', 'NUM'].includes(token.upos)) continue
      if (/^VB[NG]$/.test(token.xpos) && /^(?:NOUN|ADJ|PROPN)$/.test(following?.upos ?? '')) continue
      if (token.lower === 'and' && syntax.tokens[at - 1]?.upos === 'ADJ') continue
      return null
    }
    return null
  }
}

function isQuote(token: Token | undefined): boolean {
  return token !== undefined && /^['"‘’“”]$/.test(token.text)
}

function isDash(token: Token): boolean {
  return /^[-–]$/.test(token.text)
}
