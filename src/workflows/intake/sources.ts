/** The ways in which something is brought in: each takes inputs up, and says of every item what became of it. */
import {type Input, reportOf} from '../../fetch/input.ts'
import {readStream} from '../../fetch/read-stream.ts'
import {recordIn} from '../../fetch/record.ts'
import {readUrls} from '../../fetch/urls.ts'
import type {Item, Store} from '../../store/store.ts'
import {takeIn} from '../ingest.ts'
import {createPageClaims} from '../page-claims.ts'
import {readDocuments} from '../read-documents.ts'
import {retryItems} from '../retry.ts'
import {toolVersion} from '../version.ts'
import {watch} from '../watch.ts'
import {sentName} from './sent-name.ts'
import type {Spooled} from './spool.ts'
import type {Tools} from './tools.ts'

export interface Turn {
  /** Whose changes are laid to whoever brings it in. */
  readonly store: Store
  readonly tools: Tools
  readonly stop: AbortSignal
  readonly onItem: (item: Item) => void
  readonly onShare: (share: number) => void
}

export type Source = (turn: Turn) => Promise<void>

export interface SentText {
  readonly text: string
  readonly title: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly publishedOn: string | null
}

export const ofText =
  (sent: SentText): Source =>
  async ({store, tools, onItem, stop}) => {
    const record = recordIn(sent)
    const origin = sentName(sent.title ?? sent.text.trim().slice(0, 60))
    const bytes = Buffer.from(sent.text, 'utf8')
    const input: Input =
      'reason' in record
        ? {kind: 'failed', origin, reason: record.reason}
        : {kind: 'report', origin, report: reportOf(record, bytes), bytes}
    await takeIn(only(input), {store, coder: tools.coder(), onItem, stop})
  }

export const ofFile =
  (name: string, spooled: Spooled): Source =>
  async ({store, tools, onItem, onShare, stop}) => {
    let read = 0
    const counted = async function* () {
      for await (const chunk of spooled.read()) {
        read += chunk.length
        yield chunk
      }
    }
    const inputs = readDocuments(readStream(sentName(name), counted()), reading({store, tools}))
    const told = (item: Item) => {
      onShare(spooled.bytes ? Math.min(1, read / spooled.bytes) : 1)
      onItem(item)
    }
    await takeIn(inputs, {store, coder: tools.coder(), onItem: told, stop})
  }

/** `follow`: whether the pages are fetched that feeds among them lead to. */
export const ofUrls =
  (urls: readonly string[], follow: boolean): Source =>
  async ({store, tools, onItem, stop}) => {
    const fetcher = await tools.fetcher()
    const inputs = readDocuments(readUrls(urls, fetcher, stop), {
      ...reading({store, tools}),
      isClaimed: createPageClaims(url => store.captures.of(url), tools.now),
      stop,
      ...(follow && {fetcher})
    })
    await takeIn(inputs, {store, coder: tools.coder(), onItem, stop})
  }

/** Failed items: those of these numbers, or all that are worth it. */
export const ofFailed =
  (numbers: readonly number[]): Source =>
  async ({store, tools, onItem}) => {
    const failed = await store.failedItems.list({numbers, all: false})
    await retryItems(failed, {
      ...reading({store, tools}),
      store,
      coder: tools.coder(),
      fetching: tools.fetcher,
      onItem
    })
  }

/** Feeds that are due. */
export const ofFeeds =
  (urls: readonly string[]): Source =>
  async ({store, tools, onItem, stop}) => {
    const {systemClock} = await import('../../fetch/http/fetcher.ts')
    // What feeds bring side by side is kept one after the other.
    let last: Promise<unknown> = Promise.resolve()
    await watch(urls, {
      ...reading({store, tools}),
      store,
      fetcher: await tools.fetcher(),
      isClaimed: createPageClaims(url => store.captures.of(url), tools.now),
      take: inputs => {
        const taken = last.then(() => takeIn(listed(inputs), {store, coder: tools.coder(), onItem}))
        last = taken.catch(() => {})
        return taken
      },
      follow: true,
      once: true,
      feedsAtOnce: 4,
      signal: stop,
      clock: systemClock,
      random: Math.random,
      onFeed: () => {}
    })
  }

const reading = ({store, tools}: Pick<Turn, 'store' | 'tools'>) => ({
  extract: tools.extract,
  keep: (documents: Parameters<Store['captures']['keep']>[0]) => store.captures.keep(documents, toolVersion())
})

async function* only(input: Input): AsyncGenerator<Input> {
  yield input
}

async function* listed(inputs: readonly Input[]): AsyncGenerator<Input> {
  yield* inputs
}
