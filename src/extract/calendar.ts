/** Reads a whole English date: "November 5, 2021", "06th November 2021", "5 Nov. 2021". */
import {type IsoDate, isIsoDate} from '../model/date.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `null` when the words are no day that exists. */
export function readDay(words: string): IsoDate | null {
  const [year] = words.match(/\b\d{4}\b/) ?? []
  const [month] =
    words
      .match(/\p{L}{3,9}/gu)
      ?.map(name => months.indexOf(name.slice(0, 3).toLowerCase()))
      .filter(i => i >= 0) ?? []
  const [day] = words.replace(/\b\d{4}\b/, ' ').match(/\d{1,2}/) ?? []
  if (!year || month === undefined || !day) return null
  const iso = `${year}-${String(month + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDate(iso) ? iso : null
}
