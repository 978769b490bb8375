/**
 * Rows of a table that others made, one at a time: comma, semicolon or tab, plain or gzip, UTF-8 or UTF-16, any size.
 *
 * Columns are known by name, in small letters; what cannot be read of a row stands in its place.
 */
import {Readable} from 'node:stream'
import {parse} from 'csv-parse'
import {gunzipped} from './bytes/gunzip.ts'
import {inUtf8} from './bytes/utf8.ts'

/** `number`: from 1, without the header. */
export type DatasetRow = {readonly number: number} & (
  | {readonly cells: ReadonlyMap<string, string>}
  | {readonly reason: string}
)

export interface DatasetTable {
  /** Names of the columns. */
  readonly header: readonly string[]
  readonly rows: AsyncGenerator<DatasetRow>
}

/** A row may not be larger. */
const largestRow = 4 * 2 ** 20
const sampleBytes = 65_536

/** Rejects where there is no header. */
export async function readDatasetRows(stream: AsyncIterable<Uint8Array>): Promise<DatasetTable> {
  const bytes = inUtf8(plain(stream))
  const begun = await beginning(bytes)
  const [line = ''] = Buffer.concat(begun)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/, 1)
  const source = Readable.from(
    (async function* () {
      yield* begun
      yield* bytes
    })()
  )
  const parser = source.pipe(
    parse({
      bom: true,
      delimiter: delimiterOf(line),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: largestRow
    })
  )
  // One that ends takes the other along.
  source.on('error', error => parser.destroy(error))
  parser.on('error', () => source.destroy())
  const records = parser[Symbol.asyncIterator]() as AsyncIterator<string[]>
  const first = await records.next()
  if (first.done) throw new Error('it is empty')
  const header = first.value.map(nameOf)
  return {header, rows: rowsOf(records, header)}
}

async function* rowsOf(
  records: AsyncIterator<string[]>,
  header: readonly string[]
): AsyncGenerator<DatasetRow> {
  for (let number = 1; ; number++) {
    let next: IteratorResult<string[]>
    try {
      next = await records.next()
    } catch (error) {
      // Where quotes do not close nobody knows what the next row is.
      yield {number, reason: `cannot be read, nor what follows: ${(error as Error).message}`}
      return
    }
    if (next.done) return
    const cells = next.value
    if (cells.length !== header.length)
      yield {
        number,
        reason: `has ${cells.length} cells where the header has ${header.length}; mend its commas and quotes`
      }
    else if (cells.some(cell => cell.includes('\uFFFD') || cell.includes('\0')))
      yield {
        number,
        reason: 'holds what is not UTF-8; convert the file, for instance with iconv -f WINDOWS-1252 -t UTF-8'
      }
    else
      yield {
        number,
        cells: new Map(
          header.map((name, i) => [name, cells[i]!.trim()] as const).filter(([, cell]) => cell !== '')
        )
      }
  }
}

/** "EVENT_DATE", "Event Date": event_date. */
const nameOf = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')

function delimiterOf(line: string): string {
  const count = (sign: string) => line.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

async function* plain(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const stretch of gunzipped(stream)) {
    if ('bytes' in stretch) yield stretch.bytes
    else throw new Error(`it is damaged, at byte ${stretch.at} of the file`)
  }
}

/** Enough to see the first line. */
async function beginning(bytes: AsyncGenerator<Uint8Array>): Promise<Uint8Array[]> {
  const begun: Uint8Array[] = []
  let size = 0
  while (size < sampleBytes && !begun.some(chunk => chunk.includes(10))) {
    const {done, value} = await bytes.next()
    if (done) break
    begun.push(value)
    size += value.length
  }
  return begun
}
