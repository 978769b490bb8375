/** Suite `gvdb`: people killed and hurt in articles on shootings (DIR/gvdb/NAME.jsonl), counted from the coders' rows of victims. See toll-figures.ts. */
import {createPipeline} from '../src/pipeline.ts'
import {documentReport} from './documents.ts'
import {linesOf} from './json-lines.ts'
import type {Suite} from './suite.ts'
import {tollFigures} from './toll-figures.ts'

interface Article {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly n_killed: number | null
  readonly n_injured: number | null
}

export const gvdb: Suite = {
  run({knowledge, data, splits}) {
    const annotate = createPipeline(knowledge)
    const predictions: string[] = []
    const figures = splits.map(name => {
      // The corpus gives the day of the shooting, not of the article.
      const read = linesOf<Article>(`${data}/gvdb/${name}.jsonl`).map(article => ({
        id: article.id,
        report: annotate(documentReport(article.id, withTitle(article), article)),
        gold: {killed: article.n_killed, injured: article.n_injured}
      }))
      const {figures, wrong} = tollFigures(read)
      predictions.push(...wrong)
      return [name, figures]
    })
    return {figures: Object.fromEntries(figures), predictions}
  }
}

/** The texts begin with their titles, without a space behind. */
function withTitle({title, text}: Article): string {
  return text.startsWith(title) ? `${title}\n\n${text.slice(title.length)}` : text
}
