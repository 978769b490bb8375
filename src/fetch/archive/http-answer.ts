/** An HTTP answer as an archive holds it: head and body, as they came. */
import {mostHeaderBytes, readHeaders} from './headers.ts'

export interface HttpAnswer {
  readonly status: number
  /** Names in lower case, in the order received; cookies are left out. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** As it went over the line. */
  readonly body: Buffer
}

const cookies = new Set(['set-cookie', 'set-cookie2'])

export function readAnswer(block: Buffer): HttpAnswer | {readonly reason: string} {
  const head = block.subarray(0, mostHeaderBytes).toString('latin1')
  const status = /^HTTP\/\d(?:\.\d)? +(\d{3})\b/.exec(head)?.[1]
  if (!status) return {reason: 'holds no HTTP answer'}
  const end = /\r?\n\r?\n/.exec(head)
  if (!end && block.length > mostHeaderBytes)
    return {reason: `has HTTP headers of more than ${mostHeaderBytes / 1024} KB`}
  const bodyAt = end ? end.index + end[0].length : block.length
  const [, ...lines] = head.slice(0, end?.index).split(/\r?\n/)
  return {
    status: Number(status),
    headers: readHeaders(lines).filter(([name]) => !cookies.has(name)),
    body: block.subarray(bodyAt)
  }
}

export function header({headers}: HttpAnswer, name: string): string | null {
  return headers.find(([own]) => own === name)?.[1] ?? null
}

/** Whether an answer says itself how long it is, and is: then it is whole, whatever is said of the record. */
export function isWholeAnswer(block: Buffer): boolean {
  const answer = readAnswer(block)
  if ('reason' in answer || header(answer, 'transfer-encoding')) return false
  const length = header(answer, 'content-length') ?? ''
  if (!/^\d+$/.test(length) || answer.body.length < Number(length)) return false
  return answer.body.toString('latin1', Number(length)).trim() === ''
}

/**
 * The body without its chunks (RFC 9112, section 7.1). Many crawlers keep the header and undo the chunks:
 * a body that does not begin with one is taken as it is.
 */
export function withoutChunks(body: Buffer): Buffer | {readonly reason: string} {
  const chunks: Buffer[] = []
  for (let at = 0; ; ) {
    const end = body.indexOf('\n', at)
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?\r?$/i.exec(
      body.toString('latin1', at, end < 0 ? at : end)
    )?.[1]
    if (size === undefined) return at === 0 ? body : broken(at)
    const length = Number.parseInt(size, 16)
    // Trailers may follow.
    if (length === 0) return Buffer.concat(chunks)
    const from = end + 1
    const chunk = body.subarray(from, from + length)
    const separator = /^\r?\n/.exec(body.toString('latin1', from + length, from + length + 2))?.[0]
    if (chunk.length < length || !separator) return at === 0 ? body : broken(at)
    chunks.push(chunk)
    at = from + length + separator.length
  }
}

function broken(at: number) {
  return {reason: `breaks off: no chunk of its body begins at byte ${at} of it`}
}
