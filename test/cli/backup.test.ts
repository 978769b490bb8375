import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import test from 'node:test'
import {sql} from 'kysely'
import {openDatabase} from '../../src/store/open-database.ts'

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['src/cli/main.ts', ...args], {encoding: 'utf8'})

test('ingest, backup, restore, verify: the same hashes; a byte altered past the triggers is named, with exit code 1', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-backup-'))
  const [one, other, file] = ['one', 'other', 'copy.gz'].map(name => join(folder, name)) as [
    string,
    string,
    string
  ]
  assert.equal(run('ingest', 'samples/station-square/reports.jsonl', '--store', one).status, 0)
  const kept = JSON.parse(run('backup', '--store', one, '--out', file, '--json').stdout)
  const restored = run('restore', file, '--store', other)
  assert.match(restored.stdout, new RegExp(`tables are restored. The audit ends with ${kept.auditHead}`))
  const {faults, auditHead, contentHash} = JSON.parse(run('verify', '--store', other, '--json').stdout)
  assert.deepEqual([faults, auditHead, contentHash], [0, kept.auditHead, kept.contentHash])

  const database = await openDatabase(other)
  await sql`alter table originals disable trigger all`.execute(database)
  await sql`update originals set bytes = set_byte(bytes, 0, 64) where sha256 = (select min(sha256) from originals)`.execute(
    database
  )
  await database.destroy()
  const {stdout, status} = run('verify', '--store', other)
  assert.match(stdout, /^original [0-9a-f]{64}: its bytes have another SHA-256$/m)
  assert.equal(status, 1)
  const refused = run('restore', file, '--store', one)
  assert.match(refused.stderr, /Cannot restore .*it is not empty/)
  assert.equal(refused.status, 1)
  rmSync(folder, {recursive: true})
})
