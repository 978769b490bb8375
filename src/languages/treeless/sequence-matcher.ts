/**
 * Finds sequences in a sentence. Each is sought by one of its words, and only where all words that it needs are in the sentence,
 * so that a rule costs next to nothing where they are not; gaps are as short as they can be.
 */
import type {Word, WordReading} from '../language.ts'
import {type Field, listKey, type SpanAt, type Stretch} from './field.ts'
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

const marks = /^[\p{P}\p{S}]+$/u
const quotes = /^["'“”«»‹›()[\]]+$/
const stops = /^[.؟?!…۔]+$/

export interface Sought {
  /** Forms by which it is sought, or the kind of span at which it is; neither: only at the word that is told. */
  readonly keys: ReadonlySet<string> | null
  readonly span: SpanKind | null
  /** False where a word that it cannot do without is not in the sentence: most are ruled out by that. */
  mayStand(field: Field): boolean
  /** All places where it stands, or those with `told` as their word. */
  matchAt(field: Field, anchor: number, told: Stretch | null): SequenceMatch | null
}

export function sequenceMatcher(elements: readonly Element[], lists: WordLists): Sought {
  const at = anchorOf(elements)
  const anchor = elements[at]!
  const after = compiled(elements.slice(at), 1, lists)
  const before = compiled(elements.slice(0, at).reverse(), -1, lists)
  const needed = elements.flatMap(element => neededBy(element, lists))
  return {
    keys: anchor.kind === 'word' ? new Set(keysOf(anchor.test, lists)) : null,
    span: anchor.kind === 'span' ? anchor.span : null,
    mayStand: ({keys}) => needed.every(oneOf => oneOf.some(key => keys.has(key))),
    matchAt(field, index, told) {
      const behind = after(field, index, told, null)
      const all = behind && before(field, index - 1, told, behind.named)
      return all && {first: all.at + 1, end: behind.at, named: byName(all.named)}
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

/** Of these keys of a field one must be there; nothing where any word will do. */
function neededBy(element: Element, lists: WordLists): (readonly string[])[] {
  if (element.kind !== 'word' || !isAnchor(element)) return []
  const {list} = element.test
  return [list !== null && lists[list] ? [listKey(list)] : keysOf(element.test, lists)]
}

/** What was found under names, the last first. */
interface Named {
  readonly name: string
  readonly found: Found
  readonly before: Named | null
}

function byName(last: Named | null): Record<string, Found> {
  const named: Record<string, Found> = last ? byName(last.before) : {}
  if (last) named[last.name] = last.found
  return named
}

/** Goes on from word `at`; `at` of what it gives: the next word. */
type Run = (
  field: Field,
  at: number,
  told: Stretch | null,
  named: Named | null
) => {readonly at: number; readonly named: Named | null} | null

/** Made from the last element to the first, so that nothing is made while it runs. */
function compiled(elements: readonly Element[], step: 1 | -1, lists: WordLists): Run {
  return elements.reduceRight<Run>(
    (next, element) => runOf(element, next, step, lists),
    (_field, at, _told, named) => ({at, named})
  )
}

function runOf(element: Element, next: Run, step: 1 | -1, lists: WordLists): Run {
  const {name, optional} = element
  const kept = (named: Named | null, found: Found): Named | null =>
    name === null ? named : {name, found, before: named}
  const skip: Run = optional ? next : () => null
  switch (element.kind) {
    case 'start':
      return (field, at, told, named) =>
        at < 0 || (step === 1 && at === 0) ? next(field, at, told, named) : null
    case 'end':
      return (field, at, told, named) => (at >= field.words.length ? next(field, at, told, named) : null)
    case 'told': {
      const {joined} = element
      const test = element.test && testOf(element.test, lists)
      return (field, at, told, named) => {
        if (!told || at !== (step === 1 ? told.first : told.end - 1)) return skip(field, at, told, named)
        const {first, end} = told
        const word = field.words[first]!
        if (test && !test(word)) return null
        if (joined !== null && !word.readings.some(reading => hasJoined(reading, joined))) return null
        return next(
          field,
          step === 1 ? end : first - 1,
          told,
          kept(named, {first, end, span: null, row: null})
        )
      }
    }
    case 'not': {
      const test = testOf(element.test, lists)
      return (field, at, told, named) => {
        const word = field.words[at]
        // As it is read first: "أمام" may be one who leads, but hardly ever is.
        return word && test(word, 1) ? null : next(field, at, told, named)
      }
    }
    case 'word': {
      const test = testOf(element.test, lists)
      return (field, at, told, named) => {
        const word = field.words[at]
        const hit = word && test(word)
        const found =
          hit && next(field, at + step, told, kept(named, {first: at, end: at + 1, span: null, row: hit.row}))
        return found ?? skip(field, at, told, named)
      }
    }
    case 'span': {
      const {span: kind} = element
      const test = element.head && testOf(element.head, lists)
      return (field, at, told, named) => {
        const {words} = field
        for (const span of field.spans[kind]) {
          const {first, end} = span
          if (at !== (step === 1 ? first : end - 1)) continue
          // Of nobody any word of the phrase says who they are not.
          const heads = kind === 'none' ? words.slice(first, end) : [words[span.head]!]
          const hit = test ? firstOf(heads, word => test(word)) : noRow
          if (!hit) continue
          const found = next(
            field,
            step === 1 ? end : first - 1,
            told,
            kept(named, {first, end, span, row: hit.row})
          )
          if (found) return found
        }
        return skip(field, at, told, named)
      }
    }
    case 'gap': {
      const {most} = element
      return (field, at, told, named) => {
        for (let length = 0; length <= most; length++) {
          const found = next(field, at + step * length, told, named)
          if (found) return found
          const word = field.words[at + step * length]
          if (!word || !passes(word, element)) return null
        }
        return null
      }
    }
  }
}

const noRow: Hit = {row: null}

interface Hit {
  readonly row: ListRow | null
}

function firstOf<T>(words: readonly Word[], find: (word: Word) => T | null): T | null {
  for (const word of words) {
    const found = find(word)
    if (found) return found
  }
  return null
}

function passes(word: Word, over: {readonly verbs: boolean; readonly marks: boolean}): boolean {
  if (isMark(word)) return over.marks ? !stops.test(word.form) : quotes.test(word.form)
  return over.verbs || word.readings[0]?.upos !== 'VERB'
}

/** `most`: so many readings of the word count. */
type Test = (word: Word, most?: number) => Hit | null

function testOf({oneOf, list, features}: WordTest, lists: WordLists): Test {
  const rows = (list !== null && lists[list]) || null
  const asked = features.map(group => group.map(featureOf))
  const hasAll = (reading: WordReading) => asked.every(group => group.some(hasFeature => hasFeature(reading)))
  const ways = oneOf.map(({forms, joined}) => ({forms: forms ?? rows, joined}))
  return (word, most = word.readings.length) => {
    const {form, readings} = word
    for (const {forms, joined} of ways) {
      const isForm = forms === null || forms.has(form)
      if (joined === null && asked.length === 0 && isForm) return {row: rows?.get(form) ?? null}
      for (let i = 0; i < readings.length && i < most; i++) {
        const reading = readings[i]!
        // "نصب" may say "we hit", but hardly ever does.
        if (i > 0 && (reading.person === 1 || isMine(word, reading))) continue
        if (!isForm && !forms.has(reading.lemma)) continue
        if (joined !== null && !hasJoined(reading, joined)) continue
        if (!hasAll(reading)) continue
        return {row: rows?.get(reading.lemma) ?? rows?.get(form) ?? null}
      }
    }
    return null
  }
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
function featureOf(feature: string): (reading: WordReading) => boolean {
  switch (feature) {
    case 'passive':
    case 'active':
      return ({upos, voice}) => upos === 'VERB' && (voice ?? feature) === feature
    case 'past':
    case 'present':
      return ({upos, tense}) => upos === 'VERB' && (tense ?? feature) === feature
    case 'singular':
    case 'dual':
    case 'plural':
      return ({number}) => (number ?? feature) === feature
    case 'feminine':
    case 'masculine':
      return ({gender}) => (gender ?? feature) === feature
    case 'definite':
      return ({definite}) => definite
    case 'indefinite':
      return ({definite}) => !definite
    case 'person':
    case 'people':
      return ({is}) => is === feature
    case 'bare':
      return ({proclitics}) => proclitics.length === 0
    case 'noun':
      return ({upos}) => upos === 'NOUN' || upos === 'PROPN'
    default:
      return ({upos}) => upos === parts[feature]
  }
}

/** Whether the word is a mark of punctuation. */
export function isMark({form}: Word): boolean {
  // Most words begin with an Arabic or a Latin letter.
  const unit = form.charCodeAt(0)
  const isLetter = (unit >= 0x620 && unit <= 0x64a) || ((unit | 32) >= 97 && (unit | 32) <= 122)
  return !isLetter && marks.test(form)
}

/** Whether it is read as a finite verb first. */
export function isVerbWord({readings}: Word): boolean {
  return readings[0]?.upos === 'VERB'
}
