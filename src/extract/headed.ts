/**
 * Puts the headline over a text, as a passage of its own: what it claims ("Three killed as ...") is claimed by the outlet.
 *
 *     title "Police disperse traders", text "Police ..."     "Police disperse traders\n\nPolice ...", title 0 to 23
 *
 * A text that begins with its headline stays as it is.
 */
import type {ReportRecord} from '../model/report.ts'

export function headed(record: ReportRecord): ReportRecord {
  const {title, text, marked = []} = record
  if (title === null || lettersOf(text.slice(0, 2 * title.length)).startsWith(lettersOf(title))) return record
  const head = `${title}\n\n`
  const shifted = marked.map(passage => ({
    ...passage,
    from: passage.from + head.length,
    to: passage.to + head.length
  }))
  return {...record, text: head + text, marked: [{kind: 'title', from: 0, to: title.length}, ...shifted]}
}

function lettersOf(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
