/** What places are loaded: the embedded file and every pack, with sources and licences. */
import type {GazetteerHeader} from '../codebook/gazetteer-file.ts'
import {loadOwnGazetteer} from '../codebook/load.ts'

export interface FileInfo extends Omit<GazetteerHeader, 'parts'> {
  readonly path: string
  readonly bytes: number
}

export interface GazetteerInfo {
  readonly version: string
  readonly files: readonly FileInfo[]
}

/** `packs`: folder of the packs, or null for the embedded file alone. Throws an Error for a file that is no gazetteer. */
export function gazetteerInfo(packs: string | null): GazetteerInfo {
  const {version, files} = loadOwnGazetteer(packs)
  return {
    version,
    files: files.map(({path, bytes, header: {parts: _parts, ...header}}) => ({path, bytes, ...header}))
  }
}
