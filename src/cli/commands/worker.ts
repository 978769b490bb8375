/** `dateline worker`: codes, keeps and links what `ingest --distribute` gave out. */
import {buildCommand} from '@stricli/core'
import {type Context, pathIn, say} from '../context.ts'
import {gazetteerFlag, packsIn} from '../gazetteer.ts'
import {stoppedBy} from '../stopping.ts'
import {registryFlag, serverFlag, withServer} from '../store.ts'
import {threadsFlag} from '../threads.ts'

interface Flags {
  readonly store: string
  readonly gazetteer?: string
  readonly registry: string
  readonly threads?: number
}

export const worker = buildCommand({
  docs: {
    brief: 'Code, keep and link what "ingest --distribute" gave out, until it is stopped',
    fullDescription:
      'Any number of them, on any number of machines, share one PostgreSQL. Ctrl-C or SIGTERM ends one: it keeps what it has in work and gives its job back. One that dies loses nothing: within a minute another goes on where it stood.\nExample: dateline worker --store postgres://dateline@db.example.org/dateline --threads 8'
  },
  parameters: {
    flags: {store: serverFlag, gazetteer: gazetteerFlag, registry: registryFlag, threads: threadsFlag}
  },
  async func(this: Context, {store: target, gazetteer, registry, threads}: Flags) {
    const {availableParallelism} = await import('node:os')
    const {runWorker} = await import('../../workflows/worker.ts')
    const own = {packs: packsIn(this, gazetteer), registry: pathIn(this, registry)}
    const stop = stoppedBy(this, 'Ending: what is being read is kept, the rest is given back')
    await withServer(this, target, async store => {
      say(this, `Worker ${process.pid} waits for jobs (Ctrl-C ends it)`)
      await runWorker(target, store, {
        own,
        threads: threads ?? availableParallelism(),
        stop,
        onTrouble: words => say(this, words),
        onShard: ({name, done, failed, skipped, attempt}, became, why) => {
          const from = done + failed + skipped
          const again = attempt > 1 ? `, attempt ${attempt}, after ${from} items` : ''
          say(this, `${name}: ${became}${became === 'begun' ? again : ''}${why ? `: ${why}` : ''}`)
        }
      })
    })
  }
})
