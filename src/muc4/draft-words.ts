/** What the words of a draft tell of it, by linear models. */
import {hashString} from '../algorithms/hash.ts'
import {ofTemplate, type TemplateDetail} from './details.ts'
import {type Draft, draftLists} from './draft.ts'
import {type LinearWeights, likely, type Scorer, scorer} from './linear-model.ts'
import type {Reading} from './reading.ts'

/** By detail of a template, what a linear model over its words says of each value. */
export type Worded = Readonly<Record<TemplateDetail, readonly number[]>>

export type WordScorers = Readonly<Record<TemplateDetail, readonly Scorer[]>>

export const scorersOf = (weights: Readonly<Record<TemplateDetail, readonly LinearWeights[]>>) =>
  Object.fromEntries(ofTemplate.map(detail => [detail, weights[detail].map(scorer)])) as Record<
    TemplateDetail,
    Scorer[]
  >

export function wordedOf(reading: Reading, draft: Draft, scorers: WordScorers): Worded {
  const features = draftFeatures(reading, draft)
  return Object.fromEntries(
    ofTemplate.map(detail => [detail, scorers[detail].map(score => likely(score(features)))])
  ) as unknown as Worded
}

const content = /^(NOUN|VERB|ADJ|PROPN|NUM)$/

/** For a linear model: the words of its sentences and of those beside them, what hangs on what, its things, its report. */
export function draftFeatures({item, report, candidates}: Reading, draft: Draft): Int32Array {
  const found = new Set<number>()
  const add = (feature: string) => found.add(hashString(feature))
  const {syntax} = report
  add('1')
  for (const at of draft.sentences) {
    for (const near of [at - 1, at, at + 1]) {
      const sentence = syntax.sentences[near]
      if (!sentence) continue
      const place = near === at ? 'in' : 'by'
      for (let i = sentence.first; i < sentence.end; i++) {
        const token = syntax.tokens[i]!
        if (!content.test(token.upos)) continue
        add(`${place}=${token.lemma}`)
        const head = syntax.head(token)
        if (head && near === at && content.test(head.upos)) add(`${head.lemma}>${token.lemma}`)
      }
    }
  }
  for (const {type, token, realis, polarity} of report.events) {
    if (!draft.sentences.has(syntax.tokens[token]!.sentence)) continue
    add(`event=${type}`)
    add(`event=${type}/${realis}/${polarity}`)
  }
  for (const list of draftLists) {
    add(`${list}=${Math.min(3, draft[list].length)}`)
    for (const {key} of draft[list]) for (const word of key.split(' ')) add(`${list}=${word}`)
  }
  add(`tag=${item.tags[0]}`)
  add(`from=${item.headerPlace}`)
  add(`by=${item.headerSource}`)
  for (const {country} of report.places) add(`land=${country}`)
  add(`things=${Math.min(20, candidates.length)}`)
  return Int32Array.from(found).sort()
}
