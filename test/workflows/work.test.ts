/** Workers on one PostgreSQL: nothing is lost and nothing twice, whoever dies. */
import assert from 'node:assert/strict'
import {type ChildProcess, spawn} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, test} from 'node:test'
import {setTimeout as later} from 'node:timers/promises'
import pg from 'pg'
import {loadOwnCodebook} from '../../src/codebook/load.ts'
import {readInputs} from '../../src/fetch/inputs.ts'
import {openJobQueue} from '../../src/store/job-queue.ts'
import {openStore, type Store} from '../../src/store/store.ts'
import {type DistributeOptions, distribute} from '../../src/workflows/distribute.ts'
import {ingest} from '../../src/workflows/ingest.ts'
import {createLinker} from '../../src/workflows/link.ts'
import {readDocuments} from '../../src/workflows/read-documents.ts'
import {retryItems} from '../../src/workflows/retry.ts'
import {server} from '../store/targets.ts'
import {codePlain, plainLines} from './plain-coder.ts'
import {plainWorker} from './plain-worker.ts'

const found = await server()
const skip = typeof found === 'string' ? found : false
const folder = mkdtempSync(join(tmpdir(), 'dateline-'))
after(() => {
  if (typeof found !== 'string') found.stop()
  rmSync(folder, {recursive: true})
})

async function setting(): Promise<{url: string; store: Store}> {
  const url = typeof found === 'string' ? '' : await found.make()
  return {url, store: await openStore(url)}
}

let files = 0
function fileOf(lines: string): string {
  const path = join(folder, `reports-${++files}.jsonl`)
  writeFileSync(path, lines)
  return path
}

/** A retry is seldom needed: `retryLimit` counts those of the queue, made here. */
async function giveOut(
  url: string,
  store: Store,
  path: string,
  options: DistributeOptions & {retryLimit?: number} = {}
) {
  const queue = await openJobQueue(url, options)
  const given = await distribute([{path, origin: path}], store, queue, options)
  await queue.close()
  return given
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (await what()) return
    await later(100)
  }
  assert.fail('it did not come to that within a minute')
}

const isDone = async (store: Store) => {
  const {shards} = await store.shards.sums()
  return shards.waiting + shards.running === 0 && (await store.countUnlinked()) === 0
}

/** What a single process makes of the same file. */
async function incidentsOf(path: string) {
  const {url: other, store} = await setting()
  assert.ok(other)
  const link = createLinker(loadOwnCodebook(undefined))
  const inputs = readDocuments(readInputs([path], (async function* () {})()), {
    extract: async () => ({reason: 'reads no documents'})
  })
  await ingest(inputs, {store, coder: {codeBatch: reports => reports.map(codePlain)}, link})
  const incidents = await store.incidents()
  await store.close()
  return incidents
}

/** Lets a dead worker's time run out at once. */
async function lapse(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(
    `update jobs.job set heartbeat_on = heartbeat_on - interval '1 hour' where state = 'active'`
  )
  await client.query(`update jobs.job set start_after = now() where state = 'retry'`)
  await client.end()
}

function child(url: string, ms: number): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, 'plain-worker.ts'), url, `${ms}`], {
    stdio: ['ignore', 'inherit', 'inherit']
  })
}

test('two workers share the shards, and the store is as one ingest would have made it', {skip}, async () => {
  const {url, store} = await setting()
  const path = fileOf(plainLines(90))
  const sizes = {lines: 20, files: 10, bytes: 1e6}
  const {shards, known} = await giveOut(url, store, path, {sizes})
  assert.deepEqual([shards, known], [5, 0])
  assert.equal((await store.shards.sums()).left, 90)
  // The same bytes make no second job.
  assert.equal((await giveOut(url, store, path, {sizes})).known, 5)
  const stop = new AbortController()
  const workers = ['a', 'b'].map(name => plainWorker(url, {stop: stop.signal, ms: 5, name}))
  await until(() => isDone(store))
  stop.abort()
  const coded = await Promise.all(workers)
  assert.equal(coded[0]! + coded[1]!, 90)
  const {items, shards: states} = await store.shards.sums()
  assert.deepEqual(items, {done: 90, failed: 0, skipped: 0})
  assert.deepEqual(states, {waiting: 0, running: 0, done: 5, dead: 0})
  assert.deepEqual(await store.itemCounts(), {done: 90, failed: 0, skipped: 0})
  assert.deepEqual(await store.incidents(), await incidentsOf(path))
  await store.close()
})

