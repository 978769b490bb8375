/** Reports from files, folders, JSON Lines and standard input, for the commands. */
export {batchesOf} from '../fetch/batches.ts'
export {readInputs} from '../fetch/inputs.ts'
