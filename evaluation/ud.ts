/**
 * Suite `ud`: treebanks of Universal Dependencies, DIR/ud/NAME.conllu.
 *
 * Tags and trees on gold words, with predicted tags, punctuation counted and
 * relations without subtype, as written and in capitals; words and sentences
 * from the raw text of each document, exact to the character.
 */
import {readFileSync} from 'node:fs'
import {abbreviationsOf} from '../src/annotate/abbreviations.ts'
import {type Analysis, analyser} from '../src/annotate/analysis.ts'
import {sentenceStarts} from '../src/annotate/sentences.ts'
import {tokenize} from '../src/annotate/tokens.ts'
import type {Codebook} from '../src/codebook/codebook.ts'
import {percent, score} from './measures.ts'
import type {Suite} from './suite.ts'
import {type Document, documentsOf, type TreeSentence} from './treebank.ts'

export const ud: Suite = {
  run({knowledge, data, splits}) {
    const analyse = analyser(knowledge)
    const predictions: string[] = []
    const figures = Object.fromEntries(
      splits.map(split => {
        const documents = documentsOf(readFileSync(`${data}/ud/${split}.conllu`, 'utf8'))
        const sentences = documents.flatMap(document => document.sentences)
        const written = trees(sentences, analyse, form => form, predictions)
        const upper = trees(sentences, analyse, form => form.toUpperCase())
        return [
          split,
          {
            ...written,
            upper,
            drop: Object.fromEntries(
              Object.keys(written).map(name => [name, Number((written[name]! - upper[name]!).toFixed(2))])
            ),
            ...segments(documents, knowledge.codebook),
            news: segments(
              documents.filter(({id}) => id.includes('_news_')),
              knowledge.codebook
            )
          }
        ]
      })
    )
    return {figures, predictions}
  }
}

function trees(
  sentences: readonly TreeSentence[],
  analyse: (sentences: readonly (readonly string[])[]) => Analysis[],
  as: (form: string) => string,
  predictions: string[] = []
): Record<string, number> {
  const right = {upos: 0, xpos: 0, uas: 0, las: 0}
  let words = 0
  const all = sentences.map(({rows}) => rows.map(({form}) => as(form)))
  for (const [s, {tags, heads, relations}] of analyse(all).entries()) {
    const {rows} = sentences[s]!
    const forms = all[s]!
    for (const [i, gold] of rows.entries()) {
      const [xpos, upos] = tags[i]!.split('|')
      const relation = relations[i]!.split(':')[0]
      words++
      if (upos === gold.upos) right.upos++
      if (xpos === gold.xpos) right.xpos++
      if (heads[i] === gold.head) {
        right.uas++
        if (relation === gold.relation.split(':')[0]) right.las++
      }
      predictions.push([i + 1, forms[i], '_', upos, xpos, '_', heads[i], relations[i], '_', '_'].join('\t'))
    }
    predictions.push('')
  }
  return Object.fromEntries(Object.entries(right).map(([name, n]) => [name, percent(n, words)]))
}

function segments(documents: readonly Document[], codebook: Codebook) {
  const {keepStop, neverEnd} = abbreviationsOf(codebook)
  const words = {right: 0, found: 0, gold: 0}
  const sentences = {right: 0, found: 0, gold: 0}
  for (const {text, words: goldWords, starts: goldStarts} of documents) {
    const spans = tokenize(text, {from: 0, to: text.length}, keepStop)
    const starts = sentenceStarts(text, spans, neverEnd)
    tally(
      words,
      spans.map(span => `${span.from}-${span.to}`),
      goldWords.map(span => `${span.from}-${span.to}`)
    )
    const bounds = (list: readonly number[], row: readonly {from: number; to: number}[]) =>
      list.map((start, i) => `${row[start]!.from}-${row[(list[i + 1] ?? row.length) - 1]!.to}`)
    tally(sentences, bounds(starts, spans), bounds(goldStarts, goldWords))
  }
  return {
    words: score(words.right, words.found, words.gold),
    sentences: score(sentences.right, sentences.found, sentences.gold)
  }
}

function tally(counts: {right: number; found: number; gold: number}, found: string[], gold: string[]): void {
  const known = new Set(gold)
  counts.right += found.filter(key => known.has(key)).length
  counts.found += found.length
  counts.gold += gold.length
}
