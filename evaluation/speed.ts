/**
 * Suite `speed`: reports of 400 words a second on one core. Splits: trnews (DIR/geo), fakes (DIR/fakes/all), or DIR/NAME.jsonl of {"text"}.
 *
 * Texts are cut at 400 words; shorter ones count as their share of one. CPU
 * seconds of this process, warm, the best of several rounds; figures compare only
 * on one machine. `all`: words, sentences, tags, trees and names of every
 * sentence; `needed`: of those sentences that are worth it; `pipeline`: all stages, in batches as
 * `dateline code` reads them; `texts`: the same, texts as they are a second; `stages`: which share of that goes where, in hundredths. Memory: of this process, after one reading of all texts, and after all rounds of the first figure.
 */
import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {abbreviationsOf} from '../src/annotate/abbreviations.ts'
import {analyser} from '../src/annotate/analysis.ts'
import {sentenceStarts} from '../src/annotate/sentences.ts'
import {sentencesToRead} from '../src/annotate/sentences-to-read.ts'
import {tokenize} from '../src/annotate/tokens.ts'
import type {Knowledge} from '../src/codebook/knowledge.ts'
import {loadModels} from '../src/codebook/models.ts'
import {batchSize, createBatchPipeline} from '../src/pipeline.ts'
import type {Suite} from './suite.ts'

const words = 400
const most = 300
const rounds = 6
const root = fileURLToPath(new URL('..', import.meta.url))

export const speed: Suite = {
  run({knowledge, data, splits, log}) {
    const texts = splits.flatMap(split => readTexts(data, split).slice(0, most))
    const counts = texts.map(text => text.split(/\s+/).length)
    const articles = counts.reduce((sum, n) => sum + n, 0) / words
    const read = coreReader(knowledge)
    const rate = (run: () => void) => Number((articles / cpuSeconds(run)).toFixed(1))
    const readAll = (onlyNeeded: boolean) => () => {
      for (const text of texts) read(text, onlyNeeded)
    }
    const rss = () => Math.round(process.memoryUsage().rss / 2 ** 20)
    readAll(false)()
    const memoryMB = rss()
    const all = rate(readAll(false))
    const memoryWarmMB = rss()
    const needed = rate(readAll(true))
    log('read words, trees and names')
    const spent = new Map<string, number>()
    const annotate = createBatchPipeline(knowledge, {
      around(stage, read) {
        const from = performance.now()
        read()
        spent.set(stage, (spent.get(stage) ?? 0) + performance.now() - from)
      }
    })
    const report = {sha256: '', url: null, outlet: null, title: null, publishedOn: null}
    const reports = texts.map((text, i) => ({...report, id: `${i}`, text}))
    const pipeline = rate(() => {
      for (let i = 0; i < reports.length; i += batchSize) annotate(reports.slice(i, i + batchSize))
    })
    const whole = [...spent.values()].reduce((sum, ms) => sum + ms, 0)
    return {
      figures: {
        articles: Math.round(articles),
        all,
        needed,
        pipeline,
        texts: Number(((pipeline * texts.length) / articles).toFixed(1)),
        stages: [...spent].map(([stage, ms]) => `${stage} ${Math.round((100 * ms) / whole)}`).join(', '),
        loadModelsMs: best(() => loadModels(root)),
        memoryMB,
        memoryWarmMB,
        startMs: best(() =>
          spawnSync(process.execPath, [`${root}src/cli/main.ts`, 'code', '-'], {input: texts[0]})
        )
      },
      predictions: []
    }
  }
}

function readTexts(data: string, split: string): string[] {
  const paths = [`${data}/${split}.jsonl`, `${data}/geo/${split}.jsonl`, `${data}/${split}/all.jsonl`]
  const path = paths.find(existsSync)
  if (!path) throw new Error(`No texts "${split}"; looked for ${paths.join(', ')}`)
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map(line => (JSON.parse(line) as {text: string}).text)
    .map(text =>
      text
        .split(/(?<=\s)/)
        .slice(0, words)
        .join('')
    )
}

/** Words, sentences, tags, trees and names of a text. */
function coreReader(knowledge: Knowledge): (text: string, onlyNeeded: boolean) => void {
  const {keepStop, neverEnd} = abbreviationsOf(knowledge.codebook)
  const analyse = analyser(knowledge)
  const isNeeded = sentencesToRead(knowledge)
  return (text, onlyNeeded) => {
    const spans = tokenize(text, {from: 0, to: text.length}, keepStop)
    const starts = sentenceStarts(text, spans, neverEnd)
    const sentences = starts.map((start, i) =>
      spans.slice(start, starts[i + 1] ?? spans.length).map(({from, to}) => text.slice(from, to))
    )
    if (!onlyNeeded) return void analyse(sentences)
    const needed = isNeeded(sentences)
    analyse(sentences.filter((_, i) => needed[i]))
  }
}

function cpuSeconds(run: () => void): number {
  let fastest = Number.POSITIVE_INFINITY
  for (let round = 0; round <= rounds; round++) {
    const from = process.cpuUsage()
    run()
    const {user, system} = process.cpuUsage(from)
    fastest = Math.min(fastest, (user + system) / 1e6)
  }
  return fastest
}

/** The shortest of several runs, in milliseconds of the clock. */
function best(run: () => unknown): number {
  const times = Array.from({length: rounds}, () => {
    const from = performance.now()
    run()
    return performance.now() - from
  })
  return Math.round(Math.min(...times))
}
