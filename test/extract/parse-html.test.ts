import assert from 'node:assert/strict'
import {test} from 'node:test'
import {parseHtml} from '../../src/extract/parse-html.ts'

const repeat = (html: string, times: number) => html.repeat(times)

function deepest(document: Document): number {
  let most = 0
  let depth = 0
  let node: Node | null = document.documentElement
  while (node && node !== document) {
    if (node.firstChild) {
      node = node.firstChild
      most = Math.max(most, ++depth)
      continue
    }
    while (node && !node.nextSibling) {
      node = node.parentNode
      depth--
    }
    node = node?.nextSibling ?? null
  }
  return most
}

test('no page is deeper than 512, and its text stays', () => {
  for (const html of [
    `${repeat('<div>', 5000)}the end`,
    repeat('<b>a', 20_000),
    repeat('<li><dd>a', 5000),
    repeat('<div><span><p>', 5000) + repeat('</span>', 5000),
    `${repeat('<svg>', 2000)}the end`
  ]) {
    const document = parseHtml(`<html><body>${html}`)
    assert.ok(deepest(document) <= 513, `${html.slice(0, 20)}: ${deepest(document)}`)
    const letters = (text: string) => text.replace(/<\w+>|<\/\w+>|\s/g, '').length
    assert.equal(letters(document.body.textContent ?? ''), letters(html))
  }
})

test('elements beside each other and items left open make no depth', () => {
  const document = parseHtml(
    `<ul>${repeat('<li>a', 3000)}</ul>${repeat('<p>b', 3000)}<svg>${repeat('<g/>', 3000)}</svg>`
  )
  assert.equal(document.querySelectorAll('li').length, 3000)
  assert.equal(document.querySelectorAll('p').length, 3000)
})

test('a part of a deep page that is not deep is read as ever', () => {
  const document = parseHtml(`${repeat('<div>', 600)}x${repeat('</div>', 600)}<p>after <b>all</b></p>`)
  assert.equal(document.querySelector('p')?.innerHTML, 'after <b>all</b>')
  assert.equal(document.querySelector('p')?.parentElement, document.body)
})

test('every document has a body that holds all of its text', () => {
  for (const html of [
    'plain words',
    '<meta charset=utf-8><title>T</title><p>words',
    '<script>1</script><html><head><title>T</title></head><body>words</body></html>',
    '<html><head><div>a</div></head><p>words',
    '<html><body>a</body></html><p>words'
  ])
    assert.match(parseHtml(html).body.textContent ?? '', /words/, html)
})

test('tags that never end, and attributes without end, are read in linear time', () => {
  for (const html of [
    repeat('<a', 300_000),
    repeat('<!--', 300_000),
    `<p ${'a'.repeat(1e6)}="${'b'.repeat(1e6)}">x`
  ])
    assert.ok(parseHtml(html).body)
})
