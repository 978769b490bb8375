/**
 * Who did what a noun tells, by the words of whoever blames or claims it.
 *
 *     "blamed the Oru Front for the attack"              the Oru Front, on the word of whoever blames it
 *     "claimed responsibility for the attack"            whoever claims it
 *     "was responsible for the attack"                   the subject
 *     "an attack claimed by the Oru Front"               the front
 *     "No group claimed responsibility for the attack"   nobody
 *
 * The words are in codebook/lexicons/en/blame-words.csv. What is denied ("denied any role in") is nobody's.
 */
import type {Codebook} from '../codebook/codebook.ts'
import {agentsOf, patientsOf, subjectsOf} from '../languages/en/clauses.ts'
import {negationColumns, negationFinder} from '../languages/en/negation.ts'
import type {Syntax, Token} from '../model/syntax.ts'

export interface Blame {
  readonly who: readonly Token[]
  /** Whether the deed is told by it, not only spoken of again. */
  readonly isTold: boolean
}

export function blameFinder(codebook: Codebook): (syntax: Syntax, deed: Token) => Blame | null {
  const negation = negationFinder(codebook.table('lexicons/en/negation-words.csv', negationColumns))
  const rows = new Map<string, {readonly who: string; readonly needs: string; readonly told: string}[]>()
  for (const {form, by, who, with: needs, told} of codebook.table('lexicons/en/blame-words.csv', [
    'id',
    'form',
    'by',
    'who',
    'with',
    'told'
  ])) {
    const key = `${form} ${by}`
    rows.set(key, [...(rows.get(key) ?? []), {who, needs, told}])
  }

  return (syntax, deed) => {
    const said = deed.relation === 'nsubj:pass' ? syntax.head(deed) : syntax.child(deed, 'acl')
    const by = said && rows.get(`${said.lemma} `)?.[0]
    if (by && said.xpos === 'VBN' && !negation.ofClause(syntax, said)) {
      const who = syntax.children(said, 'obl:agent')
      if (who.length) return {who, isTold: by.told === 'yes'}
    }
    if (!['obl', 'nmod'].includes(deed.relation)) return null
    const preposition = syntax.child(deed, 'case')
    const over = syntax.head(deed)
    if (!preposition || !over) return null
    // "Responsibility for the attack" may hang on the verb or on the noun.
    const verb = over.upos === 'NOUN' ? syntax.head(over) : over
    if (!verb) return null
    const row = rows
      .get(`${verb.lemma} ${preposition.lower}`)
      ?.find(({needs}) => !needs || patientsOf(syntax, verb).some(({lemma}) => lemma === needs))
    if (!row || negation.ofClause(syntax, verb)) return null
    const who = row.who === 'object' ? patientsOf(syntax, verb) : doersOf(syntax, verb)
    return who.length ? {who, isTold: row.told === 'yes'} : null
  }
}

/** "is responsible for": an adjective has a subject only; "held it responsible": whom it is said of. */
function doersOf(syntax: Syntax, word: Token): Token[] {
  if (word.upos !== 'ADJ') return agentsOf(syntax, word)
  const over = syntax.head(word)
  return word.relation === 'xcomp' && over ? patientsOf(syntax, over) : subjectsOf(syntax, word)
}
