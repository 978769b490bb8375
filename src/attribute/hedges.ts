/**
 * Words that weaken a statement: "reportedly", "may have", "was said to", "appears to", "rumours of".
 *
 *     "Gunmen reportedly killed two"                    the adverb of its clause
 *     "are believed to have killed two"                 what governs it: passive, verb, adjective ("it is likely that"), noun
 *     "an alleged attack on a school"                   an adjective of the happening itself
 *     "it is not clear whether troops fired"            not asserted at all
 *     "police apparently withdrew after gunmen fired"   none over "fired": another clause tells it
 *     "reportedly burned tents erected by marchers"     hearsay over "erected" too, which is not in doubt
 *     "militants often attack convoys"                  a habit: certain, but of no one day
 *     "suspected militants killed two"                  who they are is in doubt, not the killing: a word beside it
 *
 * The words are in codebook/lexicons/en/hedges.csv.
 */
import type {Codebook} from '../codebook/codebook.ts'
import {hasOwnSubject, isClauseHead, isPassive, isVerb} from '../languages/en/clauses.ts'
import {negationColumns, negationFinder} from '../languages/en/negation.ts'
import {doubtsInLanguages} from '../languages/readers.ts'
import type {Certainty} from '../model/contract.ts'
import type {SpeechFrame} from '../model/layers.ts'
import type {Syntax, Token} from '../model/syntax.ts'

export interface Hedge {
  readonly word: Token
  readonly certainty: Certainty
  /** True when nobody is named for it: the statement is hearsay. */
  readonly hearsay: boolean
  /** True when it tells of what comes again and again. */
  readonly isHabit: boolean
  readonly rule: string
}

export interface HedgeFinder {
  /** What weakens the statement that the word tells. */
  over(syntax: Syntax, token: Token): Hedge[]
  /** What casts doubt on those who take part, not on what happened. */
  beside(syntax: Syntax, token: Token): Hedge[]
  /** What weakens all that a speaker is credited with: "unconfirmed reports said", "declined to say", "no group admitted". */
  ofSpeech(syntax: Syntax, frame: SpeechFrame): Hedge[]
}

const maxSteps = 7
/** Of light-verbs.csv: as what a noun hangs on a verb that tells it, so that what is said of the verb holds of the noun. */
const telling: Readonly<Record<string, readonly string[]>> = {
  begins: ['nsubj', 'nsubj:pass'],
  does: ['obj', 'nsubj:pass'],
  into: ['obl']
}
/** Below these a hedge of the governing clause holds as well. */
const dependent = new Set(['xcomp', 'ccomp', 'csubj', 'csubj:pass'])

