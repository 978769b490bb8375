/**
 * Writes incidents to a file in one of the formats, with a manifest that says what is in it.
 *
 * All of them as they are at one moment. The file bears its name only once it is whole and on the disk; its manifest
 * (FILE.manifest.json) names rows, hash, filter, rule, versions and the end of the audit (SAFETY C6). Packed, it is a ZIP of the
 * data, its manifest and the texts in which its quotes stand, which `verify-export.ts` checks without a store.
 */
import {existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import type {ArabicPlaceNames} from '../codebook/arabic-place-names.ts'
import type {Codebook} from '../codebook/codebook.ts'
import type {Gazetteer} from '../codebook/gazetteer.ts'
import {loadArabicPlaceNames, loadOwnCodebook, loadOwnGazetteer} from '../codebook/load.ts'
import type {Format, PlaceNames} from '../export/format.ts'
import {createFormats} from '../export/formats.ts'
import type {Locale} from '../messages/words.ts'
import type {RuleId} from '../model/assessment.ts'
import {graphicWords} from '../review/graphic-words.ts'
import {nameFinder} from '../review/name-finder.ts'
import type {IncidentFilter, Store} from '../store/store.ts'
import {sync} from '../store/sync-folder.ts'
import type {Manifest} from './packed/manifest.ts'
import {zipFiles} from './packed/zip-files.ts'
import {toolVersion} from './version.ts'
import {TooMany, type Writing, writeIncidents} from './write-incidents.ts'

export type {Manifest}
export {TooMany}

export interface Wish {
  readonly format: Format
  readonly filter: IncidentFilter
  /** The format's own where it is left out. */
  readonly rule?: RuleId | undefined
  readonly redacted: boolean
  /** Of what is written for people; English where it is left out. */
  readonly language?: Locale | undefined
  /** Words about bodies and wounds are shown, and printed, as any others. */
  readonly graphic?: boolean
  /** Into a ZIP, with manifest and texts. */
  readonly packed?: boolean
}

export interface Watching {
  readonly now: () => Date
  /** Called for each incident that is written; of a lossless export, for each report. */
  readonly onIncident?: (done: number, total: number) => void
}

export interface Exporter {
  readonly formats: readonly Format[]
  formatOf(id: string): Format
  /** Refuses a file that is there. After an error there is neither file nor manifest. */
  exportTo(store: Store, file: string, wish: Wish, watching: Watching): Promise<Manifest>
}

const asTheyAre: PlaceNames = {place: () => null, province: () => null}

type Namer = ReturnType<typeof nameFinder>

/** `gazetteer`: read when names of private persons are first looked for. */
export function createExporter(codebook: Codebook, gazetteer: () => Gazetteer = loadOwnGazetteer): Exporter {
  const formats = createFormats(codebook)
  let found: Namer | null = null
  const isGraphic = graphicWords(codebook)
  let places: Gazetteer | null = null
  let arabic: ArabicPlaceNames | null = null
  const known = () => (places ??= gazetteer())
  const findNames = () => (found ??= nameFinder(codebook, known()))
  const placeNames = (language: Locale) =>
    language === 'ar' ? (arabic ??= loadArabicPlaceNames(codebook, known())) : asTheyAre
  return {
    formats,
    formatOf(id) {
      const format = formats.find(known => known.id === id)
      if (!format)
        throw new Error(`"${id}" is no format; write one of ${formats.map(known => known.id).join(', ')}`)
      return format
    },
    async exportTo(store, file, wish, {now, onIncident = () => {}}) {
      const [manifestFile, part, parts] = [`${file}.manifest.json`, `${file}.part`, `${file}.parts`]
      for (const path of [file, manifestFile])
        if (existsSync(path)) throw new Error(`${path} is there already; give another name, or take it away`)
      const folder = dirname(file)
      if (!statSync(folder, {throwIfNoEntry: false})?.isDirectory())
        throw new Error(`There is no folder ${folder}; make it, or give another name`)
      for (const path of [part, parts]) rmSync(path, {recursive: true, force: true})
      try {
        const made = {at: now().toISOString(), by: toolVersion(), codebook: codebook.version}
        const {language = 'en', graphic = false} = wish
        const writing: Writing = {
          ...{
            ...wish,
            store,
            findNames,
            onIncident,
            language,
            gazetteer: known,
            placeNames,
            codebook: codebook.version
          },
          isGraphic: graphic ? () => false : isGraphic
        }
        const manifest = wish.packed
          ? await writePacked(parts, part, file, made, writing)
          : {file: basename(file), ...(await writeIncidents(part, null, writing)), made}
        writeFileSync(manifestFile, jsonOf(manifest))
        sync(manifestFile)
        renameSync(part, file)
        sync(dirname(file))
        return manifest
      } catch (cause) {
        for (const path of [part, manifestFile]) rmSync(path, {force: true})
        if (cause instanceof TooMany) throw cause
        throw new Error(`Cannot write ${file}: ${reasonOf(cause as Error)}; there is no export`, {cause})
      } finally {
        rmSync(parts, {recursive: true, force: true})
      }
    }
  }
}

/** By what this installation knows, the user's own registry of actors included. */
export function installedExporter(registry?: string): Exporter {
  return createExporter(loadOwnCodebook(registry))
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'no more space is allotted',
  EACCES: 'its folder may not be written to',
  EPERM: 'its folder may not be written to',
  EROFS: 'its disk can only be read'
}

const reasonOf = ({message, code = ''}: Error & {code?: string}) => reasons[code] ?? message

const jsonOf = (manifest: Manifest) => `${JSON.stringify(manifest, null, 2)}\n`

async function writePacked(
  parts: string,
  path: string,
  file: string,
  made: Manifest['made'],
  writing: Writing
): Promise<Manifest> {
  const data = `incidents.${writing.format.extension}`
  mkdirSync(parts)
  const contents = await writeIncidents(join(parts, data), join(parts, 'texts.jsonl'), writing)
  writeFileSync(join(parts, 'manifest.json'), jsonOf({file: data, ...contents, made}))
  const zip = await zipFiles(parts, [data, 'texts.jsonl', 'manifest.json'], path)
  sync(path)
  return {file: basename(file), ...contents, ...zip, mediaType: 'application/zip', made}
}
