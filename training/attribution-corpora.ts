/**
 * Reads corpora of who is credited with what.
 *
 *     polnear   source, cue and content of each attribution, as spans of the text (Newell, Margolin & Ruths 2018)
 *     own       sentences of our own with marks in them: "[source] {cue} <content>"
 *     gum       the clause that credits and the head clause of what it credits (RST units), as spans of words
 */
import {readFileSync} from 'node:fs'
import {textOfWords} from '../evaluation/words-to-text.ts'
import type {Span} from '../src/model/span.ts'

/** One attribution; a part in several pieces is several spans, a part that is left out none. */
export interface CreditedSpans {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}

export interface CreditedText {
  readonly id: string
  readonly text: string
  readonly attributions: readonly CreditedSpans[]
}

export interface ClausePair {
  readonly cue: Span
  readonly content: Span
}

export interface ClauseText {
  readonly id: string
  readonly genre: string
  readonly text: string
  readonly pairs: readonly ClausePair[]
}

const jsonLines = <Row>(path: string): Row[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Row)

export function readPolnear(path: string): CreditedText[] {
  type Part = readonly {readonly spans: readonly (readonly [number, number])[]}[]
  interface Row {
    id: string
    text: string
    attributions: {source: Part; cue: Part; content: Part}[]
  }
  return jsonLines<Row>(path).map(({id, text, attributions}) => {
    const spans = (part: Part) =>
      part.flatMap(({spans}) =>
        spans.flatMap(([from, to]) => withoutMarks(text, utf16Span(text, from, to)) ?? [])
      )
    return {
      id,
      text,
      attributions: attributions.map(({source, cue, content}) => ({
        source: spans(source),
        cue: spans(cue),
        content: spans(content)
      }))
    }
  })
}

const parts = {'[': 'source', '{': 'cue', '<': 'content'} as const

/** A text a line; lines that begin with # are notes. */
export function readMarked(path: string): CreditedText[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line && !line.startsWith('#'))
    .map((line, i) => marked(line, `own-${i}`))
}

/** Marks stand for spans of the text without them; all of a line are one attribution for each cue, the nearest source and content with it. */
function marked(line: string, id: string): CreditedText {
  const found: Record<'source' | 'cue' | 'content', Span[]> = {source: [], cue: [], content: []}
  let text = ''
  for (const [, open, words, other] of line.matchAll(/([[{<])([^\]}>]*)[\]}>]|([^[{<]+)/g)) {
    if (open)
      found[parts[open as keyof typeof parts]].push({from: text.length, to: text.length + words!.length})
    text += words ?? other
  }
  const near = (spans: readonly Span[], cue: Span) => {
    const distance = (span: Span) => Math.max(span.from - cue.to, cue.from - span.to)
    return spans.toSorted((a, b) => distance(a) - distance(b)).slice(0, 1)
  }
  const trimmed = (spans: readonly Span[]) => spans.flatMap(span => withoutMarks(text, span) ?? [])
  const attributions = found.cue.map(cue => ({
    source: trimmed(near(found.source, cue)),
    cue: trimmed([cue]),
    content: trimmed(found.cue.length > 1 ? near(found.content, cue) : found.content)
  }))
  return {id, text, attributions}
}

/** The corpus counts characters, we count UTF-16 units. */
function utf16Span(text: string, from: number, to: number): Span {
  if (!/[\uD800-\uDBFF]/.test(text)) return {from, to}
  const characters = [...text]
  const start = characters.slice(0, from).join('').length
  return {from: start, to: start + characters.slice(from, to).join('').length}
}

/** A span without marks and blanks at its ends, as both sides are compared; null when nothing is left. */
export function withoutMarks(text: string, {from, to}: Span): Span | null {
  const words = text.slice(from, to)
  const start = words.search(/[\p{L}\p{N}$%]/u)
  if (start < 0) return null
  const end = words.replace(/[^\p{L}\p{N}$%]+$/u, '').length
  return {from: from + start, to: from + end}
}

export function readClauses(path: string): ClauseText[] {
  interface Row {
    id: string
    genre: string
    tokens: string[]
    sentence_starts: number[]
    attributions: {cue_clause: string; content_head_clause: string}[]
  }
  return jsonLines<Row>(path).map(({id, genre, tokens, sentence_starts, attributions}) => {
    const {text, words} = textOfWords(tokens, sentence_starts)
    const span = (first: number, length: number): Span => ({
      from: words[first]!.from,
      to: words[first + length - 1]!.to
    })
    const pairs = attributions.flatMap(({cue_clause, content_head_clause}) => {
      const [cue, content] = [cue_clause.split(' '), content_head_clause.split(' ')]
      const found = nearest(placesOf(cue, tokens), placesOf(content, tokens))
      return found ? [{cue: span(found[0], cue.length), content: span(found[1], content.length)}] : []
    })
    return {id, genre, text, pairs}
  })
}

/** Where a row of words stands. */
function placesOf(row: readonly string[], words: readonly string[]): number[] {
  return [...words.keys()].filter(i => row.every((word, k) => words[i + k] === word))
}

/** The two that stand closest together. */
function nearest(a: readonly number[], b: readonly number[]): [number, number] | null {
  const pairs = a.flatMap(one => b.map((other): [number, number] => [one, other]))
  return pairs.sort((x, y) => Math.abs(x[0] - x[1]) - Math.abs(y[0] - y[1]))[0] ?? null
}
