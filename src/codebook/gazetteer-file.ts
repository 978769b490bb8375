/**
 * The form of gazetteer/gazetteer.bin: a line of JSON, then columns as little-endian arrays.
 *
 * Names are found through two hashes of their normalised form, sorted by the
 * first; a false hit would need both to collide.
 */
import {hashString} from '../algorithms/hash.ts'
import {normaliseName} from './place-names.ts'

export const precisions = ['site', 'town', 'area', 'admin1', 'country'] as const

/** `region`: wider than a country, or no part of its administration ("the Middle East"); `seat`: of a province or district. */
export const placeKinds = [
  'country',
  'region',
  'admin1',
  'admin2',
  'capital',
  'seat',
  'town',
  'suburb',
  'area',
  'site'
] as const
export type PlaceKind = (typeof placeKinds)[number]

export interface PlaceRecord {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly lat: number
  readonly lon: number
  readonly precision: (typeof precisions)[number]
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
  readonly admin1: string | null
  /** County, district: the level below. */
  readonly admin2: string | null
  readonly population: number
  readonly kind: PlaceKind
  /** Id of the place it lies in, where the source says so. */
  readonly parent: string | null
}

export interface GazetteerHeader {
  readonly version: string
  readonly places: number
  readonly names: number
  readonly strings: readonly string[]
}

export const checkSeed = 0x2545f491
const noString = 0xffff_ffff

export function encodeGazetteer(records: readonly PlaceRecord[], version: string): Uint8Array {
  const strings: string[] = []
  const numberOf = new Map<string, number>()
  const intern = (text: string | null): number => {
    if (text === null) return noString
    const known = numberOf.get(text)
    if (known !== undefined) return known
    numberOf.set(text, strings.length)
    return strings.push(text) - 1
  }
  const n = records.length
  const coordinates = new Float32Array(2 * n)
  const population = new Uint32Array(n)
  const refs = new Uint32Array(6 * n)
  const flags = new Uint8Array(n)
  const names: [number, number, number][] = []
  for (const [i, record] of records.entries()) {
    coordinates[2 * i] = record.lat
    coordinates[2 * i + 1] = record.lon
    population[i] = record.population
    const texts = [record.id, record.name, record.country, record.admin1, record.parent, record.admin2]
    for (const [k, text] of texts.entries()) refs[6 * i + k] = intern(text)
    flags[i] = precisions.indexOf(record.precision) | (placeKinds.indexOf(record.kind) << 3)
    for (const name of new Set([record.name, ...record.aliases].map(normaliseName).filter(Boolean))) {
      names.push([hashString(name), hashString(name, checkSeed), i])
    }
  }
  names.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
  const index = new Int32Array(3 * names.length)
  for (const [i, row] of names.entries()) index.set(row, 3 * i)
  const header: GazetteerHeader = {version, places: n, names: names.length, strings}
  const bytes = (array: ArrayBufferView) => Buffer.from(array.buffer, array.byteOffset, array.byteLength)
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(header)}\n`),
    bytes(coordinates),
    bytes(population),
    bytes(refs),
    bytes(index),
    bytes(flags)
  ])
}
