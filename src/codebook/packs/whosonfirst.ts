/**
 * Reads packs of Who's On First, twice: first the units, to know in which country, province and district the others lie.
 *
 * A record that names its GeoNames twin is that place, unless the two lie far apart.
 */
import {distanceKm} from '../../algorithms/great-circle.ts'
import type {Gazetteer} from '../gazetteer.ts'
import type {PlaceSource} from '../gazetteer-file.ts'
import type {Features} from './features.ts'
import type {LineReader} from './geonames.ts'
import {type Unit, UnitTwins} from './units.ts'
import {isUsable} from './usable-name.ts'
import {recordOf, type WhosOnFirstRecord} from './whosonfirst-record.ts'
import type {GazetteerWriter} from './writer.ts'

export const whosOnFirst: PlaceSource = {
  name: "Who's On First",
  licence: 'CC0 1.0; some of its sources CC BY',
  attribution: "Contains data from Who's On First (whosonfirst.org/docs/licenses)"
}

/** Towns whose points lie farther apart than this are two, whatever the source says. */
const farthestTwinKm = 50

const unitKinds = ['country', 'admin1', 'admin2'] as const

interface KnownUnit {
  readonly id: string
  readonly name: string
  readonly country: string | null
}

export class WhosOnFirst {
  readonly #writer: GazetteerWriter
  readonly #embedded: Gazetteer
  readonly #features: Features
  readonly #fileCountry: string | null
  readonly #records: WhosOnFirstRecord[] = []
  readonly #twins: UnitTwins
  readonly #units = new Map<number, KnownUnit>()
  /** Of what may be a parent: its GeoNames id, or 0. */
  readonly #localities = new Map<number, number>()
  #onlyCountry: string | null = null

  /** `fileName` tells the country where the records do not: "wof-iq.jsonl.gz", "whosonfirst-data-admin-iq". */
  constructor(writer: GazetteerWriter, embedded: Gazetteer, features: Features, fileName: string) {
    this.#writer = writer
    this.#embedded = embedded
    this.#features = features
    this.#twins = new UnitTwins(embedded)
    this.#fileCountry = /[-_]([a-z]{2})\./i.exec(fileName)?.[1]?.toUpperCase() ?? null
  }

  /** First reading. */
  readonly gather: LineReader = line => {
    const record = recordOf(line)
    if ('refused' in record) return record
    const kind = this.#features.get(`whosonfirst:${record.placetype}`)?.kind
    if (unitKinds.some(unit => unit === kind)) this.#records.push(record)
    if (record.placetype !== 'locality') return 'kept'
    const {wofId, region, county} = record
    const geoNamesId = this.#geoNamesId(record)
    this.#localities.set(wofId, geoNamesId ?? 0)
    const known = geoNamesId === null ? null : this.#embedded.withId(`geonames:${geoNamesId}`)
    if (known)
      this.#twins.addTown(
        region === null ? null : String(region),
        county === null ? null : String(county),
        known
      )
    return 'kept'
  }

  /** Between the readings: countries, then what lies in them. */
  joinUnits(): void {
    for (const kind of unitKinds) {
      const records = this.#records.filter(
        ({placetype}) => this.#features.get(`whosonfirst:${placetype}`)!.kind === kind
      )
      const units = records.map(
        (record): Unit => ({
          key: String(record.wofId),
          kind,
          name: record.name,
          names: namesOf(record),
          country: kind === 'country' ? codeOf(record) : this.#countryOf(record),
          admin1: this.#units.get(record.region ?? 0)?.name ?? null
        })
      )
      const twins = this.#twins.of(units)
      for (const [i, {wofId, gnId, name}] of records.entries()) {
        const {key, country} = units[i]!
        const twin = twins.get(key)
        this.#units.set(wofId, {
          id: twin?.id ?? sourceId(wofId, gnId),
          name: twin?.name ?? name,
          country: twin?.country ?? country
        })
      }
      const countries = new Set([...this.#units.values()].map(({country}) => country))
      if (kind === 'country' && countries.size === 1) this.#onlyCountry = [...countries][0]!
    }
  }

  /** Second reading. */
  readonly place: LineReader = line => {
    const record = recordOf(line)
    if ('refused' in record) return record
    const feature = this.#features.get(`whosonfirst:${record.placetype}`)
    if (!feature) return 'left out'
    const {wofId, name, lat, lon, population} = record
    if (!isUsable(name, true)) return {refused: `"${name}" is no name`}
    const unit = this.#units.get(wofId)
    const country = unit ? unit.country : this.#countryOf(record)
    if (country === null && feature.precision !== 'area')
      return {refused: 'names no country; give "country" as two letters, or name the file "...-iq.jsonl"'}
    const isCountry = feature.kind === 'country'
    this.#writer.add({
      id: unit?.id ?? sourceId(wofId, this.#geoNamesId(record)),
      name,
      aliases: namesOf(record).filter(alias => isUsable(alias, isCountry)),
      lat,
      lon,
      ...feature,
      country,
      admin1: isCountry ? null : (this.#units.get(record.region ?? 0)?.name ?? null),
      admin2: isCountry ? null : (this.#units.get(record.county ?? 0)?.name ?? null),
      population,
      parent: this.#parentOf(record)
    })
    return 'kept'
  }

  #countryOf(record: WhosOnFirstRecord): string | null {
    const unit = [record.country, record.region, record.county]
      .map(id => this.#units.get(Number(id ?? 0))?.country)
      .find(country => country)
    return codeOf(record) ?? unit ?? this.#onlyCountry ?? this.#fileCountry
  }

  #parentOf({wofId, locality}: WhosOnFirstRecord): string | null {
    if (locality === null || locality === wofId) return null
    const geoNamesId = this.#localities.get(locality)
    return geoNamesId === undefined ? null : sourceId(locality, geoNamesId || null)
  }

  #geoNamesId({gnId, lat, lon}: WhosOnFirstRecord): number | null {
    if (gnId === null) return null
    const twin = this.#embedded.withId(`geonames:${gnId}`)
    return twin && distanceKm(twin, {lat, lon}) > farthestTwinKm ? null : gnId
  }
}

function sourceId(wofId: number, geoNamesId: number | null): string {
  return geoNamesId === null ? `whosonfirst:${wofId}` : `geonames:${geoNamesId}`
}

function codeOf({country}: WhosOnFirstRecord): string | null {
  return typeof country === 'string' && /^[A-Z]{2}$/.test(country) ? country : null
}

function namesOf({names}: WhosOnFirstRecord): string[] {
  return [...new Set(Object.values(names).flat())]
}
