import assert from 'node:assert/strict'
import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import test, {after} from 'node:test'
import {sql} from 'kysely'
import {openDatabase} from '../../src/store/open-database.ts'
import {openStore} from '../../src/store/store.ts'
import {embedded} from './targets.ts'

after(() => embedded.stop())

test('a store that a newer version wrote is refused by name, and its lock is given back', async () => {
  const folder = await embedded.make()
  const database = await openDatabase(folder)
  await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2030')`.execute(database)
  await database.destroy()
  for (const _ of ['first', 'again']) {
    await assert.rejects(
      openStore(folder),
      /written by a newer version of Dateline \(it holds "9999-later"\); update/
    )
  }
})

test('a server that does not answer is named with the reason, without the password', async () => {
  await assert.rejects(openStore('postgres://reader:secret@127.0.0.1:1/none'), (error: Error) => {
    assert.match(
      error.message,
      /Cannot open the store postgres:\/\/reader:\*\*\*@127.0.0.1:1\/none: .*ECONNREFUSED.*is the server running/
    )
    return true
  })
})

test('a folder that holds no store fails with an error, and does not hang', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-'))
  mkdirSync(join(folder, 'pg'))
  writeFileSync(join(folder, 'pg', 'PG_VERSION'), 'nonsense')
  await assert.rejects(openStore(folder), /The store .* stopped/)
})

test('a store that is closed refuses questions instead of waiting for ever', async () => {
  const store = await openStore(await embedded.make())
  await store.close()
  await assert.rejects(store.heldReports(['r']))
})
