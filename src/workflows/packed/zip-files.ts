/** Writes files of one folder into a ZIP, each as it is and without its date: the same files give the same members. */
import {createHash} from 'node:crypto'
import {createWriteStream} from 'node:fs'
import {join} from 'node:path'
import type {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {ZipFile} from 'yazl'
import type {Written} from './part-file.ts'

/** The first day that a ZIP can name, by the clock of whoever looks. */
export const noDate = new Date(1980, 0, 1)
export const mode = 0o100644

export async function zipFiles(folder: string, names: readonly string[], path: string): Promise<Written> {
  const zip = new ZipFile()
  const out = zip.outputStream as Readable
  zip.once('error', cause => out.destroy(cause as Error))
  for (const name of names)
    zip.addFile(join(folder, name), name, {mtime: noDate, mode, forceDosTimestamp: true})
  zip.end()
  const hash = createHash('sha256')
  let bytes = 0
  async function* counted(pieces: AsyncIterable<Uint8Array>) {
    for await (const piece of pieces) {
      hash.update(piece)
      bytes += piece.length
      yield piece
    }
  }
  await pipeline(out, counted, createWriteStream(path, {flags: 'wx'}))
  return {bytes, sha256: hash.digest('hex')}
}
