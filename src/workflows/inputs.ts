/** Reports from files, folders, JSON Lines and standard input, for the commands. */
export {batchesOf} from '../fetch/batches.ts'
export {countInputs} from '../fetch/count-inputs.ts'
export {readInputs} from '../fetch/inputs.ts'
