/**
 * Whether a happening took place, was only tried, prevented, threatened, planned, ordered, feared or supposed, and whether it is denied.
 *
 *     "tried to storm the palace"               attempted
 *     "to keep the crowd from storming it"      prevented
 *     "could not keep them from storming it"    happened: a negation undoes a prevention
 *     "sprayed water to disperse them"          planned (a purpose; the outcome is not told)
 *     "called for a march", "a planned march"   planned
 *     "refused to fire", "fired no shots"       happened, denied
 *
 * Asked of any word, it climbs from the word to what governs it. The nearest governing word decides; what stands
 * above it may weaken or deny. The words are in codebook/lexicons/en/realis-words.csv and negation-words.csv.
 */
import type {Codebook} from '../codebook/codebook.ts'
import {isClauseHead, isVerb} from '../languages/en/clauses.ts'
import {negationColumns, negationFinder} from '../languages/en/negation.ts'
import type {Syntax, Token} from '../model/syntax.ts'
import {type Carries, infinitiveOf, type Link, linkFinder} from './realis-links.ts'
import {realisWords} from './realis-words.ts'
import {govern, isOpen, negate, newStanding, type Operator, type Standing} from './standing.ts'

/** `teller`: the verb that tells a noun, whatever the tree hangs it on ("fired tear gas"). */
export type RealisOf = (syntax: Syntax, token: Token, teller?: Token | null) => Standing

/** Deeper embedding is a parser's error. */
const maxSteps = 7

export function realisFinder(codebook: Codebook): RealisOf {
  const words = realisWords(codebook)
  const negation = negationFinder(codebook.table('lexicons/en/negation-words.csv', negationColumns))
  const linkOf = linkFinder(codebook, words)

  return (syntax, token, teller = null) => {
    const standing = newStanding()
    // "an assassination attempt": the word that tells it says that it was tried.
    const itself = syntax.child(token, 'compound') ? words.over('compound', token) : null
    if (itself?.realis === 'attempted' && !isVerb(token)) govern(standing, itself, token)
    let [at, carries]: [Token, Carries] = [token, 'all']
    if (teller && teller !== token) {
      ownWords(syntax, token, 'all', standing)
      at = teller
    }
    for (let steps = 0; steps < maxSteps; steps++) {
      const isFinal = ownWords(syntax, at, carries, standing)
      const link: Link | null = isFinal ? null : linkOf(syntax, at, standing)
      if (!link) break
      const {operator, word, isWeak, ends} = link
      if (operator && (carries !== 'open' || isOpen(operator))) govern(standing, operator, word, isWeak)
      if (ends) break
      ;[at, carries] = [word, carries === 'open' ? 'open' : link.carries]
    }
    return standing
  }

  /** What stands beside the word itself. True when that says all there is to say ("only to be shot"). */
  function ownWords(syntax: Syntax, word: Token, carries: Carries, standing: Standing): boolean {
    const put = (operator: Operator | null, by: Token) => operator && govern(standing, operator, by)
    const isClause = isClauseHead(word) || isVerb(word)
    if (carries === 'all') {
      const denial = isClause ? negation.ofClause(syntax, word) : negation.ofNoun(syntax, word)
      if (denial) negate(standing, denial.rule, denial.word)
      if (!isVerb(word))
        for (const child of syntax.children(word, 'amod', 'compound', 'det'))
          put(words.over('adjective', child), child)
      if (isVerb(word))
        for (const child of syntax.children(word, 'advmod')) put(words.over('adverb', child), child)
    }
    if (isClause) {
      if (carries !== 'links') {
        for (const aux of syntax.children(word, 'aux')) {
          const modal = modalOf(syntax, word, aux)
          if (modal) govern(standing, modal, aux, true)
        }
      }
      for (const mark of syntax.children(word, 'mark')) put(conditionOf(syntax, word, mark), mark)
      if (!syntax.head(word) && carries !== 'open') moodOf(syntax, word, put)
      // "hours before a strike was to begin"
      const to = syntax.head(word) && isBe(syntax, word) && infinitiveOf(syntax, word)
      if (to) put(words.over('purpose', to), to)
    }
    const before = carries === 'all' ? words.endingAt(syntax, startOf(syntax, word)) : null
    if (before) put(before.operator, before.word)
    return before?.operator.realis === 'happened'
  }

  /** "could have been killed" is of the past; "said it would march" of what is to come; "could be heard", "could not" of what was. */
  function modalOf(syntax: Syntax, verb: Token, aux: Token): Operator | null {
    if (isAble(aux) && (words.over('perceived', verb) || negation.ofClause(syntax, verb))) return null
    const isPast = syntax.children(verb, 'aux').some(({lemma}) => lemma === 'have')
    if (isPast) return words.over('past-modal', aux) ?? words.over('modal', aux)
    const first = syntax.firstConjunct(verb)
    const isIf = syntax
      .children(verb, 'advcl')
      .some(clause => syntax.children(clause, 'mark').some(mark => words.over('condition', mark)))
    // "said it would march", "the promise that it would march", "a plan which would bar marches".
    const isReported = (first.relation === 'ccomp' || first.relation === 'acl') && !isIf
    return (isReported ? words.over('reported-modal', aux) : null) ?? words.over('modal', aux)
  }

  /** "before they could fire" did not come about; "before they fired" did. */
  function conditionOf(syntax: Syntax, verb: Token, mark: Token): Operator | null {
    const could = syntax.children(verb, 'aux').some(isAble)
    return words.over('condition', mark) ?? (could ? words.over('condition-could', mark) : null)
  }

  /** "Stop the killing!", "Did the army shell it?", "Union to strike on Friday". */
  function moodOf(syntax: Syntax, verb: Token, put: (operator: Operator | null, by: Token) => void): void {
    const sentence = syntax.sentenceOf(verb)
    const tokens = syntax.tokensOf(sentence)
    const first = tokens.find(({upos}) => upos !== 'PUNCT' && upos !== 'INTJ')!
    const mark = tokens.findLast(({text}) => !/^["'”’)]$/.test(text))
    if (mark?.text === '?' && !/^WP|^WRB|^WDT/.test(first.xpos))
      put({realis: 'hypothetical', polarity: 'affirmed', rule: 'question'}, mark)
    if (first === verb && verb.xpos === 'VB' && !syntax.child(verb, 'nsubj', 'nsubj:pass', 'aux', 'mark'))
      put({realis: 'ordered', polarity: 'affirmed', rule: 'imperative'}, verb)
    const to = infinitiveOf(syntax, verb)
    if (to) put(words.over('purpose', to), to)
  }
}

function isBe(syntax: Syntax, verb: Token): boolean {
  return syntax.children(verb, 'cop', 'aux').some(({lemma}) => lemma === 'be')
}

function isAble({lower}: Token): boolean {
  return lower === 'could' || lower === 'can'
}

/** Where the words of a noun ("[a possible bomb] attack") or a verb ("[have been] attacked") begin. */
function startOf(syntax: Syntax, word: Token): number {
  const belongs = isVerb(word)
    ? new Set(['AUX', 'ADV'])
    : new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'PRON', 'SYM'])
  let start = word.index
  while (word.index - start < reachOfStart) {
    const before = syntax.tokens[start - 1]
    if (!before || before.sentence !== word.sentence) break
    if (!belongs.has(before.upos) && !['-', '"', '“'].includes(before.text)) break
    start--
  }
  return start
}

const reachOfStart = 5
