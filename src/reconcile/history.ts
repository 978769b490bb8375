/**
 * How the figures moved with each report, in order of publication.
 *
 *     killed: 1
 *     killed: 1 -> 0-1, contested: the ministry (0) against Radio Oru (1)
 *     injured: 24-30 -> 24-125
 *
 * Each report is added to what was known before it, over distinct figures, so that thousands of reports stay cheap.
 */
import type {LinkedIncident} from '../model/assessment.ts'
import {type Row, rowsOf} from './figure-rows.ts'
import {conflictIn, type Distinct, keyOf, rangeOf} from './ranges.ts'
import {inNumbers} from './rule.ts'
import type {Statement} from './statement.ts'

/** `told`: what each report states of the whole, by outcome; reports in order of publication. */
export function historyOf(
  told: readonly {readonly report: string; readonly outcomes: ReadonlyMap<string, readonly Statement[]>}[],
  nameOf: (account: string) => string
): LinkedIncident['history'] {
  const outcomes = new Map<string, ReturnType<typeof growingFigure>>()
  return told.flatMap(({report, outcomes: own}) => {
    const changes = [...own].flatMap(([outcome, statements]) => {
      const figure = outcomes.get(outcome) ?? growingFigure(nameOf)
      outcomes.set(outcome, figure)
      const change = figure.add(statements)
      return change === null ? [] : [`${outcome}: ${change}`]
    })
    return changes.length ? [{report, change: changes.join('; ')}] : []
  })
}

function growingFigure(nameOf: (account: string) => string) {
  const statements = new Map<string, Map<string, Statement>>()
  const rows = new Map<string, readonly Row[]>()
  const stated = new Map<string, Distinct>()
  const latest = new Map<string, Distinct>()
  let before = ''

  const place = (figures: Map<string, Distinct>, row: Row, isIn: boolean) => {
    const key = keyOf(row)
    const known = figures.get(key)
    if (isIn) {
      if (known) known.accounts.add(row.account.id)
      else figures.set(key, {row, accounts: new Set([row.account.id])})
    } else if (known) {
      known.accounts.delete(row.account.id)
      if (known.accounts.size === 0) figures.delete(key)
    }
  }
  const replace = (account: string, now: readonly Row[]) => {
    for (const isIn of [false, true]) {
      for (const row of isIn ? now : (rows.get(account) ?? [])) {
        place(stated, row, isIn)
        if (row.status !== 'superseded') place(latest, row, isIn)
      }
    }
    rows.set(account, now)
  }

  return {
    /** The change in words; null where nothing moved. */
    add(added: readonly Statement[]): string | null {
      const touched = new Set<string>()
      for (const statement of added) {
        const {account, from, stated: number, min, max, group, on} = statement
        const own = statements.get(account.id) ?? new Map<string, Statement>()
        statements.set(account.id, own)
        const key = `${from} ${number} ${min} ${max} ${group}`
        const known = own.get(key)
        // A number counts from the first day it was given, so that a copy changes nothing.
        if (known && (known.on !== '' || on === '')) continue
        own.set(key, statement)
        touched.add(account.id)
      }
      if (touched.size === 0) return null
      for (const account of touched) replace(account, rowsOf([...statements.get(account)!.values()]).rows)
      const {low, high, open} = rangeOf([...stated.values()].map(({row}) => row))
      if (low === null) return null
      const conflict = conflictIn([...latest.values()])
      const range = `${low === high ? low : `${low}-${high}`}${open ? ' or more' : ''}`
      const now = `${range}${conflict ? ', contested' : ''}`
      if (now === before) return null
      const against = conflict
        ?.map(figure => `${namesIn(figure, nameOf)} (${inNumbers(figure.row)})`)
        .join(' against ')
      const change = `${before ? `${before.replace(', contested', '')} -> ` : ''}${now}${against ? `: ${against}` : ''}`
      before = now
      return change
    }
  }
}

/** "the ministry", "the ministry and Radio Oru", "the ministry and 3 others". */
function namesIn({accounts}: Distinct, nameOf: (account: string) => string): string {
  const names = [...new Set([...accounts].slice(0, 2).map(nameOf))]
  return accounts.size > 2 ? `${names[0]} and ${accounts.size - 1} others` : names.join(' and ')
}
