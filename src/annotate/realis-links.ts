/**
 * What a word hangs on, and what that does to it: one step up the tree.
 *
 *     "tried to storm"            storm: attempted, by "tried"; then on to "tried"
 *     "the fear of attacks"       attacks: feared, by "fear"; then on to "fear"
 *     "condemned the attack"      attack: it stands as it is, whatever is said of "condemned"
 *     "launched an attack"        attack: as "launched" (codebook/lexicons/en/light-verbs.csv)
 *     "would fire, killing"       killing: as open as "fire", though "did not fire, killing" denies no killing
 */
import type {Codebook} from '../codebook/codebook.ts'
import {hasOwnSubject, isClauseHead, isPassive, isVerb} from '../languages/en/clauses.ts'
import type {Syntax, Token} from '../model/syntax.ts'
import type {RealisWords} from './realis-words.ts'
import {isOpen, type Operator, type Standing} from './standing.ts'

/** What of the words of a clause holds of what hangs on it: all; only that it is open; only what governs the clause in turn. */
export type Carries = 'all' | 'open' | 'links'

export interface Link {
  readonly operator: Operator | null
  readonly word: Token
  readonly carries: Carries
  /** A mere purpose, which any other governing word outweighs. */
  readonly isWeak: boolean
  /** The climb ends here, though the tree goes on. */
  readonly ends: boolean
}

/** "kept the crowd of several hundred from storming": words between verb and "from". */
const fromReach = 9
const saying = new Set(['speak', 'talk'])
/** "plan to march and burn": forms that share what governs the first of them. */
const shared = new Set(['VB', 'VBG', 'VBN'])

