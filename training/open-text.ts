/** Sentences of text with an open licence, for grouping words; each sentence of raw text once. */
import {readFileSync} from 'node:fs'
import {sentenceStarts} from '../src/annotate/sentences.ts'
import {tokenize} from '../src/annotate/tokens.ts'
import {readConllu} from './conllu.ts'

const raw = ['re3d/train', 're3d/dev', 'hrdsattack/train', 'hrdsattack/dev', 'ecbplus/train', 'ecbplus/dev']
/** Good enough to group words by; the pipeline's own list may change without the groups changing. */
const abbreviations = new Set(['mr', 'mrs', 'dr', 'gen', 'col', 'sgt', 'lt', 'st'])

export function openText(data: string): string[][] {
  const sentences: string[][] = []
  for (const name of ['ewt-train', 'gum-cc-train'])
    for (const {forms} of readConllu(`${data}/ud/${name}.conllu`)) sentences.push([...forms])
  for (const name of ['ner_open/train', 'ner_open/dev'])
    for (const {tokens} of jsonLines<{tokens: string[]}>(`${data}/${name}.jsonl`)) sentences.push(tokens)
  const seen = new Set<string>()
  for (const name of raw) {
    for (const {text, source} of jsonLines<{text: string; source?: string}>(`${data}/${name}.jsonl`)) {
      // The BBC's part of re3d is not open.
      if (source?.startsWith('BBC')) continue
      const spans = tokenize(text, {from: 0, to: text.length}, abbreviations)
      const starts = sentenceStarts(text, spans, abbreviations)
      for (const [i, start] of starts.entries()) {
        const words = spans
          .slice(start, starts[i + 1] ?? spans.length)
          .map(({from, to}) => text.slice(from, to))
        const key = words.join(' ')
        if (seen.has(key)) continue
        seen.add(key)
        sentences.push(words)
      }
    }
  }
  return sentences
}

/** A word as the features see it. */
export const plain = (word: string): string => word.toLowerCase().replace(/[0-9]/g, '0')

function jsonLines<Row>(path: string): Row[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Row)
}
