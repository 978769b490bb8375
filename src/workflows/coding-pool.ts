/**
 * Codes reports in threads of their own, each with its own models; a thread that dies, or finds no end, fails its
 * batch alone.
 */
import {availableParallelism} from 'node:os'
import {extname} from 'node:path'
import {fileURLToPath} from 'node:url'
import {Tinypool} from 'tinypool'
import type {OwnKnowledge} from '../codebook/load.ts'
import type {CodedReport} from '../model/contract.ts'
import type {Report} from '../model/report.ts'
import {lanesOf} from './lanes.ts'

export interface CodingPool {
  /** One thread codes them all; rejects where one of them cannot be coded. */
  codeBatch(reports: readonly Report[]): Promise<CodedReport[]>
  close(): Promise<void>
}

/** As this file: `.ts` in a checkout, `.js` in the package. */
const coding = new URL(`./coding-worker${extname(import.meta.url)}`, import.meta.url)

export interface CodingLimits {
  /** What the threads run, for tests. */
  readonly worker?: URL
  /** For any batch; long texts have more time. */
  readonly timeoutMs?: number
}

/** A hundred times what reading them takes. */
const msPerCharacter = 2

/** `threads`: as many as there are cores where left out. */
export function openCodingPool(
  own: OwnKnowledge,
  threads = availableParallelism(),
  {worker = coding, timeoutMs = 60_000}: CodingLimits = {}
): CodingPool {
  const pool = new Tinypool({
    filename: fileURLToPath(worker),
    minThreads: threads,
    maxThreads: threads,
    workerData: own
  })
  const lanes = lanesOf(threads)
  return {
    codeBatch: reports =>
      lanes.take(async () => {
        const characters = reports.reduce((sum, {text}) => sum + text.length, 0)
        const limitMs = timeoutMs + msPerCharacter * characters
        const signal = AbortSignal.timeout(limitMs)
        try {
          return (await pool.run(reports, {signal})) as CodedReport[]
        } catch (error) {
          if (signal.aborted) throw new Error(`could not be coded within ${Math.ceil(limitMs / 1000)} s`)
          throw error
        }
      }),
    close: () => pool.destroy()
  }
}
