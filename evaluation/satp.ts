/**
 * Suite `satp`: one-paragraph summaries of incidents, coded by hand (DIR/satp/NAME.jsonl): people killed and hurt (toll-figures.ts), the side
 * that acts (perpetrator.ts), what was done (satp-actions.ts: micro-averaged over the seven actions, and each). Coders' blanks are left out.
 */
import {isoDate} from '../src/model/date.ts'
import {createPipeline} from '../src/pipeline.ts'
import {documentReport} from './documents.ts'
import {linesOf} from './json-lines.ts'
import {percent, score} from './measures.ts'
import {perpetratorReader} from './perpetrator.ts'
import {actionReader} from './satp-actions.ts'
import type {Suite} from './suite.ts'
import {tollFigures} from './toll-figures.ts'

interface Summary {
  readonly id: string
  /** Of the incident. */
  readonly date: string
  readonly text: string
  readonly perpetrator: string | null
  readonly actions: readonly string[]
  readonly killed: {readonly total: number | null} | null
  readonly injured: {readonly total: number | null} | null
}

interface Sets {
  readonly gold: ReadonlySet<string>
  readonly found: ReadonlySet<string>
}

export const satp: Suite = {
  run({knowledge, data, splits}) {
    const annotate = createPipeline(knowledge)
    const perpetratorOf = perpetratorReader(knowledge)
    const actionsOf = actionReader(knowledge)
    const predictions: string[] = []
    const figures = splits.map(name => {
      const read = linesOf<Summary>(`${data}/satp/${name}.jsonl`).map(summary => {
        const {id, date, text, killed, injured} = summary
        const report = annotate(documentReport(id, text, {publishedOn: isoDate(date)}))
        return {...summary, report, gold: {killed: killed?.total ?? null, injured: injured?.total ?? null}}
      })
      const tolls = tollFigures(read)
      const coded = read.filter(({perpetrator}) => perpetrator !== null)
      const sides = coded.map(({report, perpetrator}) => ({found: perpetratorOf(report), gold: perpetrator!}))
      const done = read.map(({report, actions}) => ({found: actionsOf(report), gold: new Set(actions)}))
      predictions.push(
        ...tolls.wrong,
        ...sides.flatMap(({found, gold}, i) =>
          found === gold ? [] : [JSON.stringify({id: coded[i]!.id, text: coded[i]!.text, found, gold})]
        ),
        ...done.flatMap(({found, gold}, i) =>
          found.symmetricDifference(gold).size === 0
            ? []
            : [JSON.stringify({id: read[i]!.id, text: read[i]!.text, found: [...found], gold: [...gold]})]
        )
      )
      return [name, {...tolls.figures, ...shares(sides), actions: micro(done)}]
    })
    return {figures: Object.fromEntries(figures), predictions}
  }
}

/** The share right of all, and of each value. */
function shares(pairs: readonly {found: string; gold: string}[]) {
  const right = (of: typeof pairs) => percent(of.filter(({found, gold}) => found === gold).length, of.length)
  const byValue = [...Map.groupBy(pairs, ({gold}) => gold)].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    perpetrator: right(pairs),
    perpetrators: Object.fromEntries(byValue.map(([value, of]) => [value, right(of)]))
  }
}

function micro(rows: readonly Sets[]) {
  const actions = [...new Set(rows.flatMap(({gold}) => [...gold]))].sort()
  const sum = (of: (row: Sets) => number) => rows.reduce((total, row) => total + of(row), 0)
  const scoreOf = (of: ReadonlySet<string>) =>
    score(
      sum(({found, gold}) => found.intersection(gold).intersection(of).size),
      sum(({found}) => found.intersection(of).size),
      sum(({gold}) => gold.intersection(of).size)
    )
  return {
    ...scoreOf(new Set(actions)),
    ...Object.fromEntries(actions.map(action => [action, scoreOf(new Set([action])).f1]))
  }
}
