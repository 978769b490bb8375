/**
 * Writes a store to one file, and puts such a file into an empty store of either kind (SAFETY R5).
 *
 * The file is gzip'd lines (src/store/dump.ts). It bears its name only once it is whole and on the disk.
 */
import {once} from 'node:events'
import {createReadStream, createWriteStream, existsSync, mkdtempSync, renameSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, dirname, join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {createGunzip, createGzip} from 'node:zlib'
import {DamagedBackup, load} from '../store/load.ts'
import type {Ending, Store} from '../store/store.ts'
import {sync} from '../store/sync-folder.ts'
import {version} from './version.ts'

/** `onRow`: called for each line that is written. Refuses a file that is there. The store takes a note of it. */
export async function backup(
  store: Store,
  file: string,
  {now, onRow = () => {}}: {readonly now: () => Date; readonly onRow?: () => void}
): Promise<Ending> {
  if (existsSync(file)) throw new Error(`${file} is there already; give another name, or take it away`)
  const part = `${file}.part`
  let ending: Ending | null = null
  const lines = async function* () {
    const all = store.dump({dateline: version(), madeAt: now().toISOString()})
    while (true) {
      const {done, value} = await all.next()
      if (done) {
        ending = value
        return
      }
      onRow()
      yield `${value}\n`
    }
  }
  try {
    await pipeline(lines, createGzip(), createWriteStream(part))
    sync(part)
    renameSync(part, file)
    sync(dirname(file))
  } catch (cause) {
    rmSync(part, {force: true})
    throw new Error(`Cannot write ${file}: ${(cause as Error).message}; there is no backup`, {cause})
  }
  await store.upkeep.notes.add('backup', {...noteOf(file, ending!), fault: null})
  return ending!
}

/** Puts a backup that was just made into an empty store beside it, as somebody in need would; the store takes a note of how that went. */
export async function testBackup(
  store: Store,
  file: string,
  ending: Ending,
  onRow: () => void = () => {}
): Promise<string | null> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-restore-'))
  let fault: string | null = null
  try {
    const {auditHead, contentHash} = await restore(file, join(folder, 'store'), onRow)
    if (auditHead !== ending.auditHead || contentHash !== ending.contentHash)
      fault = 'what was restored is not what was backed up'
  } catch (error) {
    fault = (error as Error).message
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
  await store.upkeep.notes.add('restore test', {...noteOf(file, ending), fault})
  return fault
}

function noteOf(file: string, {rows, auditHead, contentHash}: Ending) {
  return {file: basename(file), rows, auditHead, contentHash}
}

/** `target`: a folder that does not exist yet or holds nothing, or an empty database by URL. All of the file is put in, or nothing. */
export async function restore(file: string, target: string, onRow: () => void = () => {}): Promise<Ending> {
  const source = createReadStream(file)
  const opened = once(source, 'open')
  await opened.catch(cause => {
    throw new Error(`Cannot read ${file}: ${(cause as Error).message}`, {cause})
  })
  const unzipped = createGunzip()
  // Its error reaches whoever reads it.
  const piping = pipeline(source, unzipped).catch(() => {})
  try {
    return await load(target, linesOf(unzipped), onRow)
  } catch (cause) {
    const {message, code = ''} = cause as Error & {code?: string}
    if (cause instanceof DamagedBackup || code.startsWith('Z_'))
      throw new Error(`${file} is damaged: ${message}; nothing was restored. Take another copy of it`, {
        cause
      })
    throw new Error(`Cannot restore ${file}: ${message}`, {cause})
  } finally {
    source.destroy()
    unzipped.destroy()
    await piping
  }
}

/** Parted at line feeds alone: a text may hold other line breaks as they are. */
async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let parts: Buffer[] = []
  for await (const chunk of stream) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      parts.push(chunk.subarray(from, end))
      yield Buffer.concat(parts).toString('utf8')
      parts = []
      from = end + 1
    }
    if (from < chunk.length) parts.push(chunk.subarray(from))
  }
  if (parts.length) throw new DamagedBackup('it ends within a line')
}
