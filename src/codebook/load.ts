/** Reads all the knowledge of this installation: codebook, gazetteer and weights, with what the user added. */
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {type ArabicPlaceNames, arabicPlaceNames} from './arabic-place-names.ts'
import {type Codebook, loadCodebook} from './codebook.ts'
import {type Gazetteer, loadGazetteer} from './gazetteer.ts'
import type {Knowledge} from './knowledge.ts'
import {languageProfiles} from './language-profiles.ts'
import {loadModels} from './models.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The user's own folders, read besides what is shipped. */
export interface OwnKnowledge {
  /** A whole codebook, read in place of the one that is shipped. */
  readonly codebook?: string
  /** Of imported places (`*.bin`). */
  readonly packs?: string | null
  /** Holds `actors/` and `affiliations/`, where they are there. */
  readonly registry?: string
}

export function loadKnowledge({codebook, packs, registry}: OwnKnowledge = {}): Knowledge {
  return {
    codebook: loadOwnCodebook(registry, codebook),
    gazetteer: loadOwnGazetteer(packs),
    models: loadModels(root),
    profiles: languageProfiles()
  }
}

export function loadOwnCodebook(registry?: string, codebook = `${root}codebook`): Codebook {
  return loadCodebook(codebook, registry)
}

export function loadOwnGazetteer(packs: string | null = null): Gazetteer {
  return loadGazetteer(`${root}gazetteer/gazetteer.bin`, packs)
}

export function loadArabicPlaceNames(codebook: Codebook, gazetteer: Gazetteer): ArabicPlaceNames {
  const text = (name: string) => readFileSync(`${root}gazetteer/${name}`, 'utf8')
  return arabicPlaceNames(codebook, gazetteer, {names: text('names.csv'), overlay: text('overlay.csv')})
}
