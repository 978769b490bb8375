/** Finds names of countries and what belongs to them in rows of words: "{country}" for "Iraq", "{demonym}" for "Iraqi". */
import {startsUpper} from '../algorithms/letters.ts'
import {PhraseTable} from '../algorithms/phrase-table.ts'
import type {ClassWords} from '../algorithms/phrase-trie.ts'
import type {Codebook} from '../codebook/codebook.ts'
import {countries} from '../codebook/countries.ts'
import type {Syntax} from '../model/syntax.ts'
import {tokenize} from './tokens.ts'

/** The form under which words of names are compared: small letters, one kind of apostrophe. */
export function nameKey(lower: string): string {
  // Asked for every word by several stages: letters of English need no pattern.
  for (let i = 0; i < lower.length; i++) {
    const unit = lower.charCodeAt(i)
    if (unit === backtick || unit > 127) return lower.replaceAll(/[’‘ʼ`´]/g, "'")
  }
  return lower
}
const backtick = 96

/** The words of a name as written, split as a text is. */
export function wordsOf(name: string): string[] {
  return tokenize(name, {from: 0, to: name.length}, new Set()).map(({from, to}) => name.slice(from, to))
}

/** At or below this length a name is a code and is written in capitals: "US", "DRC". */
const longestCode = 3

export type CountryWords = (syntax: Syntax, index: number, end: number) => readonly ClassWords[]

/** The function gives what begins at a token, before `end`. */
export function countryWords(codebook: Codebook): CountryWords {
  const table = new PhraseTable<ClassWords & {readonly isCode: boolean}>()
  for (const {form, sort, country} of countries(codebook).forms) {
    const words = wordsOf(form).map(word => nameKey(word.toLowerCase()))
    const isCode = form.replaceAll('.', '').length <= longestCode && sort === 'name'
    table.add(words, {
      name: sort === 'name' ? '{country}' : '{demonym}',
      length: words.length,
      value: country,
      isCode
    })
  }
  return (syntax, index, end) => {
    const first = syntax.tokens[index]
    if (!first || index >= end || !startsUpper(first.text)) return []
    const hit = table.longestAt(n => (index + n < end ? nameKey(syntax.tokens[index + n]!.lower) : undefined))
    if (!hit || (hit.value.isCode && first.text !== first.text.toUpperCase())) return []
    return [hit.value]
  }
}
