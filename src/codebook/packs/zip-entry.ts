/** Finds the one file of a ZIP archive that is worth reading, as GeoNames packs a dump with its readme. */
import {open} from 'node:fs/promises'

export interface ZipEntry {
  readonly name: string
  /** First byte of its compressed content, and the one after the last. */
  readonly from: number
  readonly to: number
  readonly isDeflated: boolean
}

const centralSignature = 0x0201_4b50
const endSignature = 0x0605_4b50
const beyond4GB = 0xffff_ffff
const isZip64 = 'the ZIP archive is of the form ZIP64; unpack it first'
const endBytes = 22
const longestComment = 0xffff

/** The largest entry. Throws an Error where the archive is cut short, encrypted, or beyond 4 GB (ZIP64). */
export async function largestEntry(path: string): Promise<ZipEntry> {
  const file = await open(path, 'r')
  try {
    const {size} = await file.stat()
    const read = async (from: number, length: number) => {
      if (from + length > size) throw new Error('the ZIP archive is cut short')
      return (await file.read(Buffer.alloc(length), 0, length, from)).buffer
    }
    const tail = await read(
      Math.max(0, size - endBytes - longestComment),
      Math.min(size, endBytes + longestComment)
    )
    const end = tail.lastIndexOf(Buffer.from('PK\x05\x06'))
    if (end < 0 || tail.readUInt32LE(end) !== endSignature || end + endBytes > tail.length)
      throw new Error('the ZIP archive is cut short: it has no list of its files')
    const [bytes, start] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
    if (start === beyond4GB) throw new Error(isZip64)
    const largest = entriesIn(await read(start, bytes)).reduce<CentralEntry | null>(
      (best, entry) => (best === null || entry.size > best.size ? entry : best),
      null
    )
    if (largest === null) throw new Error('the ZIP archive is empty')
    if (largest.compressed === beyond4GB || largest.at === beyond4GB) throw new Error(isZip64)
    const {name, isEncrypted, method, compressed, at} = largest
    if (isEncrypted) throw new Error(`${name} in the ZIP archive is encrypted; unpack it first`)
    if (method !== 0 && method !== 8)
      throw new Error(`${name} in the ZIP archive is packed by method ${method}; unpack it first`)
    const local = await read(at, 30)
    const from = at + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
    return {name, from, to: from + compressed, isDeflated: method === 8}
  } finally {
    await file.close()
  }
}

type CentralEntry = ReturnType<typeof centralEntry>

function entriesIn(directory: Buffer): CentralEntry[] {
  const entries: CentralEntry[] = []
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === centralSignature; ) {
    entries.push(centralEntry(directory, at))
    at +=
      46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

function centralEntry(directory: Buffer, at: number) {
  return {
    isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
    method: directory.readUInt16LE(at + 10),
    compressed: directory.readUInt32LE(at + 20),
    size: directory.readUInt32LE(at + 24),
    at: directory.readUInt32LE(at + 42),
    name: directory.toString('utf8', at + 46, at + 46 + directory.readUInt16LE(at + 28))
  }
}
