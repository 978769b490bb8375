/** How the page is served: from this machine alone, or to others, by a certificate or behind a proxy. */
import {readFileSync} from 'node:fs'
import type {Exposure} from '../api/access/exposure.ts'
import type {Tls} from '../api/serve.ts'
import {type Context, pathIn} from './context.ts'

export const doorFlags = {
  host: {
    kind: 'parsed',
    parse: String,
    default: '127.0.0.1',
    brief: 'Address to listen on; any other than loopback asks everybody to log in',
    placeholder: 'ADDRESS'
  },
  tlsCert: {
    kind: 'parsed',
    parse: String,
    optional: true,
    brief: 'Certificate (PEM) to serve HTTPS by, with --tls-key',
    placeholder: 'FILE'
  },
  tlsKey: {
    kind: 'parsed',
    parse: String,
    optional: true,
    brief: 'Its private key (PEM)',
    placeholder: 'FILE'
  },
  behindProxy: {
    kind: 'boolean',
    default: false,
    brief: 'A proxy in front ends TLS: its X-Forwarded headers are believed'
  }
} as const

export interface DoorFlags {
  readonly host: string
  readonly tlsCert?: string
  readonly tlsKey?: string
  readonly behindProxy: boolean
}

export interface Door {
  readonly host: string
  readonly exposure: Exposure
  readonly tls?: Tls
}

export const atThisMachine: Door = {host: '127.0.0.1', exposure: 'loopback'}

/** Throws where others would be served in plain text. */
export function doorOf(
  context: Context,
  {host, tlsCert, tlsKey, behindProxy}: DoorFlags,
  isLoopback: (host: string) => boolean
): Door {
  if ((tlsCert === undefined) !== (tlsKey === undefined))
    throw new Error('--tls-cert and --tls-key go together; give both')
  if (tlsCert !== undefined && tlsKey !== undefined) {
    if (behindProxy) throw new Error('Give either --tls-cert with --tls-key, or --behind-proxy')
    const tls = {cert: pemIn(context, tlsCert, '--tls-cert'), key: pemIn(context, tlsKey, '--tls-key')}
    return {host, exposure: 'tls', tls}
  }
  if (behindProxy) return {host, exposure: 'proxy'}
  if (!isLoopback(host))
    throw new Error(
      `On ${host} others could read along and log in: give --tls-cert FILE --tls-key FILE, or --behind-proxy where a proxy ends TLS`
    )
  return {host, exposure: 'loopback'}
}

function pemIn(context: Context, path: string, flag: string): string {
  try {
    return readFileSync(pathIn(context, path), 'utf8')
  } catch (cause) {
    throw new Error(`Cannot read ${path}; give the file of ${flag}`, {cause})
  }
}
