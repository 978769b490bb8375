/**
 * Asks once and takes the answer, under limits: 64 KB of headers, 10 MB of body, 50 MB unpacked, 30 s in all
 * (SAFETY H2). Follows nothing, sends no cookie and no credentials.
 */
import {Agent, type Dispatcher, request} from 'undici'
import {type BodyLimits, bodyLimits, unpacked} from '../content-encoding.ts'
import {addressGuard} from './addresses.ts'
import {guardedConnector, type Resolve, systemResolve} from './connector.ts'
import {type FetchFailure, failureOf} from './fetch-failure.ts'

export interface ExchangeLimits extends BodyLimits {
  readonly headerBytes: number
  /** Of one document, redirects included, waiting for one's turn left out. */
  readonly totalMs: number
  /** Until a connection stands. */
  readonly connectMs: number
}

export const exchangeLimits: ExchangeLimits = {
  ...bodyLimits,
  headerBytes: 64 * 2 ** 10,
  totalMs: 30_000,
  connectMs: 10_000
}

export interface ExchangeOptions {
  /** Ranges of addresses that are open besides the public ones. */
  readonly allow?: readonly string[]
  readonly resolve?: Resolve
  readonly limits?: Partial<ExchangeLimits>
  /** Certificates of authorities that are trusted besides those of Node (PEM). */
  readonly ca?: string
}

export interface Answer {
  readonly status: number
  /** Names in lower case; those that hold cookies are left out. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Unpacked; empty where the answer leads elsewhere or brings no document. */
  readonly body: Uint8Array
}

/** A failure after the head had come has that head. */
export type Exchanged = Answer | {readonly failure: FetchFailure; readonly head: Omit<Answer, 'body'> | null}

export interface Exchange {
  readonly limits: ExchangeLimits
  ask(url: URL, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Exchanged>
  close(): Promise<void>
}

const cookies = new Set(['set-cookie', 'set-cookie2'])

/** What no report can be read from, by its media type. */
const unreadable = /^(?:image|audio|video|font)\//i

export function openExchange({
  allow = [],
  resolve = systemResolve,
  limits: own,
  ca
}: ExchangeOptions): Exchange {
  const limits = {...exchangeLimits, ...own}
  const agent = new Agent({
    connect: guardedConnector({guard: addressGuard(allow), resolve, timeoutMs: limits.connectMs, ca}),
    connections: 1,
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.totalMs,
    bodyTimeout: limits.totalMs
  })
  return {
    limits,
    async ask(url, headers, signal) {
      let head: Omit<Answer, 'body'> | null = null
      try {
        const answer = await request(url, {dispatcher: agent, headers, signal})
        head = {status: answer.statusCode, headers: headersOf(answer)}
        return await take(answer.body, head, limits)
      } catch (error) {
        return {failure: failureOf(signal.aborted ? signal.reason : error), head}
      }
    },
    close: () => agent.destroy()
  }
}

async function take(
  body: Dispatcher.ResponseData['body'],
  head: Omit<Answer, 'body'>,
  limits: BodyLimits
): Promise<Exchanged> {
  const failed = (reason: string): Exchanged => {
    body.destroy()
    return {failure: {reason, retryable: false}, head}
  }
  body.on('error', () => {})
  if (head.status < 200 || head.status > 299) {
    body.destroy()
    return {...head, body: new Uint8Array()}
  }
  const mediaType = header(head, 'content-type') ?? ''
  if (unreadable.test(mediaType)) return failed(`is ${mediaType.split(';')[0]}, not a text`)
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > limits.bytes)
      return failed(`is larger than ${limits.bytes / 2 ** 20} MB; download it, and give its path`)
    chunks.push(chunk)
  }
  const result = await unpacked(Buffer.concat(chunks), header(head, 'content-encoding'), limits)
  return 'reason' in result ? failed(result.reason) : {...head, body: result.bytes}
}

function headersOf({headers}: Dispatcher.ResponseData): [string, string][] {
  return Object.entries(headers).flatMap(([name, values]) =>
    cookies.has(name.toLowerCase())
      ? []
      : [values ?? []].flat().map((value): [string, string] => [name.toLowerCase(), value])
  )
}

/** Its first value. */
export function header({headers}: Pick<Answer, 'headers'>, name: string): string | null {
  return headers.find(([own]) => own === name)?.[1] ?? null
}
