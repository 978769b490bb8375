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
  if (!person) return twoHarmed(words, at, counts) ?? another(words, at, counts)
  if (person.definite || isBetween(words, at) || isOfBoth(words, at)) return null
  if (isCountry(words, at, counts) || isBearer(words, at, counts)) return null
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
  const before = words[at - 1]
  // "صحفي" may be of the press: behind "القتلى" it is none, for that has an article.
  const isNoun = word.readings[0]!.upos !== 'ADJ' || personOf(before)?.definite === true
  if (person.number !== 'singular' || word.readings[0]!.upos === 'VERB' || !isNoun) return null
  if (before && every.has(before.form)) return null
  // "شخص آخر": the adjective of the noun before.
  if (person.lemma === 'اخر' && before && personOf(before)) return null
  if (person.lemma === 'اخر' && !counts.is(before, 'harm')) return null
  if (isNamedOrOwned(words, at, counts)) return null
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

/** "إصابتين", "حالتي وفاة": those it befell, as a dual. */
function twoHarmed(words: readonly Word[], at: number, counts: Counts): Counted | null {
  const word = words[at]!
  const noun = nounOf(word)
  if (!noun || noun.definite || noun.number !== 'dual' || !/[اي]ن$/.test(word.form)) return null
  if (!counts.is(word, 'outcome')) return null
  const from = noun.stem.from
  return {from, first: at, end: at + 1, min: 2, max: 2, noun: at, phraseEnd: phraseEnd(words, at)}
}

/** "وأصيب ثالث": one more; "ثالث هجوم" is none. */
function another(words: readonly Word[], at: number, counts: Counts): Counted | null {
  const word = words[at]!
  if (!counts.is(word, 'another') || !counts.is(words[at - 1], 'harm') || nounOf(words[at + 1])) return null
  return {from: word.from, first: at, end: at + 1, min: 1, max: 1, noun: at, phraseEnd: at + 1}
}

/** "15 قتيلا وجريحا": the number counts both. */
function isOfBoth(words: readonly Word[], at: number): boolean {
  const [first] = words[at]!.readings
  if (!first?.proclitics.some(({form}) => form === 'و') || !words[at]!.form.endsWith('ا')) return false
  const [noun, number] = [words[at - 1], words[at - 2]]
  const isCounted = number?.readings[0]?.upos === 'NUM' || /^[\d٠-٩]+$/.test(number?.form ?? '')
  return isCounted && noun!.form.endsWith('ا') && personOf(noun) !== undefined
}

/** "في سورية", "بسورية": the country, not a woman from there. */
function isCountry(words: readonly Word[], at: number, counts: Counts): boolean {
  const joined = words[at]!.readings[0]!.proclitics.some(({form}) => /^[بل]$/.test(form))
  const word = {...words[at]!, form: words[at]!.form.replace(/^[بل]/, '')}
  return counts.is(word, 'country') && (joined || words[at - 1]?.readings[0]?.upos === 'ADP')
}

/** "هجوم مسلح": an armed attack is no gunman; "مقتل مسلح" is one. */
function isBearer(words: readonly Word[], at: number, counts: Counts): boolean {
  // "هجوم «إرهابي»"
  const back = /^["“«]$/.test(words[at - 1]?.form ?? '') ? at - 2 : at - 1
  const before = nounOf(words[back])
  const [first] = words[at]!.readings
  if (!before || before.definite || !first || first.proclitics.length > 0) return false
  // "غارات روسية", "مؤتمر صحفي"
  const isOf = personOf(words[at])!.lemma.endsWith('ي')
  if (!isOf && (!counts.is(words[at], 'bearer') || before.number !== 'singular')) return false
  return !counts.is(words[back], 'harm') && !counts.is(words[back], 'outcome')
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
function isNamedOrOwned(words: readonly Word[], at: number, counts: Counts): boolean {
  // "ناشطا": what is written so belongs to no noun behind it.
  if (words[at]!.form === `${personOf(words[at])!.lemma}ا`) return false
  for (let next = at + 1; next < words.length && next < at + 4; next++) {
    const noun = nounOf(words[next])
    if (!noun || noun.proclitics.some(({form}) => form !== 'ال')) return false
    // "شاب حتفه", "ناشط وسط المدينة"
    if (counts.is(words[next], 'harm') || counts.is(words[next], 'where')) return false
    if (noun.definite) return true
  }
  return false
}
