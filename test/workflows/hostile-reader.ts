/** Stands in for a reader that a page has got the better of: it hangs, fills the memory or throws, as the page says. */
import type {Extraction, RawDocument} from '../../src/model/document.ts'

export default function read({bytes}: RawDocument): Extraction {
  const page = Buffer.from(bytes).toString()
  if (page.includes('hang')) while (true);
  const all: number[][] = []
  if (page.includes('fill')) while (true) all.push(Array.from({length: 100_000}, (_, i) => i + all.length))
  if (page.includes('throw')) throw new Error('met a tag it cannot read')
  return {reason: `is no article: ${page}`}
}
