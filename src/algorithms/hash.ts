/**
 * Integer hashes for feature templates: 32 bits, well mixed, the same on every machine.
 *
 * FNV-1a (Fowler, Noll, Vo) over UTF-16 units with the finaliser of MurmurHash3.
 */
const prime = 0x01000193

export function hashString(text: string, seed = 0x811c9dc5): number {
  let hash = seed | 0
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), prime)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 12)) | 0
}

/** Hash of a template number and one, two or three values. */
export function mix1(template: number, a: number): number {
  let hash = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 13)) | 0
}

export function mix2(template: number, a: number, b: number): number {
  let hash = Math.imul((mix1(template, a) + b) | 0, 0x27d4eb2f)
  hash ^= hash >>> 15
  return hash | 0
}

export function mix3(template: number, a: number, b: number, c: number): number {
  let hash = Math.imul((mix2(template, a, b) + c) | 0, 0x165667b1)
  hash ^= hash >>> 14
  return hash | 0
}
