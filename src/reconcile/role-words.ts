/**
 * What is left of the words for a source without the names of persons: an office or a body may be listed, a man may not (SAFETY D1).
 *
 *     "the district head, Musa Dogo"         the district head
 *     "Musa Dogo, the district head"         the district head
 *     "police chief Musa Dogo"               police chief
 *     "Colonel Baro"                         nothing
 *     "the Joint Operations Command"         as it is: its words make it a body
 *     "the mayor of Oruro", "Oruro police"   as they are: a name within is a place or a body
 *     "the lawyer of Ahmed Baro"             the lawyer
 */
import type {Codebook} from '../codebook/codebook.ts'

const run =
  /(?:\p{Lu}[\p{L}\p{N}.'’-]*)(?: (?:(?:al|el|bin|ibn|de|da|van|of|and) )?\p{Lu}[\p{L}\p{N}.'’-]*)*/gu
const before = /\b(?:of|in|at|from|for|near|to|with)\s(?:the )?$/i

export function roleWordsReader(codebook: Codebook): (source: string) => string | null {
  const forms = (path: string) => codebook.column(path, 'form').map(form => form.toLowerCase())
  const bodies = new Set([
    ...forms('lexicons/en/organisation-words.csv'),
    ...forms('lexicons/en/source-kinds.csv'),
    ...forms('lexicons/en/origin-words.csv')
  ])
  const given = new Set(forms('lexicons/en/given-names.csv'))
  const honorifics = new Set(forms('lexicons/en/honorifics.csv'))

  const wordsOf = (name: string) =>
    name
      .toLowerCase()
      .replace(/['’]s\b/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  /** "Officials" and "Health Ministry" name no one; "Colonel Baro" does, whatever else "colonel" may be. */
  const isPerson = (name: string) => {
    const words = wordsOf(name)
    const isTitled = words.length > 1 && honorifics.has(words[0]!)
    return isTitled || !words.some(word => bodies.has(word) || bodies.has(word.replace(/s$/, '')))
  }
  const without = (segment: string) =>
    segment.replace(run, (name, at: number) => {
      const rest = segment.slice(at + name.length)
      const [article] =
        at === 0 ? (/^(?:The|An?|Some|One|Two|Its|His|Her|Their)(?: |$)/.exec(name) ?? ['']) : ['']
      const own = name.slice(article.length)
      if (own === '' || !isPerson(own)) return name
      const isGiven = wordsOf(own).some(word => given.has(word))
      const isWithin =
        /^(?:['’]s)?\s+[\p{Ll}\p{N}]/u.test(rest) || before.test(segment.slice(0, at) + article)
      return isWithin && !isGiven ? name : article
    })

  return source => {
    const kept = source
      .split(/,\s*/)
      .map(segment =>
        without(segment)
          .replace(/\s+/g, ' ')
          // What led to a name, or away from it, leads nowhere now.
          .replace(/^\s*(?:of|in|at|from|for|with|and)\s+/i, '')
          .replace(/(?:^|\s)(?:of|in|at|from|for|near|to|with|the|an?|by|and)\s*$/i, '')
          .trim()
      )
      .filter(
        segment => /\p{L}/u.test(segment) && !/^(?:the|an?|some|one|two|its|his|her|their)$/i.test(segment)
      )
    return kept[0] ?? null
  }
}
