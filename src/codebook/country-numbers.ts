/** Numbers, names and regions of countries, by which datasets of events are joined (`codebook/country-numbers.csv`). */
import type {Codebook} from './codebook.ts'

export interface CountryNumbers {
  /** English. */
  readonly name: string
  /** ISO 3166-1 numeric; null for Kosovo. */
  readonly iso: number | null
  /** Gleditsch and Ward's; null for territories. */
  readonly gw: number | null
  readonly acledRegion: string
  /** null for Antarctica. */
  readonly ucdpRegion: string | null
}

/** By ISO 3166-1 alpha-2. */
export function countryNumbers(codebook: Codebook): ReadonlyMap<string, CountryNumbers> {
  const columns = ['country', 'name', 'iso', 'gw', 'acled_region', 'ucdp_region'] as const
  return new Map(
    codebook.table('country-numbers.csv', columns).map(row => [
      row.country,
      {
        name: row.name,
        iso: numberIn(row.iso),
        gw: numberIn(row.gw),
        acledRegion: row.acled_region,
        ucdpRegion: row.ucdp_region || null
      }
    ])
  )
}

const numberIn = (cell: string) => (cell === '' ? null : Number(cell))
