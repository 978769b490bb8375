/** Turns received bytes into text, or says why they are none. */
const signatures: readonly (readonly [string, string])[] = [
  ['25504446', 'a PDF file'],
  ['504b0304', 'a ZIP archive or office document'],
  ['1f8b', 'a gzip archive'],
  ['89504e47', 'a PNG picture'],
  ['ffd8ff', 'a JPEG picture'],
  ['47494638', 'a GIF picture'],
  ['7f454c46', 'a program'],
  ['d0cf11e0', 'an old office document']
]
/** Encodings that nothing here decodes, by the first four bytes of a text or of its XML declaration (XML 1.0, appendix F). */
const foreign: readonly (readonly [string, string])[] = [
  ['0000feff', 'UTF-32'],
  ['fffe0000', 'UTF-32'],
  ['0000003c', 'UTF-32'],
  ['3c000000', 'UTF-32'],
  ['4c6fa794', 'EBCDIC']
]
/** How much is looked at to tell text from other bytes. */
const sampleBytes = 4096

export type Decoded = {readonly text: string} | {readonly reason: string}

/** UTF-8, or UTF-16 with its mark or a tag in front; a leading byte order mark is the one thing that is left out. */
export function decode(bytes: Uint8Array): Decoded {
  const reason = flawOf(bytes)
  if (reason) return {reason}
  const text = utf16(bytes) ?? utf8(bytes)
  if (text === null) return {reason: 'is not UTF-8; convert it, for instance with iconv -t UTF-8'}
  return text.trim() === '' ? {reason: 'holds nothing but blanks'} : {text}
}

/** Why bytes are no text of any kind; null where they may be one. */
export function flawOf(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return 'is empty'
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  const known = signatures.find(([mark]) => start.startsWith(mark))
  if (known) return `is ${known[1]}, not text; extract its text first`
  const encoding = foreign.find(([mark]) => start.startsWith(mark))
  if (encoding) return `is encoded in ${encoding[1]}; convert it, for instance with iconv -t UTF-8`
  if (utf16(bytes.subarray(0, 4)) === null && bytes.subarray(0, sampleBytes).includes(0))
    return 'holds NUL bytes: a binary file, not text'
  return null
}

/** The first of a text, roughly: enough to see what kind of text it is. */
export function opening(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, sampleBytes)
  return utf16(sample) ?? new TextDecoder().decode(sample)
}

/** "<" in two bytes tells markup without a mark. */
function utf16(bytes: Uint8Array): string | null {
  const [first, second, third, fourth] = bytes
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0 && fourth === 0)
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c && third === 0)
  return isLittle || isBig ? new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes) : null
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    return null
  }
}
