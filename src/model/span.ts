/**
 * A stretch of a report's text.
 *
 * Offsets count UTF-16 code units, as JavaScript strings do. `from` is the
 * first unit inside, `to` the first unit after, so `text.slice(from, to)` is
 * the quote and an empty span has `from === to`.
 */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A span together with its words: `text === report.text.slice(from, to)`, always. */
export interface Quote extends Span {
  readonly text: string
}

export function quote(text: string, {from, to}: Span): Quote {
  return {from, to, text: text.slice(from, to)}
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}

export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to
}
