/** Runs cases/pages: a page as an HTML block, and what is read from it. A " / " in a cell is a line break. */
import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import test from 'node:test'
import {readPage} from '../../src/extract/page.ts'
import type {ReportRecord} from '../../src/model/report.ts'
import {readTableCases, table} from '../case-file.ts'
import {inCharset} from './in-charset.ts'

const folder = 'cases/pages'

for (const file of readdirSync(folder).sort()) {
  const source = readFileSync(join(folder, file), 'utf8')
  const pages = [...source.matchAll(/^```html\n([\s\S]*?)\n```$/gm)].map(([, html]) => html!)
  for (const [n, {name, line, facts, tables}] of readTableCases(source).entries()) {
    test(`${folder}/${file}:${line} ${name}`, () => {
      const [{columns, rows}] = tables as [(typeof tables)[number]]
      const {charset = 'utf-8', url = null} = facts
      const record = readPage(inCharset(pages[n]!, charset), {
        mediaType: charset === 'utf-8' ? 'text/html; charset=utf-8' : 'text/html',
        url
      })
      const only = facts.only?.split(', ')
      const found = rowsOf(record).filter(row => !only || only.includes(row.read!))
      assert.equal(table(columns, found), table(columns, rows))
    })
  }
}

function rowsOf(record: ReturnType<typeof readPage>): Record<string, string>[] {
  if ('reason' in record) return [{read: 'reason', words: record.reason}]
  const {title, outlet, publishedOn, byline, url} = record
  const said = Object.entries({title, outlet, published: publishedOn, byline, url}).flatMap(
    ([read, words]) => (words ? [{read, words}] : [])
  )
  return [...said, ...passageRows(record)]
}

function passageRows({text, marked = []}: ReportRecord): Record<string, string>[] {
  const rows: Record<string, string>[] = []
  const add = (read: string, words: string, facts: Record<string, string> = {}) =>
    rows.push({read, words: words.replaceAll('\n', ' / '), ...facts})
  const addBody = (words: string) => {
    for (const paragraph of words.split('\n\n')) if (paragraph.trim()) add('body', paragraph.trim())
  }
  let from = 0
  for (const passage of marked) {
    addBody(text.slice(from, passage.from))
    const {author = '', on = ''} = passage
    // The headline is in the row of the title already.
    if (passage.kind !== 'title') add(passage.kind, text.slice(passage.from, passage.to), {author, on})
    from = passage.to
  }
  addBody(text.slice(from))
  return rows
}
