/**
 * Which tellings are compared at all: those that meet in a block, a place and stretch of time, say, or a rare name and a day.
 *
 * A telling **files** itself under some blocks and **asks** some (its own and their neighbours). In a block only the
 * `anchorsPerBlock` tellings with the smallest `rank` are its anchors. Two tellings are compared if one is an anchor of a
 * block that it filed and the other asks. So a small block is compared wholly, one of 5,000 costs 5,000 times the anchors,
 * and which pairs are compared depends on the set of tellings alone, never on the order of arrival. Asking is mutual: if a
 * asks a block that b files, b asks a block that a files.
 *
 *     cell        the place's H3 cell (about 10 km), day, kind of happening; asks the six cells around
 *     region      a wider cell (70 km), for places told by province or district
 *     country     for places told by country or a part of it, or by a name that no gazetteer has
 *     word        a rare name, or a figure and a country, and the day: small incidents of a busy day and place, texts without place
 *     copy        bands of the wording (MinHash), whatever place and day were read
 *
 * Kinds of happening are families joined by codebook/kin-families.csv: whatever may be told as the other meets in one block.
 */
import {gridDisk, latLngToCell} from 'h3-js'
import {hashString} from '../algorithms/hash.ts'
import {hasDay, type Telling} from '../model/telling.ts'
import {lateDays} from './day-signs.ts'
import {isCountryPart} from './place-signs.ts'

/** The block is compared wholly while it has at most so many. */
export const anchorsPerBlock = 48

/** H3 resolutions: cells of 10 and of 69 km an edge. */
const cellResolution = 5
const regionResolution = 3
/** A stretch longer than this is filed by the weeks it touches. */
const shortDays = 3
/** A stretch longer than this says too little of the day to meet anybody by it. */
const longestDays = 45
const namesPerTelling = 4
const figuresPerTelling = 2
const bands = 4
const rowsPerBand = 4

/** "clash" and "riot" are one kind of happening, "abduction" another. */
export type KindOf = (family: string) => string

/** Numbers of the blocks, each a safe integer of 52 bits, sorted. */
export interface Blocks {
  readonly filed: readonly number[]
  readonly asked: readonly number[]
  readonly meetings: readonly Meeting[]
}

/** Whoever asks a block that is filed here files one that is asked here. */
export interface Meeting {
  readonly filed: readonly number[]
  readonly asked: readonly number[]
}

export function blocksOf(telling: Telling, kindOf: KindOf): Blocks {
  const meetings: Meeting[] = []
  const {files, asks} = timesOf(telling)
  const kind = kindOf(telling.family)
  const meet = (filedAs: string, askedAs: readonly string[]) => {
    if (files.length === 0) return
    meetings.push({
      filed: files.map(time => numberOf(`${filedAs}|${time}`)),
      asked: askedAs.flatMap(where => asks.map(time => numberOf(`${where}|${time}`)))
    })
  }
  const {place} = telling
  const country = place?.country ?? '-'
  const isPlaced = place !== null && place.lat !== null && place.precision !== 'country'
  if (isPlaced) {
    const at = (resolution: number) => latLngToCell(place.lat!, place.lon!, resolution)
    const region = at(regionResolution)
    const around = gridDisk(region, 1)
    if (place.precision === 'site' || place.precision === 'town') {
      const cell = at(cellResolution)
      meet(
        `cell ${cell} ${kind}`,
        gridDisk(cell, 1).map(near => `cell ${near} ${kind}`)
      )
      meet(
        `in region ${region} ${kind}`,
        around.map(near => `region ${near} ${kind}`)
      )
    } else {
      meet(
        `region ${region} ${kind}`,
        around.flatMap(near => [`region ${near} ${kind}`, `in region ${near} ${kind}`])
      )
    }
    meet(`in country ${country} ${kind}`, [`country ${country} ${kind}`])
    if (isCountryPart(place)) meet(`country ${country} ${kind}`, [`in country ${country} ${kind}`])
  } else if (country !== '-') {
    meet(`country ${country} ${kind}`, [`country ${country} ${kind}`, `in country ${country} ${kind}`])
  }
  for (const word of blockWords(telling, kind)) meet(word, [word])
  for (const band of bandsOf(telling)) {
    const own = [numberOf(band)]
    meetings.push({filed: own, asked: own})
  }
  return {
    filed: sorted(meetings.flatMap(({filed}) => filed)),
    asked: sorted(meetings.flatMap(({asked}) => asked)),
    meetings
  }
}

/** A smaller rank makes an anchor; of equal ranks the smaller key. */
export function rankOf({key}: Telling): number {
  return numberOf(key)
}

/**
 * Under which times a telling files, and which it asks. A day: "d19787"; the day of publication where no day is told, which may
 * lie some days behind: "p19787"; a week, for longer stretches: "w2826".
 */
function timesOf(telling: Telling): {files: readonly string[]; asks: readonly string[]} {
  if (!hasDay(telling)) return {files: [], asks: []}
  const [from, to] = [telling.when.from, telling.when.to].map(dayNumber) as [number, number]
  if (to - from > longestDays) return {files: [], asks: []}
  const days = range(from, to)
  const weeks = [...new Set(days.map(weekOf))]
  const named = (prefix: string, numbers: readonly number[]) => numbers.map(number => `${prefix}${number}`)
  if (to - from >= shortDays) {
    const all = weeks.flatMap(week => range(7 * week, 7 * week + 6))
    const files = named('w', weeks)
    return {files, asks: [...files, ...named('d', all), ...named('p', all)]}
  }
  const isInferred = telling.when.known === 'inferred'
  return {
    files: named(isInferred ? 'p' : 'd', days),
    asks: [
      ...named('w', weeks),
      ...named('d', range(from - (isInferred ? lateDays : 1), to + 1)),
      ...named('p', range(from - (isInferred ? lateDays : 1), to + lateDays))
    ]
  }
}

const dayNumber = (day: string) => Math.floor(Date.parse(day.slice(0, 10)) / 86_400_000)
const weekOf = (day: number) => Math.floor(day / 7)
const range = (from: number, to: number) => Array.from({length: to - from + 1}, (_, i) => from + i)

/** Names and figures are met by hash order where they are equally rare, so that alike tellings choose alike. */
function blockWords({words: {names}, figures, place}: Telling, kind: string): string[] {
  const country = place?.country ?? '-'
  return [
    ...names.slice(0, namesPerTelling).map(([hash]) => `name ${hash}`),
    ...figures
      .toSorted((a, b) => hashString(a) - hashString(b))
      .slice(0, figuresPerTelling)
      .map(figure => `figure ${figure.replace('+', '')} ${country} ${kind}`),
    ...(place && place.gazetteerId === null ? [`named ${place.name.toLowerCase()} ${country}`] : [])
  ]
}

function bandsOf({words: {wording, rows}}: Telling): string[] {
  if (rows === 0) return []
  return Array.from(
    {length: bands},
    (_, i) => `copy ${i} ${wording.slice(i * rowsPerBand, (i + 1) * rowsPerBand).join(' ')}`
  )
}

function sorted(blocks: readonly number[]): number[] {
  return [...new Set(blocks)].sort((a, b) => a - b)
}

/** 52 bits. */
function numberOf(text: string): number {
  const low = hashString(text) >>> 0
  const high = hashString(text, 0x9e3779b9) & 0xfffff
  return high * 2 ** 32 + low
}
