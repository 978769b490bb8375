import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import test from 'node:test'

test('five megabytes of text go through, with every claim of it', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'dateline-large-')), 'large.txt')
  const sentences = 76_000
  writeFileSync(path, 'Police said two people were killed in a clash in Kano on Monday. '.repeat(sentences))
  const {status, stdout} = spawnSync(process.execPath, ['src/cli/main.ts', 'code', path], {
    encoding: 'utf8',
    maxBuffer: 2 ** 29
  })
  assert.equal(status, 0)
  assert.ok(stdout.split('Killed: 2').length > sentences)
})
