import assert from 'node:assert/strict'
import {spawn} from 'node:child_process'
import {existsSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import test from 'node:test'
import {lock} from '../../src/store/lock.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'dateline-lock-'))

test('the lock of a dead process is taken over, and taken away', () => {
  const at = folder()
  const stale = join(at, 'lock.4194999.1')
  writeFileSync(stale, '')
  const unlock = lock(at)
  assert.equal(existsSync(stale), false)
  unlock()
  lock(at)()
})

test('a pid that was given to another process since does not hold the lock', {
  skip: existsSync('/proc/self/stat') ? false : 'no /proc'
}, () => {
  const at = folder()
  writeFileSync(join(at, `lock.${process.ppid}.1`), '')
  lock(at)()
})

test('the same process is refused a second time, with its pid and what to do', () => {
  const at = folder()
  const unlock = lock(at)
  assert.throws(
    () => lock(at),
    new RegExp(`in use by process ${process.pid}; end it, .* delete .*lock\\.${process.pid}`)
  )
  unlock()
})

test('of processes that come at one moment, upon a stale lock, never two hold it', async () => {
  for (let round = 0; round < 4; round++) {
    const at = folder()
    writeFileSync(join(at, 'lock.4194999.1'), '')
    const contender = `
      const {lock} = await import('./src/store/lock.ts')
      const start = ${Date.now() + 700}
      while (Date.now() < start);
      try { lock(${JSON.stringify(at)}) } catch { process.exit() }
      console.log('held', Date.now())
      await new Promise(later => setTimeout(later, 1200))
      console.log('given back', Date.now())`
    const printed = await Promise.all([0, 1, 2].map(() => outputOf(contender)))
    const spans = printed
      .filter(Boolean)
      .map(words => [...words.matchAll(/\d+/g)].map(Number) as [number, number])
      .sort(([a], [b]) => a - b)
    for (const [i, [from]] of spans.entries())
      assert.ok(i === 0 || from >= spans[i - 1]![1], `two held it: ${JSON.stringify(spans)}`)
    assert.ok(spans.length > 0)
  }
})

function outputOf(program: string): Promise<string> {
  return new Promise(resolve => {
    let printed = ''
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program])
    child.stdout.on('data', part => (printed += part))
    child.on('exit', () => resolve(printed))
  })
}
