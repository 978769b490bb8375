/** The number words of the codebook: exact ones, and vague ones as ranges. */
import type {Codebook} from '../codebook/codebook.ts'
import type {NumberWord, NumberWords} from '../languages/en/number-words.ts'

export function numberLexicon(codebook: Codebook): NumberWords {
  const exact = codebook.table('lexicons/en/numbers.csv', ['form', 'value', 'kind'])
  const vague = codebook.table('counts.csv', ['form', 'min', 'max'])
  return {
    exact: new Map(
      exact.map(({form, value, kind}) => [form, {value: Number(value), kind: kind as NumberWord['kind']}])
    ),
    vague: new Map(
      vague.map(({form, min, max}) => [form, {min: Number(min), max: max === '' ? null : Number(max)}])
    ),
    vagueStarts: new Set(vague.map(({form}) => form.split(' ')[0]!))
  }
}
