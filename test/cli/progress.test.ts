import assert from 'node:assert/strict'
import test from 'node:test'
import type {Context} from '../../src/cli/context.ts'
import {progressOf} from '../../src/cli/progress.ts'

function drawn(total: number | null, steps: number, isTTY = true): string[] {
  const written: string[] = []
  let clock = 0
  const stderr = {isTTY, write: (text: string) => void written.push(text)}
  const progress = progressOf({process: {stderr, stdout: stderr}} as unknown as Context, total, () => clock)
  for (let i = 0; i < steps; i++) {
    clock += 60
    progress.step()
  }
  return written.map(text => text.replace('\r', '').replace('\u001b[K', ''))
}

test('a bar says how many of how many, and how many a second', () => {
  assert.equal(drawn(4, 4).at(-1), `[${'='.repeat(30)}] 4/4  17/s`)
  assert.equal(drawn(4, 2)[0], '[=======>                      ] 1/4  17/s')
})

test('where nobody knows how many there are, there is a count; it is drawn now and then, not each time', () => {
  assert.deepEqual(drawn(null, 4), ['1  17/s', '3  17/s'])
})

test('where no terminal is, nothing is written', () => {
  assert.deepEqual(drawn(4, 4, false), [])
})
