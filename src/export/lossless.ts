/** What a store holds, line by line, so that `dateline import` gives the same incidents again (SAFETY C8). */
import type {Format} from './format.ts'

export const losslessJsonl: Format = {
  id: 'jsonl',
  about: 'All that gives the same incidents again by "dateline import": reports, claims, rulings, captures',
  version: 1,
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  rule: 'dateline',
  redactedIs: 'it cannot be imported: what was taken out would not be the same',
  async *write(_incidents, _setting, held) {
    if (!held) throw new Error('a lossless export is made of what a store holds')
    let [rows, incidents] = [0, 0]
    for await (const {kind, text} of held) {
      rows++
      if (kind === 'incident') incidents++
      yield text
    }
    return {rows, incidents, leftOut: {}}
  }
}
