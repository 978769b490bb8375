import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import test from 'node:test'
import {operationsOf} from '../crash/operations.ts'
import {embedded} from './targets.ts'

const count = 40
const missing = spawnSync('strace', ['-V']).error ? 'strace is not installed' : false

test('whatever the embedded store acknowledges was synced to the disk before', {
  skip: missing
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-'))
  const log = join(folder, 'calls')
  const store = await embedded.make()
  const flags = ['-f', '-y', '-e', 'trace=fsync,fdatasync,write,rename', '-o', log]
  const script = ['test/crash/script-child.ts', store, '1', `${count}`]
  const {stdout} = spawnSync('strace', [...flags, process.execPath, ...script], {encoding: 'utf8'})
  assert.equal(stdout.trim().split('\n').length, count)
  const kinds = operationsOf(1).map(({kind}) => kind)
  let synced = 0
  let ingests = 0
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    if (/f(?:data)?sync\(\d+<[^>]*\/pg_wal\/[0-9A-F]{24}>/.test(line)) synced++
    const [, acknowledged] = /write\(1<[^>]*>, "(\d+)\\n"/.exec(line) ?? []
    if (acknowledged === undefined) continue
    if (kinds[Number(acknowledged)] === 'ingest') {
      assert.ok(synced > 0, `operation ${acknowledged} was acknowledged without a sync`)
      ingests++
    }
    synced = 0
  }
  assert.ok(ingests > 5, `only ${ingests} ingests`)
  rmSync(folder, {recursive: true})
  embedded.stop()
})
