/**
 * How requests reach this server, which decides what is asked of them.
 *
 * - loopback: from this machine alone, in plain HTTP. Without users, whoever works at it is let in.
 * - tls: from a network, by our own certificate.
 * - proxy: from a network, through a proxy that ends TLS and whose X-Forwarded headers are believed.
 */
import {getConnInfo} from '@hono/node-server/conninfo'
import type {Context} from 'hono'

export type Exposure = 'loopback' | 'tls' | 'proxy'

export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(host)
}

/** Of an IPv6 address the network of 64 bits: one customer has as many addresses in it as they like. */
export function addressOf(context: Context, exposure: Exposure): string {
  const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  const address = exposure === 'proxy' && forwarded ? forwarded : socketAddress(context)
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').slice(0, 64)
  return plain.includes(':') && !isLoopback(plain) ? `${networkOf(plain)}::/64` : plain
}

function networkOf(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::') as [string, string?]
  const groups = head.split(':').filter(Boolean)
  if (tail !== undefined) {
    const last = tail.split(':').filter(Boolean)
    while (groups.length + last.length < 8) groups.push('0')
    groups.push(...last)
  }
  return groups.slice(0, 4).join(':')
}

/** Without a socket (a call within the process) there is no address. */
function socketAddress(context: Context): string {
  return context.env && 'incoming' in context.env
    ? (getConnInfo(context).remote.address ?? 'unknown')
    : 'this process'
}

/** The host that the browser asked for. */
export function hostOf(context: Context, exposure: Exposure): string {
  const forwarded = exposure === 'proxy' ? context.req.header('x-forwarded-host') : undefined
  return (forwarded ?? context.req.header('host') ?? new URL(context.req.url).host).toLowerCase()
}
