/**
 * Looks up what a governing word does to what it governs: codebook/lexicons/en/realis-words.csv.
 *
 * A form may hold a preposition or particle: "call for", "warn of", "call off".
 */
import type {Codebook} from '../codebook/codebook.ts'
import type {Realis} from '../model/contract.ts'
import type {Syntax, Token} from '../model/syntax.ts'
import type {Operator} from './standing.ts'

/** What of the word is governed. */
export type Over =
  | 'complement'
  | 'infinitive'
  | 'open'
  | 'own-open'
  | 'from'
  | 'object'
  | 'subject'
  | 'oblique'
  | 'noun'
  | 'compound'
  | 'adjective'
  | 'before'
  | 'adverb'
  | 'purpose'
  | 'condition'
  | 'condition-could'
  | 'modal'
  | 'reported-modal'
  | 'past-modal'
  | 'perceived'

export interface RealisWords {
  /** `preposition`: the one between the word and what it governs. */
  over(over: Over, word: Token, syntax?: Syntax, preposition?: string): Operator | null
  /** The phrase that ends right before the word at `index`: "in case of", "instead of". */
  endingAt(syntax: Syntax, index: number): {readonly operator: Operator; readonly word: Token} | null
}

export function realisWords(codebook: Codebook): RealisWords {
  const rows = codebook.table('lexicons/en/realis-words.csv', ['id', 'form', 'over', 'realis', 'polarity'])
  const operatorOf = ({id, realis, polarity}: (typeof rows)[number]): Operator => ({
    realis: realis as Realis,
    polarity: polarity === 'denied' ? 'denied' : 'affirmed',
    rule: `realis/${id}`
  })
  const words = new Map(rows.map(row => [`${row.over}:${row.form}`, operatorOf(row)]))
  const phrases = Map.groupBy(
    rows
      .filter(({over}) => over === 'before')
      .map(row => ({forms: row.form.split(' '), operator: operatorOf(row)})),
    ({forms}) => forms.at(-1)!
  )

  return {
    over(over, word, syntax, preposition) {
      const particle = syntax
        ?.children(word, 'compound', 'compound:prt', 'advmod')
        .find(({index, upos}) => index > word.index && (upos === 'ADP' || upos === 'ADV'))
      for (const form of [word.lower, word.lemma]) {
        const operator =
          (preposition !== undefined && words.get(`${over}:${form} ${preposition}`)) ||
          (particle && words.get(`${over}:${form} ${particle.lower}`)) ||
          words.get(`${over}:${form}`)
        if (operator) return operator
      }
      return null
    },
    endingAt(syntax, index) {
      const last = syntax.tokens[index - 1]
      const longest = (last && phrases.get(last.lower)) ?? []
      for (const {forms, operator} of longest) {
        const start = index - forms.length
        const matches = forms.every((form, i) => {
          const word = syntax.tokens[start + i]
          return word?.sentence === last!.sentence && (word.lower === form || word.lemma === form)
        })
        if (matches) return {operator, word: syntax.tokens[start]!}
      }
      return null
    }
  }
}
