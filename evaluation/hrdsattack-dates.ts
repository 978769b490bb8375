/**
 * When the act happened that a report of DIR/hrdsattack/NAME.jsonl is about (see principal-time.ts), against its key.
 *
 * `valued`: rows where the key has a value, a null answer is wrong; `leftNull`: rows where it has none ("unknown" is none);
 * `all`: both. `nulls` takes the empty cells of the three parts together.
 */
import {eventTypes} from '../src/codebook/event-types.ts'
import type {Knowledge} from '../src/codebook/knowledge.ts'
import type {ReadRow} from './hrdsattack-rows.ts'
import {percent} from './measures.ts'
import {type PrincipalTime, principalTime} from './principal-time.ts'
import type {Result} from './suite.ts'

type Part = 'year' | 'month' | 'day'
const parts = ['year', 'month', 'day'] as const
type Parts = Readonly<Record<Part, number | null>>
const nothing: Parts = {year: null, month: null, day: null}

export function dates({codebook}: Knowledge, read: readonly ReadRow[]): Result {
  const types = new Map(eventTypes(codebook).map(type => [type.id, type]))
  const predictions: string[] = []
  const rows = read.map(({row: {id, published, date}, report}) => {
    const found = principalTime(report, types)
    const answer = found ? partsOf(found) : nothing
    const gold: Parts = {year: numberIn(date.year), month: monthIn(date.month), day: numberIn(date.day)}
    predictions.push(JSON.stringify({id, published, gold, answer, found}))
    return {gold, answer}
  })
  const figures = Object.fromEntries(
    parts.map(part => {
      const right = (own: typeof rows) => own.filter(({gold, answer}) => gold[part] === answer[part]).length
      const valued = rows.filter(({gold}) => gold[part] !== null)
      const empty = rows.filter(({gold}) => gold[part] === null)
      return [
        part,
        {
          valued: percent(right(valued), valued.length),
          leftNull: percent(right(empty), empty.length),
          all: percent(right(rows), rows.length)
        }
      ]
    })
  )
  const nulls = rows.flatMap(({gold, answer}) =>
    parts.filter(part => gold[part] === null).map(part => answer[part] === null)
  )
  return {figures: {...figures, nulls: percent(nulls.filter(Boolean).length, nulls.length)}, predictions}
}

/** As much of a time as its two ends agree on. */
function partsOf({when: {from, to}, isWritten}: PrincipalTime): Parts {
  const [a, b] = [from, to].map(day => day.slice(0, 10).split('-').map(Number)) as [number[], number[]]
  if (a[0] !== b[0]) return nothing
  const year = a[0]!
  if (a[1] !== b[1]) return {year, month: null, day: null}
  return {year, month: a[1]!, day: isWritten && a[2] === b[2] ? a[2]! : null}
}

function numberIn(words: string | null): number | null {
  if (words === null || /^unknown$/i.test(words)) return null
  return Number(/\d+/.exec(words)?.[0] ?? Number.NaN)
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** "08", "November"; NaN for what is no month. */
function monthIn(words: string | null): number | null {
  const index = months.indexOf((words ?? '').slice(0, 3).toLowerCase())
  return index >= 0 ? index + 1 : numberIn(words)
}
