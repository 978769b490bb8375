import assert from 'node:assert/strict'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, test} from 'node:test'
import {readInputs} from '../../src/fetch/inputs.ts'
import type {IsoDate} from '../../src/model/date.ts'
import type {Extraction} from '../../src/model/document.ts'
import {openStore, type Store} from '../../src/store/store.ts'
import {takeIn} from '../../src/workflows/ingest.ts'
import {readDocuments} from '../../src/workflows/read-documents.ts'
import {retryItems} from '../../src/workflows/retry.ts'
import {codedReport} from '../coded-report.ts'
import {embedded, server, type Target} from '../store/targets.ts'
import {codePlain, plainLines} from './plain-coder.ts'

const found = await server()
if (typeof found === 'string') test(`PostgreSQL: ${found}`, {skip: true}, () => {})
const targets: readonly Target[] = typeof found === 'string' ? [embedded] : [embedded, found]
const folder = mkdtempSync(join(tmpdir(), 'dateline-'))
after(() => {
  for (const target of targets) target.stop()
  rmSync(folder, {recursive: true})
})

const coder = {codeBatch: (reports: readonly Parameters<typeof codePlain>[0][]) => reports.map(codePlain)}
const fetching = async () => ({
  fetchDocument: async () => ({
    kind: 'document' as const,
    bytes: Buffer.from(plainLines(1, () => 'Fetched. ')),
    mediaType: 'application/x-ndjson',
    capture: {
      requestedUrl: null,
      redirects: [],
      finalUrl: null,
      status: 200,
      headers: [],
      fetchedAt: null,
      feed: null
    },
    etag: null,
    lastModified: null
  }),
  close: async () => {}
})
const record = {
  url: 'https://example.org/a',
  outlet: 'Outlet 1',
  title: null,
  publishedOn: '2024-03-05' as IsoDate,
  text: codedReport({before: 'A page. '}).report.text
}
const page: Extraction = {found: [{entry: null, record}]}

function reading(store: Store, extraction: Extraction) {
  return {
    extract: async () => extraction,
    keep: (documents: Parameters<Store['captures']['keep']>[0]) => store.captures.keep(documents, 'test')
  }
}

for (const target of targets)
  test(`${target.name}: what failed is tried again from its original, its URL or its file, and what comes of it takes its place`, async () => {
    const store = await openStore(await target.make())
    const path = join(folder, `${target.name}.jsonl`)
    const lines = plainLines(3).split('\n')
    writeFileSync(path, [lines[0], 'half a li', lines[2]].join('\n'))
    const html = join(folder, `${target.name}.html`)
    writeFileSync(html, '<!doctype html><title>A page</title>')
    const inputs = async function* () {
      const received = readInputs([path, html, join(folder, 'absent.txt')], (async function* () {})())
      yield* readDocuments(
        received,
        reading(store, {reason: 'could not be read within 10 s', retryable: true})
      )
      yield {
        kind: 'failed' as const,
        origin: 'https://example.org/feed',
        reason: 'does not answer',
        retryable: true
      }
    }
    await takeIn(inputs(), {store, coder})
    assert.deepEqual(await store.itemCounts(), {done: 2, failed: 4, skipped: 0})

    const worthIt = await store.failedItems.list({numbers: [], all: false})
    assert.deepEqual(
      worthIt.map(({reason}) => reason),
      ['could not be read within 10 s', 'does not answer']
    )
    const task = {store, coder, fetching, ...reading(store, page)}
    assert.deepEqual(await retryItems(worthIt, task), {done: 2, failed: 0, skipped: 0})
    assert.deepEqual(await store.itemCounts(), {done: 4, failed: 2, skipped: 0})

    // The file was mended meanwhile; the other is still not there.
    writeFileSync(path, lines.join('\n'))
    const all = await store.failedItems.list({numbers: [], all: true})
    assert.deepEqual(await retryItems(all, task), {done: 1, failed: 1, skipped: 0})
    assert.deepEqual(await store.itemCounts(), {done: 5, failed: 1, skipped: 0})
    const [left] = await store.failedItems.list({numbers: [], all: true})
    assert.match(left!.reason, /does not exist/)
    assert.deepEqual(await store.failedItems.list({numbers: [left!.number], all: false}), [left])
    await store.close()
  })
