/** Serves the page over a store until the person ends it. */
import {fileURLToPath} from 'node:url'
import type {Store} from '../workflows/open-store.ts'
import {type Context, pathIn, say} from './context.ts'
import {registryFlag} from './store.ts'

const pages = fileURLToPath(new URL('../../web/dist', import.meta.url))

export async function servePage(context: Context, store: Store, port: number): Promise<void> {
  const [{createApi}, {serve}, {incidentNow}, {explainLink}, {installedLinker}] = await Promise.all([
    import('../api/api.ts'),
    import('../api/serve.ts'),
    import('../workflows/incident-now.ts'),
    import('../workflows/explain-link.ts'),
    import('../workflows/rulings.ts')
  ])
  // The codebook is read when somebody first asks why.
  let linking: ReturnType<typeof installedLinker>['linking'] | null = null
  const linkingOf = () => (linking ??= installedLinker(pathIn(context, registryFlag.default)).linking)
  const api = createApi(
    {
      incidents: () => store.incidents(),
      incident: id => incidentNow(store, id),
      reports: () => store.reports(),
      report: id => store.report(id),
      explain: (a, b) => explainLink(store, linkingOf(), a, b)
    },
    pages
  )
  const {url, close} = await serve(api, {port})
  say(context, `\nThe page: ${url}  (Ctrl-C ends it)`)
  await new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await close()
}
