/** Which nouns mean a person, who may be "he" or "she" afterwards: codebook/lexicons/en/noun-kinds.csv. */
import type {Codebook} from '../codebook/codebook.ts'
import type {Token} from '../model/syntax.ts'

export function personWords(codebook: Codebook): (noun: Token) => boolean {
  const forms = codebook
    .table('lexicons/en/noun-kinds.csv', ['form', 'kind', 'gender', 'same', 'names'])
    .filter(({kind}) => kind === 'person')
    .map(({form}) => form!)
  const words = new Set(forms)
  const endings = forms.filter(form => form.startsWith('-')).map(form => form.slice(1))
  return ({lemma}) => words.has(lemma) || endings.some(ending => lemma.endsWith(ending))
}
