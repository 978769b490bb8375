/** Ingests what a person names, with this installation's knowledge and the user's own registry of actors. */
import {loadKnowledge, loadOwnCodebook, type OwnKnowledge} from '../codebook/load.ts'
import type {CapturedDocument, Item, Store} from '../store/store.ts'
import {createCoder} from './code.ts'
import {openCodingPool} from './coding-pool.ts'
import {ingest, type Summary} from './ingest.ts'
import {readReports} from './inputs.ts'
import {createLinker} from './link.ts'
import type {NetworkOptions} from './network.ts'
import {createPageClaims} from './page-claims.ts'
import {toolVersion} from './version.ts'

export interface IngestOptions {
  readonly own?: OwnKnowledge
  /** Countries that the reports mostly tell of, where they name none. */
  readonly regions?: readonly string[] | undefined
  /** Threads that code, 1 for none besides this one; as many as there are cores where left out. */
  readonly threads?: number | undefined
  readonly network?: NetworkOptions | undefined
  /** Whether the pages are fetched that a feed leads to. */
  readonly follow?: boolean | undefined
}

/** So many are coded in this thread sooner than others have loaded their models. */
const fewReports = 24

export async function ingestPaths(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  store: Store,
  onItem: (item: Item) => void,
  {own = {}, regions, threads, network, follow}: IngestOptions = {}
): Promise<Summary> {
  const link = createLinker(loadOwnCodebook(own.registry))
  const keep = (documents: readonly CapturedDocument[]) => store.captures.keep(documents, toolVersion())
  const isClaimed = createPageClaims(url => store.captures.of(url), Date.now)
  const {isShort, inputs} = await beginning(
    readReports(paths, stdin, {regions, keep, network, follow, isClaimed})
  )
  if (isShort || threads === 1)
    return ingest(inputs, {store, coder: createCoder(loadKnowledge(own)), link, onItem})
  const coder = openCodingPool(own, threads)
  try {
    return await ingest(inputs, {store, coder, link, onItem})
  } finally {
    await coder.close()
  }
}

/** Whether there are few, and all of them from the first on. */
async function beginning<T>(all: AsyncGenerator<T>): Promise<{isShort: boolean; inputs: AsyncIterable<T>}> {
  const read: T[] = []
  while (read.length <= fewReports) {
    const {done, value} = await all.next()
    if (done) break
    read.push(value)
  }
  const inputs = async function* () {
    yield* read
    yield* all
  }
  return {isShort: read.length <= fewReports, inputs: inputs()}
}
