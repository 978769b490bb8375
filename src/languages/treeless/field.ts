/** What a sequence is matched against: the words of a sentence, and which of them belong to numbers, actors, places, times. */
import type {Layers} from '../../model/layers.ts'
import type {Span} from '../../model/span.ts'
import type {Sentence, Syntax} from '../../model/syntax.ts'
import type {Word} from '../language.ts'
import type {SpanKind} from './sequence.ts'

/** Words `first` up to, not including, `end`, counted in the sentence. */
export interface Stretch {
  readonly first: number
  readonly end: number
}

export interface SpanAt extends Stretch {
  /** Place in its layer; for actors and places that of the actor or place. */
  readonly index: number
  /** Word that it is asked for by: the counted noun of a number, else its first. */
  readonly head: number
}

export interface Field {
  readonly sentence: Sentence
  readonly words: readonly Word[]
  /** All forms and base forms of its words, and the keys of the lists that have one of them. */
  readonly keys: ReadonlySet<string>
  readonly spans: Readonly<Record<SpanKind, readonly SpanAt[]>>
}

export type FieldRead = Pick<Layers, 'syntax'> &
  Partial<Pick<Layers, 'quantities' | 'actors' | 'places' | 'times'>>

/** How a field names a list of words among its keys. */
export const listKey = (list: string) => `@${list}`

/** The lists that have a form. */
export type ListsOf = ReadonlyMap<string, readonly string[]>

/** `wordsOf`: the words of a sentence, one for each of its tokens. */
export function fieldOf(
  {syntax, quantities = [], actors = [], places = [], times = []}: FieldRead,
  sentence: Sentence,
  wordsOf: (syntax: Syntax, sentence: Sentence) => readonly Word[],
  listsOf: ListsOf
): Field {
  const words = wordsOf(syntax, sentence)
  const stretch = (span: Span): Stretch | null => {
    const first = words.findIndex(({to}) => to > span.from)
    if (first < 0 || words[first]!.from >= span.to) return null
    let end = first + 1
    while (end < words.length && words[end]!.from < span.to) end++
    return {first, end}
  }
  const found = (entries: readonly (Span & {index: number})[]): SpanAt[] =>
    entries.flatMap(entry => {
      const at = isIn(entry, sentence) ? stretch(entry) : null
      return at ? [{...at, index: entry.index, head: at.first}] : []
    })
  const mentions = (things: readonly {readonly mentions: readonly Span[]}[]) =>
    things.flatMap(({mentions}, index) => mentions.map(({from, to}) => ({from, to, index})))
  const counted = quantities.flatMap(({from, to, of, head, min, max}, index) => {
    if (!isIn(of, sentence)) return []
    const at = stretch({from: Math.min(from, of.from), to: Math.max(to, of.to)})
    const noun = words.findIndex(({token}) => token === head)
    if (!at) return []
    const named = words[noun]
    const isNoun = named !== undefined && from <= named.from && named.to <= to
    const isOne = min === 1 && max === 1 && isNoun
    const kind: SpanKind = max === 0 ? 'none' : isOne ? 'one' : 'number'
    return [{first: at.first, end: at.end, index, head: noun < 0 ? at.first : noun, kind}]
  })
  return {
    sentence,
    words,
    keys: keysOf(words, listsOf),
    spans: {
      number: counted.filter(({kind}) => kind === 'number'),
      one: counted.filter(({kind}) => kind === 'one'),
      none: counted.filter(({kind}) => kind === 'none'),
      actor: found(mentions(actors)),
      place: found(mentions(places)),
      time: found(times.map(({from, to}, index) => ({from, to, index})))
    }
  }
}

function keysOf(words: readonly Word[], listsOf: ListsOf): ReadonlySet<string> {
  const keys = new Set<string>()
  const add = (form: string) => {
    keys.add(form)
    for (const list of listsOf.get(form) ?? []) keys.add(listKey(list))
  }
  for (const {form, readings} of words) {
    add(form)
    for (const {lemma} of readings) add(lemma)
  }
  return keys
}

function isIn({from}: Span, sentence: Sentence): boolean {
  return from >= sentence.from && from < sentence.to
}

/** The words of a stretch, in the text. */
export function spanOfWords({words}: Field, {first, end}: Stretch): Span {
  return {from: words[first]!.from, to: words[end - 1]!.to}
}
