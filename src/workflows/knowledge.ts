/** The knowledge of this installation, for the commands. */
export {loadKnowledge} from '../codebook/load.ts'
