/** The knowledge of this installation, for the commands. */
export {loadKnowledge, loadOwnCodebook} from '../codebook/load.ts'
