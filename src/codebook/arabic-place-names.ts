/**
 * What places are called in Arabic, for what is written in Arabic: countries by the Unicode CLDR, others by the names that analysts
 * list (`gazetteer/names.csv`, `gazetteer/overlay.csv`, `lexicons/ar/place-aliases.csv`), as long as they name the same place.
 */
import type {Codebook} from './codebook.ts'
import {listed, readCsv} from './csv.ts'
import type {Gazetteer} from './gazetteer.ts'

/** `id`: of the gazetteer. null: no Arabic name is known. */
export interface ArabicPlaceNames {
  place(id: string): string | null
  province(name: string, country: string | null): string | null
}

/** The text of both files of the gazetteer's folder. */
export interface PlaceLists {
  readonly names: string
  readonly overlay: string
}

/** Arabic has none of these letters of Persian, Kurdish and Urdu. */
const isArabic = (name: string) => /^[\p{Script=Arabic}\s]+$/u.test(name) && !/[پچژڤگکی]/.test(name)

export function arabicPlaceNames(
  codebook: Codebook,
  gazetteer: Gazetteer,
  {names, overlay}: PlaceLists
): ArabicPlaceNames {
  const known = new Map<string, string>()
  const add = (id: string | undefined, name: string | undefined) => {
    if (id && name && !known.has(id)) known.set(id, name)
  }
  for (const {precision, country, names: own} of readCsv(names, 'gazetteer/names.csv', [
    'place',
    'precision',
    'country',
    'names'
  ])) {
    const name = listed(own).find(isArabic)
    const found = name && gazetteer.named(name)
    add(found ? found.find(at => at.precision === precision && at.country === country)?.id : undefined, name)
  }
  for (const row of readCsv(overlay, 'gazetteer/overlay.csv', [
    ...(['id', 'name', 'aliases', 'lat', 'lon', 'precision', 'parent', 'country'] as const)
  ]))
    add(`overlay:${row.id}`, [row.name, ...listed(row.aliases)].find(isArabic))
  const aliases = 'lexicons/ar/place-aliases.csv'
  if (codebook.paths('lexicons/ar').includes(aliases))
    for (const {form, name, country} of codebook.table(aliases, ['form', 'name', 'country'])) {
      // A town and its province often share a name.
      const own = gazetteer.named(name).filter(at => at.country === country)
      for (const [biggest] of Map.groupBy(own, ({precision}) => precision).values()) add(biggest?.id, form)
    }
  const countries = new Intl.DisplayNames(['ar'], {type: 'region', fallback: 'none'})
  const place = (id: string) => {
    const [, country] = /^country:([A-Z]{2})$/.exec(id) ?? []
    return (country && countries.of(country)) || (known.get(id) ?? null)
  }
  return {
    place,
    province(name, country) {
      const found = gazetteer.named(name).find(at => at.precision === 'admin1' && at.country === country)
      return found ? place(found.id) : null
    }
  }
}
