/**
 * Whether a happening took place, or was only tried, prevented, threatened, planned, ordered, feared or supposed.
 *
 *     "tried to storm the palace"             attempted
 *     "to keep the crowd from storming it"    prevented
 *     "sprayed water to disperse them"        planned (a purpose; the outcome is not told)
 *     "fired shots and dispersed the crowd"   happened
 *
 * The words are in codebook/lexicons/en/realis-words.csv. The nearest governing word decides.
 */
import type {Codebook} from '../codebook/codebook.ts'
import {clauseHead, isVerb} from '../languages/en/clauses.ts'
import type {Realis} from '../model/contract.ts'
import type {Syntax, Token} from '../model/syntax.ts'

export interface Modality {
  readonly realis: Realis
  readonly rule: string
  readonly word: Token
}

type Over = 'complement' | 'from' | 'object' | 'noun' | 'purpose' | 'condition' | 'modal'

/** "kept the crowd of several hundred from storming": words between verb and "from". */
const fromReach = 9

export function modalityFinder(codebook: Codebook): (syntax: Syntax, token: Token) => Modality | null {
  const rows = codebook.table('lexicons/en/realis-words.csv', ['id', 'form', 'over', 'realis'])
  const words = new Map(rows.map(row => [`${row.over}:${row.form}`, row]))
  const governs = (over: Over, token: Token): Modality | null => {
    const row = words.get(`${over}:${token.lemma}`)
    return row ? {realis: row.realis as Realis, rule: `realis/${row.id}`, word: token} : null
  }

  return (syntax, token) => {
    let at = clauseHead(syntax, token)
    const ownNoun = at !== token && !isVerb(token) ? overNoun(syntax, token) : null
    if (ownNoun) return ownNoun
    for (let steps = 0; steps < 5; steps++) {
      const found = inClause(syntax, at)
      if (found) return found
      const head = syntax.head(at)
      if (!head || !['conj', 'xcomp'].includes(at.relation)) return null
      // "tried to enter the square, and police fired": a new subject starts afresh.
      if (at.relation === 'conj' && syntax.child(at, 'nsubj', 'nsubj:pass')) return null
      at = head
    }
    return null
  }

  function inClause(syntax: Syntax, verb: Token): Modality | null {
    for (const aux of syntax.children(verb, 'aux')) {
      const modal = governs('modal', aux)
      if (modal) return modal
    }
    for (const mark of syntax.children(verb, 'mark')) {
      const condition = governs('condition', mark)
      if (condition) return condition
    }
    const kept = keptFrom(syntax, verb)
    if (kept) return kept
    const head = syntax.head(verb)
    if (!head) return null
    if (
      verb.relation === 'xcomp' ||
      verb.relation === 'ccomp' ||
      (verb.relation === 'advcl' && isInfinitive(syntax, verb))
    ) {
      const governing = governs('complement', head)
      if (governing) return governing
    }
    if (verb.relation === 'acl' && !isVerb(head)) {
      const noun = governs('noun', head)
      if (noun && isInfinitive(syntax, verb)) return noun
    }
    if (verb.relation === 'advcl' && isInfinitive(syntax, verb)) {
      const to = syntax.children(verb, 'mark').find(mark => mark.lower === 'to')!
      return governs('purpose', to)
    }
    return null
  }

  /** "stop X from storming": the parser hangs "from storming" in several ways, so the words decide. */
  function keptFrom(syntax: Syntax, verb: Token): Modality | null {
    const before = syntax.tokens[verb.index - 1]
    if (before?.lower !== 'from' || verb.xpos !== 'VBG') return null
    for (let i = verb.index - 2; i >= Math.max(0, verb.index - fromReach); i--) {
      const word = syntax.tokens[i]!
      if (word.sentence !== verb.sentence) return null
      const preventing = isVerb(word) ? governs('from', word) : null
      if (preventing) return preventing
    }
    return null
  }

  /** "foiled an attack", "a plot to", "fear of an attack". */
  function overNoun(syntax: Syntax, noun: Token): Modality | null {
    const head = syntax.head(noun)
    if (!head) return null
    if (noun.relation === 'obj' || noun.relation === 'nsubj:pass') return governs('object', head)
    if (noun.relation === 'nmod' && !isVerb(head)) return governs('noun', head)
    return null
  }
}

function isInfinitive(syntax: Syntax, verb: Token): boolean {
  return syntax.children(verb, 'mark').some(mark => mark.lower === 'to')
}
