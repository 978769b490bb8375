/**
 * Reads the lines of GeoNames files: dumps of places, tables of provinces and districts, alternate names.
 *
 * Form: download.geonames.org/export/dump/readme.txt. A line is kept, left out
 * (its feature is not in the table) or refused with a reason; none stops the import.
 */

import type {Gazetteer} from '../gazetteer.ts'
import type {PlaceRecord, PlaceSource} from '../gazetteer-file.ts'
import type {Features} from './features.ts'
import {type Unit, UnitTwins} from './units.ts'
import {isUsable} from './usable-name.ts'
import type {GazetteerWriter} from './writer.ts'

export type Outcome = 'kept' | 'left out' | {readonly refused: string}

/** Reads one line; what it says goes to the writer. */
export type LineReader = (line: string) => Outcome

export const geoNames: PlaceSource = {
  name: 'GeoNames',
  licence: 'CC BY 4.0',
  attribution: 'Contains data from GeoNames (geonames.org), CC BY 4.0'
}

/** Marks what is a code, not a name. */
const codeMark = '\u0002'

/** Ids are dense: 13 million today. What is beyond is a mistake, and would cost memory. */
const largestId = 2 ** 27

/** Codes that stand for a language where the name is a code, a link or a spelling of sounds. */
const noLanguages = new Set(['link', 'wkdt', 'post', 'iata', 'icao', 'faac', 'tcid', 'unlc', 'phon', 'piny'])

/** Smaller towns need not be looked for in the embedded gazetteer, which has few of them. */
const leastKnownPopulation = 500

/** A province or district, held until all its towns were read. */
interface HeldUnit {
  readonly number: number
  readonly key: string
  readonly record: PlaceRecord
}

export class GeoNames {
  readonly #writer: GazetteerWriter
  readonly #embedded: Gazetteer
  readonly #features: Features
  readonly #twins: UnitTwins
  /** Names of provinces and districts by code ("IQ.15", "IQ.15.388"), as the tables have them. */
  readonly #names = new Map<string, string>()
  readonly #held: HeldUnit[] = []
  /** Row + 1 by id. */
  #rows = new Uint32Array(2 ** 16)
  /** Rows of countries: their short names are no codes. */
  readonly #countries = new Set<number>()

  constructor(writer: GazetteerWriter, embedded: Gazetteer, features: Features) {
    this.#writer = writer
    this.#embedded = embedded
    this.#features = features
    this.#twins = new UnitTwins(embedded)
  }

  /** Lines of admin1CodesASCII.txt and admin2Codes.txt. */
  readonly unit: LineReader = line => {
    const [code, name] = line.split('\t') as [string, string?]
    if (!/^[A-Z]{2}(?:\.[^.\s]+){1,2}$/.test(code))
      return {refused: `"${code}" is no code of a province or district`}
    if (!name) return {refused: `${code} has no name`}
    this.#names.set(copy(code), copy(name))
    return 'kept'
  }

  /** Lines of allCountries.txt, IQ.txt, cities500.txt ... */
  readonly place: LineReader = line => {
    const fields = line.split('\t')
    if (fields.length < 15) return {refused: `${fields.length} columns where a dump has 19`}
    const [id, name, ascii, alternates, lat, lon, featureClass, code, cc, , a1, a2, , , population] =
      fields as string[]
    const feature = this.#features.get(`geonames:${featureClass}.${code}`)
    if (!feature) return 'left out'
    const number = idOf(id!)
    if (number === null) return {refused: `"${id}" is no id of GeoNames`}
    if (!isUsable(name!, true)) return {refused: `"${name}" is no name`}
    if (!isDegrees(lat!, 90) || !isDegrees(lon!, 180)) return {refused: `"${lat}, ${lon}" is no point`}
    if (!/^(?:[A-Z]{2})?$/.test(cc!)) return {refused: `"${cc}" is no country code`}
    if (!/^\d*$/.test(population!)) return {refused: `"${population}" is no population`}
    const country = cc || null
    const admin1 = country && a1 && a1 !== '00' ? `${country}.${a1}` : null
    const admin2 = admin1 && a2 ? `${admin1}.${a2}` : null
    const record: PlaceRecord = {
      id: `geonames:${id}`,
      name: name!,
      aliases: [ascii!, ...alternates!.split(',')].filter(alias =>
        isUsable(alias, feature.kind === 'country')
      ),
      lat: Number(lat),
      lon: Number(lon),
      ...feature,
      country,
      admin1: admin1 && codeMark + admin1,
      admin2: admin2 && codeMark + admin2,
      population: Number(population),
      parent: null
    }
    const {kind} = feature
    const unit = kind === 'admin1' ? admin1 : kind === 'admin2' ? admin2 : null
    if (unit) this.#held.push({number, key: unit, record})
    else if (kind === 'country' || (featureClass === 'A' && kind === 'area' && admin1 === null)) {
      const row = this.#add(number, {...record, id: this.#countryId(record)})
      if (kind === 'country') this.#countries.add(row)
    } else {
      const known = record.population >= leastKnownPopulation ? this.#embedded.withId(record.id) : null
      if (known) this.#twins.addTown(admin1, admin2, known)
      this.#add(number, record)
    }
    return 'kept'
  }

