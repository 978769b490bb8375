/** Names of places in the languages that are read without a tree, with what the gazetteer has for them. */
import {remembering} from '../algorithms/remembering.ts'
import type {Codebook} from '../codebook/codebook.ts'
import type {Gazetteer} from '../codebook/gazetteer.ts'
import {normaliseName} from '../codebook/place-names.ts'
import type {KnownName, NamedPlace} from '../languages/language.ts'
import {languagesOf, sentencesIn} from '../languages/readers.ts'
import type {Annotated} from '../model/layers.ts'
import type {Candidate} from './place-candidates.ts'
import type {FoundPlace} from './place-mentions.ts'

function aliasesIn(codebook: Codebook, language: string) {
  const path = `lexicons/${language}/place-aliases.csv`
  return codebook.paths(`lexicons/${language}`).includes(path)
    ? codebook.table(path, ['form', 'name', 'country'])
    : []
}

/** Names that are kept of what was asked for. */
const mostNames = 5000

const wide = new Set(['country', 'region', 'admin1', 'area', 'capital'])
const provinces = new Set(['country', 'region', 'admin1', 'area'])

export function treelessPlaces(
  codebook: Codebook,
  gazetteer: Gazetteer,
  candidatesOf: (written: string) => readonly Candidate[]
): (report: Annotated<'passages' | 'syntax'>) => FoundPlace[] {
  const languages = languagesOf(codebook)
  const aliases = Map.groupBy(
    languages.flatMap(({id}) => aliasesIn(codebook, id)),
    ({form}) => normaliseName(form)
  )

  const byName = remembering(
    mostNames,
    (name): {candidates: readonly Candidate[]; known: KnownName | null} => {
      const own = candidatesOf(name)
      const candidates =
        own.length > 0
          ? own
          : (aliases.get(normaliseName(name)) ?? []).flatMap(({name: other, country}) =>
              candidatesOf(other).filter(({place}) => place.country === country)
            )
      const [first] = candidates
      const isWide = candidates.every(({place}) => wide.has(place.kind))
      return {candidates, known: first ? {isWide, population: first.place.population} : null}
    }
  )

  return report =>
    languages.flatMap(({id, words, placesIn}) => {
      const sentences = placesIn ? sentencesIn(report, id) : []
      return sentences.flatMap(sentence =>
        placesIn!(report.text, words(report.syntax, sentence), known).map(found)
      )
    })

  function known(name: string): KnownName | null {
    return byName(name).known
  }

  function found({from, to, name, use, position, sort, country}: NamedPlace): FoundPlace {
    const state = country === null ? null : gazetteer.country(country)
    const candidates = state
      ? [{place: state, by: 'demonym' as const}]
      : ofSort(byName(name).candidates, sort)
    return {span: {from, to}, candidates, use, position, isSite: sort === 'site'}
  }
}

/** "محافظة بغداد" is the province, "مدينة بغداد" the town, where there are both. */
function ofSort(candidates: readonly Candidate[], sort: NamedPlace['sort']): readonly Candidate[] {
  if (sort === null || sort === 'site') return candidates
  const fitting = candidates.filter(({place}) => provinces.has(place.kind) === (sort === 'wide'))
  return fitting.length > 0 ? fitting : candidates
}
