/** All that the pipeline knows before it reads: given to each stage when it is made. */
import type {Codebook} from './codebook.ts'
import type {Gazetteer} from './gazetteer.ts'
import type {LanguageProfiles} from './language-profiles.ts'
import type {Models} from './models.ts'

export interface Knowledge {
  readonly codebook: Codebook
  readonly gazetteer: Gazetteer
  readonly models: Models
  readonly profiles: LanguageProfiles
}
