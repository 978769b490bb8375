/** Workers on one PostgreSQL: nothing is lost and nothing twice, whoever dies. */
import assert from 'node:assert/strict'
import {rmSync, writeFileSync} from 'node:fs'
import {after, test} from 'node:test'
import {openStore, type Store} from '../../src/store/store.ts'
import {startServer} from '../store/own-server.ts'
import {server} from '../store/targets.ts'
import {child, fileOf, folder, giveOut, incidentsOf, isDone, lapse, until} from './distributed.ts'
import {plainLines} from './plain-coder.ts'
import {plainWorker} from './plain-worker.ts'

const found = await server()
const skip = typeof found === 'string' ? found : false
after(() => {
  if (typeof found !== 'string') found.stop()
  rmSync(folder, {recursive: true})
})

async function setting(): Promise<{url: string; store: Store}> {
  const url = typeof found === 'string' ? '' : await found.make()
  return {url, store: await openStore(url)}
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
  assert.deepEqual(await store.incidents(), await incidentsOf(path, (await setting()).store))
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

test('a server that is killed is waited for, and the work goes on', {skip}, async t => {
  const own = await startServer(['fsync=on'])
  if (typeof own === 'string') return t.skip(own)
  t.after(() => own.stop())
  const store = await openStore(own.url)
  await giveOut(own.url, store, fileOf(plainLines(300)))
  const stop = new AbortController()
  const worker = plainWorker(own.url, {stop: stop.signal, ms: 3, name: 'a'})
  await until(async () => (await store.shards.sums()).items.done > 0)
  await own.kill()
  await own.start()
  await until(() => isDone(store))
  stop.abort()
  await worker
  assert.deepEqual((await store.shards.sums()).items, {done: 300, failed: 0, skipped: 0})
  assert.deepEqual(await store.itemCounts(), {done: 300, failed: 0, skipped: 0})
  await store.close()
})