  /** Between the places and the alternate names: provinces and districts, under the ids of their twins in the embedded gazetteer. */
  addUnits(): void {
    for (const kind of ['admin1', 'admin2'] as const) {
      const held = this.#held.filter(({record}) => record.kind === kind)
      const twins = this.#twins.of(this.#unitsOf(kind, held))
      for (const {number, key, record} of held) {
        const twin = twins.get(key)
        this.#names.set(key, twin?.name ?? this.#names.get(key) ?? record.name)
        this.#add(number, {...record, id: twin?.id ?? record.id})
      }
      for (const [key, {name}] of twins) this.#names.set(key, name)
    }
    this.#held.length = 0
  }

  /** Those of the dump, those of the tables, and those of which only towns were met. */
  #unitsOf(kind: 'admin1' | 'admin2', held: readonly HeldUnit[]): Unit[] {
    const units = new Map<string, Unit>()
    const add = (key: string, name: string | null, names: readonly string[]) => {
      const [country, code] = key.split('.')
      if (key.split('.').length !== (kind === 'admin1' ? 2 : 3) || units.has(key)) return
      const admin1 = kind === 'admin1' ? null : (this.#names.get(`${country}.${code}`) ?? null)
      units.set(key, {key, kind, name, names, country: country!, admin1})
    }
    for (const {key, record} of held) add(key, record.name, [this.#names.get(key) ?? '', ...record.aliases])
    for (const [key, name] of this.#names) add(key, name, [])
    for (const key of this.#twins.keys) add(key, null, [])
    return [...units.values()]
  }

  /** The name of what `admin1` and `admin2` of a record say by code; asked when all lines were read. */
  unitName(unit: string): string | null {
    return unit.startsWith(codeMark) ? (this.#names.get(unit.slice(codeMark.length)) ?? null) : unit
  }

  /** Lines of alternateNamesV2.txt; read after the places. */
  readonly alternateName: LineReader = line => {
    const fields = line.split('\t')
    if (fields.length < 4) return {refused: `${fields.length} columns where alternateNamesV2.txt has 10`}
    const [, id, language, name] = fields as string[]
    const number = idOf(id!)
    if (number === null) return {refused: `"${id}" is no id of GeoNames`}
    const row = (this.#rows[number] ?? 0) - 1
    if (row < 0 || noLanguages.has(language!) || !isUsable(name!, this.#countries.has(row))) return 'left out'
    this.#writer.addName(row, name!)
    return 'kept'
  }

  /** The country's id in the embedded gazetteer. Western Sahara is a territory by its feature, yet has a code of its own. */
  #countryId({id, kind, name, country}: PlaceRecord): string {
    const known = country === null ? null : this.#embedded.country(country)
    if (!known) return id
    const bearsName = () => this.#embedded.named(name).some(place => place.id === known.id)
    return kind === 'country' || bearsName() ? known.id : id
  }

  #add(id: number, record: PlaceRecord): number {
    const row = this.#writer.add(record)
    if (id >= this.#rows.length) {
      const larger = new Uint32Array(Math.min(largestId, Math.max(2 * this.#rows.length, id + 1)))
      larger.set(this.#rows)
      this.#rows = larger
    }
    this.#rows[id] = row + 1
    return row
  }
}

function idOf(text: string): number | null {
  const id = Number(text)
  return Number.isInteger(id) && id > 0 && id < largestId ? id : null
}

function isDegrees(text: string, most: number): boolean {
  return text !== '' && Math.abs(Number(text)) <= most
}

/** Apart from the line: a slice would keep the whole piece of the file in memory. */
function copy(text: string): string {
  return Buffer.from(text).toString()
}
