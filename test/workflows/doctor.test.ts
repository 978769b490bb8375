import assert from 'node:assert/strict'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, test} from 'node:test'
import {sql} from 'kysely'
import {openDatabase} from '../../src/store/open-database.ts'
import {openStore} from '../../src/store/store.ts'
import {examine, type Finding} from '../../src/workflows/doctor.ts'
import {openFor, operationsOf, perform} from '../crash/operations.ts'
import {startServer} from '../store/own-server.ts'
import {embedded, onServer, type Target} from '../store/targets.ts'

// A server that promises nothing.
const own = await startServer(['fsync=off'])
const found = typeof own === 'string' ? own : onServer(own.url, own.stop)
if (typeof found === 'string') test(`PostgreSQL: ${found}`, {skip: true}, () => {})
const targets: readonly Target[] = typeof found === 'string' ? [embedded] : [embedded, found]
const folder = mkdtempSync(join(tmpdir(), 'dateline-doctor-'))
after(() => {
  for (const target of targets) target.stop()
  rmSync(folder, {recursive: true})
})

async function findings(target: string): Promise<string[]> {
  const all: Finding[] = []
  for await (const finding of examine(target, {})) all.push(finding)
  return all.map(({name, state, says, remedy}) => `${state} ${name}: ${says}${remedy ? `; ${remedy}` : ''}`)
}

function has(all: readonly string[], ...expected: readonly RegExp[]): void {
  for (const line of expected)
    assert.ok(
      all.some(own => line.test(own)),
      `${line} in\n${all.join('\n')}`
    )
}

for (const target of targets)
  test(`${target.name}: what is held, what was left and what failed are told, with what to do`, async () => {
    const at = await target.make()
    const store = await openFor(at, {number: 0})
    for (const operation of operationsOf(1).slice(0, 5)) await perform(store, operation)
    await store.close()
    const database = await openDatabase(at)
    await sql`update reports set linked = false`.execute(database)
    await sql`insert into items (origin, state, reason, retryable) values ('u', 'failed', 'timed out', true), ('v', 'failed', 'timed out', false)`.execute(
      database
    )
    await database.destroy()
    const all = await findings(at)
    has(
      all,
      /^ok node: Dateline \d/,
      /^ok knowledge: codebook 20\d\d/,
      /^ok store: .*PostgreSQL \d+.*, UTF8, collation/,
      /^ok form: the newest/,
      /^ok size: \d+ MB, and \d+ MB of log/,
      /^ok contents: [1-9]\d* reports, [1-9]\d* claims, [1-9]\d* incidents/,
      /^warning linking: [1-9]\d* reports are not linked yet; .*the next one links them/,
      /^warning failed: 2 items: timed out; "dateline retry" tries 1 of them again/,
      /^ok audit: ends with \d+:[0-9a-f]{64}/
    )
    if (target !== embedded)
      has(all, /^fault server: fsync is off: a loss of power may destroy the store; set fsync = on/)
    else
      assert.deepEqual(
        all.filter(line => line.startsWith('fault')),
        []
      )
  })

test('a store in use, one that does not open, one of another version and none at all are told apart', async () => {
  const at = await embedded.make()
  const store = await openStore(at)
  has(await findings(at), /^warning store: .*in use by process \d+/)
  await store.close()

  const database = await openDatabase(at)
  await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2030')`.execute(database)
  await database.destroy()
  has(
    await findings(at),
    /^fault form: a newer version of Dateline wrote it \(it holds "9999-later"\); update/
  )

  const broken = join(folder, 'broken')
  mkdirSync(join(broken, 'pg'), {recursive: true})
  writeFileSync(join(broken, 'pg', 'PG_VERSION'), 'nonsense')
  has(await findings(broken), /^fault store: .*stopped.*; if its files are damaged, restore a backup/)

  has(
    await findings(join(folder, 'none')),
    /^warning store: there is none in .*none yet; "dateline ingest" makes one/
  )
  has(
    await findings('postgres://me:secret@127.0.0.1:1/none'),
    /^fault store: .*me:\*\*\*@.*is the server running/
  )
})
