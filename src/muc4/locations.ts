/** Places that a template may have, as keys write them: "COLOMBIA: ANTIOQUIA (DEPARTMENT): MEDELLIN (CITY)". */
import {hashString} from '../algorithms/hash.ts'
import {type Choice, distance, firstOf, lead, nearer} from './choice.ts'
import type {Muc4Codebook} from './codebook.ts'
import type {ReadItem} from './item.ts'

export const placeKinds = ['country', 'known', 'named', 'quarter', 'composed'] as const

export interface PlaceChoice extends Choice {
  /** `known`: a location of keys; `named`: made from the gazetteer; `composed`: a town in a department. */
  readonly kind: (typeof placeKinds)[number]
  readonly uses: Set<string>
}

const sorts = 'DEPARTMENT|PROVINCE|MUNICIPALITY|NEIGHBORHOOD|TOWN|VILLAGE|JURISDICTION|DISTRICT|REGION|PORT'
const endsInSort = new RegExp(` (${sorts}|CITY)$`)
const sortWithin = new RegExp(` (${sorts})$`)
const sortBehind = new RegExp(`^ (${sorts})\\b`)
const sortBefore = new RegExp(`\\b(${sorts}) OF (?:THE )?$`)
/** "NORTHERN LIMA" is Lima. */
const directions =
  /^(?:(?:NORTH|SOUTH|EAST|WEST)(?:ERN)?|(?:NORTH|SOUTH)(?:EAST|WEST)(?:ERN)?|CENTRAL|DOWNTOWN|METROPOLITAN|GREATER) (?=[A-Z]{3})/

