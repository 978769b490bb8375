/**
 * How fast a report is read: start-up of the command, and warm reading of articles of about 400 words.
 *
 *     npm run bench              the sample dossier
 *     npm run bench -- FILE      JSON Lines of {"text"}: your own articles
 *
 * Prints figures, asserts nothing.
 */
import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {createCoder} from '../src/workflows/code.ts'

const path = process.argv[2] ?? 'samples/station-square/reports.jsonl'
const words = 400
const rounds = 5
const texts = readFileSync(path, 'utf8')
  .trim()
  .split('\n')
  .map(line => (JSON.parse(line) as {text: string}).text)
const article = (text: string) =>
  text
    .split(/(?<=\s)/)
    .slice(0, words)
    .join('')
const articles = process.argv[2]
  ? texts.map(article)
  : [article(texts.join('\n\n')), article(texts.toReversed().join('\n\n'))]

const starts = Array.from({length: rounds}, () => {
  const from = performance.now()
  spawnSync(process.execPath, ['src/cli/main.ts', 'code', 'samples/station-square/reports.jsonl'])
  return performance.now() - from
})
const coder = createCoder()
const read = () => {
  const from = performance.now()
  for (const text of articles)
    coder.code({id: 'x', sha256: '', url: null, outlet: null, title: null, publishedOn: null, text})
  return (performance.now() - from) / articles.length
}
read()
const times = Array.from({length: rounds}, read)
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!
console.log(`start-up of "dateline code", whole process: ${median(starts).toFixed(0)} ms`)
console.log(
  `an article of up to ${words} words, warm: ${median(times).toFixed(1)} ms (${(1000 / median(times)).toFixed(0)} a second on one core)`
)
console.log(`memory: ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`)
