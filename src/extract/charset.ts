/**
 * Turns the bytes of a page or feed into text.
 *
 * What names the charset, the surest first: a byte order mark, the header, `<meta>` or the XML declaration
 * ("Determining the character encoding", HTML Standard 13.2.3). Servers name the wrong one so often that the bytes have a
 * say: bytes that are valid UTF-8 beyond ASCII are UTF-8 whatever is declared, and a declared UTF-8 that many bytes break
 * is passed over. Where nothing holds, letter frequencies tell Arabic, Cyrillic and Hebrew, the language of the page the
 * rest.
 *
 *     C8 DB CF C7 CF, declared windows-1256 or by nothing, in Arabic prose     "بغداد"
 */

export interface DecodedText {
  readonly text: string
  /** Name of the charset as the Encoding Standard writes it: "utf-8", "windows-1256". */
  readonly charset: string
}

/** How much of the beginning may declare the charset, in bytes: some pages have long scripts before their `<meta>`. */
const declarationBytes = 8192
/** Bytes that are looked at for letter frequencies. */
const sampleBytes = 200_000
/** A text in UTF-8 with a few broken bytes is still one: share of its characters beyond ASCII that may be broken. */
const mostBroken = 0.1
/** In Latin text letters beyond ASCII stand alone; in other scripts they stand in words. */
const fewestInWords = 0.6

/** `mediaType`: as declared with its parameters, "text/html; charset=windows-1256". Never fails: what is no letter becomes U+FFFD. */
export function decodeText(bytes: Uint8Array, mediaType: string | null): DecodedText {
  const marked = byMark(bytes)
  if (marked) return decodeAs(bytes, marked)
  if (isAscii(bytes)) return decodeAs(bytes, 'utf-8')
  const utf8 = decodeAs(bytes, 'utf-8')
  const broken = shareOfBroken(utf8.text)
  if (broken === 0) return utf8
  for (const label of declared(bytes, mediaType)) {
    const charset = charsetOf(label)
    if (charset && (charset !== 'utf-8' || broken <= mostBroken)) return decodeAs(bytes, charset)
  }
  return broken <= mostBroken ? utf8 : decodeAs(bytes, guess(bytes))
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  // "<?" or "<h" in two bytes each, without a mark (XML 1.0, appendix F).
  if (a === 0x3c && b === 0 && c !== 0 && d === 0) return 'utf-16le'
  if (a === 0 && b === 0x3c && c === 0 && d !== 0) return 'utf-16be'
  return null
}

function* declared(bytes: Uint8Array, mediaType: string | null): Generator<string> {
  const header = /;\s*charset\s*=\s*["']?([^"';\s]+)/i.exec(mediaType ?? '')
  if (header) yield header[1]!
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, declarationBytes))
  const xml = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']{1,40})["']/i.exec(start)
  if (xml) yield xml[1]!
  for (const [tag] of start.replaceAll(/<!--[\s\S]*?-->/g, '').matchAll(/<meta\s[^<>]{0,400}>/gi)) {
    const named = /\bcharset\s*=\s*["']?\s*([^"'\s;/>]{1,40})/i.exec(tag)
    if (named) yield named[1]!
  }
}

/** UTF-16 that is declared in bytes that can be read one by one is not (HTML Standard: it means UTF-8). */
function charsetOf(label: string): string | null {
  try {
    const {encoding} = new TextDecoder(label)
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding
  } catch {
    return null
  }
}

function decodeAs(bytes: Uint8Array, charset: string): DecodedText {
  return {text: new TextDecoder(charset).decode(bytes), charset}
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every(byte => byte < 0x80)
}

/** Of all characters beyond ASCII. */
function shareOfBroken(text: string): number {
  const beyond = text.match(/[^\0-\x7f]/g)?.length ?? 0
  const broken = text.match(/\ufffd/g)?.length ?? 0
  return beyond === 0 ? 0 : broken / beyond
}

/** The ten commonest letters of languages that are written in the charset; they make more than half of any prose in it. */
const commonLetters: readonly (readonly [charset: string, letters: string])[] = [
  ['windows-1256', 'اليمونرتبهع'],
  ['windows-1251', 'оеаинтсрвлк'],
  ['koi8-r', 'оеаинтсрвлк'],
  ['windows-1255', 'יוהלארתבשמנ'],
  ['iso-8859-6', 'اليمونرتبهع']
]

/** What pages in a language use that declare nothing (table of "default encodings by locale", HTML Standard 13.2.3.2). */
const charsetsOfLanguages: Readonly<Record<string, string>> = {
  ar: 'windows-1256',
  fa: 'windows-1256',
  ur: 'windows-1256',
  he: 'windows-1255',
  iw: 'windows-1255',
  ru: 'windows-1251',
  uk: 'windows-1251',
  bg: 'windows-1251',
  sr: 'windows-1251',
  mk: 'windows-1251',
  be: 'windows-1251',
  ky: 'windows-1251',
  el: 'windows-1253',
  tr: 'windows-1254',
  az: 'windows-1254',
  ku: 'windows-1254',
  vi: 'windows-1258',
  th: 'windows-874',
  cs: 'windows-1250',
  hu: 'windows-1250',
  pl: 'windows-1250',
  sk: 'windows-1250',
  sl: 'windows-1250',
  hr: 'windows-1250',
  bs: 'windows-1250',
  ro: 'windows-1250',
  lt: 'windows-1257',
  lv: 'windows-1257',
  et: 'windows-1257',
  ja: 'shift_jis',
  ko: 'euc-kr',
  zh: 'gbk',
  'zh-tw': 'big5',
  'zh-hk': 'big5'
}

function guess(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, sampleBytes)
  if (shareInWords(sample) >= fewestInWords) {
    const shares = commonLetters.map(([charset, letters]) => {
      const beyond =
        new TextDecoder(charset)
          .decode(sample)
          .toLowerCase()
          .match(/[^\0-\x7f]/g) ?? []
      return {charset, share: beyond.filter(letter => letters.includes(letter)).length / beyond.length}
    })
    const best = shares.reduce((a, b) => (b.share > a.share ? b : a))
    if (best.share > 0.5) return best.charset
  }
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, declarationBytes))
  const language = /<html\b[^<>]{0,400}?\blang\s*=\s*["']?([a-z]{2}(?:-[a-z]{2})?)/i.exec(start)?.[1]
  const name = language?.toLowerCase() ?? ''
  return charsetsOfLanguages[name] ?? charsetsOfLanguages[name.slice(0, 2)] ?? 'windows-1252'
}

/** Of the bytes beyond ASCII, those that have another beside them. */
function shareInWords(bytes: Uint8Array): number {
  let all = 0
  let joined = 0
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < 0x80) continue
    all++
    if ((bytes[i - 1] ?? 0) >= 0x80 || (bytes[i + 1] ?? 0) >= 0x80) joined++
  }
  return joined / all
}
