/** Why nothing came, in words that a person understands, and whether trying again later may help. */
import {RefusedAddress} from './connector.ts'

export interface FetchFailure {
  readonly reason: string
  readonly retryable: boolean
}

/** By the code of the error: of Node, of OpenSSL, of undici. */
const known: Readonly<Record<string, FetchFailure>> = {
  ENOTFOUND: {reason: 'has a name that no address is known for; check it, or the network', retryable: true},
  EAI_AGAIN: {reason: 'has a name that could not be looked up; is there a network?', retryable: true},
  ECONNREFUSED: {reason: 'answers to nobody at that port (connection refused)', retryable: true},
  ECONNRESET: {reason: 'broke off the connection', retryable: true},
  EPIPE: {reason: 'broke off the connection', retryable: true},
  UND_ERR_SOCKET: {reason: 'broke off the connection before all had come', retryable: true},
  EHOSTUNREACH: {reason: 'cannot be reached', retryable: true},
  ENETUNREACH: {reason: 'cannot be reached: there is no network to it', retryable: true},
  EADDRNOTAVAIL: {reason: 'cannot be reached from here', retryable: true},
  ETIMEDOUT: {reason: 'did not answer in time', retryable: true},
  UND_ERR_CONNECT_TIMEOUT: {reason: 'did not answer in time', retryable: true},
  UND_ERR_HEADERS_TIMEOUT: {reason: 'did not answer in time', retryable: true},
  UND_ERR_BODY_TIMEOUT: {reason: 'stopped sending', retryable: true},
  UND_ERR_HEADERS_OVERFLOW: {reason: 'sends more than 64 KB of headers', retryable: false},
  CERT_HAS_EXPIRED: {reason: 'has a certificate that has expired', retryable: true},
  CERT_NOT_YET_VALID: {
    reason: "has a certificate that is not valid yet; is this machine's clock right?",
    retryable: true
  },
  DEPTH_ZERO_SELF_SIGNED_CERT: {reason: 'has a certificate that it signed itself', retryable: false},
  SELF_SIGNED_CERT_IN_CHAIN: {
    reason: 'has a certificate of an authority that is not trusted; NODE_EXTRA_CA_CERTS names others',
    retryable: false
  },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
    reason: 'sends its certificate without those that vouch for it',
    retryable: false
  },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: {
    reason: 'has a certificate of an authority that is not trusted; NODE_EXTRA_CA_CERTS names others',
    retryable: false
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {reason: 'has a certificate for another name', retryable: false}
}

const noHttp: FetchFailure = {reason: 'answers in what is no HTTP', retryable: false}
const noTls: FetchFailure = {
  reason: 'and this machine cannot agree on a secure connection (TLS)',
  retryable: false
}

/** Of what was thrown while connecting or receiving. */
export function failureOf(error: unknown): FetchFailure {
  for (const cause of causesOf(error)) {
    if (cause instanceof RefusedAddress)
      return {
        reason: `is refused: ${cause.message}; --allow-address opens a range of your own`,
        retryable: false
      }
    const {code = '', name} = cause as Error & {code?: string}
    const failure = known[code]
    if (failure) return failure
    if (name === 'TimeoutError') return {reason: 'took longer than allowed', retryable: true}
    if (name === 'AbortError') return {reason: 'was stopped', retryable: true}
    if (code.startsWith('HPE_') || name === 'HTTPParserError') return noHttp
    if (code.startsWith('ERR_SSL_') || code === 'EPROTO') return noTls
  }
  return {reason: `could not be fetched (${(error as Error).message})`, retryable: true}
}

/** An error, those behind it, and those it gathers: of several addresses that all failed. */
function* causesOf(error: unknown): Generator<Error> {
  if (!(error instanceof Error)) return
  yield error
  for (const one of (error as AggregateError).errors ?? []) yield* causesOf(one)
  yield* causesOf(error.cause)
}

const statuses: Readonly<Record<number, string>> = {
  401: 'asks who we are (401): it is not open to everybody',
  402: 'asks for money (402)',
  403: 'refuses us (403)',
  404: 'is not there (404)',
  410: 'is gone for good (410)',
  429: 'asks us to come less often (429)',
  451: 'is withheld for legal reasons (451)',
  500: 'has a fault of its own (500)',
  502: 'has a fault of its own (502)',
  503: 'cannot answer now (503)',
  504: 'has a fault of its own (504)'
}

const passing = new Set([408, 425, 429])

/** Of an answer that brings no document. */
export function failureOfStatus(status: number): FetchFailure {
  return {
    reason: statuses[status] ?? `answers with status ${status}`,
    retryable: status >= 500 || passing.has(status)
  }
}
