/**
 * Finds sequences in a sentence. Each is sought by one of its words, so that a rule costs nothing where that does not stand;
 * gaps are as short as they can be.
 */
import type {Word, WordReading} from '../language.ts'
import type {Field, SpanAt, Stretch} from './field.ts'
import {type Element, isAnchor, type SpanKind, type WordTest} from './sequence.ts'

/** A row of a list of words: what it says of the word. */
export type ListRow = Readonly<Record<string, string>>
/** By the name of the list: its rows by levelled form. */
export type WordLists = Readonly<Record<string, ReadonlyMap<string, ListRow>>>

/** What an element found: its words, and what the span or list says of them. */
export interface Found extends Stretch {
  readonly span: SpanAt | null
  readonly row: ListRow | null
}

export interface SequenceMatch extends Stretch {
  readonly named: Readonly<Record<string, Found>>
}

type Named = Readonly<Record<string, Found>>

const marks = /^[\p{P}\p{S}]+$/u
const quotes = /^["'“”«»‹›()[\]]+$/
const stops = /^[.؟?!…۔]+$/

export interface Sought {
  /** Forms by which it is sought, or the kind of span at which it is; neither: only at the word that is told. */
  readonly keys: readonly string[] | null
  readonly span: SpanKind | null
  /** All places where it stands, or those with `told` as their word. */
  matchAt(field: Field, anchor: number, told: Stretch | null): SequenceMatch | null
}

export function sequenceMatcher(elements: readonly Element[], lists: WordLists): Sought {
  const at = anchorOf(elements)
  const anchor = elements[at]!
  const behind = elements.slice(at)
  const before = elements.slice(0, at).reverse()
  return {
    keys: anchor.kind === 'word' ? keysOf(anchor.test, lists) : null,
    span: anchor.kind === 'span' ? anchor.span : null,
    matchAt(field, index, told) {
      const after = run(behind, 0, field, index, 1, {}, told, lists)
      if (!after) return null
      const all = run(before, 0, field, index - 1, -1, after.named, told, lists)
      return all && {first: all.at + 1, end: after.at, named: all.named}
    }
  }
}

/** What is told is asked about; else a word, which few sentences have, outweighs a span. */
function anchorOf(elements: readonly Element[]): number {
  const told = elements.findIndex(({kind}) => kind === 'told')
  if (told >= 0) return told
  const word = elements.findIndex(isAnchor)
  return word >= 0 ? word : elements.findIndex(({kind, optional}) => kind === 'span' && !optional)
}

function keysOf({oneOf, list}: WordTest, lists: WordLists): readonly string[] {
  if (list === null) return oneOf.flatMap(({forms}) => [...(forms ?? [])])
  const rows = lists[list]
  if (!rows) throw new Error(`no list "${list}"; write one of ${Object.keys(lists).join(', ')}`)
  return [...rows.keys()]
}

/** Goes through the elements in one direction; `at`: the next word. */
function run(
  elements: readonly Element[],
  n: number,
  field: Field,
  at: number,
  step: 1 | -1,
  named: Named,
  told: Stretch | null,
  lists: WordLists
): {at: number; named: Named} | null {
  const element = elements[n]
  if (!element) return {at, named}
  const next = (to: number, found: Found | null) =>
    run(
      elements,
      n + 1,
      field,
      to,
      step,
      found && element.name !== null ? {...named, [element.name]: found} : named,
      told,
      lists
    )
  const skip = () => (element.optional ? next(at, null) : null)
  const {words} = field
  switch (element.kind) {
    case 'start':
    case 'end': {
      const isThere = element.kind === 'start' ? at < 0 || (step === 1 && at === 0) : at >= words.length
      return isThere ? next(at, null) : null
    }
    case 'told': {
      if (!told || at !== (step === 1 ? told.first : told.end - 1)) return skip()
      const word = words[told.first]!
      if (element.test && !test(word, element.test, lists)) return null
      const {joined} = element
      if (joined !== null && !word.readings.some(reading => hasJoined(reading, joined))) return null
      const {first, end} = told
      return next(step === 1 ? end : first - 1, {first, end, span: null, row: null})
    }
    case 'not': {
      const word = words[at]
      // As it is read first: "أمام" may be one who leads, but hardly ever is.
      const likeliest = word && {...word, readings: word.readings.slice(0, 1)}
      return likeliest && test(likeliest, element.test, lists) ? null : next(at, null)
    }
    case 'word': {
      const word = words[at]
      const hit = word && test(word, element.test, lists)
      if (!hit) return skip()
      return next(at + step, {first: at, end: at + 1, span: null, row: hit.row}) ?? skip()
    }
    case 'span': {
      for (const span of field.spans[element.span]) {
        const isHere = step === 1 ? span.first === at : span.end - 1 === at
        if (!isHere) continue
        // Of nobody any word of the phrase says who they are not.
        const heads = element.span === 'none' ? words.slice(span.first, span.end) : [words[span.head]!]
        const hit = element.head ? firstOf(heads, word => test(word, element.head!, lists)) : noRow
        if (!hit) continue
        const {first, end} = span
        const found = next(step === 1 ? end : first - 1, {first, end, span, row: hit.row})
        if (found) return found
      }
      return skip()
    }
    case 'gap': {
      for (let length = 0; length <= element.most; length++) {
        const found = next(at + step * length, null)
        if (found) return found
        const word = words[at + step * length]
        if (!word || !passes(word, element)) return null
      }
      return null
    }
  }
}

const noRow = {row: null}

function firstOf<T>(words: readonly Word[], find: (word: Word) => T | null): T | null {
  for (const word of words) {
    const found = find(word)
    if (found) return found
  }
  return null
}

function passes(word: Word, over: {readonly verbs: boolean; readonly marks: boolean}): boolean {
  if (marks.test(word.form)) return over.marks ? !stops.test(word.form) : quotes.test(word.form)
  return over.verbs || word.readings[0]?.upos !== 'VERB'
}

function test(word: Word, {oneOf, list, features}: WordTest, lists: WordLists): {row: ListRow | null} | null {
  const rows = list === null ? null : lists[list]!
  for (const {forms, joined} of oneOf) {
    const isForm = (form: string) => (forms ? forms.has(form) : rows ? rows.has(form) : true)
    if (joined === null && features.length === 0 && isForm(word.form))
      return {row: rows?.get(word.form) ?? null}
    for (const [i, reading] of word.readings.entries()) {
      // "نصب" may say "we hit", but hardly ever does.
      if (i > 0 && (reading.person === 1 || isMine(word, reading))) continue
      if (!isForm(reading.lemma) && !isForm(word.form)) continue
      if (joined !== null && !hasJoined(reading, joined)) continue
      if (!features.every(group => group.some(feature => has(reading, feature)))) continue
      return {row: rows?.get(reading.lemma) ?? rows?.get(word.form) ?? null}
    }
  }
  return null
}

/** "قتلى" may be "my killing", or two killings of somebody, but hardly ever is. */
function isMine({form}: Word, {upos, number, enclitic}: WordReading): boolean {
  return enclitic?.form === 'ي' || (upos === 'NOUN' && number === 'dual' && form.endsWith('ي'))
}

function hasJoined({proclitics}: WordReading, letters: string): boolean {
  return proclitics.some(({form}) => form === letters)
}

const parts: Readonly<Record<string, string>> = {verb: 'VERB', noun: 'NOUN', adj: 'ADJ', num: 'NUM'}

/** A feature that the letters leave open is not denied. */
function has(reading: WordReading, feature: string): boolean {
  const {upos, voice, tense, number, gender, definite, is, proclitics} = reading
  switch (feature) {
    case 'passive':
    case 'active':
      return upos === 'VERB' && (voice ?? feature) === feature
    case 'past':
    case 'present':
      return upos === 'VERB' && (tense ?? feature) === feature
    case 'singular':
    case 'dual':
    case 'plural':
      return (number ?? feature) === feature
    case 'feminine':
    case 'masculine':
      return (gender ?? feature) === feature
    case 'definite':
      return definite
    case 'indefinite':
      return !definite
    case 'person':
    case 'people':
      return is === feature
    case 'bare':
      return proclitics.length === 0
    default:
      return upos === parts[feature] || (feature === 'noun' && upos === 'PROPN')
  }
}

/** Whether the word is a mark of punctuation. */
export function isMark({form}: Word): boolean {
  return marks.test(form)
}

/** Whether it is read as a finite verb first. */
export function isVerbWord({readings}: Word): boolean {
  return readings[0]?.upos === 'VERB'
}
