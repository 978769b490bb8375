import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {abbreviationsOf} from '../../src/annotate/abbreviations.ts'
import {tokenize} from '../../src/annotate/tokens.ts'
import {loadCodebook} from '../../src/codebook/codebook.ts'
import {wordAnalyser} from '../../src/languages/ar/analyse.ts'
import {arabicLexicon} from '../../src/languages/ar/lexicon.ts'
import {levelledWithOffsets} from '../../src/languages/ar/spelling.ts'
import type {WordReading} from '../../src/languages/language.ts'

const codebook = loadCodebook('codebook')
const analyse = wordAnalyser(arabicLexicon(codebook))
const has = (
  word: string,
  wanted: Partial<Record<keyof WordReading, unknown>> & {front?: string; behind?: string}
) => {
  const {front, behind, ...features} = wanted
  const {readings} = analyse(word)
  const fits = readings.some(
    reading =>
      Object.entries(features).every(([name, value]) => reading[name as keyof WordReading] === value) &&
      (front === undefined || reading.proclitics.map(({form}) => form).join('+') === front) &&
      (behind === undefined || (reading.enclitic?.form ?? '') === behind)
  )
  assert.ok(fits, `${word}: ${JSON.stringify(readings)}`)
}

const cases: readonly (readonly [string, Parameters<typeof has>[1]])[] = [
  ['قتيلان', {lemma: 'قتيل', upos: 'NOUN', number: 'dual', is: 'person'}],
  ['قتيلًا', {lemma: 'قتيل', number: 'singular'}],
  ['قتلى', {lemma: 'قتيل', number: 'plural'}],
  ['جرحاهم', {lemma: 'جريح', number: 'plural', behind: 'هم', definite: true}],
  ['وللشرطة', {lemma: 'شرطة', front: 'و+ل+ال', definite: true}],
  ['بالمتظاهرات', {lemma: 'متظاهر', front: 'ب+ال', number: 'plural', gender: 'feminine', verb: 'تظاهر'}],
  ['قتل', {lemma: 'قتل', upos: 'VERB', voice: null, tense: 'past'}],
  ['قتل', {lemma: 'قتل', upos: 'NOUN', verb: 'قتل'}],
  ['قُتِلَ', {lemma: 'قتل', upos: 'VERB', voice: 'passive'}],
  ['وأصيبت', {lemma: 'اصاب', voice: 'passive', gender: 'feminine', front: 'و'}],
  ['أصابوا', {lemma: 'اصاب', voice: 'active', number: 'plural'}],
  ['هوجم', {lemma: 'هاجم', voice: 'passive'}],
  ['اعتقلتهم', {lemma: 'اعتقل', upos: 'VERB', gender: 'feminine', behind: 'هم'}],
  ['اعتقلوه', {lemma: 'اعتقل', upos: 'VERB', number: 'plural', behind: 'ه'}],
  ['سيستهدفون', {lemma: 'استهدف', tense: 'future', number: 'plural'}],
  ['يُصب', {lemma: 'اصاب', tense: 'present'}],
  ['نفت', {lemma: 'نفي', upos: 'VERB', gender: 'feminine'}],
  ['نفوا', {lemma: 'نفي', upos: 'VERB', number: 'plural'}],
  ['تبنّاه', {lemma: 'تبني', upos: 'VERB', behind: 'ه'}],
  ['قيل', {lemma: 'قال', voice: 'passive'}],
  ['مصابين', {lemma: 'مصاب', number: 'plural', verb: 'اصاب'}],
  ['مصابين', {lemma: 'مصاب', number: 'dual'}],
  ['مسؤولو', {lemma: 'مسؤول', number: 'plural'}],
  ['بينهم', {lemma: 'بين', upos: 'ADP', behind: 'هم'}],
  ['وفاته', {lemma: 'وفاة', behind: 'ه'}],
  ['بعقوبة', {lemma: 'عقوبة', front: 'ب'}],
  ['وبعقوبة', {lemma: 'بعقوبة', front: 'و'}]
]
for (const [word, wanted] of cases)
  test(`reads "${word}" as ${JSON.stringify(wanted)}`, () => has(word, wanted))

test('a vowel sign before "ين" makes two of them the likelier reading', () => {
  assert.equal(analyse('متظاهرَين').readings[0]?.number, 'dual')
  assert.equal(analyse('متظاهرين').readings[0]?.number, 'plural')
})

test('spans of what is joined are exact under vowel signs, stretching and forms of print', () => {
  for (const [word, ...parts] of [
    ['وَلِلشُّرْطَة', 'وَ', 'لِ', 'ل', 'شُّرْطَة'],
    ['بـالقـنابل', 'بـ', 'ال', 'قـنابل'],
    ['ﻭﻗﺘﻞ', 'ﻭ', 'ﻗﺘﻞ'],
    ['والﻻجئين', 'و', 'ال', 'ﻻجئين']
  ] as const) {
    const reading = analyse(word).readings.find(({proclitics}) => proclitics.length === parts.length - 1)
    assert.ok(reading, word)
    assert.deepEqual(
      [...reading.proclitics, reading.stem].map(({from, to}) => word.slice(from, to)),
      parts
    )
  }
})

test('whatever stands in a word, its parts lie in it one behind the other', () => {
  const letter = fc.constantFrom(...'وفبلكسالقتيجرحهمنىةأـ\u064f\u064e\u0651\u200d\u200f', 'ﻻ', 'ﷲ', 'a', '7')
  fc.assert(
    fc.property(
      fc.array(letter, {maxLength: 12}).map(list => list.join('')),
      word => {
        const {form, at} = levelledWithOffsets(word)
        if (at) assert.equal(at.length, form.length + 1)
        for (const {proclitics, stem, enclitic} of analyse(word).readings) {
          let end = 0
          for (const {from, to} of [...proclitics, stem, ...(enclitic ? [enclitic] : [])]) {
            assert.ok(from >= end && to >= from && to <= word.length, word)
            end = to
          }
        }
      }
    ),
    {seed: 8, numRuns: 1000}
  )
})

test('letters and digits, hashtags, quotes and marks of direction part from words', () => {
  const {keepStop} = abbreviationsOf(codebook)
  const words = (text: string) =>
    tokenize(text, {from: 0, to: text.length}, keepStop).map(({from, to}) => text.slice(from, to))
  assert.deepEqual(words('«قتل ١٢جنديا»، بـ15\u200f سيارة.'), [
    '«',
    'قتل',
    '١٢',
    'جنديا',
    '»',
    '،',
    'بـ',
    '15',
    '\u200f',
    'سيارة',
    '.'
  ])
})
