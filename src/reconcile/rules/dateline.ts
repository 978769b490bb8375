/**
 * The rule `dateline`: the whole range ever stated, the figure with most independent accounts, and what contests it
 * (RECONCILE, "Ranges"), with a grade in the manner of the Admiralty scale.
 *
 *     ministry 0 (a side), militia 2 (a side), two officials 1 (an admission)    0 to 2, best 1, contested
 *     hospital 5, then 7                                                          5 to 7, best 7, one account
 *     hospital 5, residents 9                                                     5 to 9, no figure holds, contested
 */
import type {Grade} from '../../model/assessment.ts'
import type {Row} from '../figure-rows.ts'
import {conflictIn, distinct, rangeOf, type Supported, supportedBy} from '../ranges.ts'
import {inNumbers, namesOf, type Rule, type Step, type Toll} from '../rule.ts'

export const dateline: Rule = {
  id: 'dateline',
  version: '2',
  outcomes: null,
  isSingle: false,
  weigh(rows, toll) {
    const {low, high, open} = rangeOf(rows)
    const latest = rows.filter(({status}) => status !== 'superseded')
    const chosen = supportedBy(latest.filter(({weight}) => weight !== 'interested'))
    return {
      low,
      best: chosen.value,
      high,
      open,
      used: rows,
      aside: [],
      steps: stepsOf(rows, latest, chosen, {low, high, open}),
      grade: gradeOf(latest, chosen, toll)
    }
  }
}

function stepsOf(
  rows: readonly Row[],
  latest: readonly Row[],
  {value, row, support, eligible}: Supported,
  {low, high, open}: ReturnType<typeof rangeOf>
): Step[] {
  if (rows.length === 0) return []
  const steps: Step[] = []
  const [lowest, highest] = [
    rows.filter(({from}) => from === low),
    rows.filter(({stated}) => stated === high)
  ]
  steps.push({step: 'low', because: `the lowest number stated, by ${namesOf(lowest)}`, rows: lowest})
  steps.push({
    step: 'high',
    because: `the highest number stated, by ${namesOf(highest)}${open ? ', without an upper bound' : ''}`,
    rows: highest
  })
  const sides = latest.filter(({weight}) => weight === 'interested')
  if (sides.length)
    steps.push({step: 'sides', because: `never sets the value alone: ${reasonsOf(sides)}`, rows: sides})
  const own = latest.filter(({weight}) => weight === 'admission')
  if (own.length)
    steps.push({step: 'admissions', because: `weighs though a side says it: ${reasonsOf(own)}`, rows: own})
  steps.push({
    step: 'best',
    because:
      value !== null
        ? `${value}: ${support === 1 ? 'one account that is free to set it' : `${support} accounts agree`}`
        : eligible.length === 0
          ? 'no figure holds: only sides speak'
          : 'no figure holds: figures that cannot both be true have equal support',
    rows: row ? [row] : eligible
  })
  const conflict = conflictIn(distinct(latest))
  if (conflict) {
    const [a, b] = conflict.map(({row: one}) => one) as [Row, Row]
    steps.push({
      step: 'contested',
      because: `${inNumbers(a)} (${a.account.origin}) and ${inNumbers(b)} (${b.account.origin}) cannot both be true`,
      rows: [a, b]
    })
  }
  return steps
}

function reasonsOf(rows: readonly Row[]): string {
  const reasons = rows.map(({account, because}) => `${account.origin} (${because})`)
  return [...new Set(reasons)].slice(0, 4).join('; ')
}

/**
 * The letter is of the most reliable source of the chosen figure; the number says how it is supported: 1 by three accounts and
 * more that nobody contests, of several kinds of source; 2 by two or more; 3 by one that nobody contests; 4 where figures are
 * contested with equal right; 5 where most contradict it; 6 where nobody stands by it firmly.
 */
function gradeOf(latest: readonly Row[], {row, support, eligible}: Supported, {setting}: Toll): Grade | null {
  if (latest.length === 0) return null
  const grade = (letter: string, number: number, because: string): Grade => ({
    scale: 'admiralty',
    value: `${letter}${number}`,
    because
  })
  const letterOf = (rows: readonly Row[]) =>
    rows
      .map(({account, weight}) => setting.scales.reliability(account.kind, weight === 'interested'))
      .sort()[0] ?? 'F'
  if (eligible.length === 0) return grade(letterOf(latest), 4, 'only sides speak')
  if (row === null) return grade(letterOf(eligible), 4, 'figures that cannot both be true have equal support')
  const behind = eligible.filter(({stated, from}) => from <= row.stated && row.stated <= stated)
  const letter = letterOf(behind)
  if (!behind.some(({isSure}) => isSure)) return grade(letter, 6, 'nobody stands by it firmly')
  const isContested = conflictIn(distinct(latest)) !== null
  const kinds = new Set(eligible.map(({account}) => account.kind))
  if (support > 2 && kinds.size > 1 && !isContested)
    return grade(letter, 1, `${support} accounts of several kinds agree, and nobody contests it`)
  if (support > 1)
    return grade(letter, 2, `${support} accounts agree${isContested ? ', though it is contested' : ''}`)
  return isContested
    ? grade(letter, 4, 'one account, contested')
    : grade(letter, 3, 'one account, and nobody contests it')
}
