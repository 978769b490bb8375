/**
 * The form of ARC 1 and 2 (Internet Archive, 1996): a line of fields, then the block.
 *
 *     http://example.org/ 192.0.2.1 20140216050221 text/html 1591
 *     http://example.org/ 192.0.2.1 20140216050221 text/html 200 - - 0 file.arc 1591
 *
 * Gives the headers that a WARC would have. The first record describes the file.
 */
import type {Form} from './records.ts'

const head = /^(\w[\w+.-]*:.*?) (\S+) (\d{12,20}) (\S+(?:; ?\S+)?)/
const one = new RegExp(`${head.source} (-?\\w+)$`)
const two = new RegExp(`${head.source} (?:\\d+|-) \\S+ \\S+ (?:\\d+|-) \\S+ (-?\\w+)$`)

export const arc: Form = {
  begins: line => fieldsOf(line) !== null,
  async headers({bytes}) {
    const [, url = '', , date = '', type = '', length = ''] = fieldsOf(bytes.toString('utf8').trimEnd()) ?? []
    return new Map([
      ['warc-type', url.startsWith('filedesc:') ? 'warcinfo' : 'response'],
      ['warc-target-uri', url.replace(/\p{Cc}/gu, '')],
      [
        'warc-date',
        date.replace(
          /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?\d*$/,
          (_, y, mo, d, h, mi, s = '00') => `${y}-${mo}-${d}T${h}:${mi}:${s}Z`
        )
      ],
      ['content-type', type],
      ['content-length', length]
    ])
  }
}

const fieldsOf = (line: string) => two.exec(line) ?? one.exec(line)
