import assert from 'node:assert/strict'
import {type ChildProcess, spawn} from 'node:child_process'
import {createConnection, createServer} from 'node:net'
import {after, test} from 'node:test'
import {setTimeout as later} from 'node:timers/promises'
import {sql} from 'kysely'
import {loadOwnCodebook} from '../../src/codebook/load.ts'
import {lasting} from '../../src/store/lasting.ts'
import {openDatabase} from '../../src/store/open-database.ts'
import {openStore, ServerAway} from '../../src/store/store.ts'
import {ingest} from '../../src/workflows/ingest.ts'
import {createLinker} from '../../src/workflows/link.ts'
import {verify} from '../../src/workflows/verify.ts'
import {inputsOf, prepared, reports} from '../crash/operations.ts'
import {type OwnServer, startServer} from '../store/own-server.ts'
import {embedded, onServer} from '../store/targets.ts'

const own = await startServer()
const skip = typeof own === 'string' ? own : false
const server = own as OwnServer
const postgres = typeof own === 'string' ? null : onServer(own.url, own.stop)
after(() => {
  embedded.stop()
  postgres?.stop()
})

const link = createLinker(loadOwnCodebook())
const all = reports.slice(0, 160)
const numbers = all.map((_, i) => i)
const once = (async () => (await held(await (postgres ?? embedded).make(), true)).hash)()

interface Child {
  readonly process: ChildProcess
  /** What it printed, by lines. */
  readonly lines: () => string[]
  readonly complaint: () => string
  readonly ended: Promise<number | null>
  /** Resolves when so many items are kept, or it has ended. */
  kept(count: number): Promise<void>
}

function start(target: string, some: readonly number[], ms = 0): Child {
  const process_ = spawn(process.execPath, [
    'test/crash/ingest-child.ts',
    target,
    `${ms}`,
    ...some.map(String)
  ])
  let [printed, complaint] = ['', '']
  process_.stdout.on('data', part => (printed += part))
  process_.stderr.on('data', part => (complaint += part))
  const ended = new Promise<number | null>(resolve => process_.once('close', resolve))
  const lines = () => printed.split('\n').slice(0, -1)
  return {
    process: process_,
    lines,
    complaint: () => complaint,
    ended,
    async kept(count) {
      while (lines().length < count && process_.exitCode === null) await later(10)
    }
  }
}

const summaryOf = (child: Child) => JSON.parse(child.lines().at(-1)!)

/** What a store holds, without faults. `fill`: ingests all before. */
async function held(target: string, fill = false) {
  const store = await openStore(target)
  if (fill) await ingest(inputsOf(all), {store, coder: prepared, link})
  const found = {hash: await store.contentHash(), items: await store.itemCounts()}
  for await (const {item, what} of verify(store)) assert.fail(`${item}: ${what}`)
  await store.close()
  return found
}

for (const target of postgres ? [embedded, postgres] : [embedded]) {
  test(`${target.name}: an ingest that was killed goes on where it stopped, with less work`, async () => {
    const at = await target.make()
    const first = start(at, numbers, 100)
    await first.kept(64)
    first.process.kill('SIGKILL')
    await first.ended
    const second = start(at, numbers)
    assert.equal(await second.ended, 0, second.complaint())
    const {done, skipped, failed, coded} = summaryOf(second)
    assert.ok(skipped >= 64 && coded < all.length, `${skipped} skipped, ${coded} coded`)
    assert.deepEqual([done + skipped, failed], [all.length, 0])
    assert.equal((await held(at)).hash, await once)
  })

  test(`${target.name}: the same reports in another order, twice, give the same store`, async () => {
    const at = await target.make()
    const turned = [...numbers.filter(n => n % 3 === 1), ...numbers.filter(n => n % 3 !== 1).reverse()]
    const store = await openStore(at)
    for (let from = 0; from < turned.length; from += 50)
      await ingest(inputsOf(turned.slice(from, from + 50).map(n => all[n]!)), {store, coder: prepared, link})
    await ingest(inputsOf(all), {store, coder: prepared, link})
    await store.close()
    const {hash, items} = await held(at)
    assert.equal(hash, await once)
    assert.deepEqual(items, {done: all.length, failed: 0, skipped: all.length})
  })
}

test('three ingests of overlapping reports side by side on one server add each report once', {
  skip
}, async () => {
  const at = await postgres!.make()
  const some = [numbers, [...numbers].reverse(), numbers.filter(n => n % 2)]
  const children = some.map(own => start(at, own, 5))
  for (const child of children) assert.equal(await child.ended, 0, child.complaint())
  const {hash, items} = await held(at)
  assert.equal(hash, await once)
  assert.deepEqual(items, {done: all.length, failed: 0, skipped: some.flat().length - all.length})
})

