/** Reads CoNLL-U treebanks (Universal Dependencies v2): words, tags, heads, relations. */
import {readFileSync} from 'node:fs'

export interface TreebankSentence {
  readonly forms: readonly string[]
  /** "VBD|VERB": Penn and universal tag in one. */
  readonly tags: readonly string[]
  readonly heads: readonly number[]
  readonly relations: readonly string[]
}

/** Subtypes that the pipeline asks for; all others are cut to the bare relation. */
const keptSubtypes = new Set(['nsubj:pass', 'csubj:pass', 'aux:pass', 'obl:agent', 'nmod:poss'])

export function readConllu(path: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = []
  for (const block of readFileSync(path, 'utf8').split('\n\n')) {
    const rows = block
      .split('\n')
      .filter(line => line && !line.startsWith('#'))
      .map(line => line.split('\t'))
      .filter(([id]) => /^\d+$/.test(id!))
    if (rows.length === 0) continue
    sentences.push({
      forms: rows.map(row => row[1]!),
      tags: rows.map(row => `${row[4]}|${row[3]}`),
      heads: rows.map(row => Number(row[6])),
      relations: rows.map(row => (keptSubtypes.has(row[7]!) ? row[7]! : row[7]!.split(':')[0]!))
    })
  }
  return sentences
}
