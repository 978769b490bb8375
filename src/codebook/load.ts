/** Reads all the knowledge of this installation: codebook, gazetteer and weights. */
import {fileURLToPath} from 'node:url'
import {type Codebook, loadCodebook} from './codebook.ts'
import {loadGazetteer} from './gazetteer.ts'
import type {Knowledge} from './knowledge.ts'
import {languageProfiles} from './language-profiles.ts'
import {loadModels} from './models.ts'

const here = fileURLToPath(new URL('../../', import.meta.url))

/** The codebook of this installation with the user's own actors. */
export function loadOwnCodebook(own: string): Codebook {
  return loadCodebook(`${here}codebook`, own)
}

/** `own`: the user's folder, whose `actors/` and `affiliations/` are read besides the codebook where they are there. */
export function loadKnowledge(root: string = here, own?: string): Knowledge {
  return {
    codebook: loadCodebook(`${root}codebook`, own),
    gazetteer: loadGazetteer(`${root}gazetteer/gazetteer.bin`),
    models: loadModels(root),
    profiles: languageProfiles()
  }
}
