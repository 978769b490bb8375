/** Reports from files, folders, JSON Lines and standard input, for the commands. */
export {readInputs} from '../fetch/inputs.ts'
