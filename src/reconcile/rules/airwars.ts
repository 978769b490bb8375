/**
 * The rule `airwars`: civilians killed or hurt as a range, graded by who stands behind it (RECONCILE, "Rules to run").
 *
 *     the army accepts that its strike killed five      Confirmed
 *     a monitor and a hospital                          Fair: two credible origins
 *     one witness                                       Weak
 *     each side blames the other                        Contested
 *     all the dead were fighters                        Discounted
 */
import type {Grade} from '../../model/assessment.ts'
import type {Row} from '../figure-rows.ts'
import {rangeOf} from '../ranges.ts'
import {namesOf, type Rule, type Setting, type Step} from '../rule.ts'

export const airwars: Rule = {
  id: 'airwars',
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
      else if (row.stated === 0 && row.weight === 'interested')
        aside.push({row, why: `a denial: ${row.because}`})
      else used.push(row)
    }
    const told = rows.filter(({status}) => status !== 'superseded')
    const {low, high, open} = rangeOf(used)
    const grade = gradeOf(used, told, setting)
    const steps: Step[] = low === null ? [] : [{step: 'range', because: `over ${namesOf(used)}`, rows: used}]
    return {low, best: low === high ? low : null, high, open, used, aside, steps, grade}
  }
}

function gradeOf(used: readonly Row[], told: readonly Row[], setting: Setting): Grade | null {
  if (told.length === 0) return null
  const grade = (value: string, because: string): Grade => ({scale: 'airwars', value, because})
  if (used.length === 0)
    return told.some(({stated}) => stated > 0)
      ? grade('Discounted', 'those who were counted were fighters')
      : grade('Discounted', 'nobody but a side speaks, and it says that nobody was')
  const admitted = used.filter(({weight, byDoer}) => weight === 'admission' && byDoer)
  if (admitted.length) return grade('Confirmed', `${namesOf(admitted)} accepts it`)
  if (setting.isDoerContested) return grade('Contested', 'who did it is contested')
  if (setting.accepted.length)
    return grade('Confirmed', `${setting.accepted.join(' and ')} says that it did it`)
  const credible = new Set(used.filter(({weight}) => weight !== 'interested').map(({account}) => account.id))
    .size
  return credible > 1
    ? grade('Fair', `${credible} credible origins`)
    : grade('Weak', credible === 1 ? 'one credible origin' : 'only a side tells it')
}
