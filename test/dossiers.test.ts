/**
 * Dossiers: invented events told by many reports, with a key written before any code read them.
 *
 * Each folder of cases/dossiers/ is coded, linked and reconciled in memory and compared
 * with its `expected.md`. What does not hold yet stands there as a line `todo: CHECK: why`.
 */
import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import test from 'node:test'
import {loadKnowledge} from '../src/codebook/load.ts'
import type {CodedReport} from '../src/model/contract.ts'
import {createCoder} from '../src/workflows/code.ts'
import {readReports} from '../src/workflows/inputs.ts'
import {createLinker} from '../src/workflows/link.ts'
import {compare} from './dossier-checks.ts'
import {readKey} from './dossier-file.ts'

const root = 'cases/dossiers'
const knowledge = loadKnowledge()
const coder = createCoder(knowledge)
const link = createLinker(knowledge.codebook)

for (const name of readdirSync(root).sort()) {
  const path = join(root, name, 'expected.md')
  const key = readKey(readFileSync(path, 'utf8'), path)
  const coded = await codedReports(join(root, name, 'reports.jsonl'))
  const numbers = new Map(coded.map(({report}, i) => [report.id, `${i + 1}`.padStart(2, '0')]))
  const {checks, bCubed, falseMerges} = compare(key, link(coded), numbers)
  const held = checks.filter(({expected, found}) => expected === found)
  const done = held.filter(check => key.todo.has(check.name))

  for (const check of checks)
    test(`${name}: ${check.name}`, {todo: key.todo.get(check.name) ?? false}, () => {
      assert.equal(check.found, check.expected)
    })
  test(`${name}: every todo names a check`, () => {
    const unknown = [...key.todo.keys()].filter(todo => !checks.some(check => check.name === todo))
    assert.deepEqual(unknown, [])
  })
  console.log(
    `${name}: ${held.length} of ${checks.length} hold; B-cubed P ${bCubed.precision.toFixed(2)} R ${bCubed.recall.toFixed(2)}; ` +
      `false merges: ${falseMerges.join(', ') || 'none'}` +
      (done.length ? `; hold now, drop their todo: ${done.map(check => check.name).join(', ')}` : '')
  )
}

async function codedReports(path: string): Promise<CodedReport[]> {
  const coded: CodedReport[] = []
  for await (const input of readReports([path], Readable.from([]))) {
    assert.equal(input.kind, 'report', `${input.origin} is no report`)
    if (input.kind === 'report') coded.push(coder.code(input.report))
  }
  return coded
}
