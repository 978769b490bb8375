import assert from 'node:assert/strict'
import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import test from 'node:test'
import {sizeOfInputs} from '../../src/fetch/size-of-inputs.ts'

test('files have their bytes, folders those of what is read in them; standard input and URLs are unknown', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-'))
  mkdirSync(join(folder, 'in'))
  writeFileSync(join(folder, 'in', 'a.txt'), 'One.\n')
  writeFileSync(join(folder, 'in', 'b.jsonl'), '{}\n{}\n{}')
  writeFileSync(join(folder, 'in', '.hidden'), 'Two.\n')
  assert.equal(await sizeOfInputs([folder, join(folder, 'absent')]), 13)
  assert.equal(await sizeOfInputs([folder, '-']), null)
  assert.equal(await sizeOfInputs([folder, 'https://news.example/']), null)
})
