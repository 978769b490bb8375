/** What bringing in works with, opened when it is first needed and closed after a while without work: models take memory. */
import {availableParallelism} from 'node:os'
import type {OwnKnowledge} from '../../codebook/load.ts'
import type {Fetcher} from '../../fetch/fetcher.ts'
import type {Extraction, RawDocument} from '../../model/document.ts'
import type {ReportCoder} from '../arrivals.ts'
import {openCodingPool} from '../coding-pool.ts'
import {openExtractionPool} from '../extraction-pool.ts'
import {type NetworkOptions, openFetcher} from '../network.ts'

export interface Tools {
  coder(): ReportCoder
  extract(document: RawDocument): Promise<Extraction>
  fetcher(): Promise<Fetcher>
  now(): number
  close(): Promise<void>
}

/** Requests are answered meanwhile: a core is left for them. */
const threads = Math.max(1, availableParallelism() - 1)

export interface ToolOptions {
  readonly own: OwnKnowledge
  readonly network: NetworkOptions
  readonly now: () => number
  /** In place of threads of its own, for tests. */
  readonly coder?: ReportCoder | undefined
}

export function openTools({own, network, now, coder}: ToolOptions): Tools {
  let coding: ReturnType<typeof openCodingPool> | null = null
  let extraction: ReturnType<typeof openExtractionPool> | null = null
  let fetching: Promise<Fetcher> | null = null
  return {
    coder: () => coder ?? (coding ??= openCodingPool(own, threads)),
    extract: document => (extraction ??= openExtractionPool({threads})).extract(document),
    fetcher: () => (fetching ??= openFetcher(network)),
    now,
    async close() {
      const open = {coding, extraction, fetching}
      coding = extraction = fetching = null
      await Promise.all([open.coding?.close(), open.extraction?.close()])
      await (await open.fetching)?.close()
    }
  }
}
