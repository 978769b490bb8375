/** What a thread of the coding pool runs: it loads the knowledge once, with its first reports. */
import {enableCompileCache} from 'node:module'
import Tinypool from 'tinypool'
import type {OwnKnowledge} from '../codebook/load.ts'
import type {CodedReport} from '../model/contract.ts'
import type {Report} from '../model/report.ts'
import type {Coder} from './code.ts'

// A thread has no part in the cache of the one that started it.
enableCompileCache()

// Not at the start of the thread: a pool whose thread cannot start would wait for ever.
let coder: Promise<Coder> | undefined

export default async function codeReports(reports: readonly Report[]): Promise<CodedReport[]> {
  coder ??= loadCoder()
  return (await coder).codeBatch(reports)
}

async function loadCoder(): Promise<Coder> {
  const [{loadKnowledge}, {createCoder}] = await Promise.all([
    import('../codebook/load.ts'),
    import('./code.ts')
  ])
  return createCoder(loadKnowledge(Tinypool.workerData as OwnKnowledge))
}
