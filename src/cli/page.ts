/** Serves the page over a store until the person ends it. */
import {fileURLToPath} from 'node:url'
import type {Store} from '../workflows/open-store.ts'
import {type Context, pathIn, say} from './context.ts'
import {registryFlag} from './store.ts'

const pages = fileURLToPath(new URL('../../web/dist', import.meta.url))

export async function servePage(context: Context, store: Store, port: number): Promise<void> {
  const [{createApi}, {serve}, {installedLinker}, {version}] = await Promise.all([
    import('../api/api.ts'),
    import('../api/serve.ts'),
    import('../workflows/rulings.ts'),
    import('../workflows/version.ts')
  ])
  let linker: ReturnType<typeof installedLinker> | null = null
  const desk = {
    store,
    linker: () => (linker ??= installedLinker(pathIn(context, registryFlag.default)))
  }
  const api = createApi(desk, {pages, version: version()})
  const {url, close} = await serve(api, {port})
  say(context, `\nThe page: ${url}  (Ctrl-C ends it)`)
  await new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await close()
}
