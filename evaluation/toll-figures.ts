/**
 * People killed and hurt of a whole document, beside what coders counted.
 *
 * `killed`: documents whose number is the coders'; `killedWhereAny`: of those where they counted somebody; `killedWithin1`: off
 * by one at most. A document's number is what its casualties add up to (src/coding/tolls.ts), the lower end of a range.
 * Coders' blanks are left out.
 */
import {tollOf} from '../src/coding/tolls.ts'
import type {AnnotatedReport} from '../src/pipeline.ts'
import {percent} from './measures.ts'

export interface Counted {
  readonly id: string
  readonly report: AnnotatedReport
  readonly gold: Readonly<Record<'killed' | 'injured', number | null>>
}

/** `wrong`: one line for each document whose number is not the coders'. */
export function tollFigures(documents: readonly Counted[]): {figures: object; wrong: string[]} {
  const wrong: string[] = []
  const figures = (['killed', 'injured'] as const).map(outcome => {
    const pairs = documents.flatMap(({id, report, gold}) => {
      const number = gold[outcome]
      return number === null
        ? []
        : [{id, text: report.text, gold: number, found: tollOf(outcome, report).min}]
    })
    for (const pair of pairs) if (pair.found !== pair.gold) wrong.push(JSON.stringify({outcome, ...pair}))
    const exact = (of: typeof pairs) =>
      percent(of.filter(({gold, found}) => gold === found).length, of.length)
    const near = pairs.filter(({gold, found}) => Math.abs(gold - found) <= 1)
    return {
      [outcome]: exact(pairs),
      [`${outcome}WhereAny`]: exact(pairs.filter(({gold}) => gold > 0)),
      [`${outcome}Within1`]: percent(near.length, pairs.length)
    }
  })
  return {figures: Object.assign({}, ...figures), wrong}
}
