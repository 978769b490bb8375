/**
 * Says who does what a word tells, and to whom: verbs, nouns and adjectives alike.
 *
 *     "guards, who beat two men"               agent of "beat": guards; patient: two men
 *     "was killed by the militia"              agent: the militia
 *     "their raid on X", "the killing of X by Y"   nouns have both
 *     "staged an attack on the post", "an attack staged by X", "the attack was staged by X"   agent of "attack": whoever staged it
 *     "is responsible for the raid"            who is so, and what about
 *     "X clashed with Y", "held talks with Y", "war between X and Y"   mutual: both take part
 *
 * Which words are mutual, and whose "of" or "'s" is what, stands in codebook/lexicons/en/role-words.csv.
 * Leaves alone whom the words name: that is the actors' layer (role-actors.ts).
 */
import type {Codebook} from '../codebook/codebook.ts'
import {agentsOf, isPassive, isVerb, obliques, patientsOf, subjectsOf} from '../languages/en/clauses.ts'
import type {Syntax, Token} from '../model/syntax.ts'

export interface Roles {
  readonly agents: readonly Token[]
  readonly patients: readonly Token[]
  /** Both sides do it to each other; which of them is named first says nothing. */
  readonly isMutual: boolean
}

/** Prepositions of whom or what a deed goes to. */
export const against: readonly string[] = ['at', 'on', 'against', 'toward', 'towards', 'into']
/** Prepositions of whom one does it together with, for good or ill. */
const together = ['with', 'against']
const about = ['for', 'of', 'about', 'with', 'at', 'to', 'against', 'over']

