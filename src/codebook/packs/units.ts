/**
 * Joins countries, provinces and districts of a source to those of the embedded gazetteer, which have ids of their own.
 *
 * First by the names they share; then, for what is left, by their towns: "Ninawa"
 * holds Mosul, which the embedded gazetteer has in Nineveh. No unit is the twin of two.
 */
import type {Gazetteer, KnownPlace} from '../gazetteer.ts'
import type {PlaceKind} from '../gazetteer-file.ts'
import {normaliseName} from '../place-names.ts'

export interface Unit {
  /** What the source calls it: a code, an id. */
  readonly key: string
  readonly kind: Extract<PlaceKind, 'country' | 'admin1' | 'admin2'>
  /** Null where only its code is known. */
  readonly name: string | null
  readonly names: readonly string[]
  /** ISO 3166-1 alpha-2; null where the unit is a country to be found by its names. */
  readonly country: string | null
  /** The province of a district, as the embedded gazetteer calls it. */
  readonly admin1: string | null
}

/** Its own name counts twice: a province may share a second name with the next. */
const ownNameVotes = 2

/** More than so many towns of a unit have to lie in one unit of the embedded gazetteer. */
const leastShare = 0.5

export class UnitTwins {
  readonly #embedded: Gazetteer
  /** How many known towns of a unit lie in which unit of the embedded gazetteer, by name. */
  readonly #towns = new Map<string, Map<string, number>>()

  constructor(embedded: Gazetteer) {
    this.#embedded = embedded
  }

  /** A town of the source that lies in these units, and the same town in the embedded gazetteer. */
  addTown(admin1: string | null, admin2: string | null, known: KnownPlace): void {
    if (admin1 !== null && known.admin1 !== null) this.#add(admin1, known.admin1)
    if (admin2 !== null && known.admin2 !== null) this.#add(admin2, known.admin2)
  }

  /** Keys of units in which known towns lie. */
  get keys(): Iterable<string> {
    return this.#towns.keys()
  }

  /** By key of the unit: which of the embedded gazetteer it is. Units without a twin are left out. */
  of(units: readonly Unit[]): Map<string, KnownPlace> {
    const twins = new Map<string, KnownPlace>()
    const taken = new Set<string>()
    const take = (unit: Unit, place: KnownPlace | null) => {
      if (place === null || twins.has(unit.key) || taken.has(place.id)) return
      twins.set(unit.key, place)
      taken.add(place.id)
    }
    const byNames = units.flatMap(unit => {
      const best = this.#bestByNames(unit)
      return best ? [{unit, ...best}] : []
    })
    byNames.sort((a, b) => b.votes - a.votes || (a.unit.key < b.unit.key ? -1 : 1))
    for (const {unit, place} of byNames) take(unit, place)
    for (const unit of units) take(unit, this.#byTowns(unit))
    return twins
  }

  #byTowns({key, kind, country, admin1}: Unit): KnownPlace | null {
    const votes = [...(this.#towns.get(key) ?? [])]
    const all = votes.reduce((sum, [, count]) => sum + count, 0)
    const [name, most] = votes.reduce((best, vote) => (vote[1] > best[1] ? vote : best), ['', 0])
    if (most <= leastShare * all) return null
    const places = this.#embedded.named(name)
    return places.find(place => place.name === name && isSame(place, {kind, country, admin1})) ?? null
  }

  #bestByNames({kind, name, names, country, admin1}: Unit): {place: KnownPlace; votes: number} | null {
    if (kind === 'country' && country !== null) {
      const place = this.#embedded.country(country)
      return place && {place, votes: Number.POSITIVE_INFINITY}
    }
    if (name === null || (kind !== 'country' && country === null)) return null
    const votes = new Map<string, {place: KnownPlace; votes: number}>()
    const ask = (text: string, weight: number) => {
      for (const place of this.#embedded.named(text)) {
        if (!isSame(place, {kind, country, admin1})) continue
        const own = votes.get(place.id) ?? {place, votes: 0}
        own.votes += weight
        votes.set(place.id, own)
      }
    }
    ask(name, ownNameVotes)
    for (const key of new Set(names.map(normaliseName))) ask(key, 1)
    const sorted = [...votes.values()].sort((a, b) => b.votes - a.votes || (a.place.id < b.place.id ? -1 : 1))
    return sorted[0] ?? null
  }

  #add(key: string, name: string): void {
    const known = this.#towns.get(key)
    if (known) known.set(name, (known.get(name) ?? 0) + 1)
    // A copy: a slice of a line read would keep the whole piece of the file in memory.
    else this.#towns.set(Buffer.from(key).toString(), new Map([[name, 1]]))
  }
}

function isSame(place: KnownPlace, unit: Pick<Unit, 'kind' | 'country' | 'admin1'>): boolean {
  return (
    place.kind === unit.kind &&
    (unit.country === null || place.country === unit.country) &&
    (unit.kind !== 'admin2' || unit.admin1 === null || place.admin1 === null || place.admin1 === unit.admin1)
  )
}
