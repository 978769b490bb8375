/** Whether an export is as it was written, on whosever machine: by the manifest beside it, and a packed one by what is in it. */
import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {open, readFile} from 'node:fs/promises'
import {basename} from 'node:path'
import type {Fault} from '../store/store.ts'
import {type Manifest, manifestIn} from './packed/manifest.ts'
import {verifyPacked} from './packed/verify-packed.ts'

/** What an export says of itself, and the hash of the file that was looked at. */
export interface CheckedExport {
  readonly manifest: Manifest | null
  readonly sha256: string
}

/** Rejects where the file cannot be read, or is neither packed nor has its manifest beside it. */
export async function* verifyExport(file: string): AsyncGenerator<Fault, CheckedExport> {
  const beside = await manifestBeside(file)
  const handle = await open(file, 'r').catch(cause => {
    throw new Error(`Cannot read ${file}`, {cause})
  })
  try {
    const {buffer} = await handle.read(Buffer.alloc(4), 0, 4, 0)
    const isZip = buffer.equals(Buffer.from('PK\x03\x04', 'latin1'))
    if (!isZip && beside === null)
      throw new Error(
        `${file} is no packed export, and no ${basename(file)}.manifest.json is beside it; give the export with its manifest`
      )
    const hash = createHash('sha256')
    let bytes = 0
    for await (const piece of createReadStream(file)) {
      hash.update(piece as Buffer)
      bytes += (piece as Buffer).length
    }
    const sha256 = hash.digest('hex')
    const told = typeof beside === 'object' ? beside : null
    if (typeof beside === 'string') yield {item: `${basename(file)}.manifest.json`, what: beside}
    if (told && (told.sha256 !== sha256 || told.bytes !== bytes))
      yield {
        item: basename(file),
        what: 'is not the file that the manifest beside it names: its SHA-256 differs'
      }
    const isPacked = isZip || told?.mediaType === 'application/zip'
    return {manifest: isPacked ? yield* verifyPacked(handle) : told, sha256}
  } finally {
    await handle.close()
  }
}

/** null: there is none. A sentence says what is wrong with it. */
async function manifestBeside(file: string): Promise<Manifest | string | null> {
  const text = await readFile(`${file}.manifest.json`, 'utf8').catch(() => null)
  return text === null ? null : manifestIn(text)
}
