import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import test from 'node:test'
import type {Message} from '../../src/messages/catalogue.ts'
import {wordsOf} from '../../src/messages/words.ts'
import {globalKeys, screenKeys} from '../../web/src/app/keys.ts'
import {said} from '../../web/src/app/saying.ts'
import type {ScreenId} from '../../web/src/app/screens.ts'
import {ar} from '../../web/src/messages/ar.ts'
import type {MessageKey} from '../../web/src/messages/catalogue.ts'
import {en} from '../../web/src/messages/en.ts'
import {files} from '../../web/src/messages/parts.ts'
import {loadMessages, loadWords} from '../../web/src/messages/words.ts'
import {filesFrom, messagesNamed} from './screen-messages.ts'

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

test('a screen loads every message that its files and its keys name; the frame needs none but the shared ones', async () => {
  const routes = readFileSync('web/src/app/router.tsx', 'utf8').matchAll(
    /saying\('([\w-]+)', \(\) => import\('\.\.\/([^']+)'\)/g
  )
  const screens = new Map([...routes].map(([, id, path]) => [id as keyof typeof said, `web/src/${path}`]))
  screens.set('bring-in', 'web/src/screens/bring-in/bring-in.tsx')
  screens.set('export', 'web/src/screens/export/export-dialog.tsx')
  assert.deepEqual([...screens.keys()].toSorted(), Object.keys(said).toSorted())
  const lost: string[] = []
  const shared = await files.en.shared()
  const look = (name: string, known: object, named: readonly string[]) => {
    for (const key of named) if (!(key in known)) lost.push(`${name} says ${key}`)
  }
  for (const [id, file] of screens) {
    const parts = await Promise.all(said[id].map(part => files.en[part]()))
    const known = Object.assign({}, shared, ...parts)
    for (const own of filesFrom(file)) look(`${id}: ${own}`, known, messagesNamed(readFileSync(own, 'utf8')))
    if (id in screenKeys)
      look(
        `keys of ${id}`,
        known,
        Object.values(screenKeys[id as ScreenId]).map(({does}) => does)
      )
  }
  for (const own of filesFrom('web/src/main.tsx')) {
    if (!own.startsWith('web/src/screens/')) look(own, shared, messagesNamed(readFileSync(own, 'utf8')))
  }
  look(
    'keys of all',
    shared,
    Object.values(globalKeys).map(({does}) => does)
  )
  assert.deepEqual(lost, [])
})

test('the parts are all there is, in either language', async () => {
  for (const [locale, catalogue] of Object.entries({en, ar})) {
    const parts = await Promise.all(Object.values(files[locale as 'en' | 'ar']).map(load => load()))
    assert.deepEqual(Object.assign({}, ...parts), catalogue)
  }
})

test('words say what is loaded later, in the language that the page has changed to', async () => {
  const english = await loadWords('en')
  await loadMessages(['compare'])
  assert.equal(english.t('compare.list.pairs'), en['compare.list.pairs'])
  const arabic = await loadWords('ar')
  assert.equal(arabic.t('compare.list.pairs'), ar['compare.list.pairs'])
  await loadMessages(['sources'])
  assert.equal(arabic.t('sources.title'), ar['sources.title'])
  assert.equal(english.t('sources.title'), en['sources.title'])
})
