/**
 * Passwords (SAFETY A2): 12 to 128 characters, none that is commonly chosen, kept as scrypt hashes.
 *
 * A hash says its work factor: "scrypt$15$8$1$salt$hash" is N = 2^15, r = 8, p = 1, about 90 ms of one core and
 * 32 MB. Whether there is such a user or not, checking takes the same work.
 */
import {randomBytes, type ScryptOptions, scrypt, timingSafeEqual} from 'node:crypto'

const shortest = 12
const longest = 128

/** As powers of two, and as scrypt names them. */
const work = {logN: 15, r: 8, p: 1}
const hashBytes = 32

/** Why it cannot be taken: a key of the messages of the log-in pages. */
export type PasswordFault = 'short' | 'long' | 'repeated' | 'row' | 'common' | 'named'

/** `common`: words that many people choose. */
export function passwordFault(
  password: string,
  userName: string,
  common: ReadonlySet<string>
): PasswordFault | null {
  const characters = [...password]
  if (characters.length < shortest) return 'short'
  if (characters.length > longest) return 'long'
  const plain = password.normalize('NFKC').toLowerCase()
  if (new Set(plain).size < 5 || /^(.{1,8}?)\1+.{0,4}$/su.test(plain)) return 'repeated'
  if (inRows(plain) * 3 >= [...plain].length * 2) return 'row'
  const name = userName.normalize('NFKC').toLowerCase()
  if ([...name].length >= 3 && plain.includes(name)) return 'named'
  return isCommon(plain, common) ? 'common' : null
}

/** Three common words, with whatever digits and signs between, are tried by everybody who guesses. */
function isCommon(plain: string, common: ReadonlySet<string>): boolean {
  if (/^[\p{N}\p{P}\p{Z}]*$/u.test(plain)) return true
  // Digits at the ends are added to words; within them they stand for letters.
  const inner = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return [plain, inner.replace(/[013457@$!]/g, sign => letterOf[sign]!)].some(form => {
    const words = form.match(/\p{L}+/gu) ?? []
    return (
      common.has(form) ||
      (words.length > 0 && words.length <= 3 && words.every(word => isMadeOf(word, common, 3)))
    )
  })
}

const letterOf: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i'
}

function isMadeOf(word: string, common: ReadonlySet<string>, parts: number): boolean {
  if (common.has(word) || word.length < 3) return true
  if (parts === 1) return false
  for (let end = 3; end <= word.length - 3; end++)
    if (common.has(word.slice(0, end)) && isMadeOf(word.slice(end), common, parts - 1)) return true
  return false
}

const rows = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'qwertzuiop',
  'ضصثقفغعهخحجد',
  'شسيبلاتنمكط',
  'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'
].flatMap(row => [row, [...row].reverse().join('')])

/** How many characters stand in runs of four or more neighbours on a keyboard or in an alphabet. */
function inRows(plain: string): number {
  let count = 0
  for (let from = 0; from < plain.length; ) {
    let length = 1
    while (
      from + length < plain.length &&
      rows.some(row => row.includes(plain.slice(from, from + length + 1)))
    )
      length++
    if (length >= 4) count += length
    from += length
  }
  return count
}

export async function hashOfPassword(password: string): Promise<string> {
  const {logN, r, p} = work
  const salt = randomBytes(16)
  const hash = await stretched(password, salt, {logN, r, p})
  return ['scrypt', logN, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** `kept` null: there is no such user or password yet; false, after the same work. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, logN, r, p, salt, hash] = (kept ?? nobodys).split('$') as [string, ...string[]]
  const wanted = Buffer.from(hash!, 'base64url')
  const own = await stretched(password.slice(0, 1000), Buffer.from(salt!, 'base64url'), {
    logN: Number(logN),
    r: Number(r),
    p: Number(p)
  })
  return timingSafeEqual(own, wanted) && kept !== null
}

const nobodys = ['scrypt', work.logN, work.r, work.p, 'AAAAAAAAAAAAAAAAAAAAAA', 'A'.repeat(43)].join('$')

function stretched(
  password: string,
  salt: Uint8Array,
  {logN, r, p}: {readonly logN: number; readonly r: number; readonly p: number}
): Promise<Buffer> {
  const options: ScryptOptions = {N: 2 ** logN, r, p, maxmem: 256 * 2 ** logN * r}
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, hashBytes, options, (error, hash) =>
      error ? reject(error) : resolve(hash)
    )
  )
}
