import assert from 'node:assert/strict'
import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import test from 'node:test'
import {countInputs} from '../../src/fetch/count-inputs.ts'

test('files count one, JSON Lines their lines, folders what is in them; standard input is unknown', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-'))
  mkdirSync(join(folder, 'in'))
  writeFileSync(join(folder, 'in', 'a.txt'), 'One.\nTwo.\n')
  writeFileSync(join(folder, 'in', 'b.jsonl'), '{}\n{}\n{}')
  writeFileSync(join(folder, 'in', '.hidden'), '')
  assert.equal(await countInputs([folder]), 4)
  assert.equal(await countInputs([join(folder, 'in', 'b.jsonl'), join(folder, 'absent')]), 4)
  assert.equal(await countInputs([folder, '-']), null)
})
