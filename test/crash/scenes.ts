/** The stores that are killed: the embedded one, and a server of the test's own with everything that works for it. */
import {rmSync} from 'node:fs'
import pg from 'pg'
import {startServer} from '../store/own-server.ts'
import {embedded, onServer} from '../store/targets.ts'
import type {Scene} from './crash-run.ts'

export interface NamedScene extends Scene {
  readonly name: string
  stop(): void
}

export const embeddedScene: NamedScene = {
  name: 'embedded',
  make: embedded.make,
  drop: async target => rmSync(target, {recursive: true}),
  killServer: null,
  stop: embedded.stop
}

/** A sentence instead says why there is none. */
export async function serverScene(): Promise<NamedScene | string> {
  const own = await startServer()
  if (typeof own === 'string') return own
  const {make} = onServer(own.url, own.stop)
  return {
    name: 'PostgreSQL',
    make,
    async drop(target) {
      const client = new pg.Client(own.url)
      await client.connect()
      await client.query(`drop database ${new URL(target).pathname.slice(1)} with (force)`)
      await client.end()
    },
    async killServer() {
      await own.kill()
      await own.start()
    },
    stop: own.stop
  }
}
