import assert from 'node:assert/strict'
import test from 'node:test'
import {firstLoad} from '../../web/first-load.ts'

for (const screen of ['inbox', 'incidents'] as const)
  test(`${screen}, as the first screen, loads less than 220 kB of script, no map, and the messages of one language`, () => {
    const {files, bytes} = firstLoad(screen, 'en')
    assert.ok(bytes < 220_000, `${bytes} bytes`)
    const names = files.map(([file]) => file)
    assert.ok(names.length > 1 && !names.some(name => /map/.test(name)))
    const arabic = firstLoad(screen, 'ar')
    assert.ok(arabic.bytes < 250_000, `${arabic.bytes} bytes`)
    assert.ok(names.some(name => !arabic.files.some(([file]) => file === name)))
  })
