/** Puts inputs that come one by one into lists that are worked on together. */
import type {Input} from './inputs.ts'

/** Characters of text in a batch, so that a few very long reports do not fill the memory together. */
const mostText = 400_000

/** Up to `size` inputs a list, in their order; less where their texts are long. */
export async function* batchesOf(inputs: AsyncIterable<Input>, size: number): AsyncGenerator<Input[]> {
  let batch: Input[] = []
  let text = 0
  for await (const input of inputs) {
    batch.push(input)
    if (input.kind === 'report') text += input.report.text.length
    if (batch.length < size && text < mostText) continue
    yield batch
    batch = []
    text = 0
  }
  if (batch.length) yield batch
}
