/**
 * Takes the document type declaration out of XML, so that no entity of its own is ever expanded or fetched (SAFETY H4).
 *
 * What it declares is not read: "&name;" of such an entity stays as written.
 * One pass over the prolog; a declaration further down is no declaration and stays.
 */

export type Undeclared =
  | {readonly xml: string; readonly declaresEntities: boolean}
  | {readonly reason: string}

export function withoutDoctype(xml: string): Undeclared {
  const from = afterProlog(xml)
  if (!/^<!doctype/i.test(xml.slice(from, from + 9))) return {xml, declaresEntities: false}
  const to = endOf(xml, from)
  if (to < 0) return {reason: 'has a document type declaration that does not end; mend the feed'}
  return {
    xml: xml.slice(0, from) + xml.slice(to),
    declaresEntities: /<!entity/i.test(xml.slice(from, to))
  }
}

/** Where the prolog ends: past blanks, processing instructions and comments. */
export function afterProlog(xml: string): number {
  let at = 0
  for (;;) {
    while (/\s/.test(xml[at] ?? '')) at++
    const close = xml.startsWith('<?', at) ? '?>' : xml.startsWith('<!--', at) ? '-->' : null
    const end = close ? xml.indexOf(close, at + 2) : -1
    if (!close || end < 0) return at
    at = end + close.length
  }
}

/** What stands in a declaration so that a ">" or "]" in it ends nothing. */
const spans: readonly (readonly [open: string, close: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['"', '"'],
  ["'", "'"]
]

/** Past the ">" that closes the declaration; -1 where there is none. */
function endOf(xml: string, from: number): number {
  let inSubset = false
  for (let at = from + 1; at < xml.length; at++) {
    const span = spans.find(([open]) => xml.startsWith(open, at))
    if (span) {
      const end = xml.indexOf(span[1], at + span[0].length)
      if (end < 0) return -1
      at = end + span[1].length - 1
    } else if (xml[at] === '[') inSubset = true
    else if (xml[at] === ']') inSubset = false
    else if (xml[at] === '>' && !inSubset) return at + 1
  }
  return -1
}
