/** `dateline serve`: the page over the store, on loopback. */
import {buildCommand} from '@stricli/core'
import type {Context} from '../context.ts'
import {servePage} from '../page.ts'
import {portFlag, storeFlag, withStore} from '../store.ts'

export const serve = buildCommand({
  docs: {
    brief: 'Serve the page over the store on this machine',
    fullDescription: 'Example: dateline serve --port 4100'
  },
  parameters: {flags: {store: storeFlag, port: portFlag}},
  async func(this: Context, {store: target, port}: {readonly store: string; readonly port: number}) {
    await withStore(this, target, store => servePage(this, store, port))
  }
})
