/**
 * The rule `acled`: one figure of deaths, the lowest until a better or a corroborated one (RECONCILE, "Rules to run").
 *
 *     police 3, hospital 5                        3
 *     police 3, hospital 5, a monitor 5           5: two free accounts agree
 *     the accused army 0, a hospital 5            5: the lowest rests on a side alone, and an independent source knows better
 *     "several", in a battle                      10; in a riot 3
 *     nothing but "casualties"                    none: a 0 in its place is the exporter's to write
 *
 * A figure over several days is split evenly over them, the remainder to the first.
 */
import {splitEvenly} from '../../algorithms/split-evenly.ts'
import type {Row} from '../figure-rows.ts'
import {wholesOf} from '../ranges.ts'
import {inNumbers, namesOf, partOfToll, type Rule, type Setting, type Step} from '../rule.ts'

export const acled: Rule = {
  id: 'acled',
  version: '1',
  outcomes: ['killed'],
  isSingle: true,
  weigh(rows, {setting}) {
    const isLarge = setting.scales.isLarge(setting.acledEventType)
    const aside: {row: Row; why: string}[] = []
    const told: {row: Row; figure: number; isVague: boolean}[] = []
    const wholes = wholesOf(rows)
    for (const row of rows) {
      const mapped = setting.scales.vague('acled', row.words, isLarge)
      if (row.status === 'superseded') aside.push({row, why: 'the same origin gave a later figure'})
      else if (!wholes.includes(row)) aside.push({row, why: partOfToll})
      else if (mapped === null) aside.push({row, why: `"${row.words}" is no figure to this rule`})
      else told.push({row, figure: mapped ?? row.from, isVague: mapped !== undefined})
    }
    if (told.length === 0) return {low: null, best: null, high: null, open: false, used: [], aside, steps: []}
    const steps: Step[] = []
    for (const {row, figure, isVague} of told)
      if (isVague)
        steps.push({step: 'vague', because: `"${row.words}" counts as ${figure} by the table`, rows: [row]})
    const lowest = Math.min(...told.map(({figure}) => figure))
    const atLowest = told.filter(({figure}) => figure === lowest).map(({row}) => row)
    const better = betterThan(lowest, atLowest, told)
    const value = better?.figure ?? lowest
    steps.push(
      better
        ? {
            step: 'best',
            because: `${value} in place of the lowest, ${lowest}: ${better.because}`,
            rows: better.rows
          }
        : {step: 'best', because: `${value}: the lowest figure, by ${namesOf(atLowest)}`, rows: atLowest}
    )
    const perDay = split(value, setting.when)
    if (perDay)
      steps.push({
        step: 'days',
        because: `split over ${perDay.length} days, the remainder to the first`,
        rows: []
      })
    return {
      low: value,
      best: value,
      high: value,
      open: false,
      used: told.map(({row}) => row),
      aside,
      steps,
      ...(perDay ? {besides: {perDay}} : {})
    }
  }
}

type Told = readonly {readonly row: Row; readonly figure: number; readonly isVague: boolean}[]

const isFree = ({weight}: Row) => weight !== 'interested'

/** A higher figure that two free accounts give, or an independent one where the lowest rests on sides or on hearsay. */
function betterThan(
  lowest: number,
  atLowest: readonly Row[],
  told: Told
): {figure: number; because: string; rows: readonly Row[]} | null {
  const backers = (rows: readonly Row[]) =>
    new Set(rows.filter(row => isFree(row) && row.isSure).map(({account}) => account.id)).size
  const higher = told.filter(({figure, isVague}) => figure > lowest && !isVague)
  const corroborated = [...Map.groupBy(higher, ({figure}) => figure)]
    .map(([figure, own]) => ({figure, rows: own.map(({row}) => row)}))
    .filter(({rows}) => backers(rows) > Math.max(1, backers(atLowest)))
    .sort((a, b) => backers(b.rows) - backers(a.rows) || a.figure - b.figure)[0]
  if (corroborated)
    return {...corroborated, because: `corroborated by ${namesOf(corroborated.rows.filter(isFree))}`}
  if (atLowest.some(row => isFree(row) && row.isSure)) return null
  const known = higher
    .filter(({row}) => row.isSure && (row.weight === 'accepted' || row.account.interest === 'independent'))
    .sort((a, b) => a.figure - b.figure)[0]
  return known
    ? {
        figure: known.figure,
        because: `${known.row.account.origin} is no side and sure of ${inNumbers(known.row)}`,
        rows: [known.row]
      }
    : null
}

/** 7 over three days: 3, 2, 2. Null for one day, and where the days are not known as such. */
function split(total: number, {from, to, precision}: Setting['when']): number[] | null {
  if (precision !== 'day' || from === to) return null
  const days = Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000) + 1
  if (!(days > 1 && days < 32)) return null
  return splitEvenly(total, days)
}
