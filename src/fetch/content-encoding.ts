/**
 * Undoes the packing of a body ("gzip", "br", "deflate", "zstd") under limits, so that a few kilobytes
 * cannot fill the memory (SAFETY H2).
 */
import {promisify} from 'node:util'
import {brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress} from 'node:zlib'

export interface BodyLimits {
  /** Of a body as it comes. */
  readonly bytes: number
  /** Of a body that was unpacked. */
  readonly unpackedBytes: number
  /** How many times larger unpacking may make it. */
  readonly ratio: number
}

export const bodyLimits: BodyLimits = {bytes: 10 * 2 ** 20, unpackedBytes: 50 * 2 ** 20, ratio: 100}

/** What is smaller than this is no bomb, whatever its ratio: short pages of much repetition pack very well. */
const harmlessBytes = 2 ** 20

/** Nobody packs a page more often. */
const mostLayers = 2

type Unpack = (bytes: Uint8Array, options: {maxOutputLength: number}) => Promise<Uint8Array>

const unpackers: Readonly<Record<string, Unpack>> = {
  gzip: promisify(gunzip) as Unpack,
  br: promisify(brotliDecompress) as Unpack,
  zstd: promisify(zstdDecompress) as Unpack,
  deflate: (bytes, options) => (hasZlibHeader(bytes) ? unzlib : unraw)(bytes, options)
}
const unzlib = promisify(inflate) as Unpack
const unraw = promisify(inflateRaw) as Unpack

export type Unpacked = {readonly bytes: Uint8Array} | {readonly reason: string}

/** `encoding`: the value of Content-Encoding, the outermost last; null where there is none. */
export async function unpacked(
  body: Uint8Array,
  encoding: string | null,
  limits: BodyLimits = bodyLimits
): Promise<Unpacked> {
  const layers = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map(name => name.trim().replace(/^x-/, ''))
    .filter(name => name !== '' && name !== 'identity')
  if (layers.length > mostLayers) return {reason: `is packed ${layers.length} times over`}
  let bytes = body
  for (const layer of layers.reverse()) {
    const unpack = unpackers[layer]
    if (!unpack) return {reason: `is packed as "${layer}", which is not known`}
    // Some servers say gzip of what they never packed.
    if (bytes.length === 0 || (layer === 'gzip' && !hasGzipHeader(bytes))) continue
    const most = Math.min(limits.unpackedBytes, Math.max(harmlessBytes, limits.ratio * body.length))
    try {
      bytes = await unpack(bytes, {maxOutputLength: most})
    } catch (error) {
      return {reason: reasonOf(error as Error & {code?: string}, layer, most, limits)}
    }
  }
  return {bytes}
}

function reasonOf(
  {code, message}: Error & {code?: string},
  layer: string,
  most: number,
  limits: BodyLimits
): string {
  if (code !== 'ERR_BUFFER_TOO_LARGE') return `is broken ${layer} (${message})`
  return most === limits.unpackedBytes
    ? `unpacks to more than ${limits.unpackedBytes / 2 ** 20} MB`
    : `unpacks to more than ${limits.ratio} times its size`
}

function hasGzipHeader(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** "deflate" means zlib's format (RFC 1950), and some servers send it without its header. */
function hasZlibHeader(bytes: Uint8Array): boolean {
  return (bytes[0]! & 0x0f) === 8 && ((bytes[0]! << 8) | (bytes[1] ?? 0)) % 31 === 0
}
