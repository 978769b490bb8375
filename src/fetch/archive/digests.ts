/** Whether bytes are those that a digest was made of, as WARC writes it: "sha1:DR5MBP7OD3OPA7RFKWJUD4CTNUQUGFC5". */
import {createHash} from 'node:crypto'

/** In base32, base64 or hexadecimal digits, as crawlers write them. Null where nobody can tell: another form, an unknown algorithm. */
export function isDigestOf(digest: string, candidates: readonly Uint8Array[]): boolean | null {
  const [, label, value] = /^([\w-]+):([\w+/=-]+)$/.exec(digest.trim()) ?? []
  const algorithm = label?.toLowerCase().replace('-', '')
  if (!algorithm || !known.has(algorithm)) return null
  const expected = bytesOf(value!, createHash(algorithm).digest().length)
  if (!expected) return null
  return candidates.some(bytes => createHash(algorithm).update(bytes).digest().equals(expected))
}

const known = new Set(['md5', 'sha1', 'sha256', 'sha384', 'sha512'])

function bytesOf(value: string, size: number): Buffer | null {
  const readings = [
    /^[0-9a-f]+$/i.test(value) && Buffer.from(value, 'hex'),
    fromBase32(value),
    Buffer.from(value, value.includes('-') || value.includes('_') ? 'base64url' : 'base64')
  ]
  return readings.find(bytes => bytes && bytes.length === size) || null
}

/** RFC 4648; null where there are other letters. */
function fromBase32(value: string): Buffer | null {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const letter of value.toUpperCase().replace(/=+$/, '')) {
    const five = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter)
    if (five < 0) return null
    held = ((held << 5) | five) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 0xff)
  }
  return Buffer.from(bytes)
}