export function hedgeFinder(codebook: Codebook): HedgeFinder {
  const rows = codebook.table('lexicons/en/hedges.csv', ['id', 'form', 'part', 'certainty', 'speaker'])
  const words = new Map(
    [...Map.groupBy(rows, ({part}) => part)].map(([part, own]) => [
      part,
      new Map(own.map(row => [row.form, row]))
    ])
  )
  const negation = negationFinder(codebook.table('lexicons/en/negation-words.csv', negationColumns))
  const hedge = (part: string, word: Token): Hedge[] => {
    const forms = words.get(part)
    const row = forms?.get(word.lower) ?? forms?.get(word.lemma)
    if (!row) return []
    const {id, certainty, speaker} = row
    return [
      {
        word,
        certainty: certainty as Certainty,
        hearsay: speaker === 'none',
        isHabit: row.part === 'habit',
        rule: `hedges/${id}`
      }
    ]
  }

  const doubtsOf = doubtsInLanguages(codebook)

  // "the killing may lead to protests": in doubt is where it leads.
  const tells = new Set(
    codebook
      .table('lexicons/en/light-verbs.csv', ['id', 'form', 'part'])
      .flatMap(({form, part}) => (telling[part] ?? []).map(relation => `${relation}:${form}`))
  )

  function over(syntax: Syntax, token: Token): Hedge[] {
    if (!syntax.sentenceOf(token).parsed) return withoutTree(syntax, token)
    const found: Hedge[] = []
    let at: Token = token
    // "may say that gunmen fired": a modal holds for its own clause, and for what is a part of it.
    let isOwnClause = true
    for (let steps = 0; steps < maxSteps; steps++) {
      for (const child of syntax.children(at, 'advmod'))
        found.push(...hedge('adverb', child), ...hedge('habit', child))
      if (isClauseHead(at) || isVerb(at)) found.push(...(isOwnClause ? modals(syntax, at, found) : []))
      else
        for (const child of syntax.children(at, 'amod', 'compound')) found.push(...hedge('adjective', child))
      const head = syntax.head(at)
      if (!head) break
      const {relation} = at
      if (dependent.has(relation) || isQuestion(syntax, at)) found.push(...governing(syntax, head, at))
      else if (isClauseHead(at) && relation === 'conj') {
        if (syntax.child(at, 'nsubj', 'nsubj:pass')) break
      } else if (relation === 'acl' || relation === 'advcl') {
        const accusing = accused(syntax, at)
        const isOfNoun = relation === 'acl' && !isVerb(head)
        if (accusing.length) found.push(...accusing)
        else if (isOfNoun) found.push(...(isContent(syntax, at) ? ofNoun : presupposed)(syntax, head, at))
        // "reportedly opened fire, killing two"
        if (isOfNoun || accusing.length || !isFree(syntax, at)) break
      } else if (relation === 'nmod') {
        const doubted = ofNoun(syntax, head)
        found.push(...doubted)
        // "the search for a reportedly abducted nurse": what hangs on another noun shares nothing else of its clause.
        if (doubted.length === 0 && hedge('passes', head).length === 0) break
      } else if (relation === 'parataxis' || relation === 'appos') break
      else if (!isClauseHead(at) && isVerb(head) && !tells.has(`${relation}:${head.lemma}`)) break
      if (relation === 'ccomp') isOwnClause = false
      at = head
    }
    return found
  }

  function withoutTree(syntax: Syntax, token: Token): Hedge[] {
    return doubtsOf(syntax, token.index).flatMap(({word: span, ...doubt}) => {
      const [word] = syntax.within(span)
      return word ? [{...doubt, word, isHabit: false}] : []
    })
  }

  function modals(syntax: Syntax, verb: Token, found: readonly Hedge[]): Hedge[] {
    const auxiliaries = syntax.children(verb, 'aux')
    const isPast = auxiliaries.some(({lemma}) => lemma === 'have')
    // "could be heard" was heard; "before they could fire" and "could not fire" leave no doubt.
    const isAbility = (aux: Token) =>
      ['could', 'can'].includes(aux.lower) &&
      !isPast &&
      (hedge('perceived', verb).length > 0 ||
        negation.ofClause(syntax, verb) !== null ||
        syntax.children(verb, 'mark').some(({lower}) => lower === 'before' || lower === 'so'))
    return found.some(({rule}) => rule.startsWith('hedges/modal'))
      ? []
      : auxiliaries
          .filter(aux => !isAbility(aux))
          .flatMap(aux => [...hedge('modal', aux), ...(isPast ? hedge('past-modal', aux) : [])])
  }

  /** "A fire reportedly tore through tents erected by marchers": that they were erected is hearsay too, but not in doubt. */
  function presupposed(syntax: Syntax, noun: Token, participle: Token): Hedge[] {
    const verb = participle.xpos === 'VBN' ? syntax.ancestors(noun).find(isVerb) : undefined
    const adverbs = verb ? syntax.children(verb, 'advmod').flatMap(word => hedge('adverb', word)) : []
    return adverbs.filter(({hearsay}) => hearsay).map(own => ({...own, certainty: 'certain' as const}))
  }

  /** "was reported to have", "appears to have", "it is likely that", "it is not clear whether". */
  function governing(syntax: Syntax, head: Token, clause: Token): Hedge[] {
    if (isPassive(syntax, head)) return hedge('passive', head)
    const isNegative = negation.ofClause(syntax, head) !== null
    return [
      ...hedge('verb', head),
      ...(isNegative ? [] : hedge('predicate', head)),
      ...(isQuestion(syntax, clause) ? hedge('question', head) : [])
    ]
  }

  /** "rumours of an attack", "unconfirmed reports that they attacked". */
  function ofNoun(syntax: Syntax, noun: Token): Hedge[] {
    if (negation.ofNoun(syntax, noun)) return []
    return [
      ...hedge('noun', noun),
      ...syntax.children(noun, 'amod').flatMap(word => hedge('adjective', word))
    ]
  }

  /** "reports that they fired", "fears they fired", "suspicion of firing". */
  function isContent(syntax: Syntax, clause: Token): boolean {
    const mark = syntax.child(clause, 'mark')?.lower
    return mark === 'that' || mark === 'of' || hasOwnSubject(syntax, clause)
  }

  /** "accused troops of killing", "charged with killing": the parser hangs it in several ways, so the words decide. */
  function accused(syntax: Syntax, verb: Token): Hedge[] {
    const preposition = syntax.tokens[verb.index - 1]
    if (verb.xpos !== 'VBG' || !preposition || !accusing.has(preposition.lower)) return []
    for (let i = verb.index - 2; i >= Math.max(0, verb.index - accusedReach); i--) {
      const word = syntax.tokens[i]!
      if (word.sentence !== verb.sentence) return []
      const found = hedge('accusation', word)
      if (found.length) return found
    }
    return []
  }

  function beside(syntax: Syntax, token: Token): Hedge[] {
    const sides = syntax.children(token, 'nsubj', 'nsubj:pass', 'obj', 'obl', 'obl:agent', 'nmod', 'nummod')
    return sides
      .flatMap(noun => [noun, ...syntax.children(noun, 'nmod', 'conj')])
      .flatMap(noun => syntax.children(noun, 'amod', 'compound'))
      .flatMap(word => hedge('adjective', word))
  }

  function ofSpeech(syntax: Syntax, {token, source}: SpeechFrame): Hedge[] {
    const cue = syntax.tokens[token]!
    const denial = negation.ofClause(syntax, cue)
    const governor = cue.relation === 'xcomp' ? syntax.head(cue) : undefined
    return [
      ...(denial
        ? [
            {
              word: denial.word,
              certainty: 'unstated' as const,
              hearsay: false,
              isHabit: false,
              rule: denial.rule
            }
          ]
        : []),
      ...(governor ? hedge('withheld', governor) : []),
      ...(source ? syntax.within(source).flatMap(word => hedge('source', word)) : [])
    ]
  }

  return {over, beside, ofSpeech}
}

const accusing = new Set(['of', 'with', 'for'])
/** Words between "accused" and its "of". */
const accusedReach = 10

/** "..., killing two", "by killing two": told by whoever tells the rest. */
function isFree(syntax: Syntax, clause: Token): boolean {
  const mark = syntax.child(clause, 'mark', 'case')?.lower
  return (
    clause.xpos === 'VBG' &&
    (mark === undefined || mark === 'by') &&
    syntax.child(clause, 'nsubj', 'nsubj:pass') === undefined
  )
}

function isQuestion(syntax: Syntax, clause: Token): boolean {
  return (
    clause.relation !== 'conj' &&
    syntax.children(clause, 'mark').some(({lower}) => lower === 'whether' || lower === 'if')
  )
}
