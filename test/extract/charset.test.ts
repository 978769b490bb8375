import assert from 'node:assert/strict'
import {test} from 'node:test'
import {decodeText} from '../../src/extract/charset.ts'
import {inCharset} from './in-charset.ts'

const arabic =
  'قال شهود في المدينة إن الشرطة أطلقت الغاز على المتظاهرين قرب الجسر، وأصيب عشرة منهم على الأقل.'
const russian = 'Очевидцы рассказали, что полиция разогнала людей у моста, не менее десяти человек ранены.'
const hebrew = 'עדים סיפרו כי המשטרה פיזרה את המפגינים ליד הגשר, ולפחות עשרה בני אדם נפצעו במקום.'
const french = 'Des témoins ont déclaré que la police avait dispersé les manifestants près du pont, à midi.'

const page = (body: string, head = '') => `<html><head>${head}</head><body><p>${body}</p></body></html>`
const utf8 = (text: string) => new TextEncoder().encode(text)

test('a byte order mark outranks the header', () => {
  const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(french)])
  assert.deepEqual(decodeText(bytes, 'text/html; charset=windows-1252'), {text: french, charset: 'utf-8'})
})

test('UTF-16 is known by its mark, and without one by its zeros', () => {
  const wide = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
  assert.equal(decodeText(wide(`\ufeff${page(arabic)}`), null).text, page(arabic))
  assert.equal(decodeText(wide(page(arabic)), null).text, page(arabic))
})

test('the header names the charset, then meta, then the XML declaration', () => {
  const bytes = inCharset(page(arabic), 'windows-1256')
  assert.equal(decodeText(bytes, 'text/html; charset="Windows-1256"').text, page(arabic))
  for (const head of [
    '<meta charset=windows-1256>',
    '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">'
  ]) {
    assert.equal(
      decodeText(inCharset(page(arabic, head), 'windows-1256'), 'text/html').text,
      page(arabic, head)
    )
  }
  const feed = `<?xml version="1.0" encoding="windows-1256"?><rss>${arabic}</rss>`
  assert.equal(decodeText(inCharset(feed, 'windows-1256'), 'text/xml').text, feed)
})

test('a charset in a comment is none', () => {
  const text = page(french, '<!-- <meta charset="koi8-r"> -->')
  assert.equal(decodeText(inCharset(text, 'windows-1252'), null).text, text)
})

test('valid UTF-8 is UTF-8 whatever is declared', () => {
  const text = page(arabic, '<meta charset="iso-8859-1">')
  assert.deepEqual(decodeText(utf8(text), 'text/html; charset=iso-8859-1'), {text, charset: 'utf-8'})
})

test('a declared UTF-8 that most bytes break is passed over; one broken byte does not matter', () => {
  const text = page(arabic, '<meta charset="utf-8">')
  assert.equal(decodeText(inCharset(text, 'windows-1256'), 'text/html; charset=utf-8').text, text)
  const cut = utf8(page(arabic)).slice(0, -1 - '</p></body></html>'.length - 1)
  assert.equal(decodeText(cut, null).charset, 'utf-8')
})

test('an unknown name is passed over, and a declared UTF-16 of single bytes means nothing', () => {
  assert.equal(
    decodeText(inCharset(page(french), 'windows-1252'), 'text/html; charset=none-such').text,
    page(french)
  )
  const text = page(french, '<meta charset="utf-16">')
  assert.equal(decodeText(inCharset(text, 'windows-1252'), null).text, text)
})

test('undeclared bytes are read by the letters of their script', () => {
  for (const [text, charset] of [
    [arabic, 'windows-1256'],
    [russian, 'windows-1251'],
    [russian, 'koi8-r'],
    [hebrew, 'windows-1255'],
    [french, 'windows-1252']
  ] as const) {
    assert.deepEqual(decodeText(inCharset(page(text), charset), null), {text: page(text), charset})
  }
})

test('the language of a page decides where letters do not', () => {
  const text = '<html lang="tr"><body>Şahitler, polisin göstericileri dağıttığını söyledi</body></html>'
  assert.deepEqual(decodeText(inCharset(text, 'windows-1254'), null), {text, charset: 'windows-1254'})
})

test('nothing and noise give some text, never an error', () => {
  assert.equal(decodeText(new Uint8Array(), null).text, '')
  const noise = Uint8Array.from({length: 5000}, (_, i) => (i * 7919) % 256)
  assert.equal(typeof decodeText(noise, 'text/html; charset=gb2312').text, 'string')
})
