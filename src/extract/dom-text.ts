/**
 * Turns a part of a page into text: paragraphs between blank lines, with what the page marks as no body.
 *
 *     <p>One<br>two</p><ul><li>three</li></ul>       "One\ntwo", "three"
 *     <table><tr><td>Dorna</td><td>12</td></tr>      "Dorna; 12", a line for each row
 *     <figcaption>A street</figcaption>              marked: caption
 *     <blockquote class="twitter-tweet">             marked: social-post, with author, day and links
 *     <q>go</q>                                      "“go”": browsers draw those marks
 *
 * Scripts, controls, comments and what a page hides leave no text. Letters stay as they are, in normal form C.
 */
import type {MarkedPassage} from '../model/report.ts'
import {isSocialPost, postFacts} from './social-posts.ts'

export interface DomText {
  readonly text: string
  /** Captions, posts and boilerplate, in text order. */
  readonly marked: readonly MarkedPassage[]
}

const blocks = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' '
  )
)
const silent = new Set(
  'script style noscript template svg math iframe frame frameset object embed applet audio video canvas map button input select textarea datalist progress meter head title meta link'.split(
    ' '
  )
)

/** Whether the page itself says that nobody sees or should read the element. */
export function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true
  const style = element.getAttribute('style')
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
}

export interface Mark {
  /** One element is one passage. */
  readonly element: Element
  readonly kind: MarkedPassage['kind']
}

export interface Paragraph {
  readonly text: string
  readonly mark: Mark | null
  /** The block that it stands in: "p", "li", "h2". */
  readonly block: Element
  /** Share of its letters that lead elsewhere. */
  readonly linked: number
}

export function domText(root: Element): DomText {
  return assembled(paragraphsOf(root))
}

/** The paragraphs of a part of a page with what it marks; `kindOf` marks further elements. */
export function paragraphsOf(
  root: Element,
  kindOf: (element: Element) => Mark['kind'] | null = () => null
): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let pieces: string[] = []
  let mark: Mark | null = null
  let block = root
  let linkDepth = 0
  let letters = 0
  let linked = 0
  const rows = new Map<Element | null, boolean>()

  const isDataRow = (row: Element | null) => {
    const known = rows.get(row) ?? (row !== null && isOfData(row))
    rows.set(row, known)
    return known
  }

  const flush = () => {
    for (const text of tidied(pieces.join('')))
      paragraphs.push({text, mark, block, linked: letters === 0 ? 0 : linked / letters})
    pieces = []
    letters = linked = 0
  }
  const onText = (text: string) => {
    pieces.push(text)
    const count = text.replace(/\s+/g, '').length
    letters += count
    if (linkDepth > 0) linked += count
  }
  const enter = (element: Element): boolean => {
    const name = element.localName
    if (silent.has(name) || isHidden(element)) return false
    if (name === 'br') pieces.push(lineBreak)
    else if (name === 'a') linkDepth++
    else if (name === 'q') pieces.push('“')
    else if (isCell(name) && isDataRow(element.parentElement))
      pieces.push(element.previousElementSibling ? cellBreak : '')
    else if (name === 'tr' && isDataRow(element)) pieces.push(element.previousElementSibling ? lineBreak : '')
    else if (blocks.has(name) || isCell(name)) {
      flush()
      block = element
    }
    const kind = mark === null ? markOf(element) : null
    if (kind) {
      flush()
      mark = {element, kind}
    }
    return true
  }
  const leave = (element: Element) => {
    const name = element.localName
    if (name === 'a') linkDepth--
    if (name === 'q') pieces.push('”')
    const isRow = name === 'tr' && isDataRow(element)
    const isLaidOut = isCell(name) && !isDataRow(element.parentElement)
    if ((blocks.has(name) && !isRow) || isLaidOut) flush()
    if (mark?.element === element) {
      flush()
      mark = null
    }
  }
  const markOf = (element: Element): Mark['kind'] | null => {
    if (isSocialPost(element)) return 'social-post'
    return kindOf(element) ?? (element.localName === 'figcaption' ? 'caption' : null)
  }

  walk(root, enter, onText, leave)
  flush()
  return paragraphs
}

/** Every node of the tree in its order, without recursion: pages nest deep. */
function walk(
  root: Element,
  enter: (element: Element) => boolean,
  onText: (text: string) => void,
  leave: (element: Element) => void
): void {
  let node: Node = root
  for (;;) {
    const isElement = node.nodeType === 1
    if (node.nodeType === 3) onText(node.nodeValue ?? '')
    const isOpen = isElement && enter(node as Element)
    if (isOpen && node.firstChild) {
      node = node.firstChild
      continue
    }
    if (isOpen) leave(node as Element)
    while (node !== root && !node.nextSibling) {
      node = node.parentNode!
      leave(node as Element)
    }
    if (node === root) return
    node = node.nextSibling!
  }
}

const isCell = (name: string) => name === 'td' || name === 'th'

/** A row of plain cells; rows of a table that only lays out a page hold blocks, breaks or much text. */
function isOfData(row: Element): boolean {
  for (let cell = row.firstElementChild; cell; cell = cell.nextElementSibling) {
    if ((cell.textContent ?? '').length > longestCell || cell.getElementsByTagName('br').length > 1)
      return false
    for (let child = cell.firstElementChild; child; child = child.nextElementSibling)
      if (blocks.has(child.localName)) return false
  }
  return true
}

const longestCell = 200

/** Private use: no page has a meaning for them, and they are gone when the text is tidied. */
const lineBreak = '\ue0f0'
const cellBreak = '\ue0f1'

/** Paragraphs of one run of inline text. */
function tidied(run: string): string[] {
  return run
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[ \t\r\n\f\v\u00a0\u0085\u2028\u2029]+/g, ' ')
    .replace(/ ?\ue0f1 ?/g, '; ')
    .split(/ ?\ue0f0(?: ?\ue0f0)+ ?/)
    .map(words =>
      words
        .split(lineBreak)
        .map(line => line.replace(/^(?:; )+|(?:; ?)+$/g, '').trim())
        .filter(line => line !== '')
        .join('\n')
        .normalize('NFC')
    )
    .filter(words => words !== '')
}

/** One mark is one passage, its paragraphs lines of it. */
export function assembled(paragraphs: readonly Paragraph[]): DomText {
  let text = ''
  const marked: MarkedPassage[] = []
  for (let i = 0; i < paragraphs.length; ) {
    const {mark} = paragraphs[i]!
    let end = i + 1
    while (mark && paragraphs[end]?.mark === mark) end++
    const words = paragraphs
      .slice(i, end)
      .map(paragraph => paragraph.text)
      .join('\n')
    if (text) text += '\n\n'
    if (mark)
      marked.push({
        from: text.length,
        to: text.length + words.length,
        kind: mark.kind,
        ...(mark.kind === 'social-post' ? postFacts(mark.element, words) : {})
      })
    text += words
    i = end
  }
  return {text, marked}
}
