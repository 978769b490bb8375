/**
 * What was damaged, and how many of it.
 *
 *     "burned 12 houses and a mosque"      12 houses; 1 mosque
 *     "set fire to dozens of stalls"       24 or more stalls
 *     "the windows of a bank were broken"  the windows, no number
 */
import type {Codebook} from '../codebook/codebook.ts'
import {isVerb, nounPhrase, obliques, patientsOf} from '../languages/en/clauses.ts'
import {numberAt} from '../languages/en/number-phrases.ts'
import type {DamagedThing} from '../model/layers.ts'
import {type Syntax, spanOf, type Token} from '../model/syntax.ts'
import {numberLexicon} from './number-lexicon.ts'
import {peopleWords} from './people-words.ts'
import {bounded, boundFinder} from './quantity-bounds.ts'

/** Behind "set fire", "a blaze tore": what burns. */
const burning = ['to', 'through', 'across', 'at']

export function damagedThings(codebook: Codebook) {
  const words = numberLexicon(codebook)
  const boundsOf = boundFinder(codebook)
  const {isPerson, isGroup} = peopleWords(codebook)

  /** `patients`: whom or what the word is done to. */
  return (text: string, syntax: Syntax, word: Token, patients: readonly Token[]): DamagedThing[] => {
    // "set fire to" has "fire" as its object.
    const isThing = (noun: Token) =>
      noun.lemma !== 'fire' &&
      (noun.upos === 'NOUN' || noun.upos === 'PROPN' || noun.upos === 'NUM') &&
      !isPerson(noun) &&
      !isGroup(noun)
    const own = patients.filter(isThing)
    const over = syntax.head(word)
    const verb = isVerb(word) ? word : over && isVerb(over) ? over : null
    return (own.length || !verb ? own : behind(syntax, verb).filter(isThing)).map(noun =>
      thing(text, syntax, noun)
    )
  }

  function thing(text: string, syntax: Syntax, noun: Token): DamagedThing {
    const whole = nounPhrase(syntax, noun, child => saysWhere(syntax, child))
    const phrase = syntax.within(whole)
    const sentence = syntax.sentenceOf(noun)
    const tokens = syntax.tokensOf(sentence)
    const first = Math.min(noun.index, phrase[0]?.index ?? noun.index)
    for (let at = first; at <= noun.index; at++) {
      const number = numberAt(tokens, at - sentence.first, words)
      if (!number) continue
      const {first: from, end, how} = boundsOf(syntax, sentence, at, at + number.length)
      const span = spanOf(syntax.tokens.slice(from, end))!
      const of = spanOf([span, whole])!
      const stated = text.slice(span.from, span.to)
      return {...of, count: {...bounded(number.min, number.max, how), stated}}
    }
    const article = syntax.children(noun, 'det').find(({lower}) => lower === 'a' || lower === 'an')
    return {...whole, count: article ? {min: 1, max: 1, stated: article.text} : null}
  }
}

/** "set fire to two shops", "set ablaze two shops", "a blaze tore through them", wherever the parser hangs what burns. */
function behind(syntax: Syntax, verb: Token): Token[] {
  const objects = patientsOf(syntax, verb)
  return [
    ...objects,
    ...[verb, ...objects].flatMap(word => obliques(syntax, word, burning)),
    ...syntax
      .children(verb, 'compound', 'advmod', 'xcomp')
      .flatMap(word => syntax.children(word, 'obj').flatMap(noun => syntax.conjuncts(noun)))
  ]
}

/** "a mosque in the old town": where it stands is no part of what it is. */
function saysWhere(syntax: Syntax, child: Token): boolean {
  return child.relation === 'nmod' && syntax.children(child, 'case').some(({lower}) => lower !== 'of')
}
