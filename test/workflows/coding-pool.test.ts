import assert from 'node:assert/strict'
import test from 'node:test'
import type {Report} from '../../src/model/report.ts'
import {openCodingPool} from '../../src/workflows/coding-pool.ts'

const report = (id: string, text: string): Report => ({
  id,
  sha256: '',
  url: null,
  outlet: 'Radio Oru',
  title: null,
  publishedOn: null,
  text
})

test('threads code what this thread would', async () => {
  const pool = openCodingPool({}, 2)
  const [coded] = await pool.codeBatch([
    report('r', 'Police said two men were killed in Kano on 3 March 2024.')
  ])
  assert.equal(coded?.report.id, 'r')
  assert.equal(coded.claims[0]?.casualties?.count?.min, 2)
  await pool.close()
})

test('a thread that dies fails its own batch; those behind it are coded', async () => {
  const pool = openCodingPool({}, 2, {worker: new URL('./dying-worker.ts', import.meta.url)})
  const outcomes = await Promise.allSettled(
    ['1', 'die', '2', '3', 'die', '4', '5'].map((text, i) => pool.codeBatch([report(`${i}`, text)]))
  )
  assert.deepEqual(
    outcomes.map(({status}) => status),
    ['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled']
  )
  await pool.close()
})

test('a thread that finds no end fails its own batch, with the time it had; those that wait behind it are coded', async () => {
  const worker = new URL('./dying-worker.ts', import.meta.url)
  const pool = openCodingPool({}, 1, {worker, timeoutMs: 1000})
  const [endless, next] = await Promise.allSettled(
    ['hang', '1'].map((text, i) => pool.codeBatch([report(`${i}`, text)]))
  )
  assert.match((endless as PromiseRejectedResult).reason.message, /could not be coded within 2 s/)
  assert.equal(next?.status, 'fulfilled')
  await pool.close()
})
