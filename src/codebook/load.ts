/** Reads all the knowledge of this installation: codebook, gazetteer and weights. */
import {fileURLToPath} from 'node:url'
import {loadCodebook} from './codebook.ts'
import {loadGazetteer} from './gazetteer.ts'
import type {Knowledge} from './knowledge.ts'
import {languageProfiles} from './language-profiles.ts'
import {loadModels} from './models.ts'

export function loadKnowledge(root: string = fileURLToPath(new URL('../../', import.meta.url))): Knowledge {
  return {
    codebook: loadCodebook(`${root}codebook`),
    gazetteer: loadGazetteer(`${root}gazetteer/gazetteer.bin`),
    models: loadModels(root),
    profiles: languageProfiles()
  }
}