test('a server that is killed and comes back during an ingest costs nothing and doubles nothing', {
  skip
}, async () => {
  const at = await postgres!.make()
  const child = start(at, numbers, 60)
  for (const count of [1, 100]) {
    await child.kept(count)
    await server.kill()
    await later(400)
    await server.start()
  }
  assert.equal(await child.ended, 0, child.complaint())
  assert.match(
    child.complaint(),
    /The server does not answer \(.+\); waiting up to 60 s\nThe server answers again/
  )
  const {hash, items} = await held(at)
  assert.equal(hash, await once)
  assert.deepEqual(items, {done: all.length, failed: 0, skipped: 0})
})

test('a server that stays away ends the ingest with a sentence, and marks no report as failed', {
  skip
}, async () => {
  const at = await postgres!.make()
  const waits: string[] = []
  const store = await openStore(at, {}, {forMs: 500, onWait: words => waits.push(words)})
  let batches = 0
  const coder = {
    async codeBatch(asked: Parameters<typeof prepared.codeBatch>[0]) {
      if (++batches === 5) await server.kill()
      return prepared.codeBatch(asked)
    }
  }
  await assert.rejects(ingest(inputsOf(all), {store, coder, link}), (error: Error) => {
    assert.ok(error instanceof ServerAway, error.stack)
    assert.match(
      error.message,
      /has not answered for 1 s; what was kept stays kept. Start it, and run the same/
    )
    return true
  })
  await server.start()
  await ingest(inputsOf(all), {store, coder: prepared, link})
  await store.close()
  const {hash, items} = await held(at)
  assert.equal(hash, await once)
  assert.deepEqual([items.done, items.failed], [all.length, 0])
})

test('work that is kept as a whole is not made again unasked: it says so, and changes nothing', {
  skip
}, async () => {
  const store = await openStore(await postgres!.make())
  await ingest(inputsOf(all.slice(0, 20)), {store, coder: prepared, link})
  const before = await store.contentHash()
  const cut = store.attempt(async inner => {
    await inner.unlinkAll()
    await server.kill()
    await server.start()
    return inner.auditHead()
  }, true)
  await assert.rejects(cut, /^Error: The server went away; run the same command again/)
  assert.equal(await store.contentHash(), before)
  await store.close()
})

test('a change that was lost with its server is made again, though somebody else was given its number', {
  skip
}, async () => {
  const at = await postgres!.make()
  await (await openStore(at)).close()
  const database = await openDatabase(at)
  let runs = 0
  await lasting(database, async tx => {
    await sql`insert into security_log (at, who, action, address) values ('2024-03-07T09:30:00Z', 'ada', 'log in', '127.0.0.1')`.execute(
      tx
    )
    if (++runs > 1) return
    await server.kill()
    await server.start()
    for (let other = 0; other < 5; other++)
      await sql`insert into commits (mark) values (${`other ${other}`})`.execute(database)
  })
  const {rows} = await sql<{entries: number}>`select count(*)::integer as entries from security_log`.execute(
    database
  )
  assert.deepEqual([runs, rows[0]!.entries], [2, 1])
  await database.destroy()
})

test('a commit whose answer was lost is not made a second time', {skip}, async () => {
  const at = new URL(await postgres!.make())
  const socket = `${at.searchParams.get('host')}/.s.PGSQL.5432`
  let commits = 0
  const proxy = createServer(client => {
    const upstream = createConnection(socket)
    let isCut = false
    client.on('data', part => {
      // Every third commit reaches the server; the connection goes before its answer comes.
      if (part.includes('commit\0') && ++commits % 3 === 0) isCut = true
      upstream.write(part)
    })
    upstream.on('data', part => {
      if (isCut) client.destroy()
      else client.write(part)
    })
    for (const [one, other] of [
      [client, upstream],
      [upstream, client]
    ] as const) {
      one.on('close', () => other.destroy())
      one.on('error', () => other.destroy())
    }
  })
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  const {port} = proxy.address() as {port: number}
  const store = await openStore(`postgres://postgres@127.0.0.1:${port}${at.pathname}`)
  for (let from = 0; from < all.length; from += 20)
    await ingest(inputsOf(all.slice(from, from + 20)), {store, coder: prepared, link})
  await store.close()
  proxy.close()
  assert.ok(commits > 20)
  const {hash, items} = await held(at.href)
  assert.equal(hash, await once)
  assert.deepEqual(items, {done: all.length, failed: 0, skipped: 0})
})
