/**
 * Which group counted people belong to: "98 members of the security forces" are security-forces.
 *
 * The words are in codebook/lexicons/en/casualty-groups.csv. The head noun is
 * asked first, then its complements, then its modifiers; who is none is `people`.
 */
import type {Codebook} from '../codebook/codebook.ts'
import type {Span} from '../model/span.ts'
import type {Syntax, Token} from '../model/syntax.ts'

export interface Group {
  readonly group: string
  readonly rule: string
  readonly word: Span | null
}

/** Weak words give way: "people" in "27 people, all civilians". */
const weak = 'people'

export function groupFinder(codebook: Codebook): (syntax: Syntax, of: Span, noun: Token | null) => Group {
  const rows = codebook.table('lexicons/en/casualty-groups.csv', ['id', 'form', 'group'])
  const byWord = new Map(rows.map(row => [row.form, row]))

  return (syntax, of, noun) => {
    const inside = syntax.within(of)
    // Right to left: English puts the head behind its modifiers, and complements behind the head.
    const ordered = [...(noun ? [noun] : []), ...inside.toReversed()]
    let fallback: Group = {group: weak, rule: 'casualty-groups/none', word: null}
    for (const token of ordered) {
      const pair = syntax.tokens[token.index - 1]
      const row =
        (pair &&
          (byWord.get(`${pair.lemma} ${token.lemma}`) ?? byWord.get(`${pair.lower} ${token.lemma}`))) ??
        byWord.get(token.lemma)
      if (!row) continue
      const group = {
        group: row.group,
        rule: `casualty-groups/${row.id}`,
        word: {from: token.from, to: token.to}
      }
      if (row.group !== weak) return group
      fallback = group
    }
    return fallback
  }
}
