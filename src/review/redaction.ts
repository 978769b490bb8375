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
  /** Whether a name that is withheld elsewhere on the page stands in it. */
  readonly isTouched: (text: string) => boolean
  /** In order, none over another. */
  readonly spans: (text: string) => readonly WithheldSpan[]
  readonly withheld: () => WithheldName[]
}

const restrictedBy = 'a person restricted it'

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
  const names = new Map<string, FoundName>()
  for (const text of all)
    for (const own of foundIn(text)) {
      const before = names.get(nameKey(own.name))
      names.set(nameKey(own.name), before ? {...own, parts: [...before.parts, ...own.parts]} : own)
    }
  const listed = wordsWithheld(restricted, all)
  const again = laterMentions([...names.values()], free)
  const spans = new Map<string, readonly WithheldSpan[]>()
  const spansIn = (text: string): readonly WithheldSpan[] => {
    const there =
      spans.get(text) ??
      joined([
        ...listed(text),
        ...[...foundIn(text), ...again(text)].map(({from, to}) => ({from, to, shown: '[name]' as const}))
      ])
    spans.set(text, there)
    return there
  }
  return {
    shown: text => without(text, spansIn(text)),
    spans: spansIn,
    quoted(whole, from, to) {
      const within = spansIn(whole)
        .filter(span => span.from < to && from < span.to)
        .map(span => ({...span, from: Math.max(span.from, from) - from, to: Math.min(span.to, to) - from}))
      return without(whole.slice(from, to), within)
    },
    isTouched: text => listed(text).length + again(text).length > 0,
    withheld: () => listWithheld(all, foundIn, again, {restricted})
  }
}

/** null: its own words hold a withheld name, or it is none of the web. */
export function linkShown(url: string, {isTouched}: Pick<Redaction, 'isTouched'>): string | null {
  if (!/^https?:\/\//i.test(url)) return null
  const {host, pathname, search} = new URL(url)
  const words = decoded(`${host}${pathname}${search}`)
  const capitals = words.replace(/\p{L}+/gu, word => word[0]!.toUpperCase() + word.slice(1))
  return isTouched(words) || isTouched(capitals) ? null : url
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/** Names found elsewhere on the page: as a whole in any case, a part of one where it begins with a capital or its script has none. */
function laterMentions(names: readonly FoundName[], free: ReadonlySet<string>) {
  const parts = new Set(names.flatMap(own => own.parts.flatMap(nameWords)).filter(word => !free.has(word)))
  const wholes = Map.groupBy(
    names.map(({name}) => nameWords(name)).filter(words => words.length > 1),
    ([first]) => first!
  )
  return (text: string): {from: number; to: number}[] => {
    const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({0: word, index}) => ({
      word,
      keys: keysOf(word),
      from: index,
      to: index + word.length
    }))
    return words.flatMap(({word, keys, from, to}, i) => {
      const isWhole = (name: readonly string[]) =>
        name.every(
          (own, n) =>
            n === 0 ||
            (words[i + n]?.keys[0] === own && words[i + n]!.from - words[i + n - 1]!.to <= mostBetween)
        )
      const whole = keys
        .flatMap(key => wholes.get(key) ?? [])
        .filter(isWhole)
        .sort((x, y) => y.length - x.length)[0]
      if (whole) return [{from, to: words[i + whole.length - 1]!.to}]
      return !/^\p{Ll}/u.test(word) && keys.some(key => parts.has(key)) ? [{from, to}] : []
    })
  }
}

/** Signs between words of one name: "karim-haddad", "J. Haddad". */
const mostBetween = 3

/** The word as names are compared; in Arabic also without what is joined to its beginning. */
function keysOf(word: string): string[] {
  const [key = ''] = nameWords(word)
  return /^[وفبلك]/.test(key) ? [key, key.slice(1), key.slice(2)] : [key]
}

/** In order, none over another: what overlaps is withheld as one. */
function joined(spans: readonly WithheldSpan[]): WithheldSpan[] {
  const result: WithheldSpan[] = []
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
        : {name, why, times: 1, restricted: why === restrictedBy || held.has(key), around: around.trim()}
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
        add(text, text.slice(from, to), from, to, restrictedBy)
  return [...rows.values()].sort((x, y) => y.times - x.times || (x.name < y.name ? -1 : 1))
}
