/** What a thread of the coding pool runs: it loads the knowledge once, with its first reports. */
import Tinypool from 'tinypool'
import {loadKnowledge, type OwnKnowledge} from '../codebook/load.ts'
import type {CodedReport} from '../model/contract.ts'
import type {Report} from '../model/report.ts'
import {type Coder, createCoder} from './code.ts'

// Not at the start of the thread: a pool whose thread cannot start would wait for ever.
let coder: Coder | undefined

export default function codeReports(reports: readonly Report[]): CodedReport[] {
  coder ??= createCoder(loadKnowledge(Tinypool.workerData as OwnKnowledge))
  return coder.codeBatch(reports)
}
