/** Reports from what a person names, for the commands: each document read in a thread that can be killed. */
import type {Input} from '../fetch/input.ts'
import {readInputs} from '../fetch/inputs.ts'
import {openExtractionPool} from './extraction-pool.ts'
import {type DocumentReading, readDocuments} from './read-documents.ts'

export {batchesOf} from '../fetch/batches.ts'
export {countInputs} from '../fetch/count-inputs.ts'

/** `paths`: files, folders, "-" for `stdin`. */
export async function* readReports(
  paths: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
  reading: Omit<DocumentReading, 'extract'> = {}
): AsyncGenerator<Input> {
  const pool = openExtractionPool()
  try {
    yield* readDocuments(readInputs(paths, stdin), {...reading, extract: pool.extract})
  } finally {
    await pool.close()
  }
}
