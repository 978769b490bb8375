/**
 * The form of the files in `models/`: a line of JSON, then arrays of numbers, little-endian, in the order of the line.
 *
 *     {"lists": {"tags": [...]}, "arrays": [{"name": "keys", "type": "int32", "length": 24540}, ...]}\n
 */

export type NumberArray = Int8Array | Uint8Array | Int16Array | Int32Array | Float32Array

export interface WeightsFile {
  readonly lists: Readonly<Record<string, unknown>>
  readonly arrays: Readonly<Record<string, NumberArray>>
}

const types = {
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  int32: Int32Array,
  float32: Float32Array
} as const

interface Header {
  readonly lists: Readonly<Record<string, unknown>>
  readonly arrays: readonly {name: string; type: keyof typeof types; length: number}[]
}

export function encodeWeights({lists, arrays}: WeightsFile): Uint8Array {
  const typeOf = (array: NumberArray) =>
    (Object.keys(types) as (keyof typeof types)[]).find(name => array instanceof types[name])!
  const header: Header = {
    lists,
    arrays: Object.entries(arrays).map(([name, array]) => ({name, type: typeOf(array), length: array.length}))
  }
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(header)}\n`),
    ...Object.values(arrays).map(array => Buffer.from(array.buffer, array.byteOffset, array.byteLength))
  ])
}

/** Throws when the file is shorter than its header says. */
export function decodeWeights(bytes: Buffer): WeightsFile {
  const end = bytes.indexOf(0x0a)
  const header = JSON.parse(bytes.toString('utf8', 0, end)) as Header
  let at = end + 1
  const arrays: Record<string, NumberArray> = {}
  for (const {name, type, length} of header.arrays) {
    const size = length * types[type].BYTES_PER_ELEMENT
    if (at + size > bytes.length)
      throw new Error(`${bytes.length} bytes where the header promises more; restore the file`)
    // A copy, so that the array is aligned.
    const part = bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + at + size) as ArrayBuffer
    arrays[name] = new types[type](part)
    at += size
  }
  return {lists: header.lists, arrays}
}
