/** The flag and the opening of the store, shared by the commands that keep or read. */
import type {Store} from '../workflows/open-store.ts'
import {type Context, pathIn, say} from './context.ts'

export const storeFlag = {
  kind: 'parsed',
  parse: String,
  default: './dateline-data',
  brief: 'Folder of the embedded store, or a postgres:// URL',
  placeholder: 'DIR|URL'
} as const

export const serverFlag = {
  kind: 'parsed',
  parse: String,
  default: './dateline-data',
  brief: 'The store: a postgres:// URL',
  placeholder: 'URL'
} as const

export const registryFlag = {
  kind: 'parsed',
  parse: String,
  default: './dateline-data',
  brief:
    'Folder of your own registry of actors (actors/*.csv, affiliations/*.csv), read besides the codebook',
  placeholder: 'DIR'
} as const

export const byFlag = {
  kind: 'parsed',
  parse: String,
  optional: true,
  brief: 'Who decides this, kept with it [default = the login name]',
  placeholder: 'NAME'
} as const

/** Opens the store, does the work, and closes it whatever happens. `by`: who works, where it is not who is logged in. */
export async function withStore<T>(
  context: Context,
  target: string,
  work: (store: Store) => Promise<T>,
  by?: string
): Promise<T> {
  const {openStore} = await import('../workflows/open-store.ts')
  const store = await openStore(pathIn(context, target), by === undefined ? {} : {who: by}, {
    onWait: words => say(context, words)
  })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** As `withStore`, for what several processes do together: an embedded store is refused. */
export async function withServer<T>(
  context: Context,
  target: string,
  work: (store: Store) => Promise<T>
): Promise<T> {
  const {refuseEmbedded} = await import('../workflows/open-store.ts')
  refuseEmbedded(target)
  return withStore(context, target, work)
}

export const portFlag = {
  kind: 'parsed',
  parse: portOf,
  default: '4100',
  brief: 'Port; 0 takes a free one',
  placeholder: 'N'
} as const

function portOf(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`"${text}" is no port; write a number from 0 to 65535`)
  return port
}
