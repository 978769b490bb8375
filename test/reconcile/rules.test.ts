/** Runs cases/reconcile/*.md: a table of who gives which figure, and a table of what each rule makes of them. */
import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import test from 'node:test'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {reconciler} from '../../src/reconcile/reconcile.ts'
import {readTableCases, table} from '../case-file.ts'
import {membersOf} from './told-rows.ts'

const folder = 'cases/reconcile'
const reconcile = reconciler(loadKnowledge().codebook)
const shown = (value: number | null | undefined) => `${value ?? '-'}`

for (const file of readdirSync(folder).sort()) {
  const path = `${folder}/${file}`
  for (const {name, line, facts, tables} of readTableCases(readFileSync(path, 'utf8'))) {
    test(`${path}:${line} ${name}`, {todo: facts.todo ?? false}, () => {
      const [told, holds] = tables
      assert.ok(told && holds, 'a case has a table of claims and a table of what holds')
      const incident = reconcile(membersOf(told.rows, facts))
      const found = holds.rows.map(row => {
        const figure = incident.assessments[row.rule!]?.[row.outcome || 'killed']
        const of = row.group ? figure?.byGroup[row.group] : figure
        const rest: Record<string, string> = {
          low: shown(of?.low),
          best: shown(of?.best),
          high: shown(of?.high),
          open: of?.open ? 'yes' : 'no',
          contested: of?.contested ? 'yes' : 'no',
          grade: figure?.grade?.value ?? '-',
          sides: figure?.sides ? Object.values(figure.sides).join(' ') : '-',
          days: figure?.perDay?.join(' ') ?? '-',
          aside: figure?.setAside.map(({why}) => why).join('; ') ?? '-'
        }
        return {
          ...row,
          ...Object.fromEntries(holds.columns.filter(key => key in rest).map(key => [key, rest[key]!]))
        }
      })
      assert.equal(table(holds.columns, found), table(holds.columns, holds.rows))
    })
  }
}
