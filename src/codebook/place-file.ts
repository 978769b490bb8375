/** One gazetteer file, opened for looking up: the embedded one or an imported pack. */
import {crc32} from 'node:zlib'
import {type FileBytes, openBytes} from './file-bytes.ts'
import {
  form,
  type GazetteerHeader,
  type Hashes,
  type PlaceRecord,
  partsOf,
  placeKinds,
  precisions
} from './gazetteer-file.ts'

export type KnownPlace = Omit<PlaceRecord, 'aliases'>

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number]

export class PlaceFile {
  readonly path: string
  readonly bytes: number
  readonly header: GazetteerHeader
  readonly #file: FileBytes
  readonly #at: ReturnType<typeof partsOf>
  readonly #units: (string | undefined)[] = []
  readonly #remedy: string

  /** `remedy` ends the sentence of the error thrown where the file is no gazetteer, or damaged. */
  constructor(path: string, remedy: string, heldBelow?: number) {
    this.path = path
    this.#remedy = remedy
    try {
      this.#file = openBytes(path, heldBelow)
      this.bytes = this.#file.size
      this.header = readHeader(this.#file)
    } catch (cause) {
      throw new Error(`Cannot read the gazetteer ${path}; ${remedy}`, {cause})
    }
    this.#at = partsOf(this.header)
  }

  /** The places found under a key, given by its hashes (`hashesOf`), in the order of the rows. */
  found(key: Hashes): KnownPlace[] {
    try {
      return this.#rows(key).map(row => this.place(row))
    } catch (cause) {
      throw new Error(`The gazetteer ${this.path} is damaged; ${this.#remedy}`, {cause})
    }
  }

  /** Throws a RangeError where the row points out of the file: it is damaged. */
  place(row: number): KnownPlace {
    const at = this.#at.rows + form.rowBytes * row
    const text = this.#at.texts + this.#file.uint32(at + 12)
    const lengthAndFlags = this.#file.uint32(at + 16)
    const [id, name, parent] = this.#file
      .text(text, text + (lengthAndFlags & 0xffff))
      .split(form.textSeparator)
    const country = this.#file.uint32(at + 20)
    return {
      id: id!,
      name: name!,
      country: country === 0 ? null : String.fromCharCode(country & 0xff, country >> 8),
      admin1: this.#unit(this.#file.uint32(at + 24)),
      parent: parent || null,
      admin2: this.#unit(this.#file.uint32(at + 28)),
      lat: (this.#file.uint32(at) | 0) / form.degree,
      lon: (this.#file.uint32(at + 4) | 0) / form.degree,
      population: this.#file.uint32(at + 8),
      precision: precisions[(lengthAndFlags >>> 16) & 15]!,
      kind: placeKinds[(lengthAndFlags >>> 20) & 15]!
    }
  }

  /** Places with so many people or more between these degrees; west is greater than east across the antimeridian. */
  within([west, south, east, north]: Box, leastPopulation: number): KnownPlace[] {
    const found: KnownPlace[] = []
    for (let row = 0; row < this.header.places; row++) {
      const at = this.#at.rows + form.rowBytes * row
      if (this.#file.uint32(at + 8) < leastPopulation) continue
      const [lat, lon] = [
        (this.#file.uint32(at) | 0) / form.degree,
        (this.#file.uint32(at + 4) | 0) / form.degree
      ]
      const isBetween = west <= east ? west <= lon && lon <= east : west <= lon || lon <= east
      if (isBetween && south <= lat && lat <= north) found.push(this.place(row))
    }
    return found
  }

  #rows([hash, check]: Hashes): number[] {
    const slot = this.#at.slots + 4 * (hash >>> (32 - this.header.parts.slotBits))
    const end = this.#file.uint32(slot + 4)
    const rows: number[] = []
    for (let entry = this.#file.uint32(slot); entry < end; entry++) {
      const at = this.#at.index + form.entryBytes * entry
      const found = this.#file.uint32(at)
      if (found > hash) break
      if (found === hash && this.#file.uint32(at + 4) === check) rows.push(this.#file.uint32(at + 8))
    }
    return rows
  }

  #unit(number: number): string | null {
    if (number === 0) return null
    const known = this.#units[number]
    if (known !== undefined) return known || null
    const starts = this.#at.units + 4 * (number - 1)
    const texts = this.#at.units + 4 * (this.header.parts.units + 1)
    const name = this.#file.text(texts + this.#file.uint32(starts), texts + this.#file.uint32(starts + 4))
    this.#units[number] = name
    return name || null
  }
}

/** Reads the trailer and the header, and checks what can be checked without reading a large file whole. */
function readHeader(file: FileBytes): GazetteerHeader {
  const smallest = form.magic.length + form.trailerBytes
  if (file.size < smallest || file.part(0, form.magic.length).toString('latin1') !== form.magic)
    throw new Error('it is no gazetteer in the form of this version')
  const end = file.size - form.trailerBytes
  const trailer = file.part(end, file.size)
  if (trailer.toString('latin1', 8) !== form.ending) throw new Error('it is cut short')
  const from = end - trailer.readUInt32LE(0)
  if (file.held && crc32(file.part(0, end)) !== trailer.readUInt32LE(4))
    throw new Error('it is damaged: the checksum is another')
  const header = JSON.parse(file.part(from, end).toString('utf8')) as GazetteerHeader
  if (partsOf(header).header !== from) throw new Error('it is damaged: the parts do not add up')
  return header
}
