/**
 * Imports places from files of GeoNames and Who's On First into one pack, which `loadGazetteer` reads besides the embedded file.
 *
 * Tables of provinces and districts are read first and alternate names last, in whatever order the files are given.
 */
import {createHash} from 'node:crypto'
import {createReadStream, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join} from 'node:path'
import {type Gazetteer, packEnding} from '../codebook/gazetteer.ts'
import type {PlaceSource} from '../codebook/gazetteer-file.ts'
import {loadOwnCodebook, loadOwnGazetteer} from '../codebook/load.ts'
import {type Features, featuresOf} from '../codebook/packs/features.ts'
import {GeoNames, geoNames, type LineReader, type Outcome} from '../codebook/packs/geonames.ts'
import {linesOf} from '../codebook/packs/lines.ts'
import {formOf, type SourceForm} from '../codebook/packs/source-form.ts'
import {WhosOnFirst, whosOnFirst} from '../codebook/packs/whosonfirst.ts'
import {GazetteerWriter} from '../codebook/packs/writer.ts'

export interface ImportOptions {
  /** Folder of the packs; made where it is absent. */
  readonly folder: string
  /** Name of the pack; that of the file where absent and one file has places. */
  readonly name?: string | undefined
  /** Reads and counts, and keeps nothing. */
  readonly dryRun?: boolean
  readonly onProgress?: (progress: Progress) => void
}

export interface Progress {
  readonly path: string
  readonly rows: number
  /** Of the file's bytes, 0 to 1. */
  readonly share: number
}

/** What became of the lines of one file. */
export interface FileSummary {
  readonly path: string
  readonly form: SourceForm
  rows: number
  kept: number
  leftOut: number
  refused: number
  /** The first lines refused, with the reason. */
  readonly firstRefused: {readonly line: number; readonly reason: string}[]
}

export interface ImportSummary {
  readonly path: string
  readonly version: string
  readonly places: number
  readonly names: number
  readonly bytes: number
  readonly files: readonly FileSummary[]
}

const mostReported = 5

/** Throws an Error, and leaves what was there as it was, where a file cannot be read or is of no known form. */
export async function importPlaces(paths: readonly string[], options: ImportOptions): Promise<ImportSummary> {
  const {folder, dryRun = false, onProgress = () => {}} = options
  const sources: {path: string; form: SourceForm}[] = []
  for (const path of paths) sources.push({path, form: await formOf(path)})
  const ofForm = (...forms: SourceForm[]) => sources.filter(({form}) => forms.includes(form))
  const places = ofForm('places', 'whosonfirst')
  if (places.length === 0)
    throw new Error(`${sources.map(({path}) => path).join(', ')} only add names; give the dump of places too`)
  const target = join(folder, `${nameOf(options.name, places)}${packEnding}`)

  const embedded = loadOwnGazetteer()
  const features = featuresOf(loadOwnCodebook())
  const writer = new GazetteerWriter(target, dryRun ? tmpdir() : folder)
  try {
    const geo = new GeoNames(writer, embedded, features)
    const files: FileSummary[] = []
    for (const {path, form} of [...ofForm('units'), ...places, ...ofForm('alternate names')]) {
      if (form === 'alternate names') geo.addUnits()
      const summary = {path, form, rows: 0, kept: 0, leftOut: 0, refused: 0, firstRefused: []}
      files.push(summary)
      if (form === 'whosonfirst') {
        const own = new WhosOnFirst(writer, embedded, features, basename(path))
        await readLines(path, own.gather, null, onProgress)
        own.joinUnits()
        await readLines(path, own.place, summary, onProgress)
      } else {
        const reader = {places: geo.place, units: geo.unit, 'alternate names': geo.alternateName}[form]
        await readLines(path, reader, summary, onProgress)
      }
    }
    geo.addUnits()
    const used: PlaceSource[] = []
    for (const {path, form} of sources)
      used.push({...(form === 'whosonfirst' ? whosOnFirst : geoNames), file: await fileOf(path)})
    const version = versionOf(used, features, embedded)
    const {places: count, names} = writer.finish(
      {version, sources: used, unitName: unit => geo.unitName(unit)},
      {keep: !dryRun}
    )
    return {path: target, version, places: count, names, bytes: writer.bytes, files}
  } finally {
    writer.close()
  }
}

async function readLines(
  path: string,
  read: LineReader,
  summary: FileSummary | null,
  onProgress: (progress: Progress) => void
): Promise<void> {
  const {size} = statSync(path)
  let rows = 0
  for await (const {first, lines, bytesRead} of linesOf(path)) {
    for (const [i, line] of lines.entries()) {
      if (line === '' || line.startsWith('#')) continue
      rows++
      const outcome = read(line)
      if (summary) count(summary, outcome, first + i)
    }
    onProgress({path, rows, share: Math.min(1, bytesRead / size)})
  }
}

function count(summary: FileSummary, outcome: Outcome, line: number): void {
  summary.rows++
  if (outcome === 'kept') summary.kept++
  else if (outcome === 'left out') summary.leftOut++
  else {
    summary.refused++
    if (summary.firstRefused.length < mostReported) summary.firstRefused.push({line, reason: outcome.refused})
  }
}

function nameOf(given: string | undefined, places: readonly {readonly path: string}[]): string {
  if (given === undefined && places.length > 1)
    throw new Error(`${places.length} files of places become one pack; give it a name with --name`)
  const name = given ?? basename(places[0]!.path).replace(/(?:\.(?:txt|jsonl|ndjson|json|gz|zip))+$/i, '')
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(name))
    throw new Error(`"${name}" is no name of a pack; give --name with letters, digits, ".", "_" or "-"`)
  return name
}

async function fileOf(path: string): Promise<NonNullable<PlaceSource['file']>> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of createReadStream(path, {highWaterMark: 2 ** 20})) {
    hash.update(piece as Buffer)
    bytes += (piece as Buffer).length
  }
  return {name: basename(path), bytes, sha256: hash.digest('hex')}
}

/** The same files, table of features and embedded gazetteer give the same pack. */
function versionOf(sources: readonly PlaceSource[], features: Features, embedded: Gazetteer): string {
  const hash = createHash('sha256').update(embedded.version)
  for (const {file} of sources) hash.update(`${file!.sha256}\n`)
  for (const [id, {kind, precision}] of features) hash.update(`${id} ${kind} ${precision}\n`)
  return hash.digest('hex').slice(0, 12)
}
