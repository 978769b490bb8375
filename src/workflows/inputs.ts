/** Reports from files, folders, JSON Lines and standard input, for the commands. */
export {type Input, readInputs} from '../fetch/inputs.ts'
