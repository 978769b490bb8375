import assert from 'node:assert/strict'
import test from 'node:test'
import {createApi} from '../../src/api/api.ts'
import {serve} from '../../src/api/serve.ts'
import {type RawDocument, uncaptured} from '../../src/model/document.ts'
import {openStore} from '../../src/store/store.ts'
import {openExtractionPool} from '../../src/workflows/extraction-pool.ts'
import {deskOf} from '../api/desk-of.ts'
import {embedded} from '../store/targets.ts'

const worker = new URL('./hostile-reader.ts', import.meta.url)
const page = (text: string): RawDocument => ({
  kind: 'page',
  bytes: Buffer.from(text),
  mediaType: null,
  capture: uncaptured
})

test('a page that hangs or fills the memory ends as a reason, and those beside it are read', async () => {
  const pool = openExtractionPool({threads: 2, timeoutMs: 5000, memoryMb: 64, worker})
  const read = await Promise.all(
    ['a', 'hang', 'fill', 'b', 'throw', 'c'].map(text => pool.extract(page(text)))
  )
  assert.deepEqual(read, [
    {reason: 'is no article: a'},
    {reason: 'could not be read within 5 s'},
    {reason: 'could not be read within 64 MB of memory'},
    {reason: 'is no article: b'},
    {reason: 'could not be read: met a tag it cannot read'},
    {reason: 'is no article: c'}
  ])
  await pool.close()
})

test('the time of a page counts from when its reading begins, not while it waits for one that hangs', async () => {
  const pool = openExtractionPool({threads: 1, timeoutMs: 3000, worker})
  const [, second] = await Promise.all([pool.extract(page('hang')), pool.extract(page('after it'))])
  assert.deepEqual(second, {reason: 'is no article: after it'})
  await pool.close()
})

test('while a page hangs its reader, the server answers', async t => {
  const store = await openStore(await embedded.make())
  const desk = deskOf(store, () => assert.fail('nothing is linked'))
  const served = await serve(createApi(desk, {pages: 'web/dist', version: '0'}), {port: 0})
  const pool = openExtractionPool({threads: 1, timeoutMs: 1000, worker})
  let isOver = false
  const reading = pool.extract(page('hang')).finally(() => (isOver = true))
  let slowestMs = 0
  let answers = 0
  while (!isOver) {
    const start = performance.now()
    const answer = await fetch(new URL('health', served.url))
    assert.deepEqual(await answer.json(), {status: 'ok'})
    slowestMs = Math.max(slowestMs, performance.now() - start)
    answers++
    await new Promise(later => setTimeout(later, 20))
  }
  await reading
  await Promise.all([pool.close(), served.close()])
  await store.close()
  embedded.stop()
  t.diagnostic(`${answers} answers, the slowest after ${Math.round(slowestMs)} ms (SAFETY H3: 100 ms)`)
  assert.ok(answers > 3)
})
