/**
 * Suite `badinput`: inputs that must not break anything (SAFETY R9). Each is read in a thread with a second to spare.
 *
 *     dateline eval badinput --data DIR --split feedparser,feedvalidator,json,strings,warc
 *
 * Figures are counts; those that must be 0 are crashed, hung, active and faults. `agrees` is the share of feedparser's own
 * expectations of titles, links, ids, days and texts that hold here. `--out` writes what became of each input.
 */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {readArchives} from './badinput-archives.ts'
import {readFeeds, type Told} from './badinput-feeds.ts'
import {readJson} from './badinput-json.ts'
import {keepStrings} from './badinput-strings.ts'
import {openWatch, type Watch} from './badinput-watch.ts'
import type {Suite, Task} from './suite.ts'

type Split = (path: (name: string) => string, watch: Watch, tell: Told, task: Task) => Promise<object>

const splitsOf: Readonly<Record<string, Split>> = {
  feedparser: (path, watch, tell) => readFeeds(readFileSync(path('tests.tar.gz')), watch, 2, tell),
  feedvalidator: (path, watch, tell) => readFeeds(readFileSync(path('testcases.tar.gz')), watch, 2, tell),
  json: (path, watch, tell) => readJson(readFileSync(path('JSONTestSuite.tar.gz')), watch, tell),
  strings: (path, _watch, tell, {knowledge}) =>
    keepStrings(JSON.parse(readFileSync(path('blns.json'), 'utf8')) as string[], knowledge, tell),
  warc: (path, watch, tell) => readArchives(path(''), watch, tell)
}

export const badinput: Suite = {
  async run(task) {
    const {data, splits, log} = task
    const figures: Record<string, object> = {}
    const predictions: string[] = []
    const watch = await openWatch()
    try {
      for (const split of splits.length ? splits : Object.keys(splitsOf)) {
        const read = splitsOf[split]
        if (!read) throw new Error(`No split "${split}"; write some of ${Object.keys(splitsOf).join(',')}`)
        const path = (name: string) => join(data, 'badinput', split, name)
        figures[split] = await read(
          path,
          watch,
          line => predictions.push(JSON.stringify({split, ...line})),
          task
        )
        log(`${split}: ${JSON.stringify(figures[split])}`)
      }
    } finally {
      await watch.close()
    }
    return {figures, predictions}
  }
}
