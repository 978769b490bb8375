/**
 * Tells when a name of the registry is only a part of a longer name, which is somebody or something else.
 *
 *     "Ajnad Street", "the Ajnad Foundation"   a place, another body
 *     "Yusuf Ajnad", later "Ajnad"              a private person
 *     "the Ajnad Movement", "Ajnad Commander X" still the body
 */
import type {Codebook} from '../codebook/codebook.ts'
import type {EntityMention} from '../model/layers.ts'
import {contains, type Span} from '../model/span.ts'
import type {Sentence, Syntax} from '../model/syntax.ts'
import {isCapital} from './capital-rows.ts'

export function longerNameFinder(codebook: Codebook, bodies: ReadonlyMap<string, string>) {
  const endings = new Map(
    codebook.table('lexicons/en/name-endings.csv', ['form', 'means']).map(({form, means}) => [form, means])
  )
  const givenNames = new Set(codebook.column('lexicons/en/given-names.csv', 'form'))
  const titles = new Set(
    codebook.column('lexicons/en/office-titles.csv', 'form').flatMap(form => form.split(' '))
  )

  /** `first` to `end`: tokens of the shorter name; `isFixed`: a name of several words or an acronym, which no person bears. */
  return (
    syntax: Syntax,
    sentence: Sentence,
    {first, end, isFixed}: {readonly first: number; readonly end: number; readonly isFixed: boolean},
    entities: readonly EntityMention[]
  ): boolean => {
    const next = end < sentence.end ? syntax.tokens[end] : undefined
    if (next && isCapital(next) && /^\p{Ll}/u.test(next.text.slice(1))) {
      const ending = endings.get(next.lower)
      if (ending === 'thing') return true
      // "Ajnad Brigades" are another body than "Ajnad"; "Ajnad Movement" is not.
      if (!ending && bodies.has(next.lower)) return true
    }
    // "Yusuf Hamas": a given name before it makes it a family name, whatever the recogniser says.
    const before = first > sentence.first ? syntax.tokens[first - 1] : undefined
    if (!isFixed && before && isCapital(before) && givenNames.has(before.lower)) return true
    const span = {from: syntax.tokens[first]!.from, to: syntax.tokens[end - 1]!.to}
    const longer = entities.find(
      other => other.named && contains(other, span) && other.to - other.from > span.to - span.from
    )
    if (!longer) return false
    if (longer.type === 'person') return !isFixed
    if (longer.type !== 'organisation') return false
    // A word before it makes another name: "New Ajnad"; a title or a small word does not.
    return syntax
      .within(longer)
      .some(
        token => token.index < first && token.upos === 'PROPN' && isCapital(token) && !titles.has(token.lower)
      )
  }
}

/** Words of the names of persons that the report gives in full: "Yusuf Ajnad" makes a lone "Ajnad" a person. */
export function wordsOfPersons(syntax: Syntax, entities: readonly EntityMention[]): ReadonlySet<string> {
  return new Set(
    entities
      .filter(({type, named}) => type === 'person' && named)
      .map((span: Span) => syntax.within(span))
      .filter(words => words.length > 1)
      .flatMap(words => words.map(({text}) => text))
  )
}