/** The country that the item is about, where nothing nearer says so. */
export function homeOf({item, report}: ReadItem, codebook: Muc4Codebook): string {
  const home = item.headerPlace && codebook.homes.get(item.headerPlace.toUpperCase())
  if (home) return home
  const counts = new Map<string, number>()
  for (const {country, mentions} of report.places) {
    const name = country && codebook.countries.get(country)
    if (name) counts.set(name, (counts.get(name) ?? 0) + mentions.length)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? 'EL SALVADOR'
}

export function placeChoices(
  read: ReadItem,
  codebook: Muc4Codebook,
  known: ReadonlyMap<string, readonly string[]>
): PlaceChoice[] {
  const {item, report} = read
  const {text, syntax} = report
  const found = new Map<string, PlaceChoice>()
  const add = (kind: PlaceChoice['kind'], value: string, use: string, from?: number) => {
    const choice = found.get(value) ?? {value, kind, sentences: [], uses: new Set<string>()}
    found.set(value, choice)
    choice.uses.add(use)
    if (from !== undefined) choice.sentences.push(syntax.sentenceAt(from)?.index ?? 0)
  }
  const header = known.get(item.headerPlace?.toUpperCase() ?? '')?.[0]
  const home = homeOf(read, codebook)
  const capital = (country: string) => known.get(codebook.capitals.get(country) ?? '')?.[0]
  for (const place of report.places) {
    const country = codebook.countries.get(place.country ?? '')
    for (const {from, to, use} of place.mentions) {
      const words = text.slice(from, to).toUpperCase().replace(/\s+/g, ' ')
      const whole = words.replace(endsInSort, '')
      const name = known.has(whole) ? whole : whole.replace(directions, '')
      const sort =
        words.match(sortWithin)?.[1] ??
        text
          .slice(to, to + 16)
          .toUpperCase()
          .match(sortBehind)?.[1] ??
        text
          .slice(Math.max(0, from - 24), from)
          .toUpperCase()
          .match(sortBefore)?.[1]
      const locations = (known.get(name) ?? []).filter(
        location => !sort || location.includes(`(${sort})`) || location.includes('NEIGHBORHOOD')
      )
      if (place.precision === 'country') {
        if (country) add('country', country, use, from)
      } else if (/^(?:THE )?(?:CAPITAL|CITY)$/.test(name)) {
        const value = capital(country ?? home)
        if (value) add('known', value, use, from)
      } else if (locations.length) for (const location of locations) add('known', location, use, from)
      else if (country) {
        if (sort === 'NEIGHBORHOOD') {
          if (header) add('quarter', `${header}: ${name} (NEIGHBORHOOD)`, use, from)
        } else if (sort || place.precision === 'admin1')
          add('named', `${country}: ${name} (${sort ?? 'DEPARTMENT'})`, use, from)
        else if (place.precision === 'town')
          for (const kind of ['CITY', 'TOWN']) add('named', `${country}: ${name} (${kind})`, use, from)
        else add('country', country, use, from)
      }
    }
  }
  for (const match of text.matchAll(quarters)) {
    const named = (match[1] ?? match[3])!.replace(/^.*\b(THE|IN|OF|FROM|TO|AT|NEAR|AND|ON|THIS) /, '')
    const sort = match[2] ?? 'NEIGHBORHOOD'
    const locations = known.get(named) ?? known.get(`${named} ${sort}`) ?? []
    for (const location of locations)
      if (!found.has(location)) add('known', location, 'locative', match.index)
    if (!locations.length && sort === 'NEIGHBORHOOD' && named.length > 2)
      for (const city of new Set([header, capital(home)]))
        if (city?.endsWith('(CITY)'))
          add('quarter', `${city}: ${named} (NEIGHBORHOOD)`, 'locative', match.index)
  }
  if (!found.has(home)) add('country', home, 'home')
  if (header) add('known', header, 'header')
  const main = capital(home)
  if (main && !found.has(main)) add('known', main, 'capital')
  compose(found)
  return [...found.values()]
}

/** "SAN MIGUELITO NEIGHBORHOOD", "THE NEIGHBORHOOD OF LA VEGA" */
const quarters =
  /\b([A-Z][A-Z.]+(?: [A-Z.]+){0,3}?) (NEIGHBORHOOD|DEPARTMENT|MUNICIPALITY|UNIVERSITY)\b|\bNEIGHBORHOOD OF ((?:LA |EL |LAS |LOS |SAN |SANTA )?[A-Z]+)/g

/** A town and a department of one sentence and country: the town lies there. */
function compose(found: Map<string, PlaceChoice>): void {
  const all = [...found.values()].filter(({value}) => value.split(':').length === 2)
  for (const town of all) {
    if (town.kind !== 'named' || !/\((CITY|TOWN|MUNICIPALITY|VILLAGE|JURISDICTION)\)$/.test(town.value))
      continue
    for (const department of all) {
      const [country, name] = town.value.split(': ') as [string, string]
      if (!department.value.endsWith('(DEPARTMENT)') || !department.value.startsWith(`${country}:`)) continue
      if (!town.sentences.some(at => department.sentences.includes(at))) continue
      const value = `${department.value}: ${name}`
      if (!found.has(value)) found.set(value, {...town, value, kind: 'composed'})
    }
  }
}

export function placeFeatures(
  read: ReadItem,
  choice: PlaceChoice,
  template: ReadonlySet<number>,
  all: readonly PlaceChoice[],
  type: string,
  home: string
): Int32Array {
  const features = new Set<number>()
  const add = (feature: string) => features.add(hashString(feature))
  const {value, kind, sentences, uses} = choice
  const near = Math.min(4, distance(choice, template))
  const parts = value.split(': ').length
  const fine = parts > 1
  const sort = value.match(/\(([^)]*)\)$/)?.[1] ?? 'country'
  const isHome = value.startsWith(home)
  const finer = all.filter(other => other.value.includes(':'))
  add('1')
  add(`value=${value}`)
  add(`kind=${kind}${parts}`)
  add(`kind=${kind}${parts}|near=${near}`)
  add(`sort=${sort}`)
  add(`sort=${sort}|near=${near}`)
  add(`home=${isHome}|${fine}`)
  add(`home=${isHome}|${near}`)
  for (const use of uses) {
    add(`use=${use}|${fine}`)
    add(`use=${use}|${near}|${fine}`)
  }
  add(`kind=${kind}${parts}|times=${Math.min(3, sentences.length)}`)
  add(`${fine}|nearer=${Math.min(3, nearer(choice, finer, template))}`)
  add(`${fine}|here=${Math.min(3, finer.filter(other => distance(other, template) === 0).length)}`)
  const inside = all.filter(other => other !== choice && other.value.startsWith(`${value}:`))
  add(`inside=${inside.some(other => distance(other, template) === 0)}|${parts}`)
  add(`insideAny=${inside.length > 0}|${parts}`)
  add(`${fine}|template=${Math.min(3, firstOf(template))}`)
  add(`${fine}|tag=${read.item.tags[0]}`)
  add(`${fine}|type=${type}`)
  add(`${fine}|most=${sentences.length === Math.max(0, ...finer.map(other => other.sentences.length))}`)
  add(`composed=${kind}|${all.some(other => other.kind === 'composed')}`)
  if (sentences.length) {
    add(`${fine}|first=${Math.min(4, firstOf(sentences))}`)
    add(`${fine}|lead=${lead(choice, template)}`)
  }
  return Int32Array.from(features).sort()
}

/** For trees: how fine it is, how it is named, and what finer ones there are. */
export function placeValues(choice: PlaceChoice, all: readonly PlaceChoice[], home: string): number[] {
  const {value, uses} = choice
  return [
    value.split(': ').length,
    value.startsWith(home) ? 1 : 0,
    uses.has('locative') ? 1 : 0,
    uses.has('header') ? 1 : 0,
    uses.has('home') || uses.has('capital') ? 1 : 0,
    all.filter(other => other !== choice && other.value.startsWith(`${value}:`)).length,
    all.length
  ]
}
