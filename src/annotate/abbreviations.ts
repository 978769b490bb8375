/** Abbreviations of all languages, as the tokenizer and the sentence splitter ask for them. */
import type {Codebook} from '../codebook/codebook.ts'

export interface Abbreviations {
  /** Lower-case words that keep their full stop. */
  readonly keepStop: ReadonlySet<string>
  /** Those after which no sentence ends. */
  readonly neverEnd: ReadonlySet<string>
}

export function abbreviationsOf(codebook: Codebook): Abbreviations {
  const rows = codebook
    .paths('lexicons')
    .filter(path => path.endsWith('/abbreviations.csv'))
    .flatMap(path => codebook.table(path, ['id', 'form', 'ends']))
  return {
    keepStop: new Set(rows.map(({form}) => form)),
    neverEnd: new Set(rows.filter(({ends}) => ends === 'never').map(({form}) => form))
  }
}