export function linkFinder(
  codebook: Codebook,
  words: RealisWords
): (syntax: Syntax, token: Token, standing: Standing) => Link | null {
  const light = codebook.table('lexicons/en/light-verbs.csv', ['id', 'form', 'part'])
  const verbs = (part: string) => new Set(light.filter(row => row.part === part).map(({form}) => form))
  const says = new Set(codebook.column('lexicons/en/attribution-cues.csv', 'form'))
  const [begins, does, into] = [verbs('begins'), verbs('does'), verbs('into')]

  return (syntax, token, standing) =>
    isClauseHead(token) || isVerb(token) ? ofClause(syntax, token, standing) : ofNoun(syntax, token)

  function ofNoun(syntax: Syntax, noun: Token): Link | null {
    const first = syntax.firstConjunct(noun)
    const head = syntax.head(first)
    if (!head) return null
    if (isClauseHead(first)) return first === noun ? null : to(first)
    const {relation} = first
    const preposition = syntax.child(first, 'case')?.lower
    const near = relation === 'obl' ? nounBefore(syntax, syntax.child(first, 'case')) : null
    if (near) return near
    switch (relation) {
      case 'compound':
        return to(head, words.over('compound', head))
      case 'nmod':
        return isVerb(head) ? null : by(head, words.over('noun', head, syntax, preposition))
      case 'obj':
        return by(head, words.over('object', head, syntax), does.has(head.lemma))
      case 'nsubj:pass':
      case 'nsubj': {
        const isDone = relation === 'nsubj:pass' || isParticiple(syntax, head)
        const operator =
          (isDone ? words.over('object', head, syntax) : null) ?? words.over('subject', head, syntax)
        const tells = begins.has(head.lemma) || !isVerb(head) || (isDone && does.has(head.lemma))
        return by(head, operator, tells)
      }
      case 'obl':
        // "called off its protest in the capital": an object that the parser took for none.
        if (preposition === undefined)
          return by(head, words.over('object', head, syntax), does.has(head.lemma))
        // "spoke of three dead" gives a figure; "spoke of revenge" tells nothing done.
        if (preposition === 'of' && saying.has(head.lemma) && isCounted(syntax, first)) return to(head)
        return by(head, words.over('oblique', head, syntax, preposition), into.has(head.lemma))
      default:
        return null
    }
  }

  function ofClause(syntax: Syntax, verb: Token, standing: Standing): Link | null {
    const kept = keptFrom(syntax, verb)
    if (kept) return kept
    const head = syntax.head(verb)
    if (!head) return null
    const infinitive = infinitiveOf(syntax, verb)
    switch (verb.relation) {
      case 'xcomp': {
        const operator = overClause(syntax, verb, head, standing)
        // "no group admitted carrying it out" denies an admission.
        if (operator === null && says.has(head.lemma)) {
          // "announced a campaign to retake the town"
          return infinitive && syntax.child(head, 'obj') ? purpose(infinitive) : null
        }
        return to(head, operator)
      }
      case 'csubj':
      case 'csubj:pass':
        return to(head, overClause(syntax, verb, head, standing))
      case 'ccomp':
        return by(head, overClause(syntax, verb, head, standing))
      case 'advcl':
        return ofAdverbial(syntax, verb, head, infinitive, standing)
      case 'acl':
        return ofAttribute(syntax, verb, head, infinitive)
      case 'conj':
        return ofConjunct(syntax, verb, head)
      default:
        return null
    }
  }

  function overClause(syntax: Syntax, verb: Token, head: Token, standing: Standing): Operator | null {
    const infinitive = infinitiveOf(syntax, verb)
    // "called it an attack": a name, no call for one.
    if (!isVerb(verb) && !infinitive) return null
    const always =
      words.over('complement', head, syntax) ?? (infinitive ? words.over('infinitive', head, syntax) : null)
    // "Nine are feared dead" tells what is believed; "they fear an attack" what is feared.
    if (always) return isTold(syntax, verb, head, always) ? null : always
    if (!isOpen(standing)) return null
    // "warned they would attack" threatens, "warned that rebels would attack" does not.
    const isOwn = syntax.child(verb, 'nsubj', 'nsubj:pass')?.upos === 'PRON'
    return (isOwn ? words.over('own-open', head, syntax) : null) ?? words.over('open', head, syntax)
  }

  /** "hoped that he had fled", "feared that two were killed", "nine are feared dead": what is past has come about or not, whatever is hoped. */
  function isTold(syntax: Syntax, verb: Token, head: Token, operator: Operator): boolean {
    if (operator.realis === 'feared' && isPassive(syntax, head)) return true
    if (verb.relation !== 'ccomp' || operator.realis === 'hypothetical' || operator.realis === 'happened')
      return false
    const auxiliaries = syntax.children(verb, 'aux', 'aux:pass')
    return (
      !auxiliaries.some(({xpos}) => xpos === 'MD') &&
      [verb, ...auxiliaries].some(({xpos, lemma}) => xpos === 'VBD' || lemma === 'have')
    )
  }

  function ofAdverbial(
    syntax: Syntax,
    verb: Token,
    head: Token,
    infinitive: Token | undefined,
    standing: Standing
  ): Link | null {
    const preposition = syntax.child(verb, 'mark', 'case')?.lower
    const near = infinitive
      ? (nounBefore(syntax, infinitive) ?? objectWithBy(syntax, head, infinitive))
      : null
    if (near) return near
    const operator =
      (infinitive ? overClause(syntax, verb, head, standing) : null) ??
      (preposition ? words.over('oblique', head, syntax, preposition) : null)
    if (operator) return to(head, operator)
    if (infinitive) return purpose(infinitive)
    const isFree = syntax.child(verb, 'nsubj', 'nsubj:pass') === undefined
    const isMeans = preposition === undefined || preposition === 'by'
    return verb.xpos === 'VBG' && isFree && isMeans ? {...to(head), carries: 'open'} : null
  }

  /** "foiled a plot to attack", "imposed a ban on marches": the noun right before, though the tree hangs the rest on the verb. */
  function nounBefore(syntax: Syntax, particle: Token | undefined): Link | null {
    const noun = particle && syntax.tokens[particle.index - 1]
    if (noun?.upos !== 'NOUN' || noun.sentence !== particle!.sentence) return null
    const operator = words.over('noun', noun, syntax, particle!.lower)
    return operator && to(noun, operator)
  }

  /** "foiled a plot by the group to bomb it". */
  function objectWithBy(syntax: Syntax, verb: Token, infinitive: Token): Link | null {
    const noun = syntax.child(verb, 'obj', 'nsubj:pass')
    const next = noun && syntax.tokens[noun.index + 1]
    if (!next || noun.index > infinitive.index || next.upos !== 'ADP') return null
    const operator = words.over('noun', noun, syntax, 'to')
    return operator && to(noun, operator)
  }

  /** "a plan to attack", "the fear that they attack", "fears of losing": what the noun says of its clause. */
  function ofAttribute(syntax: Syntax, verb: Token, noun: Token, infinitive: Token | undefined): Link | null {
    const mark = syntax.child(verb, 'mark', 'case')?.lower
    // "an attack killing two" is no content of "attack"; "plans for killing two" is one of "plans".
    const isContent =
      mark === 'that' || (verb.xpos === 'VBG' && mark !== undefined) || hasOwnSubject(syntax, verb)
    if (!infinitive && !isContent) return null
    const operator = isVerb(noun)
      ? words.over('complement', noun, syntax)
      : words.over('noun', noun, syntax, mark)
    if (operator) return to(noun, operator)
    // "the first to die" died; "troops to guard the site" are yet to.
    return infinitive && !isVerb(noun) && !isOneOfSeveral(syntax, noun) ? purpose(infinitive) : null
  }

  /** "tried to enter the square, and police fired": a new subject starts afresh. */
  function ofConjunct(syntax: Syntax, verb: Token, head: Token): Link | null {
    if (!isVerb(head) && !isClauseHead(head)) return null
    if (syntax.child(verb, 'nsubj', 'nsubj:pass')) return null
    const isShared = shared.has(verb.xpos) && !syntax.child(verb, 'aux')
    return {...to(head), carries: isShared ? 'all' : 'links'}
  }

  function purpose(infinitive: Token): Link {
    return {
      operator: words.over('purpose', infinitive),
      word: infinitive,
      carries: 'all',
      isWeak: true,
      ends: true
    }
  }

  /** "stop X from storming": the parser hangs "from storming" in several ways, so the words decide. */
  function keptFrom(syntax: Syntax, verb: Token): Link | null {
    const before = syntax.tokens[verb.index - 1]
    if (before?.lower !== 'from' || verb.xpos !== 'VBG') return null
    for (let i = verb.index - 2; i >= Math.max(0, verb.index - fromReach); i--) {
      const word = syntax.tokens[i]!
      if (word.sentence !== verb.sentence) return null
      const operator = isVerb(word) ? words.over('from', word) : null
      if (operator) return to(word, operator)
    }
    return null
  }
}

