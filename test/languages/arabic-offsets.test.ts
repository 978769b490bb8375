/** Whatever signs, digits, marks and breaks a page is written with: every quotation stands in the text where it says. */
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {createPipeline} from '../../src/pipeline.ts'

const annotate = createPipeline(loadKnowledge())

const sources = ['وزارة الصحة', 'مصدر أمني', 'شهود عيان', 'مدير المستشفى، نادر الزهيري،', 'وكالة أنباء النهر']
const tolls = [
  'مقتل N أشخاص وإصابة N آخرين',
  'سقوط N قتيلا بينهم طفلان وامرأة',
  'إصابة N جنود، بينهم ضابط',
  'مقتل وإصابة N مدنيا',
  'اعتقال N متظاهرين'
]
const shapes = [
  'أعلنت S T في انفجار سيارة مفخخة وسط بغداد.',
  '"T"، بحسب ما أفاد S.',
  'وأضاف المصدر أن القصف أدى إلى T.',
  'S: T في غارة على بلدة عيترون',
  'نقلت قناة محلية عن S قوله إن الهجوم أسفر عن T.',
  '- T في القصف (S)'
]

/** A sentence of a page, with vowel signs, stretching and Arabic digits as they come. */
const sentence = fc
  .record({
    shape: fc.constantFrom(...shapes),
    source: fc.constantFrom(...sources),
    toll: fc.constantFrom(...tolls),
    numbers: fc.array(fc.integer({min: 3, max: 40}), {minLength: 2, maxLength: 2}),
    digits: fc.constantFrom('0123456789', '٠١٢٣٤٥٦٧٨٩'),
    signs: fc.array(fc.constantFrom('', '', '', '\u0651', '\u064e', '\u0640'), {minLength: 1, maxLength: 7}),
    quotes: fc.constantFrom('""', '«»', '“”')
  })
  .map(({shape, source, toll, numbers, digits, signs, quotes}) => {
    const rest = [...numbers]
    const plain = shape
      .replace('S', source)
      .replace('T', toll)
      .replaceAll('N', () => `${rest.shift() ?? 7}`.replace(/\d/g, digit => digits[Number(digit)]!))
    const marks = [...quotes]
    const quoted = plain.replace(/"([^"]*)"/, (_, words: string) => `${marks[0]}${words}${marks[1]}`)
    return [...quoted]
      .map((letter, i) => (/[بتجحسصقلمن]/.test(letter) ? letter + signs[i % signs.length]! : letter))
      .join('')
  })
const blank = fc.constantFrom(' ', '\n', '\n\n', '\u00a0', ' \u200f', '\r\n\r\n')

test('quotations stand where they say, however the page is written', () => {
  let told = 0
  fc.assert(
    fc.property(fc.array(fc.tuple(sentence, blank), {minLength: 1, maxLength: 5}), parts => {
      const text = parts.flat().join('')
      const {claims} = annotate({
        id: 'x',
        sha256: '',
        url: null,
        outlet: null,
        title: null,
        publishedOn: null,
        text
      })
      told += claims.length
      for (const {claim} of claims)
        for (const {from, to, text: words} of [
          claim.quote,
          ...claim.evidence,
          ...claim.attribution.flatMap(({quote}) => quote ?? [])
        ])
          assert.equal(text.slice(from, to), words)
    }),
    {numRuns: 60, seed: 11}
  )
  assert.ok(told > 200, `${told} claims`)
})
