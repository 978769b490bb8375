/**
 * Cuts an archive into records, WARC 1.x (ISO 28500) or ARC 1 and 2, and goes on behind what is broken.
 *
 * A record is given once it is known to be whole: its length is met, its gzip member ends well, and after it
 * comes an end of line, the next record or the end. Where that fails, the next line that begins a record is
 * looked for, in the broken one first, for a wrong length may have swallowed others. In a file that packs
 * each record by itself that line must open a member: a page may show a record as its text, and must not
 * become one.
 */
import {ByteReader, Damage, gap, type Line} from '../bytes/byte-reader.ts'
import {gunzipped, type Stretch} from '../bytes/gunzip.ts'
import {arc} from './arc.ts'
import {mostHeaderBytes} from './headers.ts'
import {isWholeAnswer} from './http-answer.ts'
import {warc} from './warc.ts'

export interface ArchiveRecord {
  /** Names in lower case; an ARC gives those that a WARC would. */
  readonly headers: ReadonlyMap<string, string>
  readonly block: Buffer
  /** Whether the block is larger than was asked for, and only its first bytes stand here. */
  readonly isCut: boolean
}

/** What stands in an archive, whole or broken, numbered from 1; `at`: offset in the file, of the gzip member where there is one. */
export type Cut = {readonly number: number; readonly at: number} & (
  | {readonly record: ArchiveRecord}
  | {readonly broken: string}
)

/** How the two kinds of archive differ. */
export interface Form {
  /** Whether a line begins a record. */
  begins(line: string): boolean
  /** Reads on behind the first line. Throws `Damage`. */
  headers(first: Line, bytes: ByteReader): Promise<ReadonlyMap<string, string>>
}

/** No more of a line is read where nobody knows what stands there. */
const mostLine = 16 * 2 ** 10

/** Of blocks of more than `mostBlock` bytes only the beginning is given. Rejects where the stream does. */
export async function* recordsOf(stream: AsyncIterable<Uint8Array>, mostBlock: number): AsyncGenerator<Cut> {
  const bytes = new ByteReader(gunzipped(stream))
  try {
    yield* cutsOf(bytes, mostBlock)
  } finally {
    await bytes.close()
  }
}

async function* cutsOf(bytes: ByteReader, mostBlock: number): AsyncGenerator<Cut> {
  let form: Form = warc
  let isAligned = true
  for (let number = 1; ; number++) {
    let at: number | null = null
    try {
      const first = await firstLine(bytes)
      if (!first) return
      at = first.at
      const line = textOf(first)
      if (number === 1 && arc.begins(line)) form = arc
      if (!form.begins(line)) {
        bytes.unread(first)
        throw new Damage(`"${shown(line)}" begins no record`, at)
      }
      isAligned &&= first.opensMember === true
      const record = await recordAfter(first, bytes, form, mostBlock)
      yield {number, at, record}
    } catch (error) {
      if (!(error instanceof Damage)) throw error
      yield {number, at: at ?? error.at, broken: error.message}
      await seekRecord(bytes, form, isAligned && bytes.members > 1)
    }
  }
}

async function recordAfter(
  first: Line,
  bytes: ByteReader,
  form: Form,
  mostBlock: number
): Promise<ArchiveRecord> {
  const headers = await form.headers(first, bytes)
  const stated = headers.get('content-length') ?? ''
  if (!/^\d{1,15}$/.test(stated)) throw new Damage(`its length is "${stated}"`, first.at)
  const length = Number(stated)
  const isCut = length > mostBlock
  const block = await bytes.block(isCut ? mostHeaderBytes : length)
  const found = block.length + (isCut ? await bytes.skip(length - block.length) : 0)
  const problem =
    found < length && !isWholeAnswer(block)
      ? `the archive ends ${length - found} bytes too soon`
      : await wrongAfter(first, bytes, form)
  if (problem === null) return {headers, block, isCut}
  bytes.readAgain({at: first.at, bytes: block, opensMember: first.opensMember === null ? null : false})
  throw new Damage(problem, first.at)
}

/** Reads to the next record or the end of the member; says what stands in the way. */
async function wrongAfter(first: Line, bytes: ByteReader, form: Form): Promise<string | null> {
  let isEnded = false
  try {
    for (let next = await bytes.line(mostLine); next; next = await bytes.line(mostLine)) {
      const line = textOf(next)
      if (line === '') {
        isEnded = true
        continue
      }
      bytes.unread(next)
      if (isEnded || form.begins(line)) return null
      return `its length is wrong: "${shown(line)}" comes after it`
    }
    return null
  } catch (error) {
    if (!(error instanceof Damage)) throw error
    if (first.opensMember && error.at === first.at) {
      bytes.unread(gap)
      return error.message
    }
    // It belongs to what comes after.
    bytes.unread({at: error.at, damage: error.message} satisfies Stretch)
    return null
  }
}

/** The next one that is not blank. */
async function firstLine(bytes: ByteReader): Promise<Line | null> {
  while (true) {
    const line = await bytes.line(mostLine)
    if (!line || textOf(line) !== '') return line
  }
}

async function seekRecord(bytes: ByteReader, form: Form, isAligned: boolean): Promise<void> {
  while (true) {
    try {
      const line = await bytes.line(mostLine)
      if (!line) return
      if (!form.begins(textOf(line)) || (isAligned && !line.opensMember)) continue
      bytes.unread(line)
      return
    } catch (error) {
      // More of the same damage.
      if (!(error instanceof Damage)) throw error
    }
  }
}

const textOf = ({bytes}: Line) => bytes.toString('latin1').trimEnd()

/** For a message: an archive may hold anything, also what moves the cursor of a terminal. */
const shown = (line: string) => line.slice(0, 40).replace(/[^ -~]/g, '?')
