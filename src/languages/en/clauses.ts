/**
 * English clause grammar over the dependency tree: who does it, to whom, in which clause.
 *
 *     "Troops, who fired at the crowd, ..."     agent of "fired": Troops (through the relative pronoun)
 *     "were beaten and killed by guards"        patient of "killed" is shared, agent: guards
 *     "retaliated by spraying water"            agent of "spraying": whoever retaliated
 *
 * The parser errs on about one arc in six, so each question has a second way to an answer.
 */
import type {Span} from '../../model/span.ts'
import {type Syntax, spanOf, type Token} from '../../model/syntax.ts'

const clausal = new Set(['root', 'ccomp', 'xcomp', 'advcl', 'acl', 'parataxis', 'csubj', 'csubj:pass'])
const relativePronouns = new Set(['who', 'which', 'that', 'whom'])
const subjectRelations = ['nsubj', 'nsubj:pass', 'csubj']
/** Inherited subjects are looked for this many steps up; deeper chains are parser errors. */
const maxSteps = 6

export function isVerb(token: Token): boolean {
  return token.upos === 'VERB' || token.upos === 'AUX'
}

/** "fears [the rebels attack]", but not "the rebels [who attack]". */
export function hasOwnSubject(syntax: Syntax, verb: Token): boolean {
  const subject = syntax.child(verb, 'nsubj', 'nsubj:pass')
  if (subject === undefined || relativePronouns.has(subject.lower)) return false
  // "the jets [which it will fly]"
  const first = syntax.subtree(verb)[0]!
  return first.lower === 'that' || !first.xpos.startsWith('W')
}

/** Whether the word stands in a clause about a noun: "an attack that [killed] two". */
export function isInRelativeClause(syntax: Syntax, token: Token): boolean {
  const isRelative = ({lower, xpos}: Token) => relativePronouns.has(lower) && xpos.startsWith('W')
  return [token, ...syntax.ancestors(token)].some(word => {
    if (word.relation !== 'acl') return false
    const objects = syntax.children(word, 'obj')
    return (
      syntax.children(word, 'nsubj', 'nsubj:pass').some(isRelative) ||
      (objects.length === 1 && objects.some(isRelative))
    )
  })
}

/** The word that heads the smallest clause around the token. */
export function clauseHead(syntax: Syntax, token: Token): Token {
  let at = token
  while (!isClauseHead(at)) {
    const head = syntax.head(at)
    if (!head) return at
    at = head
  }
  return at
}

export function isClauseHead(token: Token): boolean {
  return clausal.has(token.relation) || (token.relation === 'conj' && isVerb(token))
}

export function isPassive(syntax: Syntax, verb: Token): boolean {
  if (syntax.child(verb, 'aux:pass')) return true
  // "had killed two" is active, whatever the parser calls its subject.
  if (syntax.children(verb, 'aux').some(aux => aux.lemma === 'have')) return false
  if (verb.xpos !== 'VBN') return false
  if (syntax.child(verb, 'nsubj:pass')) return true
  if (syntax.child(verb, 'nsubj')) return false
  if (verb.relation === 'acl' || verb.relation === 'amod') return true
  const head = syntax.head(verb)
  return verb.relation === 'conj' && head !== undefined && isVerb(head) && isPassive(syntax, head)
}

/** Grammatical subjects, inherited where the clause has none of its own. */
export function subjectsOf(syntax: Syntax, verb: Token, steps = 0): Token[] {
  const all = syntax.children(verb, ...subjectRelations)
  // "the shelling of the port by the army killed six": the army stands behind "by".
  const bare = all.filter(subject => !syntax.children(subject, 'case').some(({lower}) => lower === 'by'))
  const own = bare.length ? bare : all
  if (own.length) return own.flatMap(subject => antecedents(syntax, ofWhole(syntax, subject), verb))
  const head = syntax.head(verb)
  if (!head || steps > maxSteps) return []
  switch (verb.relation) {
    case 'acl':
      return isVerb(head) ? subjectsOf(syntax, head, steps + 1) : [head]
    case 'xcomp':
    case 'ccomp': {
      const object = syntax.child(head, 'obj', 'iobj')
      return object ? [object] : subjectsOf(syntax, head, steps + 1)
    }
    case 'conj':
    case 'advcl':
      return isVerb(head) || isClauseHead(head) ? subjectsOf(syntax, head, steps + 1) : []
    default:
      return []
  }
}

