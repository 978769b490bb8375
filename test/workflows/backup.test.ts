import assert from 'node:assert/strict'
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, test} from 'node:test'
import {gunzipSync, gzipSync} from 'node:zlib'
import {sql} from 'kysely'
import {loadOwnCodebook} from '../../src/codebook/load.ts'
import {openDatabase} from '../../src/store/open-database.ts'
import {openStore, type Store} from '../../src/store/store.ts'
import {backup, restore} from '../../src/workflows/backup.ts'
import {ingest} from '../../src/workflows/ingest.ts'
import {createLinker} from '../../src/workflows/link.ts'
import {verify} from '../../src/workflows/verify.ts'
import {inputsOf, openFor, operationsOf, perform, prepared, reports, stateOf} from '../crash/operations.ts'
import {embedded, server, type Target} from '../store/targets.ts'

const found = await server()
if (typeof found === 'string') test(`PostgreSQL: ${found}`, {skip: true}, () => {})
const targets: readonly Target[] = typeof found === 'string' ? [embedded] : [embedded, found]
const folder = mkdtempSync(join(tmpdir(), 'dateline-backup-'))
after(() => {
  for (const target of targets) target.stop()
  rmSync(folder, {recursive: true})
})

const now = () => new Date('2024-06-01T12:00:00Z')
const link = createLinker(loadOwnCodebook())
const lines = (file: string) => gunzipSync(readFileSync(file)).toString('utf8').split('\n')
const withLines = (name: string, own: readonly string[]) => {
  const path = join(folder, name)
  writeFileSync(path, gzipSync(own.join('\n')))
  return path
}

/** With reports, rulings, versions, and what is hard to keep: every byte, odd letters, numbers to the last digit. */
async function filled(target: string): Promise<void> {
  const clock = {number: 0}
  const store = await openFor(target, clock)
  for (const [number, operation] of operationsOf(1).slice(0, 30).entries()) {
    clock.number = number
    await perform(store, operation)
  }
  await store.close()
  const database = await openDatabase(target)
  const bytes = Uint8Array.from({length: 512}, (_, i) => i)
  await sql`insert into originals values ('odd', ${Buffer.from(bytes)})`.execute(database)
  await sql`insert into items (origin, state, reason) values (${'a\u2028b\u0085\\n"\u{1F6A8},{}'}, 'failed', ${'\t\r\nnull'})`.execute(
    database
  )
  await sql`insert into report_codings select id, '2024', 'null' from reports limit 1`.execute(database)
  await database.destroy()
}

const stateAt = async (target: string) => {
  const store = await openStore(target)
  const state = await stateOf(store)
  await store.close()
  return state
}

async function faultsAt(target: string): Promise<string[]> {
  const store = await openStore(target)
  const all: string[] = []
  for await (const {item, what} of verify(store)) all.push(`${item}: ${what}`)
  await store.close()
  return all
}

const saved = async (target: string, name: string) => {
  const store = await openStore(target)
  const file = join(folder, name)
  await backup(store, file, {now})
  await store.close()
  return file
}

const first = await targets.at(-1)!.make()
await filled(first)
const file = await saved(first, 'first.gz')

for (const target of targets)
  test(`${target.name}: what is restored is the same to the last row of its audit, and goes on`, async () => {
    const at = target === embedded ? join(folder, 'fresh') : await target.make()
    await restore(file, at)
    assert.equal(await stateAt(at), await stateAt(first))
    assert.deepEqual(await faultsAt(at), ['original odd: its bytes have another SHA-256'])
    // Every row of every table, as text.
    assert.deepEqual(lines(await saved(at, `${target.name}.gz`)).sort(), lines(file).sort())
    const database = await openDatabase(at)
    for (const table of ['audit', 'originals', 'rulings'])
      await assert.rejects(sql`delete from ${sql.table(table)}`.execute(database), /never changed or deleted/)
    await assert.rejects(sql`insert into claims values ('nobody', 'c1', 'event', '{}', 0)`.execute(database))
    await database.destroy()
    const store = await openStore(at)
    const {done} = await ingest(inputsOf(reports.slice(200, 203)), {store, coder: prepared, link})
    assert.equal(done, 3)
    await store.close()
    assert.deepEqual(await faultsAt(at), ['original odd: its bytes have another SHA-256'])
  })

test('a file that is cut, altered, of another sort or of a newer version restores nothing, and says so', async () => {
  const good = lines(file)
  const at = await targets.at(-1)!.make()
  const claim = good.findIndex(line => line.includes('two people were killed'))
  const altered = good.with(claim, good[claim]!.replace('two people', 'six people'))
  const header = JSON.parse(good[0]!)
  const tries: [RegExp, string][] = [
    [
      /cut\.gz is damaged: it ends too early; nothing was restored/,
      withLines('cut.gz', [...good.slice(0, -2), ''])
    ],
    [/within\.gz is damaged: it ends within a line/, withLines('within.gz', good.slice(0, -20))],
    [
      /altered\.gz is damaged: the rows of table "\w+" are not as they were written/,
      withLines('altered.gz', altered)
    ],
    [/is no backup of Dateline/, withLines('other.gz', ['{"format":"csv"}', ''])],
    [
      /newer version of Dateline \(9\.0\)/,
      withLines('newer.gz', [JSON.stringify({...header, version: 2, dateline: '9.0'}), ''])
    ],
    [
      /with "9999-later"\); update/,
      withLines('later.gz', [JSON.stringify({...header, migrations: ['9999-later']}), ''])
    ]
  ]
  const cut = join(folder, 'bytes.gz')
  writeFileSync(cut, readFileSync(file).subarray(0, 2000))
  tries.push([/bytes\.gz is damaged: unexpected end of file/, cut])
  const plain = join(folder, 'plain.txt')
  writeFileSync(plain, 'not gzip')
  tries.push([/plain\.txt is damaged: incorrect header check/, plain])
  for (const [expected, damaged] of tries) await assert.rejects(restore(damaged, at), expected)
  await assert.rejects(restore(join(folder, 'none.gz'), at), /Cannot read .*none\.gz: ENOENT/)
  const store = await openStore(at)
  assert.match(await store.auditHead(), /^0:/)
  await store.close()
  await restore(file, at)
})

test('a store that holds something is not restored over, and a file that is there not written over', async () => {
  await assert.rejects(restore(file, first), /it is not empty \(it holds "\w+"\); give a folder/)
  await assert.rejects(saved(first, 'first.gz'), /first\.gz is there already/)
  await assert.rejects(saved(first, 'nowhere/first.gz'), /Cannot write .*there is no backup/)
  assert.equal(existsSync(join(folder, 'nowhere')), false)
})

test('PostgreSQL: a backup is of one moment while others write', {
  skip: typeof found === 'string' ? found : false
}, async () => {
  const at = await (found as Target).make()
  const writer = await openStore(at)
  const reader = await openStore(at)
  const add = (store: Store, from: number) =>
    ingest(inputsOf(reports.slice(from, from + 5)), {store, coder: prepared, link})
  await add(writer, 0)
  const path = join(folder, 'busy.gz')
  let written = 5
  const busy = {going: true}
  const writing = (async () => {
    while (busy.going && written < 295) {
      await add(writer, written)
      written += 5
    }
  })()
  const ending = await backup(reader, path, {now})
  busy.going = false
  await writing
  assert.ok(written > 5)
  const other = join(folder, 'of-busy')
  await restore(path, other)
  assert.deepEqual(await faultsAt(other), [])
  const restored = await openStore(other)
  assert.equal(await restored.auditHead(), ending.auditHead)
  await restored.close()
  await writer.close()
  await reader.close()
})
