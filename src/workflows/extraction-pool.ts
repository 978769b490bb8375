/**
 * Reads documents in threads of their own that can be killed (SAFETY H3): a page made to hang or to fill the
 * memory ends as a reason, and the thread that read it with it.
 */
import {availableParallelism} from 'node:os'
import {extname} from 'node:path'
import {fileURLToPath} from 'node:url'
import {Tinypool} from 'tinypool'
import type {Extraction, RawDocument} from '../model/document.ts'
import {lanesOf} from './lanes.ts'

export interface ExtractionPool {
  extract(document: RawDocument): Promise<Extraction>
  close(): Promise<void>
}

export interface ExtractionLimits {
  readonly threads?: number
  /** For one document. */
  readonly timeoutMs?: number
  readonly memoryMb?: number
  /** What the threads run, for tests. */
  readonly worker?: URL
}

/** As this file: `.ts` in a checkout, `.js` in the package. */
const reading = new URL(`./extraction-worker${extname(import.meta.url)}`, import.meta.url)

/** Its threads are started with the first document. */
export function openExtractionPool({
  threads = availableParallelism(),
  timeoutMs = 10_000,
  memoryMb = 512,
  worker = reading
}: ExtractionLimits = {}): ExtractionPool {
  let pool: Tinypool | undefined
  const open = () =>
    new Tinypool({
      filename: fileURLToPath(worker),
      minThreads: 0,
      maxThreads: threads,
      resourceLimits: {maxOldGenerationSizeMb: memoryMb}
    })
  const lanes = lanesOf(threads)

  async function read(document: RawDocument): Promise<Extraction> {
    const timeout = AbortSignal.timeout(timeoutMs)
    pool ??= open()
    try {
      return (await pool.run(document, {signal: timeout})) as Extraction
    } catch (error) {
      return {reason: reasonOf(error as NodeJS.ErrnoException, timeout.aborted)}
    }
  }

  function reasonOf({code, message}: NodeJS.ErrnoException, isLate: boolean): string {
    if (isLate) return `could not be read within ${timeoutMs / 1000} s`
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') return `could not be read within ${memoryMb} MB of memory`
    return `could not be read: ${message}`
  }

  return {
    extract: document => lanes.take(() => read(document)),
    close: async () => {
      await lanes.idle()
      await pool?.destroy()
    }
  }
}
