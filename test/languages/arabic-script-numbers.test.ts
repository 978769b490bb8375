import assert from 'node:assert/strict'
import test from 'node:test'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {arabicNumbers} from '../../src/languages/arabic-script-numbers.ts'

const {codebook} = loadKnowledge()
const reader = (language: string) => {
  const rows = codebook.table(`lexicons/${language}/numbers.csv`, ['form', 'min', 'max', 'kind'])
  return arabicNumbers(
    rows.map(({form, min, max, kind}) => ({
      form,
      min: Number(min),
      max: max === '' ? null : Number(max),
      kind
    }))
  )
}
const shown = (language: string, text: string) =>
  reader(language)(text).map(({from, to, min, max}) => [text.slice(from, to), min, max])

const cases: Readonly<Record<string, readonly [text: string, ...found: unknown[]][]>> = {
  ar: [
    ['قتل خمسة وعشرون شخصا', ['خمسة وعشرون', 25, 25]],
    ['إصابة ثلاثمئة وخمسة جنود', ['ثلاثمئة وخمسة', 305, 305]],
    ['أصيب مئتان من المحتجين', ['مئتان', 200, 200]],
    ['مقتل أحد عشر شرطيا', ['أحد عشر', 11, 11]],
    ['نزوح خمسة عشر ألف مدني', ['خمسة عشر ألف', 15000, 15000]],
    ['أصيب ١٬٣٠٠ شخص و ۲۵ جنديا', ['١٬٣٠٠', 1300, 1300], ['۲۵', 25, 25]],
    ['نزوح ١٫٢ مليون شخص', ['١٫٢ مليون', 1200000, 1200000]],
    ['قتل جنديان وثلاثة مدنيين', ['جنديان', 2, 2], ['ثلاثة', 3, 3]],
    ['عشرات القتلى', ['عشرات', 24, null]],
    ['فر عشرات الآلاف', ['عشرات الآلاف', 20000, null]],
    // A word that only holds a number word in it is none, nor is a name.
    ['وصل الخميس إلى السبع']
  ],
  fa: [
    ['بیست و پنج نفر کشته شدند', ['بیست و پنج', 25, 25]],
    ['دویست و سه سرباز زخمی', ['دویست و سه', 203, 203]],
    ['سه هزار و پانصد نفر', ['سه هزار و پانصد', 3500, 3500]],
    ['۱۲ تن بازداشت شدند', ['۱۲', 12, 12]],
    ['ده‌ها معترض', ['ده‌ها', 24, null]],
    ['هزاران نفر', ['هزاران', 2000, null]],
    ['پلیس و ارتش آمدند']
  ]
}

for (const [language, list] of Object.entries(cases))
  for (const [text, ...found] of list)
    test(`reads numbers of "${text}" (${language})`, () => assert.deepEqual(shown(language, text), found))
