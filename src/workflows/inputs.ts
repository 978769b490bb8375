/** Reports from what a person names, for the commands: each document read in a thread that can be killed. */
import type {Fetcher} from '../fetch/fetcher.ts'
import type {Input, Received} from '../fetch/input.ts'
import {readInputs} from '../fetch/inputs.ts'
import {isUrl, readUrls} from '../fetch/urls.ts'
import {openExtractionPool} from './extraction-pool.ts'
import {type NetworkOptions, openFetcher} from './network.ts'
import {createPageClaims} from './page-claims.ts'
import {type DocumentReading, readDocuments} from './read-documents.ts'

export {batchesOf} from '../fetch/batches.ts'

export interface Reading extends Omit<DocumentReading, 'extract' | 'fetcher' | 'stop'> {
  readonly network?: NetworkOptions | undefined
  /** Whether the pages are fetched that a feed leads to. */
  readonly follow?: boolean | undefined
  /** Is told how many bytes of files are read since it was told last. */
  readonly onBytes?: ((count: number) => void) | undefined
}

/** `inputs`: files, folders, URLs, "-" for `stdin`. */
export async function* readReports(
  inputs: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  {network = {}, follow = true, onBytes, ...reading}: Reading = {}
): AsyncGenerator<Input> {
  const pool = openExtractionPool()
  const fetcher = inputs.some(isUrl) ? await openFetcher(network) : null
  try {
    yield* readDocuments(received(inputs, stdin, fetcher, network.signal, onBytes), {
      ...reading,
      isClaimed: reading.isClaimed ?? createPageClaims(async () => [], Date.now),
      extract: pool.extract,
      stop: network.signal,
      ...(fetcher && follow && {fetcher})
    })
  } finally {
    await pool.close()
    await fetcher?.close()
  }
}

/** Of URLs that follow each other several are fetched at a time. */
async function* received(
  inputs: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  fetcher: Fetcher | null,
  stop: AbortSignal | undefined,
  onBytes: Reading['onBytes']
): AsyncGenerator<Received> {
  for (let from = 0; from < inputs.length; ) {
    const ofUrls = isUrl(inputs[from]!)
    let to = from + 1
    while (to < inputs.length && isUrl(inputs[to]!) === ofUrls) to++
    const run = inputs.slice(from, to)
    yield* ofUrls ? readUrls(run, fetcher!, stop) : readInputs(run, stdin, onBytes)
    from = to
  }
}
