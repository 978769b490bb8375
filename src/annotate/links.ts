/**
 * Links and addresses as the tokenizer meets them.
 *
 *     "https://t.co/x9"  "www.example.org"  "pic.twitter.com/x9"  "t.co/x9"
 *     "desk@example.org"  "Carol@OFFICE"
 *     "(see www.example.org)."     without the bracket and the full stop
 *     "yesterdayhttps://t.co/x9"   the link begins inside
 */
import type {Span} from '../model/span.ts'
import {kindAt, kinds, widthAt} from './character-kinds.ts'

const longestLocalPart = 64
const schemes = ['https://', 'http://', 'ftp://', 'www.', 'pic.twitter.com/']
const local = /[A-Za-z0-9._%+-]/
const domain = /[A-Za-z0-9._-]/
const alphanumeric = /[A-Za-z0-9]/
const closesLink = '<>"“”«»،؛'
/** What ends a sentence or a bracket around the link. */
const stops = ".,;:!?)]}'’*…"

export function startsLink(text: string, at: number, limit: number): boolean {
  for (const scheme of schemes) {
    if (
      text.startsWith(scheme, at) &&
      at + scheme.length < limit &&
      kindAt(text, at + scheme.length) !== kinds.space
    )
      return true
  }
  return false
}

export function linkEnd(text: string, from: number, limit: number): number {
  let to = from
  let closedInside = 0
  while (to < limit && !closesLink.includes(text[to]!)) {
    const kind = kindAt(text, to)
    if (kind === kinds.space || kind === kinds.hidden) break
    if (text[to] === '(') closedInside++
    if (text[to] === ')') closedInside--
    to += widthAt(text, to)
  }
  // "wiki/Kano_(city)" keeps its bracket.
  while (to > from + 1 && stops.includes(text[to - 1]!) && !(text[to - 1] === ')' && closedInside >= 0)) {
    if (text[to - 1] === ')') closedInside++
    to--
  }
  return to
}

/** The address around an "@" that follows a letter, figure or dot, or null. */
export function addressAt(text: string, at: number, region: Span): Span | null {
  if (at + 1 >= region.to || !alphanumeric.test(text[at + 1]!)) return null
  let from = at
  const first = Math.max(region.from, at - longestLocalPart)
  while (from > first && local.test(text[from - 1]!)) from--
  if (!alphanumeric.test(text[from] ?? '')) return null
  let to = at + 1
  while (to < region.to && domain.test(text[to]!)) to++
  while (!alphanumeric.test(text[to - 1]!)) to--
  return {from, to}
}
