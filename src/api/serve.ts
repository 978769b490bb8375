/** Listens for the page and its routes, on loopback unless told otherwise. */
import {createServer} from 'node:https'
import {serve as listen} from '@hono/node-server'

/** Whatever answers requests. */
export interface Answering {
  fetch(request: Request, env?: unknown): Response | Promise<Response>
}

export interface Served {
  readonly url: string
  close(): Promise<void>
}

/** A certificate with its key, as PEM. */
export interface Tls {
  readonly cert: string
  readonly key: string
}

/** `port` 0 takes a free one. Fails with the port and what to do when it is in use. */
export function serve(
  app: Answering,
  {host = '127.0.0.1', port, tls}: {host?: string; port: number; tls?: Tls | undefined}
): Promise<Served> {
  return new Promise((resolve, reject) => {
    const secure = tls && {createServer, serverOptions: {cert: tls.cert, key: tls.key}}
    const server = listen({fetch: app.fetch, hostname: host, port, ...secure}, ({port: taken}) => {
      const name = host.includes(':') ? `[${host}]` : host
      resolve({
        url: `${tls ? 'https' : 'http'}://${name}:${taken}/`,
        close: () =>
          new Promise(done => {
            server.close(() => done())
            // Whoever listens for live changes would keep it open for good.
            if ('closeAllConnections' in server) server.closeAllConnections()
          })
      })
    })
    server.on('error', (error: NodeJS.ErrnoException) => reject(inWords(error, host, port)))
  })
}

function inWords(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') return new Error(`Port ${port} is in use; give another with --port`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new Error(`${host} is no address of this machine; give one that is with --host`, {cause: error})
  if (error.code === 'EACCES')
    return new Error(`Port ${port} may not be opened by this user; give one above 1023 with --port`)
  return error
}
