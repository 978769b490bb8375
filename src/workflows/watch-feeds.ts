/** Watches what a person names, with this installation's knowledge: feeds, and lists of them. */
import {readFile} from 'node:fs/promises'
import {loadKnowledge, loadOwnCodebook, type OwnKnowledge} from '../codebook/load.ts'
import {readFeedList} from '../extract/feed-list.ts'
import type {Input} from '../fetch/input.ts'
import {isUrl} from '../fetch/urls.ts'
import type {FeedState, Item, Store} from '../store/store.ts'
import type {ReportCoder} from './arrivals.ts'
import type {FeedChecked} from './check-feed.ts'
import {createCoder} from './code.ts'
import {openCodingPool} from './coding-pool.ts'
import {openExtractionPool} from './extraction-pool.ts'
import {ingest} from './ingest.ts'
import type {IngestOptions} from './ingest-paths.ts'
import {createLinker, type LinkReports} from './link.ts'
import {openFetcher} from './network.ts'
import {createPageClaims} from './page-claims.ts'
import {ofRegions} from './read-documents.ts'
import {toolVersion} from './version.ts'
import {watch} from './watch.ts'

export interface WatchOptions extends Omit<IngestOptions, 'follow'> {
  readonly follow: boolean
  readonly once: boolean
  readonly feedsAtOnce: number
  readonly signal: AbortSignal
  readonly onItem: (item: Item) => void
  readonly onFeed: (checked: FeedChecked) => void
}

/** URLs of feeds: those named, and those of the lists named; throws where a list cannot be read. */
export async function feedsNamed(inputs: readonly string[]): Promise<string[]> {
  const urls = new Set<string>()
  for (const input of inputs) {
    if (isUrl(input)) {
      urls.add(input)
      continue
    }
    const list = readFeedList(await readFile(input, 'utf8'))
    if ('reason' in list) throw new Error(`${input} ${list.reason}`)
    for (const url of list.urls) urls.add(url)
  }
  return [...urls]
}

/** The feeds as they are in the end. */
export async function watchFeeds(
  urls: readonly string[],
  store: Store,
  {own = {}, regions = [], threads, network = {}, onItem, signal, ...options}: WatchOptions
): Promise<readonly FeedState[]> {
  const {systemClock} = await import('../fetch/http/fetcher.ts')
  // A round without news needs no models.
  let loaded: Promise<Loaded> | null = null
  const readers = openExtractionPool()
  const fetcher = await openFetcher({...network, signal})
  // Feeds are checked side by side, and what they bring is kept one after the other: linking is for one at a time.
  let last: Promise<unknown> = Promise.resolve()
  const take = (inputs: readonly Input[]) => {
    const taken = last.then(async () => {
      const {coder, link} = await (loaded ??= load(own, threads))
      return ingest(listed(inputs, regions), {store, coder, link, onItem})
    })
    last = taken.catch(() => {})
    return taken
  }
  try {
    return await watch(urls, {
      ...options,
      store,
      fetcher,
      extract: readers.extract,
      keep: documents => store.captures.keep(documents, toolVersion()),
      isClaimed: createPageClaims(url => store.captures.of(url), systemClock.now),
      take,
      signal,
      clock: systemClock,
      random: Math.random
    })
  } finally {
    await fetcher.close()
    await readers.close()
    await (await (loaded as Promise<Loaded> | null))?.close()
  }
}

interface Loaded {
  readonly coder: ReportCoder
  readonly link: LinkReports
  close(): Promise<void>
}

async function load(own: OwnKnowledge, threads: number | undefined): Promise<Loaded> {
  const link = createLinker(loadOwnCodebook(own.registry))
  if (threads === 1) return {link, coder: createCoder(loadKnowledge(own)), close: async () => {}}
  const coder = openCodingPool(own, threads)
  return {link, coder, close: () => coder.close()}
}

async function* listed(inputs: readonly Input[], regions: readonly string[]): AsyncGenerator<Input> {
  for (const input of inputs) yield ofRegions(input, regions)
}
