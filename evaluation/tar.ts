/** Reads a tar archive, packed by gzip, in memory: POSIX ustar with the long names of GNU. */
import {gunzipSync} from 'node:zlib'

export interface TarFile {
  readonly name: string
  readonly bytes: Buffer
}

const blockBytes = 512

/** Plain files alone, in the order of the archive. */
export function filesOfTar(packed: Uint8Array): TarFile[] {
  const tar = gunzipSync(packed)
  const files: TarFile[] = []
  let longName: string | null = null
  for (let at = 0; at + blockBytes <= tar.length && tar[at] !== 0; ) {
    const field = (from: number, length: number) =>
      tar.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '')
    const size = Number.parseInt(field(124, 12).trim() || '0', 8)
    const type = field(156, 1)
    const bytes = tar.subarray(at + blockBytes, at + blockBytes + size)
    const prefix = field(257, 5) === 'ustar' ? field(345, 155) : ''
    const name = longName ?? (prefix ? `${prefix}/${field(0, 100)}` : field(0, 100))
    longName = type === 'L' ? bytes.toString('utf8').replace(/\0.*$/s, '') : null
    if (type === '0' || type === '') files.push({name: name.replace(/^\.\//, ''), bytes})
    at += blockBytes + Math.ceil(size / blockBytes) * blockBytes
  }
  return files
}
