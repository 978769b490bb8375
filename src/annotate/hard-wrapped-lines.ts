/**
 * Whether a passage has its lines broken at a width, as telegrams and mail have,
 * so that a line break says nothing about the sentence.
 *
 *     "… said President\nAlfredo Ruiz, who …\n"     yes: lines of 45 to 100 characters that break off
 *     "Two men died.\nPolice came.\n"               no: a paragraph a line
 *     "Killed: 5\nHurt: 6\n"                        no: short lines
 */
import type {Span} from '../model/span.ts'

const fewestBreaks = 3
const shortestWidth = 45
const longestWidth = 100
const endsParagraph = /[.!?…؟۔:;]["”“’')\]»]*$/

export function isHardWrapped(text: string, tokens: readonly Span[]): boolean {
  let breaks = 0
  let broken = 0
  let width = 0
  let lineFrom = tokens[0]?.from ?? 0
  for (let i = 0; i + 1 < tokens.length; i++) {
    const {to} = tokens[i]!
    const next = tokens[i + 1]!.from
    if (next === to) continue
    const gap = text.slice(to, next)
    const line = gap.indexOf('\n')
    if (line < 0) continue
    // A blank line ends a paragraph at any width.
    if (!gap.includes('\n', line + 1)) {
      breaks++
      if (!endsParagraph.test(text.slice(Math.max(lineFrom, to - 3), to))) {
        broken++
        width += to - lineFrom
      }
    }
    lineFrom = next
  }
  const mean = width / broken
  return broken >= fewestBreaks && broken > breaks * 0.6 && mean >= shortestWidth && mean <= longestWidth
}
