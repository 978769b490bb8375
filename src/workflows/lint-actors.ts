/** Checks the registry of actors: that of the codebook and the user's own. */
import {type Finding, lintActors} from '../codebook/actor-lint.ts'
import {loadKnowledge} from '../codebook/load.ts'

export {findingInWords} from '../codebook/actor-lint.ts'

export function checkActors(registry: string): Finding[] {
  return lintActors(loadKnowledge(registry ? {registry} : {}))
}
