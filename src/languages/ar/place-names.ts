/**
 * Finds where an Arabic text names places, and how.
 *
 *     "في الموصل"   "ببعقوبة"   "غارة على صيدا"      locative, at
 *     "قرب كركوك"   "شمال بغداد"                    locative, near
 *     "بلدة عيترون"   "شارع فلسطين"                 a place, though no gazetteer has it
 *     "شرطة كركوك"   "الجيش العراقي"                a tie
 *     "من دمشق"   "قالت بغداد"                      in passing
 *
 * A name of the gazetteer that is a common word too counts only behind a word that says what it is. Which place is meant is
 * decided for all languages together.
 */
import type {KnownName, Lists, NamedPlace, Word, WordStart} from '../language.ts'
import {nounOf, personOf} from './noun-phrases.ts'
import {frontOffset, levelled} from './spelling.ts'
import {wordStarts} from './word-starts.ts'

/** A name has no more words. */
const longest = 4
const article = 'ال'
/** How many words back a preposition may stand: "في ريف مدينة حلب الشمالي". */
const reach = 5
const wellKnown = 100_000
/** The article, and a letter joined to it. */
const definite = /^[وفبلك]?ال(?=.)/

type How = Pick<NamedPlace, 'use' | 'position'>

export function arabicPlaceNames(lists: Lists) {
  const uses = new Map<string, Set<string>>()
  for (const {form, use} of lists.table('lexicons/ar/place-words.csv', ['form', 'use']))
    uses.set(levelled(form), (uses.get(levelled(form)) ?? new Set()).add(use))
  const countries = new Map<string, string>()
  for (const {form, country} of lists.table('lexicons/ar/demonyms.csv', ['form', 'country']))
    for (const ending of ['', 'ة', 'ون', 'ين', 'ان', 'ات', 'تان', 'تين'])
      countries.set(levelled(form + ending), country)
  const ordinary = new Set(lists.column('lexicons/ar/ordinary-words.csv', 'form').map(levelled))
  const is = (word: Word | undefined, ...wanted: readonly string[]) => {
    if (!word) return false
    const isOf = (form: string) => {
      const own = uses.get(form)
      return own !== undefined && wanted.some(use => own.has(use))
    }
    return isOf(word.form) || word.readings.some(({lemma}) => isOf(lemma))
  }

  return (text: string, words: readonly Word[], known: (name: string) => KnownName | null): NamedPlace[] => {
    const found: NamedPlace[] = []
    for (let i = 0; i < words.length; ) {
      const one = placeAt(text, words, i, known, found.at(-1)) ?? nationalityAt(text, words, i)
      if (one) found.push(one.place)
      i += one?.length ?? 1
    }
    return found
  }

  function placeAt(
    text: string,
    words: readonly Word[],
    i: number,
    known: (name: string) => KnownName | null,
    last: NamedPlace | undefined
  ): {place: NamedPlace; length: number} | null {
    const isRegion = is(words[i - 1], 'region', 'wide') && nounOf(words[i - 1]) !== undefined
    const starts = wordStarts(text, words[i]!)
    for (let length = Math.min(longest, words.length - i); length > 0; length--) {
      if (!isRow(text, words, i, length)) continue
      for (const start of starts) {
        const name = nameFrom(text, words, i, length, start)
        const entry = known(name)
        if (!entry) continue
        const bare = levelled(name)
        const isCommon =
          uses.get(bare)?.has('never') ||
          (length === 1 && isListed(words[i]!, start) && !(entry.isWide && entry.population >= wellKnown))
        if (isCommon && !isRegion && length === 1) continue
        const how = howAt(text, words, i, start, entry, last)
        // "قال صلاح الدين": a person; "في صلاح الدين" the province.
        if (!how || (isCommon && !isRegion && how.use !== 'locative')) continue
        const to = words[i + length - 1]!.to
        const sort = isRegion ? (is(words[i - 1], 'wide') ? 'wide' : 'narrow') : null
        return {place: {from: start.from, to, name, ...how, sort, country: null}, length}
      }
    }
    return unknownAt(text, words, i, known, last)
  }

  /** "بلدة عيترون", "شارع فلسطين": what a word for a place stands before, where the gazetteer has nothing. */
  function unknownAt(
    text: string,
    words: readonly Word[],
    i: number,
    known: (name: string) => KnownName | null,
    last: NamedPlace | undefined
  ): {place: NamedPlace; length: number} | null {
    const word = words[i]!
    const noun = nounOf(word)
    const next = words[i + 1]
    if (!noun || noun.definite || noun.enclitic || noun.number !== 'singular' || !next) return null
    const isSite = is(word, 'site')
    if (!(isSite || is(word, 'region')) || !isRow(text, words, i, 2)) return null
    // "مطار بغداد": in Baghdad; "شارع فلسطين" is not in Palestine.
    const entry = knownFrom(text, words, i + 1, known)
    if (entry && !(isSite && entry.isWide)) return null
    const begins = is(next, 'begins') && words[i + 2] !== undefined && isRow(text, words, i, 3)
    if (!begins && !isName(next) && !(isSite && entry)) return null
    let end = i + (begins ? 3 : 2)
    // "قرية تل السمن": a second word of the name, where it is none of the language.
    while (
      end < words.length &&
      end < i + longest &&
      isRow(text, words, i, end - i + 1) &&
      isName(words[end]!)
    )
      end++
    const start = {from: noun.stem.from, first: '', front: noun.proclitics.map(({form}) => form).join('')}
    const how = howAt(text, words, i + 1, start, {isWide: false, population: 0}, last)
    if (!how) return null
    const from = isSite ? noun.stem.from : next.from
    const to = words[end - 1]!.to
    return {
      place: {from, to, name: text.slice(from, to), ...how, sort: isSite ? 'site' : null, country: null},
      length: end - i
    }
  }

  function knownFrom(
    text: string,
    words: readonly Word[],
    i: number,
    known: (name: string) => KnownName | null
  ): KnownName | null {
    for (let length = longest; length > 0; length--) {
      if (i + length > words.length || !isRow(text, words, i, length)) continue
      const entry = known(text.slice(words[i]!.from, words[i + length - 1]!.to))
      if (entry) return entry
    }
    return null
  }

  function nationalityAt(
    text: string,
    words: readonly Word[],
    i: number
  ): {place: NamedPlace; length: number} | null {
    const word = words[i]!
    const found = nationalityOf(word.form)
    if (!found) return null
    const {front, country} = found
    const from = word.from + frontOffset(text.slice(word.from, word.to), front)
    const place = {
      from,
      to: word.to,
      name: text.slice(from, word.to),
      use: 'modifier',
      position: 'at'
    } as const
    return {place: {...place, sort: null, country}, length: 1}
  }

  /** `front`: letters before the nationality. */
  function nationalityOf(form: string): {front: number; country: string} | null {
    const plain = countries.get(form)
    // "مالي" alone is "financial", and so with "قطري", "صيني" no doubt: a nationality of a thing stands behind it.
    if (plain) return uses.get(form)?.has('never') ? null : {front: 0, country: plain}
    for (const front of [
      definite.exec(form)?.[0].length ?? 0,
      form.startsWith('لل') ? 2 : 0,
      form.startsWith('و') ? 1 : 0
    ]) {
      const country = front > 0 && countries.get(form.slice(front))
      if (country) return {front, country}
    }
    return null
  }

  /** Where the name stands; null where it is a person's or a thing's. */
  function howAt(
    text: string,
    words: readonly Word[],
    i: number,
    {front}: WordStart,
    {isWide}: KnownName,
    last: NamedPlace | undefined
  ): How | null {
    const at = (position: 'at' | 'near' = 'at'): How => ({use: 'locative', position})
    if (front.includes('ب')) return at()
    // "في الموصل وكركوك", "بين بغداد وديالى".
    const before = words[i - 1]
    if (front.includes('و') && last && before && last.to >= before.from)
      return {use: last.use, position: last.position}
    if (front.includes('ل') && !front.includes('ال')) return {use: 'mentioned', position: 'at'}
    if (!before || headsParagraph(text, words[i]!, i)) return at()
    let position: 'at' | 'near' = 'at'
    let isPlaced = false
    for (let k = i - 1; k >= Math.max(0, i - reach); k--) {
      const word = words[k]!
      const joined = word.readings[0]?.proclitics ?? []
      const isIn = joined.some(({form}) => form === 'ب')
      if (is(word, 'near')) return at('near')
      if (is(word, 'direction') && word.readings[0]?.definite !== true) {
        if (!isWide) position = 'near'
        isPlaced = true
      } else if (is(word, 'region', 'wide', 'site') && nounOf(word)) isPlaced = true
      else if (is(word, 'at') && !word.readings[0]?.enclitic) return at(position)
      else if (is(word, 'from'))
        return isPlaced && position === 'near' ? at('near') : {use: 'mentioned', position: 'at'}
      else if (word.readings[0]?.upos === 'ADJ' && isPlaced) continue
      else if (isPlaced && countries.has(word.form)) break
      else {
        const noun = word.readings[0]?.lemma === 'اخر' ? undefined : nounOf(word)
        // "محافظ نينوى", "شرطة كركوك", "مجلس محافظة نينوى": whose, not where.
        if (noun && !noun.definite && (noun.is !== null || personOf(word)))
          return {use: 'modifier', position: 'at'}
        // "معركة الموصل", "انفجار بيروت"
        if (noun && !noun.definite && k === i - 1 && noun.verb !== null) return at(position)
        // A person's name goes on: "صلاح الدين" behind a word that no list has.
        if (k === i - 1 && isUnlisted(word) && !/^[.،:؛"«»()-]$/.test(word.form)) return null
        if (k === i - 1 && noun?.definite && personOf(word)) return null
        break
      }
      if (isIn) return at(position)
    }
    return isPlaced ? at(position) : {use: 'mentioned', position: 'at'}
  }

  /** A word that may be a name: none of the language, and no adjective of what stands before ("منطقة صناعية"). */
  function isName(word: Word): boolean {
    const [first] = word.readings
    if (!first || !isUnlisted(word) || countries.has(word.form.replace(/^ال/, ''))) return false
    if (!first.proclitics.every(({form}) => form === article)) return false
    return first.definite || !(/(?:ية|ي)$/.test(word.form) || ordinary.has(word.form))
  }
}

function isUnlisted({readings}: Word): boolean {
  return readings[0]?.listed === false
}

const grammar = new Set(['VERB', 'ADP', 'PART', 'SCONJ', 'PRON', 'DET', 'NUM'])

/** No word of a name of several: a verb, a preposition, a number, a mark. */
function isGrammar({readings}: Word): boolean {
  const [first] = readings
  return first === undefined || (first.listed && grammar.has(first.upos))
}

/** Words of one row, with a blank between: a name does not run over a comma or a line. */
function isRow(text: string, words: readonly Word[], i: number, length: number): boolean {
  if (length > 1 && isGrammar(words[i]!)) return false
  for (let k = i + 1; k < i + length; k++)
    if (text.slice(words[k - 1]!.to, words[k]!.from) !== ' ' || isGrammar(words[k]!)) return false
  return words[i]!.readings.length > 0
}

function nameFrom(
  text: string,
  words: readonly Word[],
  i: number,
  length: number,
  {first}: WordStart
): string {
  const rest = length > 1 ? text.slice(words[i]!.to, words[i + length - 1]!.to) : ''
  return first + rest
}

/** Whether a list has the word, as it stands in the name. */
function isListed({readings}: Word, {front}: WordStart): boolean {
  return readings.some(
    ({listed, proclitics, enclitic}) =>
      listed &&
      enclitic === null &&
      proclitics
        .filter(({form}) => form !== article)
        .map(({form}) => form)
        .join('') === front
  )
}

/** "بغداد: ...", "غزة.. ...", "بيروت - ...": at the beginning of a paragraph. */
function headsParagraph(text: string, word: Word, i: number): boolean {
  return i === 0 && /^\s*(?::|\.\.|[–—-]\s)/.test(text.slice(word.to, word.to + 4))
}
