/**
 * Takes names of private persons out of everything that one page shows (SAFETY D2).
 *
 *     "Karim Haddad, 34, a baker"            "[name], 34, a baker"
 *     later, anywhere on the page:
 *     "Haddad's brother", "HADDAD", "كريم"    "[name]'s brother", "[name]"
 *
 * A name that a person cleared stays, with its parts; one that a person restricted never does.
 */
import type {WithheldName} from '../model/public-incident.ts'
import {nameKey, nameWords} from './name-key.ts'
import type {FindNames, FoundName, Seen} from './private-names.ts'
import {type WithheldSpan, without, wordsWithheld} from './restricted-words.ts'

/** A text that is told in full somewhere, in which names are found by what stands around them. */
export interface WholeText {
  readonly text: string
  readonly seen: Seen
}

export interface Named {
  readonly find: FindNames
  readonly cleared: readonly string[]
  readonly restricted: readonly string[]
}

export interface Redaction {
  /** A string of ours or of a source, without the context that it came from. */
  readonly shown: (text: string) => string
  /** Part of a whole text. */
  readonly quoted: (whole: string, from: number, to: number) => string
  /** Whether anything of it is withheld. */
  readonly isTouched: (text: string) => boolean
  readonly withheld: () => WithheldName[]
}

type Span = Pick<WithheldSpan, 'from' | 'to'> & {readonly shown: string}

/** `others`: every other string of the page. */
export function redactionOf(
  {find, cleared, restricted}: Named,
  wholes: readonly WholeText[],
  others: readonly string[]
): Redaction {
  const free = new Set(cleared.flatMap(name => [nameKey(name), ...nameWords(name)]))
  const isCleared = ({name}: FoundName) =>
    free.has(nameKey(name)) || nameWords(name).every(word => free.has(word))
  const known = new Map<string, readonly FoundName[]>()
  for (const {text, seen} of wholes)
    known.set(
      text,
      find(text, seen).filter(own => !isCleared(own))
    )
  const foundIn = (text: string) => {
    const found = known.get(text) ?? find(text).filter(own => !isCleared(own))
    known.set(text, found)
    return found
  }
  const all = [...new Set([...wholes.map(({text}) => text), ...others])]
  const names = new Map<string, string>()
  for (const text of all) for (const {name} of foundIn(text)) names.set(nameKey(name), name)
  const listed = wordsWithheld(restricted, all)
  const again = laterMentions([...names.values()], free)
  const spans = new Map<string, readonly Span[]>()
  const spansIn = (text: string): readonly Span[] => {
    const there =
      spans.get(text) ??
      joined([
        ...listed(text),
        ...[...foundIn(text), ...again(text)].map(({from, to}) => ({from, to, shown: '[name]'}))
      ])
    spans.set(text, there)
    return there
  }
  return {
    shown: text => without(text, spansIn(text) as WithheldSpan[]),
    quoted(whole, from, to) {
      const within = spansIn(whole)
        .filter(span => span.from < to && from < span.to)
        .map(span => ({...span, from: Math.max(span.from, from) - from, to: Math.min(span.to, to) - from}))
      return without(whole.slice(from, to), within as WithheldSpan[])
    },
    isTouched: text => spansIn(text).length > 0,
    withheld: () => listWithheld(all, foundIn, again, {restricted})
  }
}

/** Names found elsewhere on the page, and each word of them that is long enough to be one by itself. */
function laterMentions(names: readonly string[], free: ReadonlySet<string>) {
  const parts = new Set(
    names.flatMap(name => nameWords(name)).filter(word => [...word].length > 2 && !free.has(word))
  )
  // As a whole in any case; a word of it where it begins with a capital or its script has none.
  const whole = wordsWithheld(
    names.filter(name => nameWords(name).length > 1),
    []
  )
  return (text: string): {from: number; to: number}[] => {
    const found: {from: number; to: number}[] = whole(text).filter(({shown}) => shown === '[name]')
    for (const {0: word, index: from} of text.matchAll(/[\p{L}\p{M}]+/gu)) {
      if (/^\p{Ll}/u.test(word)) continue
      if (nameWords(word).some(own => parts.has(own))) found.push({from, to: from + word.length})
    }
    return found
  }
}

/** In order, none over another: what overlaps is withheld as one. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of [...spans].sort((x, y) => x.from - y.from || y.to - x.to)) {
    const last = result.at(-1)
    if (last && span.from < last.to) result[result.length - 1] = {...last, to: Math.max(last.to, span.to)}
    else result.push(span)
  }
  return result
}

function listWithheld(
  texts: readonly string[],
  foundIn: (text: string) => readonly FoundName[],
  again: (text: string) => readonly {readonly from: number; readonly to: number}[],
  {restricted}: {readonly restricted: readonly string[]}
): WithheldName[] {
  const held = new Set(restricted.map(nameKey))
  const rows = new Map<string, WithheldName>()
  const add = (text: string, name: string, from: number, to: number, why: string) => {
    const key = nameKey(name)
    const row = rows.get(key)
    const around = `${text.slice(Math.max(0, from - 60), from)}${text.slice(from, to + 60)}`.replace(
      /\s+/g,
      ' '
    )
    rows.set(
      key,
      row
        ? {...row, times: row.times + 1}
        : {name, why, times: 1, restricted: held.has(key), around: around.trim()}
    )
  }
  for (const text of texts) {
    const found = foundIn(text)
    for (const {name, from, to, why} of found) add(text, name, from, to, why)
    for (const {from, to} of again(text))
      if (!found.some(own => own.from < to && from < own.to))
        add(text, text.slice(from, to), from, to, 'part of a name that stands elsewhere on the page')
  }
  const listed = wordsWithheld(restricted, texts)
  for (const text of texts)
    for (const {from, to, shown} of listed(text))
      if (shown === '[name]' && !rows.has(nameKey(text.slice(from, to))))
        add(text, text.slice(from, to), from, to, 'a person restricted it')
  return [...rows.values()].sort((x, y) => y.times - x.times || (x.name < y.name ? -1 : 1))
}
