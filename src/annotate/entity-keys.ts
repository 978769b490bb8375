/**
 * What the recogniser of names is told of a word beside the network's state: itself, its neighbours, its row of capitals, lists, places, the text around.
 *
 * Each is a hashed key with a row of numbers of its own. What a text says of a
 * name in one place ("President Salim Haddad") helps where it stands alone
 * ("Haddad"): the lists that the words beside it stand in are gathered over the
 * whole text first.
 */

import {hashString, mix1, mix2, mix3} from '../algorithms/hash.ts'
import {startsUpper} from '../algorithms/letters.ts'
import {lowerForm} from '../algorithms/lower-forms.ts'
import type {Codebook} from '../codebook/codebook.ts'
import type {Gazetteer, KnownPlace} from '../codebook/gazetteer.ts'
import {isUpperCase, type WordForms} from './word-forms.ts'
import {wordKeys} from './word-keys.ts'

/** Lists of the codebook whose words are a sign, in the order of their bits; of two, a part that grows with the weights only. */
const hints = 'lexicons/en/name-hints.csv'
const lists = [
  `${hints}: nationality`,
  'lexicons/en/given-names.csv',
  'lexicons/en/organisation-words.csv',
  'lexicons/en/titles.csv',
  `${hints}: group`,
  'lexicons/en/person-nouns.csv',
  'lexicons/en/weapons.csv',
  'lexicons/en/vehicles.csv',
  'lexicons/en/facilities.csv',
  'lexicons/en/calendar.csv'
]
const joiners = new Set('of for the al el - bin ibn de la del & ul ad as'.split(' '))
const longestPlace = 4
const largePlace = 100_000
const middlePlace = 15_000
const mostSizes = 5000
/** Bits of the memory of a text beyond those of lists: written small, in a row of several. */
const smallBit = 1 << 20
const rowBit = 1 << 21

/** How many words before and behind a word gives keys to. */
export const reach = 2

/** Bits by lower-case word that is written with a capital somewhere in the text. */
export type NameMemory = ReadonlyMap<string, number>

/** A row of capitalised words. */
interface Row {
  readonly first: number
  readonly end: number
  readonly bits: number
  keys?: RowKeys
}

type RowKeys = readonly [number, number, number, number, number]

function formsOf(codebook: Codebook, path: string): string[] {
  if (!path.startsWith(hints)) return codebook.column(path, 'form')
  const wanted = path.split(': ')[1]
  return codebook
    .table(hints, ['form', 'kind'])
    .filter(({kind}) => kind === wanted)
    .map(({form}) => form)
}

export class EntityKeys {
  readonly #lists: ReadonlyMap<string, number>
  readonly #gazetteer: Gazetteer
  readonly #forms: WordForms
  readonly #tagHashes = new Map<string, number>()
  /** By name; 0 for no place. */
  readonly #sizes = new Map<string, number>()

  constructor(codebook: Codebook, gazetteer: Gazetteer, forms: WordForms) {
    this.#gazetteer = gazetteer.embedded
    this.#forms = forms
    const listed = new Map<string, number>()
    for (const [bit, path] of lists.entries()) {
      for (const phrase of formsOf(codebook, path)) {
        // Of a phrase, its last word: "security force", "prime minister".
        const word = phrase.toLowerCase().split(' ').at(-1)!
        for (const form of [word, `${word}s`]) listed.set(form, (listed.get(form) ?? 0) | (1 << bit))
      }
    }
    this.#lists = listed
  }

