/** Serves the page over a store until the person ends it. */
import {fileURLToPath} from 'node:url'
import type {Store} from '../workflows/open-store.ts'
import {type Context, say} from './context.ts'

const pages = fileURLToPath(new URL('../../web/dist', import.meta.url))

export async function servePage(context: Context, store: Store, port: number): Promise<void> {
  const [{createApi}, {serve}, {incidentNow}] = await Promise.all([
    import('../api/api.ts'),
    import('../api/serve.ts'),
    import('../workflows/incident-now.ts')
  ])
  const api = createApi(
    {
      incidents: () => store.incidents(),
      incident: id => incidentNow(store, id),
      reports: () => store.reports(),
      report: id => store.report(id)
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
