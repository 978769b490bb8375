/**
 * Source and target of a sentence's main predication against spans marked by hand (DIR/cameo_conflibert).
 *
 * A span counts when it shares a word with a gold span of the same role: S, T, or R for both at once ("X met Y").
 */
import {createPipeline} from '../src/pipeline.ts'
import {linesOf} from './json-lines.ts'
import {Overlap} from './overlap.ts'
import {predicationReader} from './predication.ts'
import type {Result, Task} from './suite.ts'
import {textOfWords} from './words-to-text.ts'

interface Tagged {
  readonly tokens: readonly string[]
  /** "B-S", "I-S", "O". */
  readonly tags: readonly string[]
}

interface RoleSpan {
  readonly role: string
  readonly from: number
  readonly to: number
}

export function roleSpans({knowledge, data}: Task, name: string): Result {
  const annotate = createPipeline(knowledge)
  const predicationOf = predicationReader(knowledge)
  const predictions: string[] = []
  const counts = {both: new Overlap(), source: new Overlap(), target: new Overlap(), mutual: new Overlap()}
  const lines = linesOf<Tagged>(`${data}/cameo_conflibert/${name}.roles.jsonl`)
  for (const [i, tagged] of lines.entries()) {
    const {text, gold} = textOf(tagged)
    const id = `cameo-${name}-${i}`
    const report = annotate({id, sha256: '', url: null, outlet: null, title: null, publishedOn: null, text})
    const {sources, targets, isMutual} = predicationOf(report)
    const found: RoleSpan[] = [
      ...sources.map(span => ({...span, role: isMutual ? 'R' : 'S'})),
      ...targets.map(span => ({...span, role: isMutual ? 'R' : 'T'}))
    ]
    predictions.push(JSON.stringify({id, text, found, gold}))
    const add = (count: Overlap, role: string) => count.add(ofRole(found, role), ofRole(gold, role))
    add(counts.source, 'S')
    add(counts.target, 'T')
    add(counts.mutual, 'R')
    add(counts.both, 'S')
    add(counts.both, 'T')
  }
  const figures = Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, count.figure]))
  return {figures, predictions}
}

function ofRole(spans: readonly RoleSpan[], role: string): RoleSpan[] {
  return spans.filter(span => span.role === role)
}

/** The sentence as a text, and its gold spans there. */
function textOf({tokens, tags}: Tagged): {text: string; gold: RoleSpan[]} {
  const {text} = textOfWords(rejoined(tokens), [0])
  const gold: RoleSpan[] = []
  let at = 0
  for (const [i, tag] of tags.entries()) {
    const from = text.indexOf(tokens[i]!, at)
    const to = from + tokens[i]!.length
    at = to
    const last = gold.at(-1)
    if (tag.startsWith('B-')) gold.push({role: tag.slice(2), from, to})
    else if (tag.startsWith('I-') && last) gold[gold.length - 1] = {...last, to}
  }
  return {text, gold}
}

const digits = /^\d+$/

/** "Syria", "’", "s" and "1", ",", "200": the corpus cuts endings off their apostrophe, and numbers. */
function rejoined(tokens: readonly string[]): string[] {
  const words: string[] = []
  for (const [i, token] of tokens.entries()) {
    const last = words.at(-1) ?? ''
    const isEnding = /^(?:s|t|re|ve|ll|d|m)$/.test(token) && last === '’'
    const isInNumber = digits.test(token) && /^\d+[.,]$/.test(last)
    const isMarkInNumber = /^[.,]$/.test(token) && digits.test(last) && digits.test(tokens[i + 1] ?? '')
    if (isEnding || isInNumber || isMarkInNumber) words[words.length - 1] += token
    else words.push(token)
  }
  return words
}
