/**
 * Words that weaken a statement: "reportedly", "may", "was said to have".
 *
 * A hedge covers the clause it stands in and all that hangs on that clause.
 * The words are in codebook/lexicons/en/hedges.csv.
 */
import type {Codebook} from '../codebook/codebook.ts'
import {clauseHead, isPassive} from '../languages/en/clauses.ts'
import type {Certainty} from '../model/contract.ts'
import type {Syntax, Token} from '../model/syntax.ts'

export interface Hedge {
  readonly word: Token
  readonly certainty: Certainty
  /** True when nobody is named for it: the statement is hearsay. */
  readonly hearsay: boolean
  readonly rule: string
}

export function hedgeFinder(codebook: Codebook): (syntax: Syntax, token: Token) => Hedge[] {
  const rows = codebook.table('lexicons/en/hedges.csv', ['id', 'form', 'part', 'certainty', 'speaker'])
  const words = new Map(rows.map(row => [`${row.part}:${row.form}`, row]))
  const hedge = (part: string, form: string, word: Token): Hedge[] => {
    const row = words.get(`${part}:${form}`)
    return row
      ? [
          {
            word,
            certainty: row.certainty as Certainty,
            hearsay: row.speaker === 'none',
            rule: `hedges/${row.id}`
          }
        ]
      : []
  }

  return (syntax, token) => {
    const found: Hedge[] = []
    const start = clauseHead(syntax, token)
    for (const at of new Set([token, start, ...syntax.ancestors(start)])) {
      for (const child of syntax.children(at, 'advmod')) found.push(...hedge('adverb', child.lower, child))
      // A modal and a passive hedge only the clause they govern.
      if (at === start)
        for (const aux of syntax.children(at, 'aux')) found.push(...hedge('modal', aux.lower, aux))
      if (at !== start && isPassive(syntax, at) && governs(syntax, at, start))
        found.push(...hedge('passive', at.lemma, at))
    }
    return found
  }
}

/** "was reported to have been exchanged", "are reported hurt": the hedged clause is the complement. */
function governs(syntax: Syntax, passive: Token, clause: Token): boolean {
  let at: Token | undefined = clause
  for (let steps = 0; at && steps < 3; steps++) {
    if (at.head === passive.index) return ['xcomp', 'ccomp', 'csubj', 'csubj:pass'].includes(at.relation)
    if (!['conj', 'xcomp'].includes(at.relation)) return false
    at = syntax.head(at)
  }
  return false
}
