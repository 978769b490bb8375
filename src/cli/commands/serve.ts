/** `dateline serve`: the page over the store, on loopback or for others. */
import {buildCommand} from '@stricli/core'
import {type Context, pathIn} from '../context.ts'
import {type DoorFlags, doorFlags, doorOf} from '../door.ts'
import {gazetteerFlag, packsIn} from '../gazetteer.ts'
import {type NetworkFlags, networkFlags, networkOf} from '../network.ts'
import {servePage} from '../page.ts'
import {portFlag, registryFlag, storeFlag, withStore} from '../store.ts'

interface Flags extends DoorFlags, NetworkFlags {
  readonly store: string
  readonly port: number
  readonly gazetteer?: string
  readonly registry: string
  readonly siteName?: string
}

export const serve = buildCommand({
  docs: {
    brief: 'Serve the page over the store, on this machine or for others',
    fullDescription:
      'On this machine whoever works at it is let in, until there are users. For others everybody logs in (docs/access.md).\nExample: dateline serve --port 4100\nExample: dateline serve --host 0.0.0.0 --port 443 --tls-cert server.crt --tls-key server.key'
  },
  parameters: {
    flags: {
      store: storeFlag,
      port: portFlag,
      siteName: {
        kind: 'parsed',
        parse: String,
        optional: true,
        brief: 'What the public site under /public is called [default = Incidents]',
        placeholder: 'NAME'
      },
      ...doorFlags,
      gazetteer: gazetteerFlag,
      registry: registryFlag,
      ...networkFlags
    }
  },
  async func(
    this: Context,
    {store: target, port, siteName, gazetteer, registry, contact, allowAddress, pause, ...flags}: Flags
  ) {
    const {isLoopback} = await import('../../api/access/exposure.ts')
    const door = doorOf(this, flags, isLoopback)
    const own = {packs: packsIn(this, gazetteer), registry: pathIn(this, registry)}
    // What people bring in is fetched as `ingest` does it.
    const network = networkOf({pause, ...(contact && {contact}), ...(allowAddress && {allowAddress})})
    await withStore(this, target, store =>
      servePage(this, store, port, {target: pathIn(this, target), own}, {...door, network, siteName})
    )
  }
})
