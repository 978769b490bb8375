/** The flags of the commands that fetch. */
import {isIP} from 'node:net'
import type {NetworkOptions} from '../workflows/network.ts'

export interface NetworkFlags {
  readonly contact?: string
  readonly allowAddress?: readonly string[]
  readonly pause: number
}

export const networkFlags = {
  contact: {
    kind: 'parsed',
    parse: contactOf,
    optional: true,
    brief: 'Page or mail address by which hosts can reach you; it is told to them with each request',
    placeholder: 'URL|MAIL'
  },
  allowAddress: {
    kind: 'parsed',
    parse: rangeOf,
    variadic: true,
    optional: true,
    brief:
      'Addresses of your own network that may be fetched from too (10.1.0.0/16). Pages you read can then lead to any server there',
    placeholder: 'CIDR'
  },
  pause: {
    kind: 'parsed',
    parse: secondsOf,
    default: '2',
    brief: 'Seconds between two requests to one host, where it does not ask for more',
    placeholder: 'S'
  }
} as const

export function networkOf({contact, allowAddress, pause}: NetworkFlags): NetworkOptions {
  return {contact, allow: allowAddress, pauseMs: pause * 1000}
}

function rangeOf(text: string): string {
  const [address, bits = '0', ...more] = text.split('/')
  const family = isIP(address!)
  if (!family || more.length || !/^\d{1,3}$/.test(bits) || Number(bits) > (family === 4 ? 32 : 128))
    throw new Error(`"${text}" is no range of addresses; write it as 10.1.0.0/16, fd12::/48 or 10.1.2.3`)
  return text
}

function contactOf(text: string): string {
  if (!/^(?:https?:\/\/|[^\s@]+@)[^\s()<>@]{3,200}$/i.test(text) || !/^[\x21-\x7e]+$/.test(text))
    throw new Error(`"${text}" is no contact; write a page or a mail address, as https://example.org/about`)
  return text
}

function secondsOf(text: string): number {
  const seconds = Number(text)
  if (text.trim() === '' || !(seconds >= 0 && seconds <= 3600))
    throw new Error(`"${text}" is no pause; write seconds from 0 to 3600`)
  return seconds
}

export const followFlag = {
  kind: 'boolean',
  default: true,
  brief: 'Fetch the pages that a feed leads to; --no-follow takes the words of the feed itself'
} as const
