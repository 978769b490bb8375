/**
 * A worker as a process of its own, with a coder that needs no models, for tests that kill it.
 *
 *     node plain-worker.ts postgres://... MS
 *
 * MS: how long it takes for a report. It ends itself, without a word, at a report that begins with "Die.".
 */
import {setTimeout as later} from 'node:timers/promises'
import {loadOwnCodebook} from '../../src/codebook/load.ts'
import type {Received} from '../../src/fetch/input.ts'
import {readShard} from '../../src/fetch/read-shard.ts'
import {openJobQueue} from '../../src/store/job-queue.ts'
import {openStore} from '../../src/store/store.ts'
import {createLinker} from '../../src/workflows/link.ts'
import {readDocuments} from '../../src/workflows/read-documents.ts'
import {type WorkTask, work} from '../../src/workflows/work.ts'
import {codePlain} from './plain-coder.ts'

/** Counts what it codes. `told`: gets what is said of shards. */
export async function plainWorker(
  url: string,
  {stop, ms, name, retryLimit = 10}: {stop: AbortSignal; ms: number; name: string; retryLimit?: number}
): Promise<number> {
  const store = await openStore(url)
  const queue = await openJobQueue(url, {
    supervise: true,
    monitorSeconds: 1,
    pollSeconds: 0.5,
    retryLimit,
    onError: () => {}
  })
  let coded = 0
  const coder: WorkTask['coder'] = {
    async codeBatch(reports) {
      await later(ms * reports.length)
      if (reports.some(({text}) => text.startsWith('Die.'))) process.kill(process.pid, 'SIGKILL')
      coded += reports.length
      return reports.map(codePlain)
    }
  }
  await work({
    store,
    queue,
    coder,
    stop,
    atOnce: 1,
    worker: name,
    link: createLinker(loadOwnCodebook(undefined)),
    read: shard =>
      readDocuments(
        readShard(shard, part => store.shards.bytesOf(shard.id, part)) as AsyncIterable<Received>,
        {
          extract: async () => ({reason: 'reads no documents'})
        }
      ),
    onShard: () => {},
    onTrouble: () => {}
  })
  await store.close()
  return coded
}

if (process.argv[1] === import.meta.filename) {
  const [, , url, ms] = process.argv
  const stopping = new AbortController()
  process.once('SIGTERM', () => stopping.abort())
  await plainWorker(url!, {stop: stopping.signal, ms: Number(ms), name: `child ${process.pid}`})
}