/** "cadres of the front set": a noun behind "of" is no subject; the parser hangs the real one on it. */
function ofWhole(syntax: Syntax, subject: Token): Token {
  const isBehindOf = syntax.children(subject, 'case').some(({lower}) => lower === 'of')
  return (isBehindOf && syntax.children(subject, 'nsubj').find(({index}) => index < subject.index)) || subject
}

/** A relative pronoun stands for the noun that its clause hangs on. */
function antecedents(syntax: Syntax, subject: Token, verb: Token): Token[] {
  if (!relativePronouns.has(subject.lower)) return syntax.conjuncts(subject)
  for (const at of [verb, ...syntax.ancestors(verb)]) {
    const head = syntax.head(at)
    // "police and miners, who hurled stones": the nearest of them.
    if (at.relation === 'acl' && head && !isVerb(head))
      return [syntax.conjuncts(head).findLast(({index}) => index < subject.index) ?? head]
  }
  // Attached elsewhere by mistake: the noun just before the pronoun.
  const before = syntax.tokens.slice(Math.max(0, subject.index - 3), subject.index).reverse()
  const noun = before.find(token => token.upos === 'NOUN' || token.upos === 'PROPN')
  return noun ? [noun] : [subject]
}

/** Nouns after one of the prepositions that hang on the word: "at the crowd". */
export function obliques(syntax: Syntax, word: Token, prepositions: readonly string[]): Token[] {
  return syntax
    .children(word, 'obl', 'obl:agent', 'nmod')
    .filter(noun => syntax.children(noun, 'case').some(adposition => prepositions.includes(adposition.lower)))
    .flatMap(noun => syntax.conjuncts(noun))
}

export function agentsOf(syntax: Syntax, verb: Token): Token[] {
  if (!isPassive(syntax, verb)) {
    // "Guards speak of five abducted": who speaks did not do it.
    const isCounted = verb.xpos === 'VBN' && syntax.tokens[verb.index - 1]?.upos === 'NUM'
    if (isCounted && !syntax.child(verb, ...subjectRelations)) return []
    // A noun right before the verb is nearer than a subject inherited from another clause.
    const own = syntax.child(verb, ...subjectRelations) ? [] : nounBefore(syntax, verb)
    return own.length ? own : subjectsOf(syntax, verb)
  }
  const own = byOf(syntax, verb)
  return own.length
    ? own
    : (nextPassives(syntax, verb)
        .map(other => byOf(syntax, other))
        .find(by => by.length > 0) ?? [])
}

/** Who stands behind "by" of a passive. */
function byOf(syntax: Syntax, verb: Token): Token[] {
  const agents = syntax.children(verb, 'obl:agent')
  if (agents.length) return agents
  const own = obliques(syntax, verb, ['by'])
  if (own.length) return own
  // "held at the airport by agents": the parser hangs "by" on the airport; "killed in an attack by rebels" is theirs as well.
  const where = syntax.children(verb, 'obl').filter(noun => {
    const [adposition] = syntax.children(noun, 'case')
    return adposition !== undefined && behindWhere.has(adposition.lower)
  })
  return where.flatMap(noun => obliques(syntax, noun, ['by']))
}

/** "Were beaten and shot by guards": the participles that go on without a subject or an auxiliary of their own. */
function nextPassives(syntax: Syntax, verb: Token): Token[] {
  return syntax
    .children(verb, 'conj')
    .filter(other => other.xpos === 'VBN' && !syntax.child(other, 'nsubj', 'nsubj:pass', 'aux', 'aux:pass'))
}

const behindWhere = new Set(['at', 'in', 'on', 'near', 'outside', 'inside', 'during', 'from', 'to'])

