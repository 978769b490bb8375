/**
 * Puts right "shot" behind a person, which the network takes for a noun.
 *
 *     "Man shot, killed in Oru", "a clerk shot by rebels"   the man, the clerk was shot
 *     "a penalty shot", "the gun shot"                      left alone
 */
import type {Codebook} from '../codebook/codebook.ts'
import type {OpenTree} from './past-tenses.ts'

export function shotPeople(
  codebook: Codebook,
  lemmaOf: (word: string, xpos: string) => string
): (forms: readonly string[], tree: OpenTree) => void {
  const persons = new Set(
    codebook
      .table('lexicons/en/noun-kinds.csv', ['form', 'kind', 'gender', 'same', 'names'])
      .filter(({kind}) => kind === 'person')
      .map(({form}) => form)
  )
  return (forms, {tags, heads, relations}) => {
    for (let shot = 1; shot < forms.length; shot++) {
      const person = shot - 1
      if (
        forms[shot]!.toLowerCase() !== 'shot' ||
        !/\|NOUN$/.test(tags[shot]!) ||
        relations[person] !== 'compound' ||
        heads[person] !== shot + 1 ||
        !persons.has(lemmaOf(forms[person]!.toLowerCase(), 'NN'))
      )
        continue
      // What stood before "shot" describes the person, what stands behind belongs to the deed.
      for (let k = 0; k < person; k++) if (heads[k] === shot + 1) heads[k] = person + 1
      heads[person] = heads[shot]!
      relations[person] = relations[shot]!
      for (let k = shot + 1; k < forms.length; k++)
        if (heads[k] === shot + 1 && relations[k] === 'nmod') relations[k] = 'obl'
      heads[shot] = person + 1
      relations[shot] = 'acl'
      tags[shot] = 'VBN|VERB'
    }
  }
}
