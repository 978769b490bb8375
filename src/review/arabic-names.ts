/**
 * Names of persons in Arabic script, which has no capitals: whatever no list has as an ordinary word, place or actor is one.
 *
 *     "قال الشاب رامي الحداد"        رامي الحداد: neither is an ordinary word
 *     "والد الطفل أمل"               أمل: an ordinary word, but behind a word that names stand behind
 *     "أبو سعد", "بن علي"            with their particle
 *
 * Joined words of one letter, articles and common endings are taken off before a word is looked for. Texts in other languages of the
 * script (Persian, Urdu) lose most of their words: nothing of them is read for claims, and in doubt a word is withheld.
 */
import {PhraseTable} from '../algorithms/phrase-table.ts'
import {actorRegistry} from '../codebook/actors.ts'
import type {Codebook} from '../codebook/codebook.ts'
import type {Gazetteer} from '../codebook/gazetteer.ts'
import {nameKey, nameWords} from './name-key.ts'
import type {FoundName, Seen} from './private-names.ts'

const word = /[\p{Script=Arabic}\p{M}\u0640]+/gu
const joins = /^[ \u00a0]\n?$/

interface Token {
  readonly from: number
  readonly to: number
  readonly key: string
  readonly gap: string
}

export function arabicNames(codebook: Codebook, gazetteer: Gazetteer) {
  const listed = codebook.column('lexicons/ar/ordinary-words.csv', 'form').map(nameKey)
  const ordinary = new Set(listed)
  const cues = new Map(
    codebook.table('lexicons/ar/name-cues.csv', ['form', 'kind']).map(({form, kind}) => [nameKey(form), kind])
  )
  const actors = new PhraseTable<true>()
  for (const {names} of actorRegistry(codebook).actors)
    for (const name of names) if (/\p{Script=Arabic}/u.test(name)) actors.add(nameWords(name), true)
  const isOrdinary = (key: string) => formsOf(key).some(form => ordinary.has(form) || cues.has(form))
  const cueOf = (key: string) =>
    cues.get(key) ?? cues.get(key.replace(/^[وف]/, '')) ?? cues.get(key.replace(/^[وف]?[بلك]/, ''))

  return (registered: (wordAt: (i: number) => string | undefined) => number) =>
    (text: string, seen: Seen): FoundName[] => {
      const tokens = tokensIn(text)
      const held = new Map<number, string>()
      for (let i = 0; i < tokens.length; ) {
        const wordAt = (n: number) =>
          n === 0 || joins.test(tokens[i + n]?.gap ?? '') ? tokens[i + n]?.key : undefined
        const bare = (n: number) => (n === 0 ? wordAt(0)?.replace(/^[وفبل](?=.{4})/, '') : wordAt(n))
        const known = Math.max(
          registered(wordAt),
          registered(bare),
          actors.longestAt(wordAt)?.length ?? 0,
          actors.longestAt(bare)?.length ?? 0,
          placeLength(text, tokens, i, seen)
        )
        const {key} = tokens[i]!
        // A registered name of one word is a person's too, before a word that is none of the language.
        const isAlone = (after: Token | undefined) =>
          after === undefined || !joins.test(after.gap) || isOrdinary(after.key) || known > 1
        if (
          known > 0 &&
          isAlone(tokens[i + 1]) &&
          !(known === 1 && cueOf(tokens[i - 1]?.key ?? '') === 'before')
        ) {
          i += known
          continue
        }
        const cue = cueOf(key)
        const next = tokens[i + 1]
        const isNext = next !== undefined && joins.test(next.gap)
        if (cue === 'part' && isNext) {
          if (i > 0 && joins.test(tokens[i]!.gap) && /^(?:بن|ابن|بنت|ولد)$/.test(key))
            held.set(i - 1, 'stands before a word of names')
          held.set(i, 'part of a name')
          held.set(i + 1, 'part of a name')
        } else if (cue === 'before' && isNext && !next.key.startsWith('ال') && !isFunction(next.key))
          held.set(i + 1, 'behind a word that names stand behind')
        else if (known > 0 || (!isOrdinary(key) && key.length > 1))
          held.set(i, 'no ordinary word of the list')
        i++
      }
      return spansOf(text, tokens, held)
    }

  function placeLength(text: string, tokens: readonly Token[], i: number, seen: Seen): number {
    const {from, key} = tokens[i]!
    const whole = seen.places.find(place => place.from === from)
    if (whole) return tokens.filter(own => own.from >= from && own.to <= whole.to).length
    const joined = /^[وف]?[بل]/.test(key)
    if (!joined && cueOf(tokens[i - 1]?.key ?? '') !== 'place') return 0
    for (let length = 3; length > 0; length--) {
      const row = tokens.slice(i, i + length)
      if (row.length < length || row.slice(1).some(({gap}) => !joins.test(gap))) continue
      const name = text.slice(from, row.at(-1)!.to)
      const forms = joined ? [name, name.replace(/^[وف]?[بل]/, ''), name.replace(/^[وف]?لل/, 'ال')] : [name]
      if (forms.some(form => gazetteer.named(form).length > 0)) return length
    }
    return 0
  }

  /** Words of grammar, behind a word for a person no name: "the man who". */
  function isFunction(key: string): boolean {
    return ordinary.has(key) && key.length <= 4
  }
}

function tokensIn(text: string): Token[] {
  let last = 0
  return [...text.matchAll(word)]
    .filter(([own]) => /\p{L}/u.test(own))
    .map(({0: own, index}) => {
      const token = {from: index, to: index + own.length, key: nameKey(own), gap: text.slice(last, index)}
      last = token.to
      return token
    })
}

/** A word with what is joined to it taken off, where enough is left. */
function formsOf(key: string): string[] {
  const starts = new Set([key])
  for (const own of [/^[وف]/, /^[بلك]/, /^[وف][بلك]/, /^س/, /^وس/]) {
    const rest = key.replace(own, '')
    // A joined letter before three may be the first of a name of four; "and" seldom is.
    if (rest !== key && rest.length > (key.startsWith('و') ? 2 : 3)) starts.add(rest)
  }
  for (const own of [/^[وف]?[بك]?ال/, /^[وف]?لل/]) {
    const rest = key.replace(own, '')
    if (rest !== key && rest.length > 1) starts.add(rest)
  }
  const forms = new Set<string>()
  for (const start of starts) {
    forms.add(start)
    for (const own of [/(?:ها|هم|هن|هما|نا|ته|تها|تهم|وا|ات|ين|ون|ان|تين|تان|يه|يات)$/, /[تا]$/]) {
      const rest = start.replace(own, '')
      if (rest !== start && rest.length > 2) forms.add(rest).add(`${rest}ه`)
    }
  }
  return [...forms]
}

function spansOf(text: string, tokens: readonly Token[], held: ReadonlyMap<number, string>): FoundName[] {
  const found: FoundName[] = []
  for (const i of [...held.keys()].sort((a, b) => a - b)) {
    const {from, to, gap, key} = tokens[i]!
    const parts = key.length > 2 ? [key] : []
    const last = found.at(-1)
    if (last && held.has(i - 1) && joins.test(gap))
      found[found.length - 1] = {
        ...last,
        to,
        name: text.slice(last.from, to),
        parts: [...last.parts, ...parts]
      }
    else found.push({from, to, name: text.slice(from, to), parts, why: held.get(i)!})
  }
  return found
}
