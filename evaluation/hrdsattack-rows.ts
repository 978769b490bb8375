/** Reads DIR/hrdsattack/NAME.jsonl: reports about attacks on defenders of human rights, with the key of their principal act. */
import {isoDate} from '../src/model/date.ts'
import type {Report} from '../src/model/report.ts'
import type {AnnotatedReport} from '../src/pipeline.ts'
import {linesOf} from './json-lines.ts'

export interface Row {
  readonly id: string
  readonly title: string
  readonly published: string
  readonly text: string
  readonly perpetrator_type: string | null
  readonly violations: readonly string[]
  readonly date: Readonly<Record<'year' | 'month' | 'day', string | null>>
  readonly place: Readonly<Record<'city' | 'region' | 'country', string | null>>
}

export interface ReadRow {
  readonly row: Row
  readonly report: AnnotatedReport
}

export function readRows(
  data: string,
  splits: readonly string[],
  annotate: (report: Report) => AnnotatedReport
): ReadRow[] {
  return splits
    .flatMap(split => linesOf<Row>(`${data}/hrdsattack/${split}.jsonl`))
    .map(row => {
      const {id, title, published, text} = row
      const publishedOn = isoDate(published.slice(0, 10))
      return {row, report: annotate({id, sha256: '', url: null, outlet: null, title, publishedOn, text})}
    })
}
