/**
 * The binary form of a gazetteer: the embedded one and every imported pack.
 *
 *     magic      16 bytes
 *     rows       32 bytes a place: lat and lon (int32, millionths of a degree), population (uint32), start of its text
 *                (uint32), length of its text (uint16), precision and kind (4 bits each), 0, country (2 ASCII letters or 0),
 *                2 bytes 0, admin1 and admin2 (uint32, a unit's number + 1 or 0)
 *     texts      UTF-8: id, name and parent of each place, parted by U+001F
 *     units      names of provinces and districts: starts (uint32), then UTF-8
 *     index      12 bytes a key and place: two hashes of the key, the row (uint32); sorted
 *     slots      where in the index the keys begin whose hash has the same leading bits (uint32)
 *     header     JSON
 *     trailer    length of the header, CRC-32 of all before the trailer, 8 bytes that name the form
 *
 * All numbers are little-endian and every part begins at a multiple of 4. A place is one short read, a key two, so that a file
 * too large to hold is read by position. A false hit would need both hashes of two keys to collide.
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

/** Where places come from, and on what terms. */
export interface PlaceSource {
  readonly name: string
  readonly licence: string
  /** The line to show where the places are shown. */
  readonly attribution: string
  /** The file as imported: its name, size in bytes and SHA-256. */
  readonly file?: {readonly name: string; readonly bytes: number; readonly sha256: string}
}

export interface GazetteerHeader {
  readonly version: string
  readonly places: number
  /** Pairs of a name and a place that bears it. */
  readonly names: number
  readonly kinds: Readonly<Record<string, number>>
  readonly countries: Readonly<Record<string, number>>
  readonly sources: readonly PlaceSource[]
  /** Sizes of the parts: bytes of texts and of units' names, numbers of units and index entries, leading bits of a slot. */
  readonly parts: {
    readonly textBytes: number
    readonly units: number
    readonly unitBytes: number
    readonly entries: number
    readonly slotBits: number
  }
}

export const form = {
  magic: 'dateline places\n',
  ending: 'form 2\n\0',
  rowBytes: 32,
  entryBytes: 12,
  trailerBytes: 16,
  textSeparator: '\u001f',
  degree: 1e6
} as const

/** The next multiple of 4. */
export const aligned = (bytes: number) => Math.ceil(bytes / 4) * 4

/** Where each part begins. */
export function partsOf({places, parts}: Pick<GazetteerHeader, 'places' | 'parts'>) {
  const rows = form.magic.length
  const texts = rows + form.rowBytes * places
  const units = aligned(texts + parts.textBytes)
  const index = aligned(units + 4 * (parts.units + 1) + parts.unitBytes)
  const slots = index + form.entryBytes * parts.entries
  const header = slots + 4 * (2 ** parts.slotBits + 1)
  return {rows, texts, units, index, slots, header}
}

export type Hashes = readonly [hash: number, check: number]

/** Two hashes of a key, as unsigned integers. */
export function hashesOf(key: string): Hashes {
  return [hashString(key) >>> 0, hashString(key, 0x2545f491) >>> 0]
}

/** Keys that no name has: a place is also found by its id, a capital by its country. */
export const idKey = (id: string) => `\u0000${id}`
export const capitalKey = (country: string) => `\u0001${country}`

/** Where places of a country are found by the skeleton of their names (`name-skeleton.ts`). */
export const soundKey = (country: string, skeleton: string) => `\u0002${country}/${skeleton}`

/** The names under which a place is found. */
export function nameKeys({name, aliases}: Pick<PlaceRecord, 'name' | 'aliases'>): Set<string> {
  const keys = new Set<string>()
  for (const text of [name, ...aliases]) {
    const key = normaliseName(text)
    if (key !== '') keys.add(key)
  }
  return keys
}
