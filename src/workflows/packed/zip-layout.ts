/**
 * Whether a ZIP is laid out as `zip-files.ts` writes one: its members one after the other, each told of twice in the same
 * words, and nothing before, between or behind them.
 *
 * ZIP files say where things are in two places, and programs believe one or the other: what differs there hides a text from
 * one of them. Members that overlap unpack to a thousand times what they should.
 */
import type {FileHandle} from 'node:fs/promises'
import type {Entry, ZipFile} from 'yauzl'
import {mode} from './zip-files.ts'

const descriptorSignature = 0x08074b50
const endSignature = 0x06054b50
const descriptorFollows = 1 << 3
const utf8Name = 1 << 11
const unix = 3 << 8
/** 1980-01-01, 00:00, as a ZIP writes it. */
const noDay = 33
/** Beyond this, fields of four bytes are full and others stand for them. */
const most = 0xffff_ffff

/** null: it is. Otherwise the part that is not, and what is wrong. `entries`: in the order of the directory. */
export async function otherLayout(
  zip: ZipFile,
  entries: readonly Entry[],
  file: FileHandle
): Promise<{readonly item: string; readonly what: string} | null> {
  let at = 0
  for (const entry of entries) {
    const fault = (what: string) => ({item: entry.fileName, what})
    if (entry.relativeOffsetOfLocalHeader !== at)
      return fault('does not begin where the member before it ends')
    if (!isPlain(entry)) return fault('is described otherwise than an export describes its members')
    const local = await zip.readLocalFileHeaderPromise(entry)
    const isSame =
      local.fileName.equals(entry.fileNameRaw) &&
      local.extraFieldLength === 0 &&
      local.versionNeededToExtract === 20 &&
      local.crc32 + local.compressedSize + local.uncompressedSize === 0 &&
      shared.every(field => local[field] === entry[field])
    if (!isSame) return fault('is described in two ways')
    at = local.fileDataStart + entry.compressedSize
    const descriptor = descriptorOf(entry)
    if (!(await has(file, at, descriptor))) return fault('is described in two ways')
    at += descriptor.length
  }
  const directory = entries.reduce(
    (sum, entry) => sum + 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength,
    0
  )
  const whole = {item: 'the ZIP', what: 'holds bytes that belong to no member'}
  if (!(await isDirectoryPlain(file, at, entries))) return whole
  if (at + directory >= most) return null
  const end = endOf(entries.length, at, directory)
  const isEnd = zip.fileSize === at + directory + end.length && (await has(file, at + directory, end))
  return isEnd ? null : whole
}

const shared = ['generalPurposeBitFlag', 'compressionMethod', 'lastModFileTime', 'lastModFileDate'] as const

function isPlain(entry: Entry): boolean {
  const isLarge =
    Math.max(entry.compressedSize, entry.uncompressedSize, entry.relativeOffsetOfLocalHeader) >= most
  return (
    entry.versionMadeBy === (unix | 63) &&
    entry.versionNeededToExtract === (isLarge ? 45 : 20) &&
    entry.generalPurposeBitFlag === (descriptorFollows | utf8Name) &&
    entry.compressionMethod === 8 &&
    entry.lastModFileTime === 0 &&
    entry.lastModFileDate === noDay &&
    entry.extraFieldLength === (isLarge ? 28 : 0) &&
    entry.fileCommentLength === 0 &&
    entry.internalFileAttributes === 0 &&
    entry.externalFileAttributes === mode * 2 ** 16
  )
}

/** Behind the data of a member: its sum and sizes once more. */
function descriptorOf({crc32, compressedSize, uncompressedSize, relativeOffsetOfLocalHeader}: Entry): Buffer {
  const isLarge = Math.max(compressedSize, uncompressedSize, relativeOffsetOfLocalHeader) >= most
  const words = Buffer.alloc(isLarge ? 24 : 16)
  words.writeUInt32LE(descriptorSignature, 0)
  words.writeUInt32LE(crc32, 4)
  if (isLarge) {
    words.writeBigUInt64LE(BigInt(compressedSize), 8)
    words.writeBigUInt64LE(BigInt(uncompressedSize), 16)
  } else {
    words.writeUInt32LE(compressedSize, 8)
    words.writeUInt32LE(uncompressedSize, 12)
  }
  return words
}

/** The directory follows at once, and names the first disk: what the reader of entries passes over. */
async function isDirectoryPlain(file: FileHandle, from: number, entries: readonly Entry[]): Promise<boolean> {
  let at = from
  for (const {fileNameRaw, fileNameLength, extraFieldLength, fileCommentLength} of entries) {
    const isHere =
      (await has(file, at, Buffer.from([0x50, 0x4b, 1, 2]))) &&
      (await has(file, at + 34, Buffer.alloc(2))) &&
      (await has(file, at + 46, fileNameRaw))
    if (!isHere) return false
    at += 46 + fileNameLength + extraFieldLength + fileCommentLength
  }
  return true
}

function endOf(count: number, at: number, size: number): Buffer {
  const words = Buffer.alloc(22)
  words.writeUInt32LE(endSignature, 0)
  words.writeUInt16LE(count, 8)
  words.writeUInt16LE(count, 10)
  words.writeUInt32LE(size, 12)
  words.writeUInt32LE(at, 16)
  return words
}

async function has(file: FileHandle, at: number, wanted: Buffer): Promise<boolean> {
  const {buffer, bytesRead} = await file.read(Buffer.alloc(wanted.length), 0, wanted.length, at)
  return bytesRead === wanted.length && buffer.equals(wanted)
}
