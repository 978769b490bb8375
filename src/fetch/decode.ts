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
/** How much is looked at to tell text from other bytes. */
const sampleBytes = 4096

export type Decoded = {readonly text: string} | {readonly reason: string}

/** UTF-8, or UTF-16 with its mark; a leading byte order mark is the one thing that is left out. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return {reason: 'is empty'}
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  const known = signatures.find(([mark]) => start.startsWith(mark))
  if (known) return {reason: `is ${known[1]}, not text; extract its text first`}
  if (start.startsWith('fffe')) return {text: new TextDecoder('utf-16le').decode(bytes)}
  if (start.startsWith('feff')) return {text: new TextDecoder('utf-16be').decode(bytes)}
  if (bytes.subarray(0, sampleBytes).includes(0)) return {reason: 'holds NUL bytes: a binary file, not text'}
  const text = utf8(bytes)
  if (text === null) return {reason: 'is not UTF-8; convert it, for instance with iconv -t UTF-8'}
  if (text.trim() === '') return {reason: 'holds nothing but blanks'}
  if (/^\s*<(?:!doctype html|html)[\s>]/i.test(text.slice(0, 200)))
    return {reason: 'is an HTML page, and pages are not read yet; give its text'}
  return {text}
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    return null
  }
}
