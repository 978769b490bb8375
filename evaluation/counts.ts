/**
 * Suite `counts`: people killed and hurt of a whole document, beside what coders counted. Splits: satp-NAME (DIR/satp/NAME.jsonl), gvdb-NAME.
 *
 * `exact`: documents whose number is the coders'; `exactWhereAny`: of those where they counted somebody; `within1`: off by
 * one at most. A document's number is what its casualties add up to (src/coding/tolls.ts), the lower end of a range.
 * Coders' blanks are left out. Predictions: one line for each document that is wrong.
 */
import {readFileSync} from 'node:fs'
import {tollOf} from '../src/coding/tolls.ts'
import {isIsoDate} from '../src/model/date.ts'
import {type AnnotatedReport, createPipeline} from '../src/pipeline.ts'
import {percent} from './measures.ts'
import type {Suite} from './suite.ts'

interface Document {
  readonly id: string
  readonly text: string
  readonly title: string | null
  readonly publishedOn: string | null
  readonly gold: Readonly<Record<'killed' | 'injured', number | null>>
}

const outcomes = ['killed', 'injured'] as const

export const counts: Suite = {
  run({knowledge, data, splits, log}) {
    const pipeline = createPipeline(knowledge)
    const predictions: string[] = []
    const figures = Object.fromEntries(
      splits.map(split => {
        const read = documentsOf(`${data}/${split.replace('-', '/')}.jsonl`).map(document => ({
          document,
          report: pipeline(reportOf(document))
        }))
        log(`${split}: read ${read.length}`)
        return [split, Object.assign({}, ...outcomes.map(outcome => compare(outcome, read, predictions)))]
      })
    )
    return {figures, predictions}
  }
}

function compare(
  outcome: (typeof outcomes)[number],
  read: readonly {document: Document; report: AnnotatedReport}[],
  predictions: string[]
) {
  const tally = {all: 0, exact: 0, any: 0, exactWhereAny: 0, near: 0}
  for (const {
    document: {id, text, gold},
    report
  } of read) {
    const number = gold[outcome]
    if (number === null) continue
    const {min} = tollOf(outcome, report)
    tally.all++
    if (number > 0) tally.any++
    if (Math.abs(min - number) <= 1) tally.near++
    if (min === number) {
      tally.exact++
      if (number > 0) tally.exactWhereAny++
    } else predictions.push(JSON.stringify({id, outcome, gold: number, found: min, text}))
  }
  return {
    [outcome]: percent(tally.exact, tally.all),
    [`${outcome}WhereAny`]: percent(tally.exactWhereAny, tally.any),
    [`${outcome}Within1`]: percent(tally.near, tally.all)
  }
}

function documentsOf(path: string): Document[] {
  const rows = readFileSync(path, 'utf8').split('\n').filter(Boolean)
  return rows.map(row => {
    const {id, text, title, date, killed, injured, n_killed, n_injured} = JSON.parse(row)
    // The shooting corpus gives the day of the shooting, not of the report.
    return {
      id,
      text,
      title: null,
      publishedOn: title === undefined && isIsoDate(date) ? date : null,
      gold: {killed: n_killed ?? killed?.total ?? null, injured: n_injured ?? injured?.total ?? null}
    }
  })
}

function reportOf({id, text, title, publishedOn}: Document) {
  return {
    id,
    sha256: '',
    url: null,
    outlet: null,
    title,
    publishedOn: publishedOn && isIsoDate(publishedOn) ? publishedOn : null,
    text
  }
}
