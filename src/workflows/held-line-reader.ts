/** Reads a lossless export line by line; the first that is not as it was written ends it, with its number and what to do. */
import {createHash} from 'node:crypto'
import type {FileHandle} from 'node:fs/promises'
import type {z} from 'zod'
import {linesOf} from '../fetch/bytes/lines.ts'
import {EndLine, HeaderLine, HeldLine, linesVersion} from '../model/held-line.ts'

export class Unreadable extends Error {
  constructor(line: number, what: string) {
    super(`line ${line}: ${what}`)
  }
}

export interface NumberedLine {
  readonly number: number
  readonly line: HeldLine
  /** In bytes. */
  readonly size: number
}

/** The largest document that is taken in is far below this, in base64 too. */
const largestLine = 256 * 2 ** 20

/** What to do about a file that is not as it was written. */
const again = 'take another copy of the file, or export it again'
const utf8 = new TextDecoder('utf-8', {fatal: true})

/** `onLine`: called with how many are read, and the share of the bytes. Throws `Unreadable`. */
export async function readHeldLines(
  file: FileHandle,
  onLine: (count: number, share: number) => void = () => {}
): Promise<{header: HeaderLine; lines: AsyncGenerator<NumberedLine>}> {
  const total = Math.max(1, (await file.stat()).size)
  let read = 0
  async function* counted() {
    try {
      for await (const chunk of file.createReadStream({autoClose: false})) {
        read += chunk.length
        yield chunk as Uint8Array
      }
    } catch (error) {
      // Of the disk: with its code it would be taken for that of a server.
      throw new Error((error as Error).message)
    }
  }
  const sum = createHash('sha256')
  const numbered = linesOf(counted(), largestLine)
  const next = async () => {
    const {done, value} = await numbered.next()
    if (done) return null
    const {number} = value
    if ('reason' in value) throw new Unreadable(number, `${value.reason}; ${again}`)
    onLine(number, Math.min(1, read / total))
    return {number, bytes: value.bytes}
  }

  const first = await next()
  if (first === null) throw new Error('it is empty')
  const header = headerOf(first.bytes)
  sum.update(first.bytes)

  async function* lines(): AsyncGenerator<NumberedLine> {
    for (let count = 1; ; count++) {
      const one = await next()
      if (one === null)
        throw new Unreadable(count + 1, `the file ends before its last line: it was cut; ${again}`)
      const {number, bytes} = one
      const value = parsed(number, bytes)
      if (isOfKind(value, 'end')) {
        const end = checked(EndLine, number, value)
        if (end.lines !== count || end.sha256 !== sum.digest('hex'))
          throw new Unreadable(number, `the lines before it are not those that were written; ${again}`)
        if (await next()) throw new Unreadable(number + 1, `something stands behind the last line; ${again}`)
        return
      }
      sum.update(bytes)
      checked(HeldLine, number, value)
      // As it was written: what is checked would lack what this version does not know.
      yield {number, line: value as HeldLine, size: bytes.length}
    }
  }
  return {header, lines: lines()}
}

function headerOf(bytes: Uint8Array): HeaderLine {
  const value = jsonOf(bytes)?.value
  if (!isOfKind(value, 'header'))
    throw new Unreadable(
      1,
      'this is no lossless export; "dateline export --format jsonl" writes one, and --format reads datasets of others'
    )
  const {version, made} = value as Partial<HeaderLine>
  if (typeof version === 'number' && version > linesVersion)
    throw new Unreadable(1, `it was made by a newer version (${made?.by}); update Dateline`)
  const header = checked(HeaderLine, 1, value)
  if (header.redacted)
    throw new Unreadable(
      1,
      'it was exported without what is restricted, and cannot give the same again; export it without --redact'
    )
  return header
}

function isOfKind(value: unknown, kind: string): boolean {
  return typeof value === 'object' && value !== null && (value as {kind?: unknown}).kind === kind
}

function jsonOf(bytes: Uint8Array): {text: string; value: unknown} | null {
  try {
    const text = utf8.decode(bytes)
    return {text, value: JSON.parse(text)}
  } catch {
    return null
  }
}

function parsed(number: number, bytes: Uint8Array): unknown {
  const json = jsonOf(bytes)
  if (!json) throw new Unreadable(number, `is no JSON: it was cut or altered; ${again}`)
  if (/\\u(?:0000|d[89a-f])/i.test(json.text) && !isKeepable(json.value))
    throw new Unreadable(number, 'holds NUL or broken surrogates, which no database keeps as text')
  return json.value
}

function isKeepable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, own]) => isKeepable(key) && isKeepable(own))
}

function checked<T>(shape: z.ZodType<T>, number: number, value: unknown): T {
  const {success, data, error} = shape.safeParse(value)
  if (success) return data
  const {path, message} = error.issues[0]!
  throw new Unreadable(number, `${path.length ? `${path.join('.')}: ` : ''}${message}; ${again}`)
}
