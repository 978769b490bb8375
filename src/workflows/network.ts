/** The fetcher of this installation, loaded where something is fetched: reading files needs no network library. */
import type {Fetcher} from '../fetch/fetcher.ts'
import {version} from './version.ts'

export interface NetworkOptions {
  /** Where those who run a host can learn about us: a page or a mail address, told to them with each request. */
  readonly contact?: string | undefined
  /** Ranges of addresses that are open besides the public ones. */
  readonly allow?: readonly string[] | undefined
  /** Between two requests to one host. */
  readonly pauseMs?: number | undefined
  /** Ends waits, and lets what is on its way fail as stopped. */
  readonly signal?: AbortSignal | undefined
}

export async function openFetcher({contact, allow, pauseMs, signal}: NetworkOptions): Promise<Fetcher> {
  const {createFetcher} = await import('../fetch/http/fetcher.ts')
  return createFetcher({
    userAgent: `Dateline/${version()}${contact === undefined ? '' : ` (+${contact})`}`,
    ...(allow && {allow}),
    ...(pauseMs !== undefined && {pauseMs}),
    ...(signal && {signal})
  })
}
