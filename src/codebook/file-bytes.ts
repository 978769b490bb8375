/** Bytes of a file by position: of a small file all held, of a large one some pages. */
import {closeSync, fstatSync, openSync, readSync} from 'node:fs'

/** Files from this size on are read by position. */
const largestHeld = 200e6

/** 64 MB of pages. A place and a key are shorter than a page, so either costs one or two. */
const pageBytes = 2 ** 12
const slots = 2 ** 14

export interface FileBytes {
  readonly size: number
  /** Whether all bytes are in memory. */
  readonly held: boolean
  /** Little-endian; `at` is a multiple of 4. Beyond the end it throws a RangeError, as the others do. */
  uint32(at: number): number
  text(from: number, to: number): string
  part(from: number, to: number): Buffer
}

/** Throws what the file system says where the file cannot be read. */
export function openBytes(path: string, heldBelow: number = largestHeld): FileBytes {
  const file = openSync(path, 'r')
  const {size} = fstatSync(file)
  return size < heldBelow ? heldBytes(file, size) : pagedBytes(file, size)
}

function heldBytes(file: number, size: number): FileBytes {
  const bytes = Buffer.allocUnsafeSlow(size)
  readFully(file, bytes, 0)
  closeSync(file)
  return {
    size,
    held: true,
    uint32: at => bytes.readUInt32LE(at),
    text(from, to) {
      if (to > size) throw beyond(to, size)
      return bytes.toString('utf8', from, to)
    },
    part(from, to) {
      if (to > size) throw beyond(to, size)
      return bytes.subarray(from, to)
    }
  }
}

/** A page has one slot where it may lie, by its number. The file stays open as long as the process lives. */
function pagedBytes(file: number, size: number): FileBytes {
  const held = Buffer.allocUnsafeSlow(pageBytes * slots)
  const numbers = new Int32Array(slots).fill(-1)
  /** Where in `held` the byte lies, once its page is there. */
  const place = (at: number): number => {
    const number = Math.floor(at / pageBytes)
    const slot = number % slots
    const start = slot * pageBytes
    if (numbers[slot] !== number) {
      numbers[slot] = -1
      const from = number * pageBytes
      readFully(file, held.subarray(start, start + Math.min(pageBytes, size - from)), from)
      numbers[slot] = number
    }
    return start + (at % pageBytes)
  }
  const part = (from: number, to: number) => {
    if (to > size) throw beyond(to, size)
    const bytes = Buffer.allocUnsafe(to - from)
    for (let at = from; at < to; ) {
      const length = Math.min(pageBytes - (at % pageBytes), to - at)
      const start = place(at)
      held.copy(bytes, at - from, start, start + length)
      at += length
    }
    return bytes
  }
  return {
    size,
    held: false,
    uint32(at) {
      if (at + 4 > size) throw beyond(at + 4, size)
      return held.readUInt32LE(place(at))
    },
    text: (from, to) => part(from, to).toString('utf8'),
    part
  }
}

function readFully(file: number, bytes: Buffer, position: number): void {
  for (let at = 0; at < bytes.length; ) {
    const read = readSync(file, bytes, at, bytes.length - at, position + at)
    if (read === 0) throw beyond(position + bytes.length, position + at)
    at += read
  }
}

const beyond = (to: number, size: number) => new RangeError(`byte ${to} asked for, but the file has ${size}`)
