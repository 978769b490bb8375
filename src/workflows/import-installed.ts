/** Imports with this installation's knowledge and the user's own registry of actors. */
import {loadOwnCodebook} from '../codebook/load.ts'
import type {Store} from '../store/store.ts'
import {type Imported, type ImportTask, importLines} from './import-lines.ts'
import {createLinker} from './link.ts'

/** `codebook`: the version that linked here. */
export async function importInstalled(
  store: Store,
  path: string,
  registry: string,
  task: Omit<ImportTask, 'link'>
): Promise<Imported & {readonly codebook: string}> {
  const codebook = loadOwnCodebook(registry)
  return {
    ...(await importLines(store, path, {...task, link: createLinker(codebook)})),
    codebook: codebook.version
  }
}
