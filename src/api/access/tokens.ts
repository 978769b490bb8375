/** What opens something by itself: session ids, keys, links. Given out once, kept and looked for as hashes. */
import {createHash, randomBytes} from 'node:crypto'

/** 128 bits, by the system's own randomness: never handed in, so that nothing can make it guessable. */
export function newToken(): string {
  return randomBytes(16).toString('base64url')
}

/** 256 bits behind a word by which a leaked key is recognised. */
export function newKey(): string {
  return `dateline_${randomBytes(32).toString('base64url')}`
}

/** Such tokens are long and random: no slow hash is needed against guessing. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
