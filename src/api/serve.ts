/** Listens for the page and its routes, on loopback unless told otherwise. */
import {serve as listen} from '@hono/node-server'

/** Whatever answers requests. */
export interface Answering {
  fetch(request: Request, env?: unknown): Response | Promise<Response>
}

export interface Served {
  readonly url: string
  close(): Promise<void>
}

/** `port` 0 takes a free one. Fails with the port and what to do when it is in use. */
export function serve(
  app: Answering,
  {host = '127.0.0.1', port}: {host?: string; port: number}
): Promise<Served> {
  return new Promise((resolve, reject) => {
    const server = listen({fetch: app.fetch, hostname: host, port}, ({port: taken}) => {
      resolve({
        url: `http://${host}:${taken}/`,
        close: () => new Promise(done => server.close(() => done()))
      })
    })
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE' ? new Error(`Port ${port} is in use; give another with --port`) : error
      )
    })
  })
}
