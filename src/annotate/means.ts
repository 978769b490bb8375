/**
 * Who uses the means that a noun names, and on whom.
 *
 *     "fired tear gas at the crowd", "tear gas was used on the crowd"   on whom: the crowd
 *     "dispersed the crowd with tear gas"                               whom it was done to
 *     "used tear gas to disperse the crowd"                             whom it was for
 *
 * Verbs that drive people off are in codebook/lexicons/en/role-words.csv.
 */
import type {Codebook} from '../codebook/codebook.ts'
import {agentsOf, clauseHead, isVerb, obliques, patientsOf} from '../languages/en/clauses.ts'
import type {Syntax, Token} from '../model/syntax.ts'
import {against, type Roles} from './roles.ts'

/** How many words before a means its verb may stand. */
const reachOfVerb = 8

export function meansFinder(
  codebook: Codebook
): (syntax: Syntax, means: Token) => Pick<Roles, 'agents' | 'patients'> {
  const rows = codebook.table('lexicons/en/role-words.csv', ['form', 'part', 'role'])
  const drives = new Set(rows.filter(({role}) => role === 'drives').map(({form}) => form))

  return (syntax, means) => {
    const verb = verbUsing(syntax, verbOfMeans(syntax, means))
    const by = obliques(syntax, means, ['by'])
    const agents = by.length ? by : verb ? usersOf(syntax, verb) : []
    // "used tear gas and batons against the crowd": what is said of one means is said of all.
    const all = syntax.conjuncts(syntax.firstConjunct(means))
    const on = [
      ...new Set([...(verb ? [verb] : []), ...all].flatMap(word => obliques(syntax, word, against)))
    ]
    const patients =
      on.length || !verb ? on : [...doneWith(syntax, verb, means), ...driven(syntax, verb, means)]
    return {
      agents: agents.filter(noun => noun !== means),
      patients: patients.filter(noun => !all.includes(noun))
    }
  }

  /** "used tear gas to disperse the crowd", wherever the parser hangs the purpose. */
  function driven(syntax: Syntax, verb: Token, means: Token): Token[] {
    return [verb, means, syntax.firstConjunct(means)]
      .flatMap(word => syntax.children(word, 'advcl', 'xcomp', 'acl'))
      .filter(({lemma, index}) => drives.has(lemma) && index > means.index)
      .flatMap(purpose => patientsOf(syntax, purpose))
  }
}

/** "dispersed the crowd with tear gas" */
function doneWith(syntax: Syntax, verb: Token, means: Token): Token[] {
  const first = syntax.firstConjunct(means)
  const isWith = syntax.children(first, 'case').some(({lower}) => lower === 'with')
  return isWith || isUsing(syntax.head(first)) ? patientsOf(syntax, verb).filter(noun => noun !== first) : []
}

/** "dispersed the crowd using batons": the parser may take the crowd for who uses them. */
function verbUsing(syntax: Syntax, verb: Token | null): Token | null {
  if (!verb || !isUsing(verb) || verb.relation !== 'acl') return verb
  const noun = syntax.head(verb)
  const over = noun?.relation === 'obj' ? syntax.head(noun) : undefined
  return over && isVerb(over) ? over : verb
}

function isUsing(verb: Token | undefined): boolean {
  return verb?.lemma === 'use' && verb.xpos === 'VBG'
}

/** Who does it; where the parser took the verb for an adjective ("the police employed tear gas"), the noun before it. */
function usersOf(syntax: Syntax, verb: Token): Token[] {
  const agents = agentsOf(syntax, verb)
  if (agents.length || verb.relation !== 'amod') return agents
  const before = syntax.tokens[verb.index - 1]
  return before?.sentence === verb.sentence && ['NOUN', 'PROPN'].includes(before.upos) ? [before] : []
}

/** The verb that uses a means: by the tree, else the nearest verb a few words before ("firing rubber bullets and tear gas"). */
export function verbOfMeans(syntax: Syntax, means: Token): Token | null {
  const verb = clauseHead(syntax, means)
  if (isVerb(verb) && verb.index < means.index) return verb
  const before = syntax.tokens.slice(Math.max(0, means.index - reachOfVerb), means.index)
  return (
    before.findLast(token => token.upos === 'VERB' && token.sentence === means.sentence) ??
    (isVerb(verb) ? verb : null)
  )
}
