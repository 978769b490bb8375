import assert from 'node:assert/strict'
import test from 'node:test'
import type {Context} from '../../src/cli/context.ts'
import {type Progress, progressOf} from '../../src/cli/progress.ts'

/** What stands on the terminal after each drawing, where a step takes so many milliseconds. */
function drawn(work: (progress: Progress, pass: (ms: number) => void) => void, isTTY = true): string[] {
  const written: string[] = []
  let clock = 0
  const stderr = {isTTY, write: (text: string) => void written.push(text)}
  const progress = progressOf({process: {stderr, stdout: stderr}} as unknown as Context, () => clock)
  work(progress, ms => {
    clock += ms
  })
  return written.map(text => text.replace('\r', '').replace('\u001b[K', ''))
}

const steps = (count: number, all: number | null) => (progress: Progress, pass: (ms: number) => void) => {
  for (let i = 1; i <= count; i++) {
    pass(60)
    progress.show(i, all && i / all)
  }
}

test('a bar says what share is done, how many, and how many a second', () => {
  assert.equal(drawn(steps(4, 4)).at(-1), `[${'='.repeat(30)}] 100%  4  17/s`)
  assert.equal(drawn(steps(2, 4))[0], '[=======>                      ]  25%  1  17/s')
})

test('once it is known how fast it goes, it says how long it will take', () => {
  const left = (ms: number, share: number) =>
    drawn((progress, pass) => {
      pass(ms)
      progress.show(100, share)
    })[0]!.replace(/.*\/s/, '')
  assert.equal(left(1000, 0.1), '')
  assert.equal(left(5000, 0.5), '  5 s left')
  assert.equal(left(60_000, 0.25), '  3 min left')
  assert.equal(left(3_600_000, 0.3), '  2 h 20 min left')
})

test('a part of the work has a name and a clock of its own', () => {
  const lines = drawn((progress, pass) => {
    pass(10_000)
    progress.show(10, 1)
    pass(1000)
    progress.show(50, 0.5, 'linking')
  })
  assert.equal(lines.at(-1), 'linking  [===============>              ]  50%  50  50/s')
})

test('where nobody knows how many there are, there is a count; it is drawn now and then, not each time', () => {
  assert.deepEqual(drawn(steps(4, null)), ['1  17/s', '3  17/s'])
})

test('where no terminal is, nothing is written', () => {
  assert.deepEqual(drawn(steps(4, 4), false), [])
})
