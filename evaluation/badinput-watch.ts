/** Reads bad inputs one by one in a thread that is ended when one hangs it, so that a hang is measured and not suffered. */
import {Worker} from 'node:worker_threads'
import type {Feed} from '../src/extract/feed.ts'
import type {Received} from '../src/fetch/input.ts'

export interface BadInput {
  readonly kind: 'feed' | 'lines' | 'archive'
  readonly name: string
  readonly bytes: Uint8Array
  readonly mediaType: string | null
  readonly url: string | null
}

export interface Read {
  readonly feed?: Feed | {readonly reason: string}
  readonly received?: readonly Received[]
}

export type Watched = {readonly ms: number} & (
  | {readonly read: Read}
  | {readonly crashed: string}
  | {readonly hung: true}
)

/** An input that takes longer hangs: of processor time, so that other work on the machine hangs nothing. */
const limitMs = 1000
/** Of the clock, in which a thread may wait for nothing. */
const limitOfClockMs = 60_000
const lookMs = 100

export interface Watch {
  read(input: BadInput): Promise<Watched>
  close(): Promise<void>
}

export async function openWatch(): Promise<Watch> {
  let worker = await begun()
  return {
    async read(input) {
      const answer = await answered(worker, input)
      if ('hung' in answer || 'crashed' in answer) {
        await worker.terminate()
        worker = await begun()
      }
      return answer
    },
    async close() {
      await worker.terminate()
    }
  }
}

/** Reads something first, so that the time to load a reader is nobody's. */
async function begun(): Promise<Worker> {
  const worker = new Worker(new URL('./badinput-worker.ts', import.meta.url))
  const bytes = Buffer.from('<rss><channel><item><description>&lt;p>a</description></item></channel></rss>')
  await answered(worker, {kind: 'feed', name: '', bytes, mediaType: null, url: null}, limitOfClockMs)
  return worker
}

/** `most`: milliseconds of this process, which does nothing besides. */
function answered(worker: Worker, input: BadInput, most = limitMs): Promise<Watched> {
  return new Promise(resolve => {
    const cpu = process.cpuUsage()
    const from = performance.now()
    const spent = () => {
      const {user, system} = process.cpuUsage(cpu)
      return (user + system) / 1000
    }
    const done = (answer: Watched) => {
      clearInterval(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      resolve(answer)
    }
    const onMessage = (answer: object) => done({...answer, ms: spent()} as Watched)
    const onError = (error: unknown) => done({crashed: String(error), ms: spent()})
    const onExit = (code: number) => done({crashed: `the thread ended with ${code}`, ms: spent()})
    const timer = setInterval(() => {
      if (spent() > most || performance.now() - from > limitOfClockMs) done({hung: true, ms: spent()})
    }, lookMs)
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(input)
  })
}