export function roleFinder(codebook: Codebook): (syntax: Syntax, word: Token) => Roles {
  const rows = codebook.table('lexicons/en/role-words.csv', ['form', 'part', 'role'])
  const formsOf = (role: string, part: string) =>
    new Set(rows.filter(row => row.role === role && row.part === part).map(({form}) => form))
  const mutual = {verb: formsOf('mutual', 'verb'), noun: formsOf('mutual', 'noun')}
  const shares = formsOf('shares', 'verb')
  const owned = formsOf('owned', 'noun')
  const undergone = formsOf('undergone', 'noun')
  const lightVerbs = codebook.table('lexicons/en/light-verbs.csv', ['id', 'form', 'part'])
  const does = new Set(lightVerbs.filter(({part}) => part === 'does').map(({form}) => form))
  const wasDone = new Set(lightVerbs.filter(({part}) => part === 'done').map(({form}) => form))
  const enters = new Set(lightVerbs.filter(({part}) => part === 'enters').map(({form}) => form))
  const nounKinds = codebook.table('lexicons/en/noun-kinds.csv', ['form', 'kind', 'gender', 'same', 'names'])
  const whereOrWhen = new Set(
    nounKinds.filter(({kind}) => kind === 'place' || kind === 'time').map(({form}) => form)
  )
  const times = new Set(nounKinds.filter(({kind}) => kind === 'time').map(({form}) => form))
  const calendar = new Map(
    codebook.table('lexicons/en/calendar.csv', ['form', 'unit', 'value']).map(({form, unit}) => [form, unit])
  )

  return (syntax, word) => {
    const {agents, patients, isMutual} = rolesOf(syntax, word)
    const isSomebody = (noun: Token) => !isDay(syntax, noun) && !times.has(noun.lemma)
    // "killed by the river" says where.
    const isDoer = (noun: Token) => isSomebody(noun) && !whereOrWhen.has(noun.lemma)
    return {agents: agents.filter(isDoer), patients: patients.filter(isSomebody), isMutual}
  }

  /** "on Monday", "on March 3" say when; Theresa May is somebody. */
  function isDay(syntax: Syntax, {lower, index}: Token): boolean {
    const unit = calendar.get(lower)
    if (unit !== 'month') return unit !== undefined
    return [index - 1, index + 1].some(i => syntax.tokens[i]?.upos === 'NUM')
  }

  function rolesOf(syntax: Syntax, word: Token): Roles {
    if (isVerb(word)) return verbRoles(syntax, word)
    return word.upos === 'ADJ' ? stateRoles(syntax, word) : nounRoles(syntax, word)
  }

  function verbRoles(syntax: Syntax, verb: Token): Roles {
    const agents = keptFromDoing(syntax, verb) ?? agentsOf(syntax, verb)
    const objects = patientsOf(syntax, verb)
    const own = objects.length ? objects : syntax.children(verb, 'iobj')
    const shared = shares.has(verb.lemma) ? own.find(({lemma}) => mutual.noun.has(lemma)) : undefined
    if (shared) {
      const others = [...obliques(syntax, shared, together), ...obliques(syntax, verb, together)]
      if (others.length || agents.length > 1) return {agents, patients: others, isMutual: true}
    }
    const isMutual = mutual.verb.has(verb.lemma) && !isPassive(syntax, verb)
    // "abducted two men on the road": with an object, "on" says where.
    const at = isPassive(syntax, verb) ? ['against'] : ['at', 'against']
    const onto = isMutual ? together : own.length ? at : ['at', 'on', 'against']
    const others = obliques(syntax, verb, onto)
    // "abducted two men at the market" says where.
    const patients = [...own, ...(own.length ? others.filter(noun => !whereOrWhen.has(noun.lemma)) : others)]
    return {agents, patients, isMutual}
  }

  function nounRoles(syntax: Syntax, noun: Token): Roles {
    const [first, ...others] = between(syntax, noun)
    if (first && others.length) return {agents: [first], patients: others, isMutual: true}
    const whole = seriesOver(syntax, noun)
    const head = syntax.head(whole)
    const verb = whole.relation === 'obj' && head && isVerb(head) ? head : null
    const doing = verb && does.has(verb.lemma) ? verb : verbEntering(syntax, whole, enters)
    const done = [
      ...doneBy(syntax, whole).filter(word => does.has(word.lemma)),
      ...(whole.relation === 'nsubj:pass' && head && wasDone.has(head.lemma) ? [head] : [])
    ]
    const of = obliques(syntax, noun, ['of'])
    const owners = syntax.children(noun, 'nmod:poss').flatMap(owner => syntax.conjuncts(owner))
    const isOwned = owned.has(noun.lemma)
    const isMutual = mutual.noun.has(noun.lemma)
    const isDoneToOwner = undergone.has(noun.lemma) && of.length === 0
    const onto = obliques(syntax, noun, ['on', 'against', 'with', ...(isOwned ? ['to', 'for'] : ['of'])])
    // "staged an attack on", "an attack staged by X on": the parser may hang "on" on the verb.
    const beside = [...done, ...(doing ? [doing] : [])].flatMap(word =>
      obliques(syntax, word, ['on', 'against'])
    )
    const patients = [...(onto.length ? onto : beside), ...(isDoneToOwner ? owners : [])]
    const agents = [
      // "the shelling of the port by the army": "by" may hang on the port.
      [noun, ...of].flatMap(word => obliques(syntax, word, ['by'])),
      done.flatMap(word => obliques(syntax, word, ['by'])),
      [...(isDoneToOwner ? [] : owners), ...(isOwned ? of : [])],
      // "survived an ambush by rebels": "by" of an active verb is the noun's.
      verb && !isPassive(syntax, verb) ? obliques(syntax, verb, ['by']) : [],
      // "carried out an attack on": whoever carries it out; who survived it did not.
      doing ? subjectsOf(syntax, doing) : [],
      beingOn(syntax, noun),
      isMutual && onto.length ? whoeverIsIn(syntax, noun) : []
    ]
    return {
      agents: agents.find(found => found.length > 0) ?? [],
      patients: patients.filter(({upos}) => upos !== 'NUM'),
      isMutual
    }
  }
}

/** "the nurses are on strike", "are on the third day of a strike": whoever is so. */
export function beingOn(syntax: Syntax, noun: Token): Token[] {
  const over = noun.relation === 'nmod' ? syntax.head(noun) : undefined
  const at = over && /^(?:day|week|month|hour)$/.test(over.lemma) ? over : noun
  const isOn = syntax.children(at, 'case').some(({lower}) => lower === 'on' || lower === 'in')
  return isOn && syntax.child(at, 'cop') ? subjectsOf(syntax, at) : []
}

/** "a series of strikes", "two waves of attacks": what stands in the sentence for the strikes; else the noun itself. */
export function seriesOver(syntax: Syntax, noun: Token): Token {
  const head = syntax.head(noun)
  const isOf = noun.relation === 'nmod' && syntax.child(noun, 'case')?.lower === 'of'
  return isOf && head && series.has(head.lemma) ? head : noun
}

const series = new Set('series wave string spate number round flurry couple pair volley'.split(' '))

