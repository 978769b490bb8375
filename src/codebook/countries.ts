/** Words for countries: names from the Unicode CLDR and `codebook/country-names.csv`, what belongs to them from `demonyms.csv`. */
import type {Codebook} from './codebook.ts'
import {listed} from './csv.ts'

export interface Countries {
  /** Codes of ISO 3166-1 with a demonym, sorted. */
  readonly codes: readonly string[]
  isCode(text: string): boolean
  nameOf(country: string): string
  /** "Iraqi"; the first that demonyms.csv has. */
  demonymOf(country: string): string
  /** Code of the country that a name or demonym means: "Iraq", "iraqi", "Türkiye". */
  codeOf(name: string): string | null
  /** Every name and demonym, as written in the lists. */
  readonly forms: readonly {
    readonly form: string
    readonly sort: 'name' | 'demonym'
    readonly country: string
  }[]
}

const made = new WeakMap<Codebook, Countries>()

export function countries(codebook: Codebook): Countries {
  const known = made.get(codebook) ?? makeCountries(codebook)
  made.set(codebook, known)
  return known
}

function makeCountries(codebook: Codebook): Countries {
  const long = new Intl.DisplayNames(['en'], {type: 'region', fallback: 'none'})
  const demonyms = codebook
    .table('demonyms.csv', ['form', 'country'])
    .flatMap(({form, country}) => listed(country).map(code => ({form, country: code})))
  const codes = [...new Set(demonyms.map(({country}) => country))].sort()
  const listedNames = codebook.table('country-names.csv', ['form', 'country'])
  const own = new Map(listedNames.toReversed().map(({form, country}) => [country, form]))
  const names = [
    ...listedNames,
    ...codes.flatMap(country => spellings(long.of(country)).map(form => ({form, country})))
  ]
  const byForm = new Map<string, string>()
  const forms = [
    ...names.map(({form, country}) => ({form, sort: 'name' as const, country})),
    ...demonyms.map(({form, country}) => ({form, sort: 'demonym' as const, country}))
  ]
  for (const {form, country} of forms) if (!byForm.has(plain(form))) byForm.set(plain(form), country)
  const isCountry = new Map<string, boolean>()
  const isCode = (text: string) => {
    const told = isCountry.get(text) ?? (/^[A-Z]{2}$/.test(text) && long.of(text) !== undefined)
    isCountry.set(text, told)
    return told
  }
  const firstDemonym = new Map(demonyms.toReversed().map(({form, country}) => [country, form]))
  return {
    codes,
    isCode,
    nameOf: country =>
      (/ - | SAR /.test(long.of(country) ?? '') ? own.get(country) : undefined) ??
      spellings(long.of(country))[0] ??
      country,
    demonymOf: country => capitals(firstDemonym.get(country) ?? country),
    codeOf: name => byForm.get(plain(name)) ?? null,
    forms
  }
}

/** "Myanmar (Burma)" is Myanmar; "Bosnia & Herzegovina" also with "and"; names with accents also without. */
function spellings(name: string | undefined): string[] {
  if (!name) return []
  const main = name.replace(/ \(.*\)$/, '').replaceAll('’', "'")
  const spelt = [main, main.replace(' & ', ' and ').replace(/^St\. /, 'Saint ')]
  return [...new Set(spelt.flatMap(form => [form, form.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '')]))]
}

function plain(name: string): string {
  return name.toLowerCase().replace(/^the /, '').replaceAll('’', "'").trim()
}

function capitals(words: string): string {
  return words.replaceAll(/(?:^|[ -])\p{Ll}/gu, letter => letter.toUpperCase())
}
