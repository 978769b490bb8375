/** Reads what a person names by its URL: a page, a feed, a text, an archive, lines of JSON. */
import type {Fetched, Fetcher} from './fetcher.ts'
import type {Received} from './input.ts'
import {only} from './read-bytes.ts'
import {readStream} from './read-stream.ts'
import {sideBySide} from './side-by-side.ts'

/** Asked for at the same time, of as many hosts: each host is asked one thing after the other. */
const mostAtOnce = 8

export function isUrl(input: string): boolean {
  return /^https?:/i.test(input)
}

/** In their order. `stop`: that of the fetcher; what was under way when it came has failed for that alone, and is left out. */
export async function* readUrls(
  urls: readonly string[],
  fetcher: Fetcher,
  stop?: AbortSignal
): AsyncGenerator<Received> {
  const fetch = async (url: string) => ({url, fetched: await fetcher.fetchDocument(url)})
  for await (const {url, fetched} of sideBySide(urls, mostAtOnce, fetch)) {
    if (stop?.aborted) return
    yield* receivedFrom(url, fetched)
  }
}

/** What came from the URL, as if it had been given by hand. */
export async function* receivedFrom(url: string, fetched: Fetched): AsyncGenerator<Received> {
  const origin = withoutPassword(url)
  switch (fetched.kind) {
    case 'document':
      yield* readStream(origin, only(fetched.bytes), fetched)
      break
    case 'failed':
      yield {kind: 'failed', origin, reason: fetched.reason, retryable: fetched.retryable}
      break
    case 'skipped':
      yield {kind: 'skipped', origin, reason: fetched.reason}
      break
    case 'unchanged':
      yield {kind: 'skipped', origin, reason: 'has not changed since it was fetched last'}
  }
}

function withoutPassword(url: string): string {
  return url.replace(/^(https?:\/*)[^/?#]*@/i, '$1***@')
}