/** The noun right before a finite verb to which the parser gave no subject, past an aside between dashes. */
function nounBefore(syntax: Syntax, verb: Token): Token[] {
  if (!['VBD', 'VBZ', 'VBP'].includes(verb.xpos)) return []
  const previous = syntax.tokens[verb.index - 1]
  const noun = previous?.relation === 'punct' && previous.upos === 'PUNCT' ? syntax.head(previous) : previous
  const isNoun =
    noun?.sentence === verb.sentence && ['NOUN', 'PROPN'].includes(noun.upos) && noun.index < verb.index
  return isNoun ? [described(syntax, noun)] : []
}

/** "fighters loyal to the general", "a man armed with a knife": the noun that the others describe. */
function described(syntax: Syntax, noun: Token): Token {
  const word = noun.relation === 'obl' ? syntax.head(noun) : undefined
  if (!word || word.index > noun.index || !/^(?:JJ|VBN|VBG)$/.test(word.xpos)) return noun
  const whom = syntax.head(word) ?? syntax.child(word, 'nsubj')
  const isNoun = whom !== undefined && whom.index < word.index && /^(?:NOUN|PROPN)$/.test(whom.upos)
  return isNoun ? whom : noun
}

export function patientsOf(syntax: Syntax, verb: Token): Token[] {
  if (isPassive(syntax, verb)) return subjectsOf(syntax, verb)
  return syntax.children(verb, 'obj').flatMap(object => syntax.conjuncts(object))
}

/** "burned or damaged many homes": the object of the verb that stands right behind in the row is this one's too. */
export function sharedObjects(syntax: Syntax, verb: Token): Token[] {
  const next = syntax
    .children(verb, 'conj')
    .find(other => isVerb(other) && syntax.child(other, 'obj') !== undefined && !isPassive(syntax, other))
  if (!next || isPassive(syntax, verb) || syntax.child(verb, 'obj', 'obl')) return []
  const between = syntax.tokens.slice(verb.index + 1, next.index)
  const isRow = between.every(({upos, text}) => ['VERB', 'CCONJ', 'ADV'].includes(upos) || text === ',')
  return isRow ? patientsOf(syntax, next) : []
}

const ownClause = new Set(['parataxis', 'punct', 'discourse', 'vocative', 'list'])

/**
 * The words of one clause, without the clauses beside it: from the first to the
 * last word under `head`, leaving out what `prune` names and loose punctuation at the ends.
 */
export function clauseSpan(
  syntax: Syntax,
  head: Token,
  prune: (child: Token) => boolean = () => false
): Span {
  const isBeside = (child: Token) =>
    ownClause.has(child.relation) ||
    (child.relation === 'conj' && isVerb(child)) ||
    (child.relation === 'cc' && child.head === head.index)
  const tokens = syntax.subtree(head, child => isBeside(child) || prune(child))
  return spanOf(contiguous(tokens, head)) ?? head
}

/** The run of tokens around the head without a gap wider than punctuation: keeps quotes from jumping over a speaker. */
function contiguous(tokens: readonly Token[], head: Token): Token[] {
  const at = tokens.findIndex(token => token.index === head.index)
  const maxGap = 3
  let first = at
  let last = at
  while (first > 0 && tokens[first]!.index - tokens[first - 1]!.index <= maxGap) first--
  while (last < tokens.length - 1 && tokens[last + 1]!.index - tokens[last]!.index <= maxGap) last++
  return tokens.slice(first, last + 1)
}

/** A noun with what belongs to its name and number, without relative clauses, appositions, other conjuncts, and what `leave` names. */
export function nounPhrase(
  syntax: Syntax,
  noun: Token,
  leave: (child: Token) => boolean = () => false
): Span {
  const outside = new Set([
    'appos',
    'acl',
    'conj',
    'cc',
    'parataxis',
    'punct',
    'case',
    'cop',
    'nsubj',
    'nsubj:pass',
    'advcl',
    'mark',
    'aux',
    'obl',
    'advmod',
    'dep',
    'ccomp'
  ])
  const isOutside = (child: Token) =>
    leave(child) ||
    (outside.has(child.relation) &&
      !(child.head !== noun.index && ['case', 'punct', 'cc', 'conj', 'advmod'].includes(child.relation)) &&
      !isHyphen(child))
  return spanOf(contiguous(syntax.subtree(noun, isOutside), noun)) ?? noun
}

function isHyphen(token: Token): boolean {
  return token.text === '-' || token.text === '–'
}
