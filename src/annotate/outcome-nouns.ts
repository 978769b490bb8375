/**
 * The nouns that an outcome befell, by the tree: each way of saying it has its own path.
 *
 *     "killed two soldiers"      its object           "two soldiers died"   its subject
 *     "the dead included a nurse"                     who is named behind the verb
 *     "the toll rose to seven"                        the figure behind the verb
 */
import {isPassive, isVerb, obliques, patientsOf, subjectsOf} from '../languages/en/clauses.ts'
import type {Syntax, Token} from '../model/syntax.ts'
import {countedBefore, type OutcomeMatch} from './outcomes.ts'

/** Verbs whose subject has the injury that is their object. */
export const sufferers = new Set(['sustain', 'suffer', 'receive', 'incur', 'get', 'lose'])

/** "put the toll at 7", "the toll rose to 7". */
const figureVerbs = new Set(
  'put rise climb stand reach give bring raise take push increase grow jump'.split(' ')
)

/** "The dead included a nurse", "among those killed were two children": who is named behind the verb. */
function listedAs(syntax: Syntax, token: Token): Token[] {
  const those = token.relation === 'acl' ? syntax.head(token) : token
  const verb = those && syntax.head(those)
  if (!verb || !those || (those !== token && those.lower !== 'those')) return []
  if (verb.lemma === 'include' && those.relation === 'nsubj') return patientsOf(syntax, verb)
  const isNamed = syntax.child(verb, 'cop') !== undefined && ['NOUN', 'PROPN'].includes(verb.upos)
  return isNamed && verb !== token ? syntax.conjuncts(verb) : []
}

/** "The number of people killed in the blast has climbed to 12." */
function numberRisen(syntax: Syntax, token: Token): Token[] {
  const path = [token, ...syntax.ancestors(token)]
  const number = path.findIndex(({lemma}) => lemma === 'number')
  const isBelow = path.slice(0, number).every(({relation}) => /^(?:acl|nmod|amod|compound)$/.test(relation))
  const verb = path[number + 1]
  if (number < 0 || !isBelow || !verb) return []
  const told = figureVerbs.has(verb.lemma) ? obliques(syntax, verb, ['to', 'at']) : []
  return told.length ? told : figureBehind(syntax, path[number]!, token)
}

/** Words between the verb or the outcome and "to": "killed [in the attack on the convoy] to four". */
const figureReach = 14

/** "The number killed when police fired has risen to nine", "raises the number killed in the attack to four": where the tree loses the figure, the words keep it. */
function figureBehind(syntax: Syntax, number: Token, outcome: Token): Token[] {
  const {end} = syntax.sentenceOf(outcome)
  const raised = syntax.head(number)
  const isRaised = raised !== undefined && raised.index < number.index && figureVerbs.has(raised.lemma)
  const verb = isRaised
    ? outcome
    : syntax.tokens
        .slice(outcome.index + 1, end)
        .find(({lemma, upos}) => upos === 'VERB' && figureVerbs.has(lemma))
  if (!verb) return []
  const reach = isRaised ? figureReach : 1
  for (let at = verb.index + 1; at <= Math.min(verb.index + reach, end - 2); at++) {
    if (!/^(?:to|at)$/.test(syntax.tokens[at]!.lower)) continue
    const figure = syntax.tokens.slice(at + 1, Math.min(at + 4, end)).find(({upos}) => upos === 'NUM')
    if (figure) return [figure]
  }
  return []
}

export function nounsOf(syntax: Syntax, outcome: OutcomeMatch): Token[] {
  const {part, token} = outcome
  const head = syntax.head(token)
  const listed = token.relation === 'acl' || token.upos === 'NOUN' ? listedAs(syntax, token) : []
  if (listed.length && part !== 'state') return listed
  const risen = numberRisen(syntax, token)
  if (risen.length) return risen
  const figures = head && /^(?:acl|nmod|amod)$/.test(token.relation) ? figuresOf(syntax, token, head) : []
  if (figures.length) return figures
  switch (part) {
    case 'verb': {
      const patients = patientsOf(syntax, token)
      if (patients.length) return patients
      // "125 people injured" without an auxiliary is parsed as active.
      return isPassive(syntax, token) || token.xpos === 'VBD' || token.xpos === 'VBN' || token.upos === 'ADJ'
        ? described(syntax, token)
        : []
    }
    case 'state':
      return subjectsOf(syntax, token)
    case 'adjective':
      return described(syntax, token)
    case 'condition':
      return inCondition(syntax, token)
    case 'noun': {
      const under = obliques(syntax, token, ['of', 'among', 'to', 'for'])
      // "the death of a clerk" is his; "the two deaths" are counted themselves.
      const counts = under.length ? ['nummod'] : ['nummod', 'det']
      const own = syntax.children(token, ...counts).length ? [token] : []
      // "led to casualties among soldiers": the parser may hang "among" on the verb.
      const of = under.length || !head ? under : obliques(syntax, head, ['among'])
      const possessors = syntax.children(token, 'nmod:poss', 'compound').filter(noun => noun.upos !== 'NUM')
      if (head && sufferers.has(head.lemma) && token.relation === 'obj' && !isPassive(syntax, head))
        return subjectsOf(syntax, head)
      // "the death toll rose to 21"
      const isOfToll = token.relation === 'compound' && head?.lemma === 'toll'
      const verb = isOfToll ? syntax.head(head) : head
      const figure = verb && figureVerbs.has(verb.lemma) ? obliques(syntax, verb, ['at', 'to', 'as']) : []
      return [...own, ...figure, ...of, ...(own.length || of.length ? [] : possessors), token]
    }
  }
}

/** "A man is in critical condition", "left two guards in critical condition", "was flown out in critical condition". */
function inCondition(syntax: Syntax, token: Token): Token[] {
  if (syntax.child(token, 'nsubj', 'nsubj:pass')) return subjectsOf(syntax, token)
  const head = syntax.head(token)
  if (!head) return []
  if (!isVerb(head)) return token.relation === 'nmod' ? [head] : []
  const patients = patientsOf(syntax, head)
  return patients.length ? patients : subjectsOf(syntax, head)
}

const tallies = new Set(['number', 'count', 'tally', 'figure', 'total'])

/** "put the number of wounded at 23": the figure that a verb gives for the number. */
function figuresOf(syntax: Syntax, token: Token, noun: Token): Token[] {
  const verb = tallies.has(noun.lemma) ? syntax.head(noun) : undefined
  if (!verb || !figureVerbs.has(verb.lemma)) return []
  // The parser may hang the figure on the wounded.
  return [verb, token].flatMap(word => obliques(syntax, word, ['at', 'to', 'as']))
}

/** What an adjective or participle describes: the noun it stands with, the subject it is said of, the object left so. */
function described(syntax: Syntax, token: Token): Token[] {
  const counted = token.upos === 'ADV' ? countedBefore(syntax, token) : undefined
  if (counted) return [counted]
  const head = syntax.head(token)
  if ((token.relation === 'amod' || token.relation === 'acl') && head) return [head]
  if (token.relation === 'xcomp' && head) {
    const object = syntax.children(head, 'obj')
    if (object.length) return object
  }
  const subjects = subjectsOf(syntax, token)
  return subjects.length ? subjects : [token]
}
