/** The lemmatizer over what this installation knows: irregular forms of the codebook, and how frequent words are. */
import type {Knowledge} from '../codebook/knowledge.ts'
import {lemmatizer} from '../languages/en/lemmas.ts'

/** From a word and its Penn tag to its base form. */
export function lemmatizerOf({
  codebook,
  models
}: Pick<Knowledge, 'codebook' | 'models'>): (word: string, xpos: string) => string {
  const {numbers} = models.groups
  return lemmatizer(
    codebook.table('lexicons/en/irregular-forms.csv', ['form', 'tag', 'lemma']),
    word => numbers.get(word) ?? Number.POSITIVE_INFINITY
  )
}
