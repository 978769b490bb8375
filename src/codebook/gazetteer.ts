/**
 * Looks up places by name, in gazetteer/gazetteer.bin (compiled by gazetteer/compile.ts) and in the packs a user imported.
 *
 * A place that several files hold under one id is one place: the first file
 * says what it is, the others add names and what it left empty; the largest
 * population counts. Sources are named in the header of each file.
 */
import {readdirSync} from 'node:fs'
import {basename, join} from 'node:path'
import {capitalKey, hashesOf, idKey, soundKey} from './gazetteer-file.ts'
import {inLatinLetters, nameSkeleton} from './name-skeleton.ts'
import {type Box, type KnownPlace, PlaceFile} from './place-file.ts'
import {normaliseName} from './place-names.ts'

export type {KnownPlace} from './place-file.ts'

/** So many places are kept of what was looked up: some 10 MB. */
const mostKnown = 50_000

export class Gazetteer {
  /** The version of the embedded file, then name and version of each pack. */
  readonly version: string
  readonly files: readonly PlaceFile[]
  /** What was found last, by name as written: reports repeat their names. */
  readonly #known = new Map<string, readonly KnownPlace[]>()
  #knownPlaces = 0

  /** `files`: the embedded one first. */
  constructor(files: readonly PlaceFile[]) {
    this.files = files
    this.version = files
      .map(({path, header}, i) =>
        i === 0 ? header.version : `${basename(path, packEnding)}@${header.version}`
      )
      .join('+')
  }

  /** Without the packs: what weights were trained with. */
  get embedded(): Gazetteer {
    return this.files.length === 1 ? this : new Gazetteer(this.files.slice(0, 1))
  }

  /** Every place of that name, the most populous first. */
  named(name: string): KnownPlace[] {
    const known = this.#known.get(name)
    if (known) return [...known]
    const key = normaliseName(name)
    const places = key === '' ? [] : this.#found(key)
    this.#remember(name, places)
    return [...places]
  }

  /** Towns of a country whose name in Latin letters may be another way to write this one, the most populous first. */
  soundingLike(name: string, country: string): KnownPlace[] {
    const skeleton = nameSkeleton(inLatinLetters(name))
    return skeleton === '' ? [] : this.#found(soundKey(country, skeleton))
  }

  withId(id: string): KnownPlace | null {
    return this.#found(idKey(id))[0] ?? null
  }

  /** By ISO 3166-1 alpha-2 code. */
  country(code: string): KnownPlace | null {
    return this.withId(`country:${code}`)
  }

  capitalOf(country: string): KnownPlace | null {
    const key = hashesOf(capitalKey(country))
    for (const file of this.files) {
      const [place] = file.found(key)
      if (place) return this.#merged(place)
    }
    return null
  }

  /** Towns with so many people or more in a box of the embedded file, the most populous first. Reads every row: some milliseconds. */
  townsWithin(box: Box, leastPopulation: number): KnownPlace[] {
    return this.files[0]!.within(box, leastPopulation)
      .filter(({precision, kind}) => precision === 'town' && kind !== 'suburb')
      .sort(byPopulation)
  }

  #found(key: string): KnownPlace[] {
    if (this.files.length === 1) {
      const places = this.files[0]!.found(hashesOf(key))
      return places.length > 1 ? places.sort(byPopulation) : places
    }
    const found = new Map<string, KnownPlace>()
    const hashes = hashesOf(key)
    for (const file of this.files)
      for (const place of file.found(hashes))
        if (!found.has(place.id)) found.set(place.id, this.#merged(place))
    return [...found.values()].sort(byPopulation)
  }

  #remember(key: string, places: readonly KnownPlace[]): void {
    // A name without a place costs about as much to keep as one with it.
    this.#knownPlaces += places.length + 1
    if (this.#knownPlaces > mostKnown) {
      this.#known.clear()
      this.#knownPlaces = 0
    }
    this.#known.set(key, places)
  }

  /** What all files say of the place, whichever of them has the name that was looked for. */
  #merged(place: KnownPlace): KnownPlace {
    if (this.files.length === 1) return place
    const hashes = hashesOf(idKey(place.id))
    return this.files.flatMap(file => file.found(hashes)).reduce(joined)
  }
}

function joined(first: KnownPlace, other: KnownPlace): KnownPlace {
  return {
    ...first,
    country: first.country ?? other.country,
    admin1: first.admin1 ?? other.admin1,
    admin2: first.admin2 ?? other.admin2,
    parent: first.parent ?? other.parent,
    population: Math.max(first.population, other.population)
  }
}

function byPopulation(a: KnownPlace, b: KnownPlace): number {
  return b.population - a.population || (a.id < b.id ? -1 : 1)
}

export const packEnding = '.bin'

/** `packs`: a folder of imported packs, each read besides the file at `path`. */
export function loadGazetteer(path: string, packs: string | null = null): Gazetteer {
  const embedded = new PlaceFile(path, 'make it with "npm run build:gazetteer"')
  return new Gazetteer([embedded, ...(packs === null ? [] : readPacks(packs))])
}

function readPacks(folder: string): PlaceFile[] {
  return readdirSync(folder)
    .filter(name => name.endsWith(packEnding))
    .sort()
    .map(
      name =>
        new PlaceFile(join(folder, name), 'import it anew with "dateline gazetteer import", or remove it')
    )
}
