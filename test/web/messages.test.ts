import assert from 'node:assert/strict'
import test from 'node:test'
import type {Message} from '../../src/messages/catalogue.ts'
import {wordsOf} from '../../src/messages/words.ts'
import {ar} from '../../web/src/messages/ar.ts'
import type {MessageKey} from '../../web/src/messages/catalogue.ts'
import {en} from '../../web/src/messages/en.ts'

const keys = Object.keys(en) as MessageKey[]
const texts = (message: Message) => (typeof message === 'string' ? [message] : Object.values(message))
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)

test('both languages have the same messages, and none is empty', () => {
  assert.deepEqual(Object.keys(ar).toSorted(), keys.toSorted())
  for (const catalogue of [en, ar])
    for (const [key, message] of Object.entries(catalogue))
      for (const text of texts(message)) assert.ok(text.trim(), key)
})

test('a translation uses the values of its message and no others', () => {
  for (const key of keys) {
    const wanted = new Set(texts(en[key]).flatMap(placeholders))
    const used = new Set(texts(ar[key]).flatMap(placeholders))
    assert.deepEqual(
      [...used].filter(name => !wanted.has(name)),
      [],
      key
    )
    const always = texts(en[key]).at(-1)!
    for (const name of placeholders(always))
      assert.ok(placeholders(texts(ar[key]).at(-1)!).includes(name), key)
  }
})

test('what goes by number has all six forms of Arabic', () => {
  for (const key of keys)
    if (typeof en[key] !== 'string')
      assert.deepEqual(Object.keys(ar[key]).toSorted(), ['few', 'many', 'one', 'other', 'two', 'zero'], key)
})

test('figures and days are those of the language; names keep their direction', () => {
  const [english, arabic] = [wordsOf<typeof en>('en', en), wordsOf<typeof en>('ar', ar)]
  assert.equal(english.t('value.reports', {n: 1}), '1 report')
  assert.equal(english.t('value.reports', {n: 4213}), '4,213 reports')
  assert.equal(arabic.t('value.reports', {n: 2}), 'تقريران')
  assert.equal(arabic.t('value.reports', {n: 7}), '٧ تقارير')
  assert.equal(arabic.t('value.reports', {n: 125}), '١٢٥ تقريرًا')
  assert.equal(english.day('2024-03-05'), '5 Mar 2024')
  assert.equal(arabic.number(125), '١٢٥')
  assert.equal(english.day('some day'), 'some day')
  assert.equal(arabic.t('reader.filedFrom', {place: 'Oruro'}), 'أُرسل من \u2068Oruro\u2069')
  assert.equal(english.label('type', 'never-heard-of'), 'Never heard of')
})
