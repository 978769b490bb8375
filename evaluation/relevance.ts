/**
 * Whether a report that tells of no incident is given none, and one that tells of one keeps it.
 *
 * Splits: `negatives` and `positives` are the project's own cases, one of their files `negatives/sport`; `muc4-dev` is
 * DIR/muc4/dev.jsonl, whose key has templates for the reports that are relevant to its own, narrower task;
 * `trnews` is DIR/geo/trnews.jsonl, news of all kinds without a key: how much of it is read as incidents.
 * Any other split is the cases of both kinds. Each text is read as it is and in capitals.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {isoDate} from '../src/model/date.ts'
import type {Report} from '../src/model/report.ts'
import {createPipeline} from '../src/pipeline.ts'
import {readCases} from '../test/case-file.ts'
import {linesOf} from './json-lines.ts'
import {percent} from './measures.ts'
import type {Result, Suite, Task} from './suite.ts'

interface Row {
  readonly name: string
  readonly text: string
  readonly publishedOn: string | null
  /** Null where nobody says. */
  readonly relevant: boolean | null
}

export const relevance: Suite = {
  run({knowledge, data, splits}: Task): Result {
    const annotate = createPipeline(knowledge)
    const found = (row: Row, text: string) => annotate(reportOf(row, text)).incidents.map(({type}) => type)
    const predictions: string[] = []
    const figures = splits.map(split => {
      const rows = rowsOf(data, split).map(row => {
        const [incidents, inCapitals] = [found(row, row.text), found(row, row.text.toUpperCase())]
        predictions.push(JSON.stringify({split, ...row, incidents, inCapitals}))
        return {...row, told: incidents.length > 0, toldInCapitals: inCapitals.length > 0}
      })
      return [split, measured(rows)] as const
    })
    return {figures: Object.fromEntries(figures), predictions}
  }
}

function measured(rows: readonly (Row & {told: boolean; toldInCapitals: boolean})[]) {
  const share = (of: typeof rows, isRight: (row: (typeof rows)[number]) => boolean) =>
    percent(of.filter(isRight).length, of.length)
  const [negatives, positives] = [
    rows.filter(({relevant}) => relevant === false),
    rows.filter(({relevant}) => relevant === true)
  ]
  const open = rows.filter(({relevant}) => relevant === null)
  return {
    ...(negatives.length && {
      negatives: negatives.length,
      negativesWithout: share(negatives, ({told}) => !told),
      negativesWithoutInCapitals: share(negatives, ({toldInCapitals}) => !toldInCapitals)
    }),
    ...(positives.length && {
      positives: positives.length,
      positivesWith: share(positives, ({told}) => told),
      positivesWithInCapitals: share(positives, ({toldInCapitals}) => toldInCapitals)
    }),
    ...(open.length && {reports: open.length, withIncident: share(open, ({told}) => told)})
  }
}

function rowsOf(data: string, split: string): Row[] {
  if (split.startsWith('muc4-')) {
    interface Muc {
      readonly id: string
      readonly text: string
      readonly headerDateISO: string | null
      readonly templates: readonly object[]
    }
    return linesOf<Muc>(`${data}/muc4/${split.slice(5)}.jsonl`).map(
      ({id, text, headerDateISO, templates}) => ({
        name: id,
        text,
        publishedOn: headerDateISO,
        relevant: templates.length > 0
      })
    )
  }
  if (split === 'trnews')
    return linesOf<{id: string; text: string}>(`${data}/geo/trnews.jsonl`).map(({id, text}) => ({
      name: id,
      text,
      publishedOn: null,
      relevant: null
    }))
  const kinds = ['negatives', 'positives'].filter(kind => split.startsWith(kind))
  return (kinds.length ? kinds : ['negatives', 'positives']).flatMap(kind => casesOf(kind, split))
}

/** The cases of a folder, or of the one file of it that the split names. */
function casesOf(kind: string, split: string): Row[] {
  const folder = new URL(`../cases/${kind}/`, import.meta.url)
  const one = new URL(`${split.slice(kind.length + 1)}.md`, folder)
  const names = split.startsWith(`${kind}/`) && existsSync(one) ? [one] : undefined
  const files =
    names ??
    readdirSync(folder)
      .sort()
      .map(file => new URL(file, folder))
  return files.flatMap(file =>
    readCases(readFileSync(file, 'utf8'), file.pathname).map(({name, text, facts}) => ({
      name,
      text,
      publishedOn: facts.published ?? null,
      relevant: kind === 'positives'
    }))
  )
}

function reportOf({name, publishedOn}: Row, text: string): Report {
  return {
    id: name,
    sha256: '',
    url: null,
    outlet: null,
    title: null,
    publishedOn: publishedOn === null ? null : isoDate(publishedOn),
    text
  }
}
