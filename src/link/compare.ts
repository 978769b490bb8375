/**
 * What speaks for and against two tellings being of one incident: signs, each with its strength and sentence.
 *
 * The weights stand in codebook/link-weights.csv. Place and day may contradict: then nothing outweighs them.
 */
import type {Evidence, WordProfile} from '../model/link-profile.ts'
import type {Telling} from '../model/telling.ts'
import {daySign, daysContradict} from './day-signs.ts'
import {figureSigns} from './figure-signs.ts'
import {judge} from './judge.ts'
import type {KinFamilies} from './kinds.ts'
import {likeness, wordingSign} from './likeness.ts'
import {placeSign, placesContradict} from './place-signs.ts'

/** Rows of codebook/link-weights.csv. */
export type Weights = ReadonlyMap<string, number>

/** Place first, then day; the order of the list is that in which an analyst reads it. */
export function compare(a: Telling, b: Telling, kin: KinFamilies, weights: Weights): Evidence[] {
  return [
    placeSign(a, b),
    daySign(a, b),
    ...typeSigns(a, b, kin),
    ...sideSigns(a, b),
    ...siteSigns(a, b),
    ...figureSigns(a, b),
    ...tacticSigns(a, b),
    ...thingSigns(a, b),
    ...wordingSign(a.words, b.words),
    ...wordSigns(a.words, b.words, weights)
  ]
}

/** Whether nothing can join the two, whatever else speaks for it. */
export function contradicts(a: Telling, b: Telling): boolean {
  return daysContradict(a, b) || placesContradict(a.place, b.place)
}

function typeSigns(a: Telling, b: Telling, kin: KinFamilies): Evidence[] {
  const words = `one is told as ${a.type}, the other as ${b.type}`
  if (a.type === b.type)
    return [
      {id: 'family-same', value: 1, because: `both are told as ${a.family}`},
      {id: 'type-same', value: 1, because: `both are told as ${a.type}`}
    ]
  if (a.family === b.family) return [{id: 'family-same', value: 1, because: words}]
  const isTold =
    a.families.includes(b.family) || b.families.includes(a.family) || isDeadOf(a, b) || isDeadOf(b, a)
  if (isTold) return [{id: 'family-told', value: 1, because: `${words}, and one tells of both`}]
  return [{id: kin.has(`${a.family}/${b.family}`) ? 'family-kin' : 'family-other', value: 1, because: words}]
}

/** A killing is what a report calls it that tells of the dead alone: whatever else has dead may be it. */
function isDeadOf({type}: Telling, {figures}: Telling): boolean {
  return type === 'killing' && figures.some(figure => figure.startsWith('killed '))
}

/** Named groups tell more than "police" and "protesters". */
function sideSigns(a: Telling, b: Telling): Evidence[] {
  const groups = shared(a.groups, b.groups)
  if (groups.length)
    return [{id: 'groups-shared', value: 1, because: `both name ${groups.slice(0, 3).join(', ')}`}]
  const sides = shared(a.sides, b.sides)
  if (sides.length)
    return [{id: 'sides-shared', value: 1, because: `both name ${sides.slice(0, 3).join(', ')}`}]
  return a.groups.length && b.groups.length
    ? [{id: 'groups-other', value: 1, because: `one names ${a.groups[0]}, the other ${b.groups[0]}`}]
    : []
}

/** Two markets of one city, bombed on one day, are two incidents. */
function siteSigns({sites: a}: Telling, {sites: b}: Telling): Evidence[] {
  if (a.length === 0 || b.length === 0) return []
  const both = shared(a, b)
  return both.length
    ? [{id: 'site-shared', value: 1, because: `both name ${both[0]}`}]
    : [{id: 'site-other', value: 1, because: `one names ${a[0]}, the other ${b[0]}`}]
}

function tacticSigns({tactics: a}: Telling, {tactics: b}: Telling): Evidence[] {
  const both = shared(a, b)
  if (both.length === 0) return []
  const value = both.length / Math.min(a.length, b.length)
  return [{id: 'tactics-shared', value, because: `both tell of ${both.slice(0, 3).join(', ')}`}]
}

/** A mosque and a van: bombs in one town on one day may be two. */
function thingSigns({things: a}: Telling, {things: b}: Telling): Evidence[] {
  if (a.length === 0 || b.length === 0) return []
  const both = shared(a, b)
  if (both.length === 0)
    return [{id: 'things-other', value: 1, because: `one tells of ${a[0]}, the other of ${b[0]}`}]
  const value = both.length / Math.min(a.length, b.length)
  return [{id: 'things-shared', value, because: `both tell of ${both.slice(0, 3).join(', ')}`}]
}

function shared(a: readonly string[], b: readonly string[]): string[] {
  return a.filter(word => b.includes(word))
}

/**
 * What the words alone would say, as logarithm of the odds, made one sign for and one against: place, day and type say much of
 * the same, so that the words may not be counted in full beside them.
 */
function wordSigns(a: WordProfile, b: WordProfile, weights: Weights): Evidence[] {
  const found = likeness(a, b)
  if (found.length === 0) return []
  const odds = judge(found, weights).sum - weights.get('threshold')!
  const counts = ({id, value}: Evidence) => value * (weights.get(id) ?? 0)
  const share = Math.min(1, Math.min(a.length, b.length) / fullWords)
  const because = found
    .filter(sign => sign.id !== 'short-text' && counts(sign) > 0 === odds >= 0)
    .sort((x, y) => Math.abs(counts(y)) - Math.abs(counts(x)))
    .slice(0, 2)
    .map(sign => sign.because)
    .join('; ')
  return odds >= 0
    ? [{id: 'words-alike', value: Math.min(1, odds / fullOdds), because}]
    : [{id: 'words-unlike', value: Math.min(1, -odds / fullOdds) * share, because}]
}

/** A flash of one sentence lacks most of what a report tells: a text of so many words or more speaks fully against. */
const fullWords = 40

/** Logarithm of the odds from which words speak fully. */
const fullOdds = 6
