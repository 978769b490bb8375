/** Serves the page over a store until the person ends it. */
import {hostname} from 'node:os'
import {fileURLToPath} from 'node:url'
import type {NetworkOptions} from '../workflows/network.ts'
import type {Store} from '../workflows/open-store.ts'
import type {Installation} from '../workflows/upkeep.ts'
import {type Context, pathIn, say} from './context.ts'
import {atThisMachine, type Door} from './door.ts'
import {registryFlag} from './store.ts'

const pages = fileURLToPath(new URL('../../web/dist', import.meta.url))

interface Serving extends Door {
  readonly network?: NetworkOptions
  /** What the public site is called. */
  readonly siteName?: string | undefined
}

export async function servePage(
  context: Context,
  store: Store,
  port: number,
  installation: Installation,
  {host, exposure, tls, network = {}, siteName}: Serving = atThisMachine
): Promise<void> {
  const [
    {createApi},
    {serve},
    {inviteFirst},
    {installedLinker},
    {installedExporter},
    {installedViewer},
    {createIntake},
    {version}
  ] = await Promise.all([
    import('../api/api.ts'),
    import('../api/serve.ts'),
    import('../api/access/invite.ts'),
    import('../workflows/rulings.ts'),
    import('../workflows/export.ts'),
    import('../workflows/public-view.ts'),
    import('../workflows/intake/intake.ts'),
    import('../workflows/version.ts')
  ])
  let linkReports: ReturnType<typeof installedLinker> | null = null
  let viewer: ReturnType<typeof installedViewer> | null = null
  let exporter: ReturnType<typeof installedExporter> | null = null
  const {own} = installation
  const registry = own.registry ?? pathIn(context, registryFlag.default)
  const linker = () => (linkReports ??= installedLinker(registry))
  const intake = createIntake({store, link: linker, own, network})
  const desk = {
    store,
    linker,
    viewer: () => (viewer ??= installedViewer(registry)),
    exporter: () => (exporter ??= installedExporter(registry)),
    intake,
    installation
  }
  const api = createApi(desk, {
    pages,
    version: version(),
    exposure,
    ...(siteName !== undefined && {siteName})
  })
  const {url, close} = await serve(api, {host, port, tls})
  say(context, `\nThe page: ${url}  (Ctrl-C ends it)`)
  if (exposure !== 'loopback' && !(await store.access.users.any())) {
    const {path} = await inviteFirst(store)
    // Listening on all addresses, it is reached by the name of the machine.
    const named = url.slice(0, -1).replace(/\/\/(?:0\.0\.0\.0|\[::\])/, `//${hostname()}`)
    const address = exposure === 'proxy' ? 'https://YOUR.ADDRESS' : named
    say(context, `No users yet. Become the first admin within 30 minutes, once:\n  ${address}${path}`)
  }
  await new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await close()
  await intake.close()
}
