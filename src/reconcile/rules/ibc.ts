/**
 * The rule `ibc`: the lowest and highest number of civilians over independent origins (RECONCILE, "Rules to run").
 *
 *     hospital 5, residents 9               5 to 9
 *     five dead; an officer: five fighters  0 to 5: whether they were civilians is doubted
 *     only the army that is accused speaks  none: no independent origin
 *
 * Each account names its outlets and its witness apart. Fighters and soldiers are not counted.
 */
import type {Row} from '../figure-rows.ts'
import {rangeOf} from '../ranges.ts'
import {inNumbers, namesOf, type Rule, type Step} from '../rule.ts'

export const ibc: Rule = {
  id: 'ibc',
  version: '1',
  outcomes: ['killed', 'injured'],
  isSingle: false,
  weigh(rows, {setting}) {
    const isFighter = ({group}: Row) => ['state', 'other'].includes(setting.scales.armsOf(group))
    const aside: {row: Row; why: string}[] = []
    const used: Row[] = []
    for (const row of rows) {
      if (row.status === 'superseded') aside.push({row, why: 'the same origin gave a later figure'})
      else if (isFighter(row)) aside.push({row, why: `counts no civilians: ${row.group}`})
      else if (row.weight === 'interested') aside.push({row, why: `not independent: ${row.because}`})
      else used.push(row)
    }
    const {low, high} = rangeOf(used)
    if (low === null || high === null) {
      const because = rows.length ? 'no independent origin tells of civilians' : 'no account gives a number'
      return {low, best: null, high, open: false, used, aside, steps: [{step: 'none', because, rows: []}]}
    }
    const steps: Step[] = [
      {
        step: 'range',
        because: `${low} to ${high} over ${new Set(used.map(({account}) => account.id)).size} independent origins: ${namesOf(used)}`,
        rows: used
      }
    ]
    const doubt = rows.find(
      row =>
        isFighter(row) &&
        row.stated > 0 &&
        used.some(other => other.account !== row.account && other.stated === row.stated)
    )
    if (doubt)
      steps.push({
        step: 'low',
        because: `0: ${doubt.account.origin} counts the same ${inNumbers(doubt)} as ${doubt.group.replaceAll('-', ' ')}, so that civilian status is in doubt`,
        rows: [doubt]
      })
    const min = doubt ? 0 : low
    return {low: min, best: min === high ? high : null, high, open: false, used, aside, steps}
  }
}
