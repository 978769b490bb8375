/**
 * Which network addresses may be connected to (SAFETY H1).
 *
 *     93.184.215.14      yes
 *     127.0.0.1, ::1     no: this machine
 *     10.0.0.7           no: a private network
 *     169.254.169.254    no: link-local, where clouds keep their secrets
 *     64:ff9b::7f00:1    no: it carries 127.0.0.1
 *
 * Only what is known to be public is public: a range that nobody has thought of is refused.
 */
import {isIP} from 'node:net'
import ipaddr from 'ipaddr.js'

type Address = ipaddr.IPv4 | ipaddr.IPv6
type Range = readonly [Address, number]

/** In words, by the ranges of ipaddr.js; the others are "reserved". */
const names: Readonly<Record<string, string>> = {
  loopback: 'of this machine itself',
  unspecified: 'of this machine itself',
  private: 'of a private network',
  uniqueLocal: 'of a private network',
  carrierGradeNat: 'of a private network',
  linkLocal: 'of the local link',
  multicast: 'of a group of machines',
  broadcast: 'of a group of machines',
  rfc6052: 'of a translated network',
  rfc6145: 'of a translated network',
  '6to4': 'of a translated network',
  teredo: 'of a translated network'
}

/** Public by their range, and yet a cloud's own service (Azure's wire server). */
const metadata = new Set(['168.63.129.16'])

/** All of IPv6 that is given out to the public (RFC 4291, section 2.4; IANA). */
const globalUnicast: Range = [ipaddr.parse('2000::'), 3]

/** A range in CIDR writing, or one address. Throws where it is neither. */
export function addressRange(text: string): Range {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text)
  const family = isIP(text)
  if (family) return [ipaddr.parse(text), family === 4 ? 32 : 128]
  throw new Error(`"${text}" is no range of addresses; write it as 10.1.0.0/16, fd12::/48 or 10.1.2.3`)
}

/** `allowed`: ranges that are open besides the public ones. What it returns says why an address is refused, or null. */
export function addressGuard(allowed: readonly string[]): (address: string) => string | null {
  const ranges = allowed.map(addressRange)
  return text => {
    if (!isIP(text)) return `"${text}", which is no address`
    // An IPv4 address in the clothes of IPv6 is judged as what it is.
    const address = ipaddr.process(text)
    if (ranges.some(range => contains(range, address))) return null
    const range = rangeOf(address)
    return range === null ? null : `${text}, an address ${names[range] ?? 'that is reserved'}`
  }
}

function rangeOf(address: Address): string | null {
  const range = address.range()
  if (range !== 'unicast') return range
  const isPublic =
    address.kind() === 'ipv4' ? !metadata.has(address.toString()) : contains(globalUnicast, address)
  return isPublic ? null : 'reserved'
}

function contains([from, bits]: Range, address: Address): boolean {
  return from.kind() === address.kind() && address.match(from, bits)
}
