/** Bytes of a text in UTF-16, told by its mark, as bytes in UTF-8; others as they are. */

/** A half of a letter that stands alone becomes U+FFFD. */
export async function* inUtf8(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | null | undefined
  for await (const chunk of stream) {
    if (decoder === undefined) decoder = decoderOf(chunk)
    yield decoder ? Buffer.from(decoder.decode(chunk, {stream: true})) : chunk
  }
  const rest = decoder?.decode()
  if (rest) yield Buffer.from(rest)
}

function decoderOf([first, second]: Uint8Array): TextDecoder | null {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le')
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be')
  return null
}