  /** What the sentences of a text say of their capitalised words. */
  memoryOf(sentences: readonly (readonly string[])[]): NameMemory {
    const memory = new Map<string, number>()
    const small = new Set<string>()
    for (const forms of sentences) {
      if (isUpperCase(forms)) continue
      for (const {first, end, bits} of rowsOf(forms, form => startsUpper(form), this.#lists)) {
        const before = first > 0 ? (this.#lists.get(lowerForm(forms[first - 1]!)) ?? 0) : 0
        for (let i = first; i < end; i++) {
          const word = lowerForm(forms[i]!)
          memory.set(word, (memory.get(word) ?? 0) | bits | (before << 10) | (end - first > 1 ? rowBit : 0))
        }
      }
      for (const form of forms) if (form === lowerForm(form)) small.add(form)
    }
    for (const [word, bits] of memory) if (small.has(word)) memory.set(word, bits | smallBit)
    return memory
  }

  /** Keys that a word gives by itself, by the place it gives them to: `reach` words before it, ..., itself, ... behind it. */
  ofWord(form: string, upper: boolean): number[][] {
    const word = this.#forms.of(form)
    const beside = (template: number) => [mix1(template, word.lower), mix1(template + 1, word.cluster)]
    return [
      [mix1(46, word.lower)],
      beside(40),
      wordKeys(word, upper).map(key => mix1(20, key)),
      beside(30),
      [mix1(36, word.lower)]
    ]
  }

  /** Keys of each word where it stands. `tags`: names of the tags, "NNP|PROPN". */
  inPlace(forms: readonly string[], tags: readonly string[], memory: NameMemory): number[][] {
    const upper = isUpperCase(forms)
    const isName = (i: number) => (upper ? tags[i]!.startsWith('NNP') : startsUpper(forms[i]!))
    const lower = forms.map(form => lowerForm(form))
    const listed = lower.map(word => this.#lists.get(word) ?? 0)
    const rows = rowsOf(forms, (_, i) => isName(i), this.#lists)
    const rowAt: (Row | undefined)[] = []
    for (const row of rows) for (let i = row.first; i < row.end; i++) rowAt[i] = row
    const places = this.#places(forms, rowAt)
    const tagHashes = tags.map(tag => this.#hashOf(tag))
    return forms.map((_, i) => {
      const row = rowAt[i]
      const keys = [
        mix1(21, tagHashes[i]!),
        mix2(22, listed[i]!, row ? 1 : 0),
        mix2(23, places[i]!, row ? 1 : 0)
      ]
      for (let offset = -1; offset <= 1; offset += 2) {
        const other = i + offset
        keys.push(
          mix2(24, offset, tagHashes[other] ?? 0),
          mix2(25, offset, listed[other] ?? 0),
          mix3(26, offset, places[other] ?? 0, rowAt[other] ? 1 : 0)
        )
      }
      if (row) {
        const {first, end} = row
        const [firstWord, lastWord, ownBits, before, behind] = (row.keys ??= this.#keysOf(row, forms))
        keys.push(
          firstWord,
          lastWord,
          mix3(52, Math.min(end - first, 5), i - first, first === 0 ? 1 : 0),
          ownBits,
          before,
          behind
        )
        const known = memory.get(lower[i]!) ?? 0
        for (let bit = 0; known >>> bit; bit++) if (known & (1 << bit)) keys.push(mix1(57, bit))
      }
      return keys
    })
  }

  /** Keys that a row gives to each of its words: its first and last word, its lists, the words around it. */
  #keysOf({first, end, bits}: Row, forms: readonly string[]): RowKeys {
    const word = (k: number) => (forms[k] === undefined ? 0 : this.#forms.of(forms[k]).lower)
    return [
      mix1(50, word(first)),
      mix1(51, word(end - 1)),
      mix1(53, bits),
      mix1(54, word(first - 1)),
      mix1(55, word(end))
    ]
  }

  #hashOf(tag: string): number {
    let hash = this.#tagHashes.get(tag)
    if (hash === undefined) this.#tagHashes.set(tag, (hash = hashString(tag)))
    return hash
  }

  /** Size of the longest known place at each capitalised word, and where it stands there. */
  #places(forms: readonly string[], rowAt: readonly (Row | undefined)[]): Int32Array {
    const found = new Int32Array(forms.length)
    for (let i = 0; i < forms.length; i++) {
      if (!rowAt[i] || found[i]) continue
      for (let length = Math.min(longestPlace, rowAt[i]!.end - i); length > 0; length--) {
        const name =
          length === 1
            ? forms[i]!
            : forms
                .slice(i, i + length)
                .join(' ')
                .replaceAll(' - ', '-')
        const size = this.#sizeOf(name)
        if (size === 0) continue
        for (let k = 0; k < length; k++) found[i + k] = 8 * Math.min(length, 2) + 2 * size + (k ? 1 : 0)
        break
      }
    }
    return found
  }

  #sizeOf(name: string): number {
    const known = this.#sizes.get(name)
    if (known !== undefined) return known
    const [largest] = this.#gazetteer.named(name)
    const size = largest ? sizeOf(largest) : 0
    if (this.#sizes.size >= mostSizes) this.#sizes.clear()
    this.#sizes.set(name, size)
    return size
  }
}

function sizeOf({precision, population}: KnownPlace): number {
  if (precision === 'country' || precision === 'admin1' || population >= largePlace) return 3
  return population >= middlePlace ? 2 : 1
}

/** Rows of capitalised words, through "of", "al", "-" between two of them. */
function rowsOf(
  forms: readonly string[],
  isName: (form: string, i: number) => boolean,
  listed: ReadonlyMap<string, number>
): Row[] {
  const rows: Row[] = []
  for (let first = 0; first < forms.length; first++) {
    if (!isName(forms[first]!, first)) continue
    let end = first + 1
    for (let k = end; k < forms.length; k++) {
      if (isName(forms[k]!, k)) end = k + 1
      else if (!joiners.has(lowerForm(forms[k]!))) break
    }
    let bits = 0
    for (let i = first; i < end; i++) bits |= listed.get(lowerForm(forms[i]!)) ?? 0
    rows.push({first, end, bits})
    first = end - 1
  }
  return rows
}
