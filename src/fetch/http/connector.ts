/**
 * Opens connections, and refuses what the guard refuses: at the moment of connecting, so that a name
 * that changes its mind between a check and the connection gains nothing (DNS rebinding).
 */
import {lookup as systemLookup} from 'node:dns/promises'
import {isIP, type LookupFunction} from 'node:net'
import {buildConnector} from 'undici'

export interface ResolvedAddress {
  readonly address: string
  readonly family: number
}

/** All addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>

export class RefusedAddress extends Error {
  override name = 'RefusedAddress'
}

export const systemResolve: Resolve = hostname => systemLookup(hostname, {all: true})

interface ConnectorOptions {
  /** Why an address is refused, or null. */
  readonly guard: (address: string) => string | null
  readonly resolve: Resolve
  readonly timeoutMs: number
  /** Authorities that are trusted besides those of Node. */
  readonly ca?: string | undefined
}

export function guardedConnector({
  guard,
  resolve,
  timeoutMs,
  ca
}: ConnectorOptions): buildConnector.connector {
  const lookup: LookupFunction = (hostname, {all}, found) => {
    resolve(hostname).then(
      addresses => {
        // A name with a public address and a private one is what an attack looks like: none of them is taken.
        const reason = addresses.map(({address}) => guard(address)).find(why => why !== null)
        if (reason) found(new RefusedAddress(`${hostname} leads to ${reason}`), [])
        else if (addresses.length === 0)
          found(Object.assign(new Error('no address'), {code: 'ENOTFOUND'}), [])
        else if (all) found(null, [...addresses])
        else found(null, addresses[0]!.address, addresses[0]!.family)
      },
      error => found(error, [])
    )
  }
  const connect = buildConnector({
    lookup,
    timeout: timeoutMs,
    allowH2: false,
    ...(ca === undefined ? {} : {ca})
  } as buildConnector.BuildOptions)
  return (options, opened) => {
    // An address in the URL is not looked up.
    const literal = options.hostname.replace(/^\[|\]$/g, '')
    const reason = isIP(literal) ? guard(literal) : null
    if (reason) return opened(new RefusedAddress(reason), null)
    connect(options, (error, socket) => {
      if (error) return opened(error, null)
      const refused = guard(socket.remoteAddress ?? '')
      if (refused === null) return opened(null, socket)
      socket.destroy()
      opened(new RefusedAddress(`${options.hostname} leads to ${refused}`), null)
    })
  }
}
