/**
 * The rule `gtd`: the figure of the most recent credible origin, else of the majority, else the lowest (RECONCILE, "Rules to run").
 *
 *     police 3 on Monday, a hospital 5 on Tuesday      5: the most recent
 *     police 3, a hospital 5, a monitor 5, one day     5: the majority
 *     police 3, a hospital 5, one day                  3: the lowest
 *     "at least 12"                                    12; "dozens" is too vague to be a figure
 *     only the attackers speak                         none: never the perpetrator's own claim alone
 */
import {lastDayOf, type Row} from '../figure-rows.ts'
import {wholesOf} from '../ranges.ts'
import {namesOf, partOfToll, type Rule, type Step} from '../rule.ts'

export const gtd: Rule = {
  id: 'gtd',
  version: '1',
  outcomes: ['killed', 'injured'],
  isSingle: true,
  weigh(rows, {setting}) {
    const aside: {row: Row; why: string}[] = []
    const told: Row[] = []
    const wholes = wholesOf(rows)
    for (const row of rows) {
      if (row.status === 'superseded') aside.push({row, why: 'the same origin gave a later figure'})
      else if (!wholes.includes(row)) aside.push({row, why: partOfToll})
      else if (setting.scales.vague('gtd', row.words, false) === null)
        aside.push({row, why: `"${row.words}" is too vague to be a figure`})
      else if (row.byDoer && row.weight !== 'accepted') aside.push({row, why: "the perpetrator's own claim"})
      else told.push(row)
    }
    const credible = told.filter(({weight, isSure}) => weight !== 'interested' && isSure)
    const used = credible.length ? credible : told
    for (const row of told)
      if (!used.includes(row)) aside.push({row, why: `not credible: ${row.because ?? 'told as hearsay'}`})
    const steps: Step[] = []
    const best = chosen(used, steps)
    if (best === null && rows.length)
      steps.push({
        step: 'none',
        because: 'no origin but the perpetrator gives a figure that is no vague word',
        rows: []
      })
    return {low: best, best, high: best, open: false, used, aside, steps}
  }
}

function chosen(rows: readonly Row[], steps: Step[]): number | null {
  if (rows.length === 0) return null
  const lastDay = lastDayOf(rows)
  const recent = rows.filter(({on}) => on === lastDay)
  const pick = (value: number, why: string, of: readonly Row[]) => {
    const behind = of.filter(({from}) => from === value)
    steps.push({step: 'best', because: `${value}: ${why}, by ${namesOf(behind)}`, rows: behind})
    return value
  }
  const figures = new Set(recent.map(({from}) => from))
  if (figures.size === 1) return pick([...figures][0]!, 'the most recent', recent)
  const backers = [...Map.groupBy(rows, ({from}) => from)]
    .map(([figure, own]) => ({figure, count: new Set(own.map(({account}) => account.id)).size}))
    .sort((a, b) => b.count - a.count || a.figure - b.figure)
  if (backers[0]!.count > (backers[1]?.count ?? 0))
    return pick(backers[0]!.figure, 'what most origins say', rows)
  return pick(
    Math.min(...recent.map(({from}) => from)),
    'the lowest of the most recent, as no majority speaks',
    recent
  )
}
