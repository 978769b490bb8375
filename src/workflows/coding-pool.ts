/**
 * Codes reports in threads of their own, each with its own models; a thread that dies fails its batch alone.
 */
import {availableParallelism} from 'node:os'
import {fileURLToPath} from 'node:url'
import {Tinypool} from 'tinypool'
import type {OwnKnowledge} from '../codebook/load.ts'
import type {CodedReport} from '../model/contract.ts'
import type {Report} from '../model/report.ts'

export interface CodingPool {
  /** One thread codes them all; rejects where one of them cannot be coded. */
  codeBatch(reports: readonly Report[]): Promise<CodedReport[]>
  close(): Promise<void>
}

const coding = new URL('./coding-worker.ts', import.meta.url)

/** `threads`: as many as there are cores where left out. `worker`: what they run. */
export function openCodingPool(
  own: OwnKnowledge,
  threads = availableParallelism(),
  worker = coding
): CodingPool {
  const pool = new Tinypool({
    filename: fileURLToPath(worker),
    minThreads: threads,
    maxThreads: threads,
    workerData: own
  })
  return {codeBatch: reports => pool.run(reports), close: () => pool.destroy()}
}
