/**
 * Writes a gazetteer place by place, in bounded memory: rows go straight to the file, texts and keys to temporary files.
 *
 * The file appears under its name only when it is complete.
 */
import {closeSync, mkdirSync, mkdtempSync, openSync, renameSync, rmSync, writeSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {crc32} from 'node:zlib'
import {
  aligned,
  capitalKey,
  form,
  type GazetteerHeader,
  idKey,
  nameKeys,
  type PlaceRecord,
  type PlaceSource,
  partsOf,
  placeKinds,
  precisions,
  soundKey
} from '../gazetteer-file.ts'
import {nameSkeleton} from '../name-skeleton.ts'
import {KeyIndex} from './key-index.ts'
import {Spool} from './spool.ts'

export interface Ending {
  readonly version: string
  readonly sources: readonly PlaceSource[]
  /** The name to write for what `admin1` or `admin2` of the records said, where that was a code; null where none is known. */
  readonly unitName?: (unit: string) => string | null
}

const largestText = 2 ** 32

export class GazetteerWriter {
  /** Places added so far, and pairs of name and place. */
  places = 0
  names = 0
  /** Bytes of the file written so far. */
  bytes = 0
  readonly #target: string
  readonly #folder: string
  readonly #file: number
  readonly #texts: Spool
  readonly #keys: KeyIndex
  readonly #units = new Map<string, number>()
  readonly #kinds = new Map<string, number>()
  readonly #countries = new Map<string, number>()
  readonly #rows = Buffer.alloc(form.rowBytes * 2048)
  #rowsUsed = 0
  #crc = 0

  /** `target`: path of the file to be. `work`: folder for temporary files, on the same disk; made where it is absent. */
  constructor(target: string, work: string = dirname(target)) {
    this.#target = target
    mkdirSync(work, {recursive: true})
    this.#folder = mkdtempSync(join(work, '.import-'))
    this.#file = openSync(join(this.#folder, 'places'), 'wx')
    this.#texts = new Spool(join(this.#folder, 'texts'), 2 ** 20)
    this.#keys = new KeyIndex(this.#folder)
    this.#write(Buffer.from(form.magic))
  }

  /** Returns the row of the place; throws a RangeError where its coordinates or its country are none. */
  add(record: PlaceRecord): number {
    const {id, lat, lon, country} = record
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180))
      throw new RangeError(`${id} lies at ${lat}, ${lon}; write degrees`)
    if (country !== null && !/^[A-Z]{2}$/.test(country))
      throw new RangeError(`${id} has country "${country}"; write two capital letters of ISO 3166-1`)
    const text = Buffer.from(
      [id, record.name, record.parent ?? '']
        .map(part => part.replaceAll(form.textSeparator, ' '))
        .join(form.textSeparator)
    )
    if (text.length > 0xffff)
      throw new RangeError(`${id} has a name of ${text.length} bytes; at most 65535 fit`)
    if (this.#texts.length + text.length > largestText)
      throw new RangeError('More than 4 GiB of names; import the countries you need, one pack each')
    if (this.#rowsUsed === this.#rows.length) this.#flushRows()
    const [row, at] = [this.places++, this.#rowsUsed]
    this.#rowsUsed += form.rowBytes
    this.#rows.writeInt32LE(Math.round(lat * form.degree), at)
    this.#rows.writeInt32LE(Math.round(lon * form.degree), at + 4)
    this.#rows.writeUInt32LE(Math.min(record.population, 0xffff_ffff), at + 8)
    this.#rows.writeUInt32LE(this.#texts.length, at + 12)
    this.#rows.writeUInt16LE(text.length, at + 16)
    this.#rows[at + 18] = precisions.indexOf(record.precision) | (placeKinds.indexOf(record.kind) << 4)
    this.#rows[at + 19] = 0
    this.#rows[at + 20] = country?.charCodeAt(0) ?? 0
    this.#rows[at + 21] = country?.charCodeAt(1) ?? 0
    this.#rows.writeUInt16LE(0, at + 22)
    this.#rows.writeUInt32LE(this.#unit(record.admin1), at + 24)
    this.#rows.writeUInt32LE(this.#unit(record.admin2), at + 28)
    this.#texts.append(text)
    for (const key of nameKeys(record)) this.#addKey(key, row)
    this.#keys.add(idKey(id), row)
    if (country !== null && record.precision === 'town')
      for (const skeleton of new Set([record.name, ...record.aliases].map(nameSkeleton)))
        if (skeleton !== '') this.#keys.add(soundKey(country, skeleton), row)
    if (record.kind === 'capital' && country !== null) this.#keys.add(capitalKey(country), row)
    count(this.#kinds, record.kind)
    if (country !== null) count(this.#countries, country)
    return row
  }

  /** A further name of a place that was added. */
  addName(row: number, name: string): void {
    for (const key of nameKeys({name, aliases: []})) this.#addKey(key, row)
  }

  /** With `keep: false` nothing appears under the name: only the counts are wanted. */
  finish({version, sources, unitName = unit => unit}: Ending, {keep = true} = {}): GazetteerHeader {
    this.#flushRows()
    for (const piece of this.#texts.pieces()) this.#write(piece)
    this.#align()
    const units = [...this.#units.keys()].map(unit => Buffer.from(unitName(unit) ?? ''))
    const starts = new Uint32Array(units.length + 1)
    for (const [i, {length}] of units.entries()) starts[i + 1] = starts[i]! + length
    this.#write(bytesOf(starts))
    this.#write(Buffer.concat(units))
    this.#align()
    const {entries, slotBits, slots} = this.#keys.write(piece => this.#write(piece))
    this.#write(bytesOf(slots))
    const parts = {
      textBytes: this.#texts.length,
      units: units.length,
      unitBytes: starts.at(-1)!,
      entries,
      slotBits
    }
    const {places, names} = this
    const header: GazetteerHeader = {
      version,
      places,
      names,
      kinds: sorted(this.#kinds),
      countries: sorted(this.#countries),
      sources,
      parts
    }
    if (partsOf(header).header !== this.bytes) throw new Error(`${this.#target}: the parts do not add up`)
    const json = Buffer.from(JSON.stringify(header))
    this.#write(json)
    const trailer = Buffer.alloc(form.trailerBytes)
    trailer.writeUInt32LE(json.length, 0)
    trailer.writeUInt32LE(this.#crc, 4)
    trailer.write(form.ending, 8, 'latin1')
    this.#write(trailer)
    if (keep) renameSync(join(this.#folder, 'places'), this.#target)
    return header
  }

  /** Closes and removes the temporary files, whether or not the file was finished. */
  close(): void {
    closeSync(this.#file)
    this.#texts.close()
    this.#keys.close()
    rmSync(this.#folder, {recursive: true, force: true})
  }

  #addKey(key: string, row: number): void {
    this.names++
    this.#keys.add(key, row)
  }

  #unit(unit: string | null): number {
    if (unit === null) return 0
    const known = this.#units.get(unit)
    if (known !== undefined) return known
    // A copy: a slice of a line read would keep the whole piece of the file alive.
    this.#units.set(Buffer.from(unit).toString(), this.#units.size + 1)
    return this.#units.size
  }

  #flushRows(): void {
    this.#write(this.#rows.subarray(0, this.#rowsUsed))
    this.#rowsUsed = 0
  }

  #align(): void {
    this.#write(Buffer.alloc(aligned(this.bytes) - this.bytes))
  }

  #write(bytes: Uint8Array): void {
    this.#crc = crc32(bytes, this.#crc)
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at)
    this.bytes += bytes.length
  }
}

/** Writes all records at once. */
export function writeGazetteer(
  target: string,
  records: Iterable<PlaceRecord>,
  ending: Ending
): GazetteerHeader {
  const writer = new GazetteerWriter(target)
  try {
    for (const record of records) writer.add(record)
    return writer.finish(ending)
  } finally {
    writer.close()
  }
}

function bytesOf(array: Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}