function to(word: Token, operator: Operator | null = null): Link {
  return {operator, word, carries: 'all', isWeak: false, ends: false}
}

export function infinitiveOf(syntax: Syntax, verb: Token): Token | undefined {
  // "from assault to breaking into homes" is no infinitive.
  return verb.xpos === 'VBG' ? undefined : syntax.children(verb, 'mark').find(({lower}) => lower === 'to')
}

/** Only where the word governs what hangs on it, or hands on what is said of it. */
function by(word: Token, operator: Operator | null, handsOn = false): Link | null {
  return operator || handsOn ? to(word, operator) : null
}

/** "the march planned for Friday": the parser may take the participle for a verb of its own. */
function isParticiple(syntax: Syntax, verb: Token): boolean {
  return verb.xpos === 'VBN' && syntax.child(verb, 'aux') === undefined
}

const ordinals = new Set(['first', 'second', 'third', 'last', 'latest', 'only', 'next', 'one'])

/** "the first to die", "the only town to fall". */
function isOneOfSeveral(syntax: Syntax, noun: Token): boolean {
  return (
    ordinals.has(noun.lower) || syntax.children(noun, 'amod', 'nummod').some(({lower}) => ordinals.has(lower))
  )
}

function isCounted(syntax: Syntax, noun: Token): boolean {
  return noun.upos === 'NUM' || syntax.child(noun, 'nummod') !== undefined
}
