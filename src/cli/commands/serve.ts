/** `dateline serve`: the page over the store, on loopback or for others. */
import {buildCommand} from '@stricli/core'
import type {Context} from '../context.ts'
import {type DoorFlags, doorFlags, doorOf} from '../door.ts'
import {servePage} from '../page.ts'
import {portFlag, storeFlag, withStore} from '../store.ts'

interface Flags extends DoorFlags {
  readonly store: string
  readonly port: number
}

export const serve = buildCommand({
  docs: {
    brief: 'Serve the page over the store, on this machine or for others',
    fullDescription:
      'On this machine whoever works at it is let in, until there are users. For others everybody logs in (docs/access.md).\nExample: dateline serve --port 4100\nExample: dateline serve --host 0.0.0.0 --port 443 --tls-cert server.crt --tls-key server.key'
  },
  parameters: {flags: {store: storeFlag, port: portFlag, ...doorFlags}},
  async func(this: Context, {store: target, port, ...flags}: Flags) {
    const {isLoopback} = await import('../../api/access/exposure.ts')
    const door = doorOf(this, flags, isLoopback)
    await withStore(this, target, store => servePage(this, store, port, door))
  }
})
