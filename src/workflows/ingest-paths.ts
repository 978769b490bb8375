/** Ingests what a person names, with this installation's knowledge and the user's own registry of actors. */
import {loadKnowledge, loadOwnCodebook, type OwnKnowledge} from '../codebook/load.ts'
import {sizeOfInputs} from '../fetch/size-of-inputs.ts'
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
  /** Called for each input, in order, once it is kept. `share`: of the bytes of all inputs, from 0 to 1; null where nobody knows how many there are. */
  readonly onItem?: ((item: Item, share: number | null) => void) | undefined
  /** Called with how many of all that wait are linked so far. */
  readonly onLinked?: ((count: number, all: number) => void) | undefined
  /** Ends it after what is in work. */
  readonly stop?: AbortSignal | undefined
}

/** So many are coded in this thread sooner than others have loaded their models. */
const fewReports = 24

export async function ingestPaths(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  store: Store,
  {own = {}, regions, threads, network, follow, onItem, onLinked, stop}: IngestOptions = {}
): Promise<Summary> {
  const link = createLinker(loadOwnCodebook(own.registry))
  const keep = (documents: readonly CapturedDocument[]) => store.captures.keep(documents, toolVersion())
  const isClaimed = createPageClaims(url => store.captures.of(url), Date.now)
  const way = await wayThrough(paths)
  const read = readReports(paths, stdin, {
    regions,
    keep,
    network: {...network, signal: stop},
    follow,
    isClaimed,
    onBytes: way.onBytes
  })
  const {isShort, inputs} = await beginning(way.marked(read))
  const task = {store, link, onItem: (item: Item) => onItem?.(item, way.next()), onLinked, stop}
  if (isShort || threads === 1) return ingest(inputs, {...task, coder: createCoder(loadKnowledge(own))})
  const coder = openCodingPool(own, threads)
  try {
    return await ingest(inputs, {...task, coder})
  } finally {
    await coder.close()
  }
}

/** How far through the bytes of its files an ingest is, once an input is kept: inputs come out in the order they went in. */
async function wayThrough(paths: readonly string[]) {
  const total = await sizeOfInputs(paths)
  const marks: number[] = []
  let bytes = 0
  return {
    onBytes: (count: number) => {
      bytes += count
    },
    async *marked<T>(inputs: AsyncIterable<T>): AsyncGenerator<T> {
      for await (const input of inputs) {
        marks.push(bytes)
        yield input
      }
    },
    next: () => {
      const mark = marks.shift() ?? 0
      return total === null ? null : Math.min(1, mark / Math.max(1, total))
    }
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
