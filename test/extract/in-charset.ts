/** Bytes of a text in UTF-8 or in a charset of one byte a letter; fails for a letter that the charset lacks. */
import assert from 'node:assert/strict'

export function inCharset(text: string, charset: string): Uint8Array {
  if (charset === 'utf-8') return new TextEncoder().encode(text)
  const letters = new TextDecoder(charset).decode(Uint8Array.from({length: 256}, (_, i) => i))
  return Uint8Array.from([...text], letter => {
    const byte = letters.indexOf(letter)
    assert.ok(byte >= 0, `${letter} is not in ${charset}`)
    return byte
  })
}
