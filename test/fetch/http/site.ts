/** Servers on loopback for tests of fetching, which answer as a test says and remember what they were asked. */
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {createFetcher, type FetcherOptions} from '../../../src/fetch/http/fetcher.ts'
import type {Clock} from '../../../src/fetch/http/hosts.ts'

export type Reply = (request: IncomingMessage, response: ServerResponse) => void

export interface Site {
  readonly port: number
  /** Paths that were asked for, in order. */
  readonly asked: string[]
  /** As a browser would write it; any name leads to the site, by the resolver of the test. */
  url(path: string, host?: string): string
  /** What it answers from now on. */
  on(path: string, reply: Reply | string): void
  stop(): void
}

/** Paths without a reply are not there (404). */
export async function openSite(address = '127.0.0.1', at = 0): Promise<Site> {
  const replies = new Map<string, Reply | string>()
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const reply = replies.get(path)
    if (reply === undefined) response.writeHead(404).end()
    else if (typeof reply === 'string') response.writeHead(200, {'content-type': 'text/html'}).end(reply)
    else reply(request, response)
  })
  await new Promise<void>(listening => server.listen(at, address, listening))
  // A test that fails before it stops its site ends all the same.
  server.unref()
  const {port} = server.address() as AddressInfo
  return {
    port,
    asked,
    url: (path, host = 'paper.example') => `http://${host}:${port}${path}`,
    on: (path, reply) => replies.set(path, reply),
    stop() {
      server.closeAllConnections()
      server.close()
    }
  }
}

/** A clock that stands still but for the waits that are asked of it. */
export function stillClock(start = '2024-03-05T08:00:00Z'): Clock & {readonly waits: number[]} {
  let now = Date.parse(start)
  const waits: number[] = []
  return {
    waits,
    now: () => now,
    async sleep(ms) {
      waits.push(ms)
      now += ms
    }
  }
}

/** A fetcher for which every name leads to 127.0.0.1, the one address of this machine that it may connect to. */
export function fetcherFor(options: Partial<FetcherOptions> = {}) {
  return createFetcher({
    userAgent: 'Dateline/0 (+https://reader.example/)',
    allow: ['127.0.0.1'],
    resolve: async () => [{address: '127.0.0.1', family: 4}],
    clock: stillClock(),
    ...options
  })
}

/** A clock that moves when the test says so. */
export function manualClock(start = '2024-03-05T08:00:00Z'): Clock & {advance(ms: number): void} {
  let now = Date.parse(start)
  const sleepers = new Set<{readonly until: number; wake(): void}>()
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise<void>(wake => {
        const sleeper = {until: now + ms, wake}
        sleepers.add(sleeper)
        signal?.addEventListener('abort', () => wake())
        if (signal?.aborted) wake()
      }),
    advance(ms) {
      now += ms
      for (const sleeper of sleepers)
        if (sleeper.until <= now) {
          sleepers.delete(sleeper)
          sleeper.wake()
        }
    }
  }
}
