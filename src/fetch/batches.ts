/** Puts inputs that come one by one into lists that are worked on together. */
import type {Received} from './input.ts'

/** Characters or bytes in a batch, so that a few very long ones do not fill the memory together. */
const most = 400_000

/** Up to `size` inputs a list, in their order; less where they are long. */
export async function* batchesOf<T extends Received>(
  inputs: AsyncIterable<T>,
  size: number
): AsyncGenerator<T[]> {
  let batch: T[] = []
  let length = 0
  for await (const input of inputs) {
    batch.push(input)
    length += lengthOf(input)
    if (batch.length < size && length < most) continue
    yield batch
    batch = []
    length = 0
  }
  if (batch.length) yield batch
}

function lengthOf(input: Received): number {
  switch (input.kind) {
    case 'report':
      return input.report.text.length
    case 'document':
      return input.document.bytes.length / markupShare
    default:
      return 0
  }
}

/** A page has some ten times the bytes of its text. */
const markupShare = 10
