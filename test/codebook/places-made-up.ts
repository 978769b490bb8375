/** Gazetteer files with invented places, for tests. */
import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {PlaceRecord} from '../../src/codebook/gazetteer-file.ts'
import {writeGazetteer} from '../../src/codebook/packs/writer.ts'

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'dateline-places-'))

export function placeMadeUp(id: string, name: string, rest: Partial<PlaceRecord> = {}): PlaceRecord {
  return {
    id,
    name,
    aliases: [],
    lat: 0,
    lon: 0,
    precision: 'town',
    country: 'XA',
    admin1: null,
    admin2: null,
    population: 0,
    kind: 'town',
    parent: null,
    ...rest
  }
}

/** Returns the path of the file. */
export function fileOf(name: string, records: readonly PlaceRecord[], folder = temporaryFolder()): string {
  const path = join(folder, `${name}.bin`)
  writeGazetteer(path, records, {version: '1', sources: []})
  return path
}
