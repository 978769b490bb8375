/** The flag and the opening of the store, shared by the commands that keep or read. */
import type {Store} from '../workflows/open-store.ts'
import {type Context, pathIn} from './context.ts'

export const storeFlag = {
  kind: 'parsed',
  parse: String,
  default: './dateline-data',
  brief: 'Folder of the embedded store, or a postgres:// URL',
  placeholder: 'DIR|URL'
} as const

/** Opens the store, does the work, and closes it whatever happens. */
export async function withStore<T>(context: Context, target: string, work: (store: Store) => Promise<T>): Promise<T> {
  const {openStore} = await import('../workflows/open-store.ts')
  const store = await openStore(pathIn(context, target))
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
