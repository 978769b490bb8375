/** What tests of workers share: files to give out, workers to kill, and what one process makes of the same. */
import assert from 'node:assert/strict'
import {type ChildProcess, spawn} from 'node:child_process'
import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as later} from 'node:timers/promises'
import pg from 'pg'
import {loadOwnCodebook} from '../../src/codebook/load.ts'
import {readInputs} from '../../src/fetch/inputs.ts'
import type {LinkedIncident} from '../../src/model/assessment.ts'
import {openJobQueue} from '../../src/store/job-queue.ts'
import type {Store} from '../../src/store/store.ts'
import {type Distributed, type DistributeOptions, distribute} from '../../src/workflows/distribute.ts'
import {ingest} from '../../src/workflows/ingest.ts'
import {createLinker} from '../../src/workflows/link.ts'
import {readDocuments} from '../../src/workflows/read-documents.ts'
import {codePlain} from './plain-coder.ts'

export const folder = mkdtempSync(join(tmpdir(), 'dateline-'))

let files = 0
export function fileOf(lines: string): string {
  const path = join(folder, `reports-${++files}.jsonl`)
  writeFileSync(path, lines)
  return path
}

/** `retryLimit`: of the queue, which is made here. */
export async function giveOut(
  url: string,
  store: Store,
  path: string,
  options: DistributeOptions & {retryLimit?: number} = {}
): Promise<Distributed> {
  const queue = await openJobQueue(url, options)
  const given = await distribute([{path, origin: path}], store, queue, options)
  await queue.close()
  return given
}

export async function until(what: () => Promise<boolean>, minutes = 2): Promise<void> {
  for (let attempt = 0; attempt < minutes * 600; attempt++) {
    if (await what()) return
    await later(100)
  }
  assert.fail(`it did not come to that within ${minutes} minutes`)
}

export async function isDone(store: Store): Promise<boolean> {
  const {shards} = await store.shards.sums()
  return shards.waiting + shards.running === 0 && (await store.countUnlinked()) === 0
}

/** What a single process makes of the same file, in an empty store, which it closes. */
export async function incidentsOf(path: string, store: Store): Promise<LinkedIncident[]> {
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
export async function lapse(url: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(
    `update jobs.job set heartbeat_on = heartbeat_on - interval '1 hour' where state = 'active'`
  )
  await client.query(`update jobs.job set start_after = now() where state = 'retry'`)
  await client.end()
}

/** A worker that takes so long for a report. */
export function child(url: string, ms: number): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, 'plain-worker.ts'), url, `${ms}`], {
    stdio: ['ignore', 'inherit', 'inherit']
  })
}
