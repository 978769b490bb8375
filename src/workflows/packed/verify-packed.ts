/**
 * Whether a packed export is as it was written: its members by their hashes, and every quote by the text that it stands in.
 *
 * Nothing is unpacked into files, and no more is read than the manifest says there is: it may come from anybody.
 */
import {createHash} from 'node:crypto'
import type {FileHandle} from 'node:fs/promises'
import type {Readable} from 'node:stream'
import {crc32} from 'node:zlib'
import {type Entry, fromFdPromise, type ZipFile} from 'yauzl'
import {linesOf} from '../../fetch/bytes/lines.ts'
import type {Fault} from '../../store/store.ts'
import {type Manifest, manifestIn} from './manifest.ts'
import {TextLine} from './text-lines.ts'
import {otherLayout} from './zip-layout.ts'

/** Bytes of a manifest: it is a page of text. */
const mostOfManifest = 2 ** 20
/** Bytes of a line of texts.jsonl: no text is read that is longer than a part of this. */
const mostOfLine = 128 * 2 ** 20
const manifestName = 'manifest.json'
const textsName = 'texts.jsonl'

/** Returns what the export says of itself, null where that cannot be read. Ends at the first fault that leaves nothing to be trusted. */
export async function* verifyPacked(file: FileHandle): AsyncGenerator<Fault, Manifest | null> {
  let zip: ZipFile | null = null
  try {
    zip = await fromFdPromise(file.fd, {lazyEntries: true, autoClose: false, strictFileNames: true})
    return yield* verifyMembers(zip, file)
  } catch (error) {
    yield {item: 'the ZIP', what: `cannot be read: ${(error as Error).message}`}
    return null
  }
}

async function* verifyMembers(zip: ZipFile, file: FileHandle): AsyncGenerator<Fault, Manifest | null> {
  if (zip.entryCount > 3) {
    yield {item: 'the ZIP', what: `holds ${zip.entryCount} members; an export has three`}
    return null
  }
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) entries.push(entry)
  const layout = await otherLayout(zip, entries, file)
  if (layout) {
    yield layout
    return null
  }
  const members = new Map(entries.map(entry => [entry.fileName, entry]))
  const told = members.get(manifestName)
  if (!told) {
    yield {item: manifestName, what: 'is missing: this is no packed export'}
    return null
  }
  const manifest = await manifestOf(zip, told)
  if (typeof manifest === 'string') {
    yield {item: manifestName, what: manifest}
    return null
  }
  const {file: data, texts} = manifest
  const wanted = new Set([data, textsName, manifestName])
  for (const {fileName} of entries)
    if (!wanted.delete(fileName)) yield {item: fileName, what: 'is no part of an export'}
  for (const name of wanted) yield {item: name, what: 'is missing'}
  if (members.has(data)) yield* ofSize(zip, members.get(data)!, manifest, readThrough)
  if (members.has(textsName) && texts)
    yield* ofSize(zip, members.get(textsName)!, texts, stream => quotesIn(stream, texts))
  return manifest
}

interface Size {
  readonly bytes: number
  readonly sha256: string
}

/** Looks at a member that is as long as the manifest says, and at its hash. */
async function* ofSize(
  zip: ZipFile,
  entry: Entry,
  {bytes, sha256}: Size,
  look: (stream: AsyncIterable<Buffer>) => AsyncGenerator<Fault>
): AsyncGenerator<Fault> {
  const {fileName: item, uncompressedSize} = entry
  if (uncompressedSize !== bytes) {
    yield {item, what: `has ${uncompressedSize} bytes, the manifest says ${bytes}`}
    return
  }
  const hash = createHash('sha256')
  async function* heard() {
    for await (const piece of readMember(zip, entry)) {
      hash.update(piece)
      yield piece
    }
  }
  try {
    yield* look(heard())
    if (hash.digest('hex') !== sha256)
      yield {item, what: 'is not what the manifest names: its SHA-256 differs'}
  } catch (error) {
    yield {item, what: `cannot be read: ${(error as Error).message}`}
  }
}

/** The data of any format: only its hash is looked at. */
async function* readThrough(stream: AsyncIterable<Buffer>): AsyncGenerator<Fault> {
  for await (const _ of stream) yield* []
}

/** Rejects where the sum of the bytes is not that of the directory. */
async function* readMember(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let sum = 0
  for await (const piece of (await zip.openReadStreamPromise(entry)) as Readable & AsyncIterable<Buffer>) {
    sum = crc32(piece, sum)
    yield piece
  }
  if (sum !== entry.crc32) throw new Error('its bytes are not those that were written')
}

/** A sentence says why there is none. */
async function manifestOf(zip: ZipFile, entry: Entry): Promise<Manifest | string> {
  if (entry.uncompressedSize > mostOfManifest) return 'is longer than any manifest'
  try {
    const pieces: Buffer[] = []
    for await (const piece of readMember(zip, entry)) pieces.push(piece)
    return manifestIn(Buffer.concat(pieces).toString('utf8'))
  } catch (error) {
    return `cannot be read: ${(error as Error).message}`
  }
}

async function* quotesIn(
  stream: AsyncIterable<Buffer>,
  {reports, claims}: NonNullable<Manifest['texts']>
): AsyncGenerator<Fault> {
  const seen = {reports: 0, claims: 0}
  for await (const line of linesOf(stream, mostOfLine)) {
    const item = `${textsName}, line ${line.number}`
    const read = 'reason' in line ? line.reason : textLineIn(line.bytes)
    if (typeof read === 'string') {
      yield {item, what: read}
      continue
    }
    seen.reports++
    seen.claims += read.claims.length
    const sha256 = createHash('sha256').update(read.text).digest('hex')
    if (sha256 !== read.sha256)
      yield {item, what: `the text of report ${read.report} is not that of its hash`}
    for (const {claim, quotes} of read.claims) {
      const wrong = quotes.find(({from, to, text}) => read.text.slice(from, to) !== text)
      if (wrong)
        yield {
          item: `claim ${claim} of incident ${read.incident}`,
          what: `the words at ${wrong.from} to ${wrong.to} are not "${wrong.text}"`
        }
    }
  }
  if (seen.reports !== reports || seen.claims !== claims)
    yield {
      item: textsName,
      what: `has ${seen.reports} texts and ${seen.claims} claims, the manifest says ${reports} and ${claims}`
    }
}

function textLineIn(bytes: Buffer): TextLine | string {
  try {
    const read = TextLine.safeParse(JSON.parse(bytes.toString('utf8')))
    return read.success ? read.data : `is no text with quotes: ${read.error.issues[0]!.path.join('.')}`
  } catch {
    return 'is not JSON'
  }
}
