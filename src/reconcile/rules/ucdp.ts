/**
 * The rule `ucdp`: low, best and high deaths over reliable accounts, by side; nothing where no organised actor kills or is killed.
 *
 *     one account, 8                                 8, 8, 8
 *     police 8, an unnamed source "perhaps 15"       8, best 8, high 15: the higher is less reliable
 *     police 8, a hospital 12                        8, best 12, high 12
 *     an army's 200 dead rebels, a monitor's 40      40: what a side says of the other does not count beside others
 *
 * Whether the dyad passed 25 deaths in a year is unknown here.
 */
import type {Figure} from '../../model/assessment.ts'
import type {Place} from '../../model/contract.ts'
import type {When} from '../../model/date.ts'
import type {Row} from '../figure-rows.ts'
import {rangeOf, wholesOf} from '../ranges.ts'
import {namesOf, partOfToll, type Rule, type Setting, type Step, type Toll, type Verdict} from '../rule.ts'

export const ucdp: Rule = {
  id: 'ucdp',
  version: '1',
  outcomes: ['killed'],
  isSingle: false,
  weigh(rows, toll) {
    const {setting} = toll
    const none = (why: string): Verdict => ({
      ...{low: null, best: null, high: null, open: false, used: []},
      aside: rows.map(row => ({row, why})),
      steps: [{step: 'none', because: why, rows: []}]
    })
    if (!setting.dyad) return none('no organised actor is on either side')
    if (!rows.some(({stated}) => stated > 0)) return none('no account gives a death')
    const {aside, used} = reliable(rows)
    const {low, high} = rangeOf(used)
    const most = Math.max(...used.map(trust))
    const top = used.filter(row => trust(row) === most)
    const best = rangeOf(top).high!
    const atBest = top.filter(({stated}) => stated === best)
    const isTotal = rows === toll.rows
    const sides = isTotal ? bySide(best, toll, setting.dyad) : null
    const steps: Step[] = [
      {
        step: 'best',
        because: `${best}: the highest of the most reliable, by ${namesOf(atBest)}`,
        rows: atBest
      }
    ]
    if (high! > best)
      steps.push({
        step: 'high',
        because: `${high} is less reliable, and moves only the upper end`,
        rows: used.filter(({stated}) => stated === high)
      })
    if (sides) steps.push({step: 'sides', because: sides.because, rows: []})
    return {
      low,
      best,
      high,
      open: false,
      used,
      aside,
      steps,
      ...(sides ? {besides: {sides: sides.sides, precision: precisionOf(setting)}} : {})
    }
  }
}

/** Latest figures of those who are no side; where only sides speak, theirs. */
function reliable(rows: readonly Row[]): {used: Row[]; aside: {row: Row; why: string}[]} {
  const wholes = wholesOf(rows)
  const latest = wholes.filter(({status}) => status !== 'superseded')
  const free = latest.filter(({weight}) => weight !== 'interested')
  const used = free.some(({stated}) => stated > 0) || free.length === latest.length ? free : latest
  const aside = rows
    .filter(row => !used.includes(row))
    .map(row => ({
      row,
      why: !wholes.includes(row)
        ? partOfToll
        : row.status === 'superseded'
          ? 'the same origin gave a later figure'
          : `not reliable here: ${row.because}`
    }))
  return {used, aside}
}

function trust({weight, isSure, account, status}: Row): number {
  if (weight === 'accepted') return 4
  if (weight === 'interested') return 0
  if (!isSure || status === 'inconsistent') return 1
  return account.interest === 'independent' ? 3 : 2
}

/** The four parts add up to the best figure; what the groups leave open is unknown. */
function bySide(
  best: number,
  {groups}: Toll,
  {a, b}: NonNullable<Setting['dyad']>
): {sides: NonNullable<Figure['sides']>; because: string} {
  const of = (group: string): number => {
    const {used} = reliable(groups.get(group) ?? [])
    const most = Math.max(...used.map(trust))
    return rangeOf(used.filter(row => trust(row) === most)).high ?? 0
  }
  const fighters = (side: typeof b) =>
    side === 'state' ? of('security-forces') : side === 'other' && a !== b ? of('militants') : 0
  const others = [...groups.keys()].filter(group => group !== 'security-forces' && group !== 'militants')
  const told = of('civilians') || others.reduce((sum, group) => sum + of(group), 0)
  const [ofA, ofB] = [fighters(a), fighters(b)]
  // Whoever dies of one-sided violence, but for the attackers, did not fight.
  const civilians = b === 'civilians' ? Math.max(0, best - ofA) : told
  const unknown = best - ofA - ofB - civilians
  if (unknown < 0)
    return {
      sides: {a: 0, b: 0, civilians: 0, unknown: best},
      because: 'the groups told add up to more than the best figure: whose the dead are is unknown'
    }
  return {
    sides: {a: ofA, b: ofB, civilians, unknown},
    because:
      unknown > 0 ? `whose ${unknown} of the dead are is not told` : 'by the groups that accounts tell of'
  }
}

function precisionOf({when, place}: Setting): NonNullable<Figure['precision']> {
  return {date: datePrecision(when), place: place && placePrecision[place.precision]}
}

/** An exact place, a district or area, a province, a country; a line, waters and "near" are for coding to say. */
const placePrecision: Readonly<Record<Place['precision'], number>> = {
  site: 1,
  town: 1,
  area: 3,
  admin1: 4,
  country: 6
}

/** One day; two to six; a week; a month; longer. */
function datePrecision({from, to}: When): number {
  const days = Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000) + 1
  return days <= 1 ? 1 : days <= 6 ? 2 : days === 7 ? 3 : days <= 31 ? 4 : 5
}
