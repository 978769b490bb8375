/** As work.test.ts, with what takes minutes: reports that kill, and five thousand of them with all that dies. */
import assert from 'node:assert/strict'
import {rmSync} from 'node:fs'
import {after, test} from 'node:test'
import {setTimeout as later} from 'node:timers/promises'
import {openStore} from '../../src/store/store.ts'
import {retryItems} from '../../src/workflows/retry.ts'
import {verify} from '../../src/workflows/verify.ts'
import {startServer} from '../store/own-server.ts'
import {child, fileOf, folder, giveOut, incidentsOf, isDone, lapse, until} from './distributed.ts'
import {codePlain, plainLines} from './plain-coder.ts'

const own = await startServer(['fsync=on'])
const skip = typeof own === 'string' ? own : false
after(() => {
  if (typeof own !== 'string') own.stop()
  rmSync(folder, {recursive: true})
})

test('a report that ends each worker that reads it fails with that reason, and the others are done', {
  skip
}, async () => {
  assert.ok(typeof own !== 'string')
  const {url} = own
  const store = await openStore(url)
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

test('a worker and the server are killed in five thousand reports: nothing is lost, nothing is twice', {
  skip
}, async t => {
  const [server, other] = [await startServer(['fsync=on']), await startServer()]
  assert.ok(typeof server !== 'string' && typeof other !== 'string')
  const {url} = server
  const store = await openStore(url)
  const path = fileOf(plainLines(5000))
  await giveOut(url, store, path, {sizes: {lines: 1000, files: 100, bytes: 1e8}})
  const taken = async () => (await store.shards.sums()).items.done
  const workers = [child(url, 6), child(url, 6)]
  t.after(() => {
    for (const one of [...workers.map(worker => () => worker.kill('SIGKILL')), server.stop, other.stop]) one()
  })
  await until(async () => (await taken()) > 1000)
  workers[0]!.kill('SIGKILL')
  await until(async () => (await taken()) > 2500)
  await server.kill()
  await later(3000)
  await server.start()
  const restarted = performance.now()
  await until(() => isDone(store), 10)
  t.diagnostic(`done ${Math.round((performance.now() - restarted) / 1000)} s after the restart`)
  workers[1]!.kill('SIGTERM')
  const {items, shards} = await store.shards.sums()
  assert.deepEqual(items, {done: 5000, failed: 0, skipped: 0})
  assert.deepEqual(shards, {waiting: 0, running: 0, done: 5, dead: 0})
  assert.deepEqual(await store.itemCounts(), items)
  for await (const fault of verify(store)) assert.fail(`${fault.item}: ${fault.what}`)
  const incidents = await store.incidents()
  await store.close()
  assert.deepEqual(incidents, await incidentsOf(path, await openStore(other.url)))
})
