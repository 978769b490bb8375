import assert from 'node:assert/strict'
import test from 'node:test'
import {firstLoad} from '../../web/first-load.ts'

test('the first screen loads less than 250 kB of script, and no map', () => {
  const {files, bytes} = firstLoad()
  assert.ok(bytes < 250_000, `${bytes} bytes`)
  assert.ok(files.length > 1 && !files.some(([file]) => /map/.test(file)))
})
