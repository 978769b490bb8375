/** The form of WARC 1.0 and 1.1: a line "WARC/1.0", headers, an empty line, the block. */
import {type ByteReader, Damage, type Line} from '../bytes/byte-reader.ts'
import {mostHeaderBytes, readHeaders} from './headers.ts'
import type {Form} from './records.ts'

/** ISO 28500 asks for all of them. */
const needed = ['warc-type', 'warc-record-id', 'warc-date', 'content-length']

export const warc: Form = {
  begins: line => /^WARC\/\d\.\d+$/.test(line),
  async headers({at}: Line, bytes: ByteReader) {
    const lines: string[] = []
    let left = mostHeaderBytes
    while (true) {
      const line = await bytes.line(left)
      if (!line) throw new Damage('the archive ends in its headers', at)
      left -= line.bytes.length
      if (left <= 0) throw new Damage(`its headers are larger than ${mostHeaderBytes / 1024} KB`, at)
      const text = line.bytes.toString('utf8').trimEnd()
      if (text === '') break
      lines.push(text)
    }
    const headers = new Map(readHeaders(lines))
    const missing = needed.find(name => !headers.get(name))
    if (missing) throw new Damage(`it has no ${missing}`, at)
    return headers
  }
}
