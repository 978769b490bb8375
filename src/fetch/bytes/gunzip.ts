/**
 * Undoes the gzip of a file, member by member, and goes on behind what is damaged.
 *
 * An archive packs each record as a member of its own, or all of them as one. Node's own stream reads
 * several members as one and ends at the first damaged byte; here each is read by itself (RFC 1952), so
 * that its place is known, its checksum is held against what came out, and the next one is found.
 */
import {crc32, createInflateRaw} from 'node:zlib'
import {RawBytes} from './raw-bytes.ts'

/** Bytes of a file in their order, or a place where some are lost. */
export type Stretch =
  | {
      /** Offset in the file: of the first byte, and where there is gzip of the member that holds it. */
      readonly at: number
      readonly bytes: Uint8Array
      /** Of gzip: whether they begin a member; null where there is none. */
      readonly opensMember: boolean | null
    }
  | {readonly at: number; readonly damage: string}

/** Of a member so much is kept, to look for the next one in it where it is damaged. */
const mostKept = 4 * 2 ** 20
/** Looked through a second time at most, over a whole file, so that a file made to be slow ends. */
const mostLookedAgain = 64 * 2 ** 20
const magic = Buffer.from([0x1f, 0x8b, 0x08])
/** Flags of a member's header. */
const [hasSum, hasExtra, hasName, hasComment, reserved] = [2, 4, 8, 16, 0xe0]

/** A file that does not begin as gzip comes as it is. */
export async function* gunzipped(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Stretch> {
  const raw = new RawBytes(stream, mostKept)
  try {
    if (isGzip(await raw.peek(4))) return yield* membersOf(raw)
    for (let bytes = await raw.next(); bytes; bytes = await raw.next())
      yield {at: raw.at - bytes.length, bytes, opensMember: null}
  } finally {
    await raw.close()
  }
}

async function* membersOf(raw: RawBytes): AsyncGenerator<Stretch> {
  let lookedAgain = 0
  while (await passPadding(raw)) {
    const {at} = raw
    raw.keep()
    try {
      if (!isGzip(await raw.peek(4))) throw new Error('no gzip member begins there')
      await passHeader(raw)
      yield* inflated(raw, at)
    } catch (error) {
      yield {at, damage: (error as Error).message}
      lookedAgain += raw.at - at
      if (lookedAgain <= mostLookedAgain && raw.back()) await raw.take(1)
      await seekMember(raw)
    }
  }
}

/** Whether bytes begin as gzip does. */
export const isGzip = (bytes: Uint8Array) =>
  magic.equals(bytes.subarray(0, 3)) && ((bytes[3] ?? reserved) & reserved) === 0

async function* inflated(raw: RawBytes, at: number): AsyncGenerator<Stretch> {
  let sum = 0
  let size = 0
  for await (const bytes of inflate(raw)) {
    yield {at, bytes, opensMember: size === 0}
    sum = crc32(bytes, sum)
    size += bytes.length
  }
  const trailer = await exactly(8, raw)
  if (trailer.readUInt32LE(0) !== sum || trailer.readUInt32LE(4) !== size % 2 ** 32)
    throw new Error('its gzip checksum is wrong')
}

/** One deflated stream; what follows it stays in `raw`. */
async function* inflate(raw: RawBytes): AsyncGenerator<Uint8Array> {
  const inflater = createInflateRaw({chunkSize: 2 ** 16})
  const feed = async () => {
    let fed = 0
    for (let bytes = await raw.next(); bytes; bytes = await raw.next()) {
      fed += bytes.length
      await new Promise<void>((resolve, reject) =>
        inflater.write(bytes, error => (error ? reject(error) : resolve()))
      )
      const left = fed - inflater.bytesWritten
      if (left === 0) continue
      raw.unread(bytes.subarray(bytes.length - left))
      break
    }
    inflater.end()
  }
  // What goes wrong is thrown by the inflater.
  const feeding = feed().catch(error => void inflater.destroy(error))
  yield* inflater as AsyncIterable<Uint8Array>
  await feeding
}

async function passHeader(raw: RawBytes): Promise<void> {
  const flags = (await exactly(10, raw))[3]!
  if (flags & hasExtra) await exactly((await exactly(2, raw)).readUInt16LE(0), raw)
  if (flags & hasName) await passText(raw)
  if (flags & hasComment) await passText(raw)
  if (flags & hasSum) await exactly(2, raw)
}

async function exactly(size: number, raw: RawBytes): Promise<Buffer> {
  const bytes = Buffer.from(await raw.take(size))
  if (bytes.length < size) throw new Error('unexpected end of file')
  return bytes
}

/** Up to the NUL that ends it. */
async function passText(raw: RawBytes): Promise<void> {
  for (let bytes = await raw.next(); bytes; bytes = await raw.next()) {
    const end = bytes.indexOf(0)
    if (end < 0) continue
    raw.unread(bytes.subarray(end + 1))
    return
  }
}

/** Zeros fill the last block of a tape. False at the end. */
async function passPadding(raw: RawBytes): Promise<boolean> {
  for (let bytes = await raw.next(); bytes; bytes = await raw.next()) {
    const begin = bytes.findIndex(byte => byte !== 0)
    if (begin < 0) continue
    raw.unread(bytes.subarray(begin))
    return true
  }
  return false
}

/** To where a member may begin, or to the end. */
async function seekMember(raw: RawBytes): Promise<void> {
  for (let bytes = await raw.next(); bytes; bytes = await raw.next()) {
    const begin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(magic[0]!)
    if (begin < 0) continue
    raw.unread(bytes.subarray(begin))
    if (isGzip(await raw.peek(4))) return
    await raw.take(1)
  }
}
