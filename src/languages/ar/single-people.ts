/**
 * People counted without a number: two by the form of the noun, one by a bare singular.
 *
 *     "قتيلان"   "شخصين"   "متظاهرَين اثنين"   2      "مدنيين" alone may be many: nothing is counted
 *     "إصابة جندي"   "رجل أمن"   "أحد المتظاهرين"   1
 *     "قائد الشرطة"   "كل شخص"                      not counted
 */
import type {Word, WordReading} from '../language.ts'
import type {Counts} from './counts.ts'
import {nounOf, personOf, phraseEnd} from './noun-phrases.ts'
import type {Counted} from './quantities.ts'

const two = /^(?:ا?ثن(?:ان|ين|تان|تين)|اثنت(?:ان|ين))$/
const onlyOne = /^واحد[اة]?$/
const every = new Set(['كل', 'اي', 'غير'])

export function singleAt(words: readonly Word[], at: number, counts: Counts): Counted | null {
  const word = words[at]!
  const oneOf = oneOfMany(words, at)
  if (oneOf) return oneOf
  const person = personOf(word)
  if (person?.enclitic) return kinAt(words, at, person, counts)
  if (!person || person.definite || isBetween(words, at)) return null
  const from = person.stem.from
  const next = words[at + 1]
  const counted = (many: number, end: number): Counted => ({
    from,
    first: at,
    end,
    min: many,
    max: many,
    noun: at,
    phraseEnd: Math.max(end, phraseEnd(words, at))
  })
  const dual = word.readings.find(({is, number}) => is === 'person' && number === 'dual')
  if (dual && next && two.test(next.form)) return counted(2, at + 2)
  if (dual && isSurelyTwo(word, dual)) return counted(2, at + 1)
  if (person.number !== 'singular' || /^(?:VERB|ADJ)$/.test(word.readings[0]!.upos)) return null
  const before = words[at - 1]
  if (before && every.has(before.form)) return null
  // "شخص آخر": the adjective of the noun before.
  if (person.lemma === 'اخر' && before && personOf(before)) return null
  if (person.lemma === 'اخر' && !counts.is(before, 'harm')) return null
  if (isNamedOrOwned(words, at)) return null
  return counted(1, next && onlyOne.test(next.form) ? at + 2 : at + 1)
}

/** "مقتل طفل وإصابة والده", "قتل زوجان وطفلهما": one of a family, where harm is told of him or of whom he is joined to. */
function kinAt(words: readonly Word[], at: number, person: WordReading, counts: Counts): Counted | null {
  if (person.number !== 'singular' || !counts.is(words[at], 'kin')) return null
  const isJoined = person.proclitics.some(({form}) => form === 'و')
  const before = words.slice(Math.max(0, at - reachOfHarm), at)
  const isHarmed = isJoined ? before.some(word => counts.is(word, 'harm')) : counts.is(before.at(-1), 'harm')
  if (!isHarmed || (isJoined && !personOf(before.at(-1)))) return null
  return {from: person.stem.from, first: at, end: at + 1, min: 1, max: 1, noun: at, phraseEnd: at + 1}
}

const reachOfHarm = 6

/** "30 شخصا بين قتيل وجريح": what the thirty are. */
function isBetween(words: readonly Word[], at: number): boolean {
  return [1, 2].some(
    back => words[at - back]?.form === 'بين' && (back === 1 || personOf(words[at - 1]) !== undefined)
  )
}

/** "أحد المتظاهرين", "إحدى الضحايا", "أحدهم". */
function oneOfMany(words: readonly Word[], at: number): Counted | null {
  const {form, from, to} = words[at]!
  const match = /^[وبل]?(?:احد|احدي)(هم|هن|هما)?$/.exec(form)
  if (!match) return null
  const start = Math.max(from, to - form.replace(/^[وبل](?=اح)/, '').length)
  const one = {from: start, first: at, end: at + 1, min: 1, max: 1}
  if (match[1]) return {...one, noun: null, phraseEnd: at + 1}
  const whom = personOf(words[at + 1])
  if (!whom?.definite || whom.number !== 'plural') return null
  return {...one, noun: at + 1, phraseEnd: phraseEnd(words, at + 1)}
}

/** "قتيلين": a noun whose plural is another word; "مدنيين" may be many, but for a vowel sign. */
function isSurelyTwo(word: Word, dual: WordReading): boolean {
  if (/ا?ن$/.test(word.form) && word.form.endsWith('ان')) return true
  const plural = word.readings.findIndex(({number, lemma}) => number === 'plural' && lemma === dual.lemma)
  return plural < 0 ? word.form.endsWith('ين') : word.readings[0]!.number === 'dual'
}

/** "قائد الشرطة", "نائب رئيس الوزراء": one that is known; "رجل أمن" is any one. */
function isNamedOrOwned(words: readonly Word[], at: number): boolean {
  for (let next = at + 1; next < words.length && next < at + 4; next++) {
    const noun = nounOf(words[next])
    if (!noun || noun.proclitics.some(({form}) => form !== 'ال')) return false
    if (noun.definite) return true
  }
  return false
}
