/** Lines of a file of any size, plain or gzip, one at a time; what is damaged or too long takes the place of its line. */
import {ByteReader, Damage} from './byte-reader.ts'
import {gunzipped} from './gunzip.ts'

export type NumberedLine = {
  /** From 1. Behind a damage it counts on, though nobody knows how many lines are lost. */
  readonly number: number
} & ({readonly bytes: Buffer} | {readonly reason: string})

const newline = 10

/** `most`: bytes of a line. Rejects where the stream does. */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array>,
  most: number
): AsyncGenerator<NumberedLine> {
  const reader = new ByteReader(gunzipped(stream))
  try {
    for (let number = 1; ; number++) {
      const line = await lineOf(reader, most)
      if (line === null) return
      yield {number, ...line}
    }
  } finally {
    await reader.close()
  }
}

async function lineOf(reader: ByteReader, most: number): Promise<{bytes: Buffer} | {reason: string} | null> {
  try {
    const line = await reader.line(most)
    if (!line) return null
    const {bytes} = line
    if (bytes.length < most || bytes.at(-1) === newline) return {bytes}
    await passLine(reader, most)
    return {reason: `is a line of more than ${most / 2 ** 20} MB; split it`}
  } catch (error) {
    if (!(error instanceof Damage)) throw error
    // What follows opens a gzip member, and mostly a line.
    return {reason: `is damaged, at byte ${error.at} of the file: ${error.message}`}
  }
}

async function passLine(reader: ByteReader, most: number): Promise<void> {
  let line = await reader.line(most)
  while (line && line.bytes.length === most && line.bytes.at(-1) !== newline) line = await reader.line(most)
}
