/**
 * Suite `extract`: text of 181 news pages against the body that a person marked, by shingles of four words.
 *
 * As the evaluator of scrapinghub/article-extraction-benchmark counts: pages weigh the same, precision and recall are means
 * over pages, F1 is of those means. The body is the text without what is marked as title, caption or boilerplate; `whole` scores
 * all of the text. Splits `even` and `odd` are halves by the last digit of the id: rules are made on `even` and looked at on `odd`.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {readPage} from '../src/extract/page.ts'
import type {ReportRecord} from '../src/model/report.ts'
import {percent} from './measures.ts'
import type {Suite} from './suite.ts'

interface Truth {
  readonly articleBody: string
  readonly url: string
}

interface Match {
  /** null where nothing was read. */
  readonly precision: number | null
  readonly recall: number
}

const shingleWords = 4

export const extract: Suite = {
  run({data, splits}) {
    const folder = join(data, 'extraction')
    const truths = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<
      string,
      Truth
    >
    const ids = readdirSync(join(folder, 'html')).map(file => file.replace(/\.html\.gz$/, ''))
    const pages = ids
      .filter(id => splits.length === 0 || splits.includes(halfOf(id)))
      .map(id => ({
        id,
        bytes: gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))),
        truth: truths[id]!
      }))
    const started = process.cpuUsage()
    const read = pages.map(({id, bytes, truth}) => ({
      id,
      truth,
      record: readPage(bytes, {mediaType: 'text/html', url: truth.url})
    }))
    const {user, system} = process.cpuUsage(started)
    const milliseconds = (user + system) / 1000 / pages.length
    const scored = read.map(({id, truth, record}) => {
      const body = 'reason' in record ? '' : bodyOf(record)
      const whole = 'reason' in record ? '' : record.text
      return {
        id,
        url: truth.url,
        record,
        body: match(truth.articleBody, body),
        whole: match(truth.articleBody, whole)
      }
    })
    const figures = {
      body: means(scored.map(({body}) => body)),
      whole: means(scored.map(({whole}) => whole)),
      refused: scored.filter(({record}) => 'reason' in record).length,
      pages: pages.length,
      cpuMsPerPage: Number(milliseconds.toFixed(1))
    }
    const predictions = [...scored]
      .sort((a, b) => f1(a.body) - f1(b.body))
      .map(({id, url, record, body}) =>
        JSON.stringify({
          id,
          url,
          f1: f1(body),
          ...body,
          articleBody: 'reason' in record ? '' : bodyOf(record),
          record
        })
      )
    return {figures, predictions}
  }
}

const halfOf = (id: string) => (Number.parseInt(id.at(-1)!, 16) % 2 === 0 ? 'even' : 'odd')

function bodyOf({text, marked = []}: ReportRecord): string {
  let body = ''
  let from = 0
  for (const passage of marked) {
    if (passage.kind === 'social-post') continue
    body += text.slice(from, passage.from)
    from = passage.to
  }
  return body + text.slice(from)
}

function means(matches: readonly Match[]) {
  // A page that nothing was read from has no precision.
  const mean = (key: keyof Match) => {
    const values = matches.map(match => match[key]).filter(value => value !== null)
    return values.reduce((sum, value) => sum + value, 0) / values.length
  }
  const both = {precision: mean('precision'), recall: mean('recall')}
  return {precision: percent(both.precision, 1), recall: percent(both.recall, 1), f1: percent(f1(both), 1)}
}

const f1 = ({precision, recall}: Match) =>
  precision === null || precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)

function match(truth: string, found: string): Match {
  const gold = shingles(truth)
  const own = shingles(found)
  let right = 0
  for (const [shingle, times] of own) right += Math.min(times, gold.get(shingle) ?? 0)
  const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((a, b) => a + b, 0)
  const [all, of] = [sum(own), sum(gold)]
  return {precision: all === 0 ? null : right / all, recall: of === 0 ? 0 : right / of}
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const counts = new Map<string, number>()
  const last = Math.max(1, words.length - shingleWords + 1)
  for (let i = 0; i < last && words.length > 0; i++) {
    const shingle = words.slice(i, i + shingleWords).join(' ')
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}
