/**
 * Claims over the text of a report, by offsets: which paragraph, which underline, which claim is meant by a click.
 *
 * The text is never changed and no element is put between its letters (Arabic would lose its joining): ranges are drawn by
 * the CSS Custom Highlight API over one text node a paragraph. Offsets count UTF-16 units of the whole text, CR LF included.
 */
import type {Claim} from '../../../../src/model/contract.ts'
import type {Span} from '../../../../src/model/span.ts'

export interface Paragraph extends Span {
  readonly words: string
}

/** Lines with something in them; with what lies between they are the text. */
export function paragraphsOf(text: string): Paragraph[] {
  return [...text.matchAll(/[^\r\n]+/g)]
    .filter(({0: words}) => words.trim())
    .map(({index, 0: words}) => ({from: index, to: index + words.length, words}))
}

export const underlines = ['happened', 'casualties', 'otherwise', 'unconfirmed', 'background'] as const
export type Underline = (typeof underlines)[number]

/** Fact and threat are told apart by the line alone. */
export function underlineOf({polarity, realis, about}: Claim): Underline {
  if (polarity !== 'affirmed') return 'unconfirmed'
  if (about === 'threat' || realis !== 'happened') return 'otherwise'
  if (about === 'casualties') return 'casualties'
  return about === 'affiliation' || about === 'motive' ? 'background' : 'happened'
}

/** All claims over this place, the smallest first: it wins a click, the list shows all. */
export function claimsAt(claims: readonly Claim[], offset: number): Claim[] {
  return claims
    .filter(({quote}) => quote.from <= offset && offset < quote.to)
    .toSorted((a, b) => a.quote.to - a.quote.from - (b.quote.to - b.quote.from))
}

/** Other claims over some of the words of this one, the smallest first. */
export function overlapping(claims: readonly Claim[], {id, quote}: Claim): Claim[] {
  return claims
    .filter(other => other.id !== id && other.quote.from < quote.to && quote.from < other.quote.to)
    .toSorted((a, b) => a.quote.to - a.quote.from - (b.quote.to - b.quote.from))
}

/** As they stand in the text. */
export function inTextOrder(claims: readonly Claim[]): Claim[] {
  return claims.toSorted((a, b) => a.quote.from - b.quote.from || b.quote.to - a.quote.to)
}

/** Marks that turn the direction of what follows and cannot be seen, with their offsets: "U+202E at 14". */
export function hiddenMarks({words, from}: Paragraph): string[] {
  return [...words.matchAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g)].map(
    ({0: mark, index}) =>
      `U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')} [${from + index}]`
  )
}

/** The ranges of a span in the paragraphs drawn in `box`, whose elements carry `data-from`. */
export function rangesIn(box: HTMLElement, {from, to}: Span): Range[] {
  return [...box.querySelectorAll<HTMLElement>('[data-from]')].flatMap(paragraph => {
    const node = paragraph.firstChild
    const start = Number(paragraph.dataset.from)
    const length = node?.nodeValue?.length ?? 0
    if (!node || to <= start || from >= start + length) return []
    const range = new Range()
    range.setStart(node, Math.max(0, from - start))
    range.setEnd(node, Math.min(length, to - start))
    return [range]
  })
}

/** The offset in the text of a point on the screen; null where there are no letters. */
export function offsetAt(box: HTMLElement, x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint?.(x, y)
  const node = caret?.offsetNode
  const paragraph = node?.parentElement?.closest<HTMLElement>('[data-from]')
  if (!caret || !node || !paragraph || !box.contains(paragraph)) return null
  // A caret is also found beside a line: only letters count.
  const range = new Range()
  const length = node.nodeValue?.length ?? 0
  for (const at of [caret.offset, caret.offset - 1]) {
    if (at < 0 || at >= length) continue
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    const isOver = [...range.getClientRects()].some(
      box => box.x <= x && x <= box.x + box.width && box.y <= y && y <= box.y + box.height
    )
    if (isOver) return Number(paragraph.dataset.from) + at
  }
  return null
}

/** What is selected of the text, by its offsets, without blanks at its ends; null where nothing is. */
export function selectedSpan(box: HTMLElement): Span | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  let [from, to] = [Number.POSITIVE_INFINITY, -1]
  for (const paragraph of box.querySelectorAll<HTMLElement>('[data-from]')) {
    const node = paragraph.firstChild
    const words = node?.nodeValue ?? ''
    if (!node || !range.intersectsNode(node)) continue
    const low = node === range.startContainer ? range.startOffset : 0
    const high = node === range.endContainer ? range.endOffset : words.length
    const taken = words.slice(low, high)
    if (!taken.trim()) continue
    const start = Number(paragraph.dataset.from) + low
    from = Math.min(from, start + (taken.length - taken.trimStart().length))
    to = Math.max(to, start + taken.trimEnd().length)
  }
  return to > from ? {from, to} : null
}

/** Draws ranges under a name that report-text.css gives a look; a browser that cannot shows the text without. */
export function draw(name: string, ranges: readonly Range[], priority = 0): void {
  if (!('highlights' in CSS)) return
  const highlight = new Highlight(...ranges)
  highlight.priority = priority
  CSS.highlights.set(name, highlight)
}

export function erase(...names: readonly string[]): void {
  if (!('highlights' in CSS)) return
  for (const name of names) CSS.highlights.delete(name)
}