test('a worker that is killed loses nothing; another goes on where it stood; one that is ended gives its job back', {
  skip
}, async () => {
  const {url, store} = await setting()
  const path = fileOf(`${plainLines(300)}not json\n`)
  await giveOut(url, store, path)
  const victim = child(url, 4)
  await until(async () => (await store.shards.sums()).items.done > 0)
  victim.kill('SIGKILL')
  const before = (await store.shards.sums()).items.done
  assert.ok(before < 300, `${before} were done`)
  await lapse(url)
  const stop = new AbortController()
  const second = plainWorker(url, {stop: stop.signal, ms: 4, name: 'second'})
  await until(async () => (await store.shards.sums()).items.done > before)
  stop.abort()
  const codedBySecond = await second
  const [shard] = await store.shards.list({states: ['waiting'], most: 9})
  assert.equal(shard?.done, before + codedBySecond, 'all that was coded is kept')
  const third = new AbortController()
  const last = plainWorker(url, {stop: third.signal, ms: 0, name: 'third'})
  await until(() => isDone(store))
  third.abort()
  assert.equal(before + codedBySecond + (await last), 300, 'nothing is coded twice')
  const {items} = await store.shards.sums()
  assert.deepEqual(items, {done: 300, failed: 1, skipped: 0})
  assert.deepEqual(await store.itemCounts(), items)
  assert.match((await store.failedItems.ofShards([shard!.id], 9))[0]!.reason, /is not JSON/)
  await store.close()
})

test('a report that ends each worker that reads it fails with that reason, and the others are done', {
  skip
}, async () => {
  const {url, store} = await setting()
  await giveOut(url, store, fileOf(plainLines(40, i => (i === 17 ? 'Die. ' : ''))))
  let stopped = false
  let deaths = 0
  const keepAlive = async () => {
    while (!stopped) {
      const worker = child(url, 1)
      await Promise.race([new Promise(ended => worker.once('exit', ended)), until(() => isDone(store))])
      if (worker.exitCode === null && worker.signalCode === null) {
        worker.kill('SIGTERM')
        stopped = true
      } else deaths++
      await lapse(url)
    }
  }
  await keepAlive()
  assert.deepEqual((await store.shards.sums()).items, {done: 39, failed: 1, skipped: 0})
  assert.equal(deaths, 3)
  const [shard] = await store.shards.list({states: ['done'], most: 9})
  const [failure] = await store.failedItems.ofShards([shard!.id], 9)
  assert.match(failure!.origin, /:18$/)
  assert.match(failure!.reason, /ended 2 workers/)
  // Its bytes were kept for this: it is tried again, and the shard counts what came of it.
  const sums = await retryItems([failure!], {
    store,
    coder: {codeBatch: reports => reports.map(codePlain)},
    extract: async () => ({reason: 'reads no documents'}),
    fetching: () => assert.fail('nothing is to be fetched')
  })
  assert.deepEqual(sums, {done: 1, failed: 0, skipped: 0})
  assert.deepEqual((await store.shards.sums()).items, {done: 40, failed: 0, skipped: 0})
  assert.deepEqual(await store.itemCounts(), {done: 40, failed: 0, skipped: 0})
  await store.close()
})

test('a file that changed after it was given out is dead with that reason, and waits again once it is right', {
  skip
}, async () => {
  const {url, store} = await setting()
  const path = fileOf(plainLines(10))
  await giveOut(url, store, path, {inPlace: true, retryLimit: 1})
  writeFileSync(path, plainLines(10).replaceAll('Kano', 'Jos!'))
  const stop = new AbortController()
  const worker = plainWorker(url, {stop: stop.signal, ms: 0, name: 'a', retryLimit: 1})
  await until(async () => (await store.shards.sums()).shards.dead === 1)
  const [shard] = await store.shards.list({states: ['dead'], most: 9})
  assert.match(shard!.reason!, /not as it was when it was distributed; distribute it again/)
  writeFileSync(path, plainLines(10))
  assert.equal((await giveOut(url, store, path, {inPlace: true})).revived, 1)
  await until(() => isDone(store))
  stop.abort()
  await worker
  assert.equal((await store.shards.sums()).items.done, 10)
  await store.close()
})
