/**
 * Finds expressions of time and what they mean on the calendar.
 *
 * Relative expressions count from the day of publication, in an embedded post
 * from the day of the post. Without such a day they are found but mean no date.
 */
import type {Knowledge} from '../codebook/knowledge.ts'
import {type Calendar, timeForms} from '../languages/en/time-expressions.ts'
import {type IsoDate, isIsoDate} from '../model/date.ts'
import type {TimeMention} from '../model/layers.ts'
import {stage} from '../model/stage.ts'

export const times = ({codebook}: Knowledge) => {
  const rows = codebook.table('lexicons/en/calendar.csv', ['form', 'unit', 'value'])
  const names = (unit: string) =>
    new Map(rows.filter(row => row.unit === unit).map(row => [row.form, Number(row.value)]))
  const calendar: Calendar = {months: names('month'), weekdays: names('weekday')}

  return stage({
    name: 'times',
    needs: ['passages', 'header'],
    adds: ['times'],
    run({text, passages, header}) {
      const found: TimeMention[] = []
      for (const {from, to, language, kind, on} of passages) {
        // Stamps and datelines say when the report was made; the header reads them.
        if (kind === 'boilerplate' || (language !== 'en' && kind !== 'social-post')) continue
        const reference: IsoDate | null = on && isIsoDate(on) ? on : header.publishedOn
        const words = text.slice(from, to)
        for (const {pattern, read} of timeForms) {
          for (const match of words.matchAll(pattern)) {
            const meaning = read(match.groups ?? {}, reference, calendar)
            if (!meaning) continue
            const start = from + match.index
            found.push({from: start, to: start + match[0].length, ...meaning})
          }
        }
      }
      return {times: longest(found)}
    }
  })
}

/** Of expressions that overlap the longest stays; of equals the first form. */
function longest(found: readonly TimeMention[]): TimeMention[] {
  const sorted = found
    .map((time, order) => ({time, order}))
    .sort((a, b) => b.time.to - b.time.from - (a.time.to - a.time.from) || a.order - b.order)
  const kept: TimeMention[] = []
  const starts = new Set<number>()
  for (const {time} of sorted) {
    // Expressions are short: an overlap shares one of a few offsets.
    let free = true
    for (let at = time.from; at < time.to && free; at++) free = !starts.has(at)
    if (!free) continue
    for (let at = time.from; at < time.to; at++) starts.add(at)
    kept.push(time)
  }
  return kept.sort((a, b) => a.from - b.from)
}
