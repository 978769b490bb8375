/**
 * Whether the words for a source without a name say whose friend it is: "مصدر مقرب من حركة النهر" is no actor and has a side.
 *
 * Of languages that are read without a tree; lists: lexicons/ID/affiliation-words.csv.
 */
import type {Codebook} from '../codebook/codebook.ts'
import {listed} from '../codebook/csv.ts'
import {languagesOf} from '../languages/readers.ts'
import type {NamedActor} from '../model/layers.ts'
import {contains, type Quote} from '../model/span.ts'

/** An article and what is joined to it. */
const mostJoined = 3

export function toldTieFinder(codebook: Codebook): (source: Quote, side: NamedActor) => boolean {
  const languages = languagesOf(codebook).flatMap(({id, level}) => {
    const path = `lexicons/${id}/affiliation-words.csv`
    if (!codebook.paths('lexicons').includes(path)) return []
    const forms = codebook.column(path, 'form').flatMap(listed).map(level)
    return [{level, forms}]
  })
  const isTie = (word: string) =>
    languages.some(({level, forms}) => {
      const own = level(word)
      return forms.some(form => own.endsWith(form) && own.length - form.length <= mostJoined)
    })
  return (source, {mentions}) =>
    mentions.some(
      mention =>
        contains(source, mention) &&
        source.text
          .slice(0, mention.from - source.from)
          .split(/\s+/)
          .some((word, i) => i > 0 && isTie(word))
    )
}
