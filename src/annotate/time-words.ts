/**
 * The words of time that the codebook lists, by class and value.
 *
 * Reads `calendar.csv`, `time-words.csv`, `month-names.csv`, `holidays.csv`, `named-times.csv` and `not-times.csv`
 * of `codebook/lexicons/en`; docs/times.md describes them.
 */
import {PhraseTable} from '../algorithms/phrase-table.ts'
import type {Codebook} from '../codebook/codebook.ts'
import {DataFileError} from '../codebook/data-file-error.ts'
import {piecesOf, type TimeWords} from '../languages/en/times/scan.ts'

/** The letter of each unit of `time-words.csv`. */
const classes: Readonly<Record<string, string>> = {
  'weekday-short': 'w',
  length: 'U',
  number: 'n',
  ordinal: 'O',
  decade: 'e',
  back: 'g',
  later: 'L',
  earlier: 'B',
  after: 'F',
  which: 'R',
  part: 'H',
  end: 'J',
  half: 'J',
  'of-day': 'P',
  clock: 'K',
  'half-day': 'k',
  zone: 'j',
  season: 'S',
  quarter: 'Q',
  near: 'z',
  now: 'C',
  era: 'G',
  eve: 'y',
  anniversary: 'c',
  in: 'i',
  on: 'u',
  by: 'q',
  for: 'l',
  to: 't',
  from: 'r',
  between: 'b',
  since: 's',
  and: 'a',
  of: 'v',
  the: 'T',
  one: 'A'
}

const monthClasses: Readonly<Record<string, string>> = {gregorian: 'M', persian: 'X', hijri: 'h'}

export function timeWords(codebook: Codebook): TimeWords {
  const words: TimeWords = new PhraseTable()
  const seen = new Set<string>()
  const add = (form: string, cls: string, value: string) => {
    // The first list that knows a form decides.
    if (seen.has(form)) return
    seen.add(form)
    words.add(piecesOf(form), {cls, value})
  }
  const list = <const Column extends string>(name: string, columns: readonly Column[]) =>
    codebook.table(`lexicons/en/${name}.csv`, columns)

  for (const {form} of list('not-times', ['form'])) add(form, 'x', '')
  const calendar = list('calendar', ['form', 'unit', 'value'])
  const isShort = ({form, unit, value}: {form: string; unit: string; value: string}) =>
    calendar.some(other => other.unit === unit && other.value === value && other.form.length > form.length)
  for (const row of calendar)
    add(row.form, row.unit === 'weekday' ? 'W' : isShort(row) ? 'm' : 'M', row.value)
  for (const {form, unit, value, line} of list('time-words', ['form', 'unit', 'value']))
    add(form, known(classes, unit, {name: 'time-words', line}), value)
  for (const {form, calendar: name, month, line} of list('month-names', ['form', 'calendar', 'month']))
    add(form, known(monthClasses, name, {name: 'month-names', line}), month)
  for (const row of list('holidays', ['form', 'calendar', 'month', 'day']))
    add(row.form, 'V', `${row.calendar} ${row.month} ${row.day}`)
  for (const {form, from, to} of list('named-times', ['form', 'from', 'to'])) add(form, 'I', `${from}..${to}`)
  return words
}

function known(
  table: Readonly<Record<string, string>>,
  key: string,
  {name, line}: {name: string; line: number}
): string {
  const cls = table[key]
  if (cls === undefined)
    throw new DataFileError(
      `codebook/lexicons/en/${name}.csv`,
      line,
      `unknown kind "${key}"; write one of ${Object.keys(table).join(', ')}`
    )
  return cls
}