/** "went on strike", "took part in a march": the verb whose subject does what the noun behind the preposition tells. */
export function verbEntering(syntax: Syntax, noun: Token, enters: ReadonlySet<string>): Token | null {
  const head = syntax.head(noun)
  if (!head || !['obl', 'nmod'].includes(noun.relation)) return null
  // The march may hang on "took" or on "part".
  const verb = isVerb(head) ? head : syntax.head(head)
  if (!verb || !isVerb(verb)) return null
  const object = syntax.child(verb, 'obj')
  const isEntered =
    (isVerb(head) && enters.has(verb.lemma)) ||
    (object !== undefined && enters.has(`${verb.lemma} ${object.lemma}`))
  return isEntered ? verb : null
}

/** "an attack staged by X": participles behind the noun; the parser may hang one that follows it on the clause. */
function doneBy(syntax: Syntax, noun: Token): Token[] {
  const next = syntax.tokens[noun.index + 1]
  const isAstray =
    next?.sentence === noun.sentence && next.relation === 'advcl' && syntax.child(next, 'obl:agent')
  // "The attack, carried out by bandits, left ten dead": the parser may take it for the main verb.
  const verb = noun.relation === 'nsubj' ? syntax.head(noun) : undefined
  const isDone = verb !== undefined && syntax.child(verb, 'obl:agent') !== undefined
  return [
    ...syntax.children(noun, 'acl').filter(word => isPassive(syntax, word)),
    ...(isAstray ? [next] : []),
    ...(isDone ? [verb] : [])
  ]
}

/** "two were killed in clashes with the army": whoever it happened to was the other side. */
function whoeverIsIn(syntax: Syntax, noun: Token): Token[] {
  const head = syntax.head(noun)
  const isIn = syntax.children(noun, 'case').some(({lower}) => lower === 'in' || lower === 'during')
  if (noun.relation !== 'obl' || !isIn || !head || !isVerb(head)) return []
  return subjectsOf(syntax, head)
}

/** "are responsible for the raid", "is wary of the ministry": whoever is so, and what about. */
function stateRoles(syntax: Syntax, adjective: Token): Roles {
  return {
    agents: subjectsOf(syntax, adjective),
    patients: obliques(syntax, adjective, about),
    isMutual: false
  }
}

/** "clashes between X and Y"; the parser may hang "between" on the verb, or on a day that stands before it. */
function between(syntax: Syntax, noun: Token): Token[] {
  const head = syntax.head(noun)
  const days = head ? syntax.children(head, 'obl').filter(child => child.upos === 'PROPN') : []
  for (const word of [noun, ...(head ? [head] : []), ...days]) {
    const sides = obliques(syntax, word, ['between'])
    if (sides.length > 1) return sides
    const other = sides[0] && nounAfterAnd(syntax, sides[0])
    if (other) return [sides[0]!, other]
    if (sides.length) return sides
  }
  return []
}

/** "between the government and the rebels failed": the parser may take "the rebels failed" for a clause of its own. */
function nounAfterAnd(syntax: Syntax, noun: Token): Token | null {
  const isNoun = (token: Token | undefined) => token?.upos === 'NOUN' || token?.upos === 'PROPN'
  const rest = syntax.tokens
    .slice(noun.index + 1, noun.index + 1 + furthestOther)
    .filter(({sentence}) => sentence === noun.sentence)
  const and = rest.findIndex(({lower}) => lower === 'and')
  const first = rest.findIndex((token, i) => i > and && isNoun(token))
  const isBetween =
    and >= 0 && first >= 0 && !rest.slice(0, first).some(({upos}) => upos === 'VERB' || upos === 'PUNCT')
  if (!isBetween) return null
  let last = first
  while (isNoun(rest[last + 1])) last++
  return rest[last]!
}

/** How many words behind the first side the second is looked for. */
const furthestOther = 8

/** "stop the crowd from storming": the crowd, whatever the parser hangs "from storming" on. */
function keptFromDoing(syntax: Syntax, verb: Token): Token[] | null {
  const [noun, from] = [syntax.tokens[verb.index - 2], syntax.tokens[verb.index - 1]]
  const isKept = from?.lower === 'from' && verb.xpos === 'VBG' && noun?.sentence === verb.sentence
  return isKept && (noun.upos === 'NOUN' || noun.upos === 'PROPN') ? [noun] : null
}
