/**
 * Writes incidents to a file in one of the formats, with a manifest that says what is in it.
 *
 * All of them as they are at one moment. The file bears its name only once it is whole and on the disk; its manifest
 * (FILE.manifest.json) names rows, hash, filter, rule, versions and the end of the audit (SAFETY C6).
 */
import {createHash} from 'node:crypto'
import {createWriteStream, existsSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {basename, dirname} from 'node:path'
import {pipeline} from 'node:stream/promises'
import type {Codebook} from '../codebook/codebook.ts'
import {loadOwnCodebook} from '../codebook/load.ts'
import type {Counts, Format} from '../export/format.ts'
import {createFormats} from '../export/formats.ts'
import type {LinkedIncident, RuleId} from '../model/assessment.ts'
import type {IncidentFilter, Store} from '../store/store.ts'
import {sync} from '../store/sync-folder.ts'
import {toolVersion} from './version.ts'
import {withheld} from './withhold.ts'

export interface Manifest extends Counts {
  readonly file: string
  readonly format: string
  readonly formatVersion: number
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly filter: IncidentFilter
  readonly rule: RuleId
  /** Whether restricted names, contacts and exact coordinates were taken out. */
  readonly redacted: boolean
  readonly made: {readonly at: string; readonly by: string; readonly codebook: string}
  readonly auditHead: string
}

export interface Wish {
  readonly format: Format
  readonly filter: IncidentFilter
  /** The format's own where it is left out. */
  readonly rule?: RuleId | undefined
  readonly redacted: boolean
}

export interface Watching {
  readonly now: () => Date
  /** Called for each incident that is written. */
  readonly onIncident?: (done: number, total: number) => void
}

export interface Exporter {
  readonly formats: readonly Format[]
  formatOf(id: string): Format
  /** Refuses a file that is there. After an error there is neither file nor manifest. */
  exportTo(store: Store, file: string, wish: Wish, watching: Watching): Promise<Manifest>
}

export function createExporter(codebook: Codebook): Exporter {
  const formats = createFormats(codebook)
  return {
    formats,
    formatOf(id) {
      const format = formats.find(known => known.id === id)
      if (!format)
        throw new Error(`"${id}" is no format; write one of ${formats.map(known => known.id).join(', ')}`)
      return format
    },
    async exportTo(store, file, wish, watching) {
      const manifestFile = `${file}.manifest.json`
      for (const path of [file, manifestFile])
        if (existsSync(path)) throw new Error(`${path} is there already; give another name, or take it away`)
      const part = `${file}.part`
      try {
        const made = {at: watching.now().toISOString(), by: toolVersion(), codebook: codebook.version}
        const contents = await write(store, part, wish, watching.onIncident)
        const manifest: Manifest = {file: basename(file), ...contents, made}
        sync(part)
        writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`)
        sync(manifestFile)
        renameSync(part, file)
        sync(dirname(file))
        return manifest
      } catch (cause) {
        for (const path of [part, manifestFile]) rmSync(path, {force: true})
        throw new Error(`Cannot write ${file}: ${(cause as Error).message}; there is no export`, {cause})
      }
    }
  }
}

/** By what this installation knows, the user's own registry of actors included. */
export function installedExporter(registry?: string): Exporter {
  return createExporter(loadOwnCodebook(registry))
}

function write(
  store: Store,
  path: string,
  {format, filter, rule = format.rule, redacted}: Wish,
  onIncident: Watching['onIncident'] = () => {}
): Promise<Omit<Manifest, 'file' | 'made'>> {
  return store.atOneMoment(filter, async ({auditHead, total, incidents}, then) => {
    async function* asShown(): AsyncGenerator<LinkedIncident> {
      let done = 0
      for await (const incident of incidents()) {
        yield redacted ? await withheld(then, incident) : incident
        onIncident(++done, total)
      }
    }
    const hash = createHash('sha256')
    let bytes = 0
    let counts: Counts | null = null
    async function* pieces() {
      const all = format.write(asShown(), {rule})
      while (true) {
        const {done, value} = await all.next()
        if (done) {
          counts = value
          return
        }
        const piece = typeof value === 'string' ? Buffer.from(value) : value
        hash.update(piece)
        bytes += piece.length
        yield piece
      }
    }
    await pipeline(pieces, createWriteStream(path))
    const {rows, incidents: count, leftOut} = counts as unknown as Counts
    const accounted = Object.values(leftOut).reduce((sum, own) => sum + own, count)
    if (accounted !== total) throw new Error(`${accounted} of ${total} incidents were written`)
    return {
      format: format.id,
      formatVersion: format.version,
      mediaType: format.mediaType,
      rows,
      incidents: count,
      leftOut,
      bytes,
      sha256: hash.digest('hex'),
      filter,
      rule,
      redacted,
      auditHead
    }
  })
}
