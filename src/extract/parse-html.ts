/**
 * Parses HTML into a document that no page makes slow or endless to walk.
 *
 * Tags are read once before they are parsed, by the tokenizer of the parser itself, so that both see the same tags: those
 * that nest too deep or come too late are left out and their text stays (SAFETY H3: each further level costs Readability
 * and the parser more than the one before). What stands behind an early `</body>` belongs to
 * the body, as in browsers. Nothing is loaded and no script runs.
 *
 *     "<div>" five thousand times, "text"     160 levels, then "text"
 *     "<p>a<p>b</body>c"                       two paragraphs; c in the second
 */

import {Tokenizer} from 'htmlparser2'
import {parseHTML} from 'linkedom'

/**
 * Of 181 pages of news the deepest has 51 levels and the largest 1,600 elements. SAFETY H3 allows 512 levels; nested tables
 * of so many take Readability more than a minute.
 */
const deepest = 160
const mostElements = 12_000
/** A tag with more than this in it has its attributes left out, in UTF-16 units and attributes. */
const longestTag = 100_000
const mostAttributes = 200

const voidTags = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(
    ' '
  )
)
/** What an opening tag closes when it stands right before: the part of the parser's own table that real pages leave open. */
const closes: Readonly<Record<string, readonly string[]>> = {
  p: ['p'],
  li: ['li'],
  td: ['td', 'th'],
  th: ['th'],
  tr: ['td', 'th', 'tr'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  option: ['option'],
  optgroup: ['option', 'optgroup']
}
const lineBreak = '<br>'
const frame = new Set(['html', 'head', 'body'])
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var'.split(
    ' '
  )
)

/** A whole page or a piece of one; the document always has a head and a body. */
export function parseHtml(html: string): Document {
  const document = parsed(limitTags(html, false))
  if (document.documentElement?.localName === 'html' && childNamed(document.documentElement, 'body'))
    return document
  return parsed(`<!doctype html><html><head></head><body>${limitTags(html, true)}</body></html>`)
}

function parsed(html: string): Document {
  const document = parseHTML(html).document as unknown as Document
  // The parser makes a node of each character reference: a page that writes its letters so has a node for each.
  document.normalize()
  return document
}

function childNamed(element: Element, name: string): boolean {
  for (let child = element.firstElementChild; child; child = child.nextElementSibling)
    if (child.localName === name) return true
  return false
}

/** `isPiece`: the tags of html, head and body are left out too. */
function limitTags(html: string, isPiece: boolean): string {
  const kept: string[] = []
  let copiedTo = 0
  const open: string[] = []
  const counts = new Map<string, number>()
  const dropped = new Map<string, number>()
  /** Elements that are left out and not closed yet: what stands in them is left out too. */
  let droppedOpen = 0
  let elements = 0
  let name = ''
  let tagFrom = 0
  let attributes = 0
  let breaks = 0

  const add = (map: Map<string, number>, key: string, by: number) => map.set(key, (map.get(key) ?? 0) + by)
  const push = () => {
    open.push(name)
    add(counts, name, 1)
  }
  const pop = () => add(counts, open.pop()!, -1)
  /** Replaces the tag that ends before `to`. */
  const drop = (to: number, by: string) => {
    const before = html.slice(copiedTo, tagFrom)
    if (before.trim() !== '') breaks = 0
    breaks += by === lineBreak ? 1 : 0
    // Two breaks part paragraphs; thousands would be elements too.
    kept.push(before, by === lineBreak && breaks > 2 ? '' : by)
    copiedTo = to
  }
  const onOpened = (end: number, isClosed: boolean) => {
    while (droppedOpen === 0 && open.length > 0 && closes[name]?.includes(open.at(-1)!)) pop()
    elements++
    if (frame.has(name) && (isPiece || (counts.get(name) ?? 0) > 0)) return drop(end + 1, '')
    if (open.length >= deepest || elements > mostElements || droppedOpen > 0) {
      if (voidTags.has(name)) return name === 'br' ? undefined : drop(end + 1, '')
      add(dropped, name, 1)
      droppedOpen++
      return drop(end + 1, inline.has(name) ? '' : lineBreak)
    }
    if (attributes > mostAttributes || end - tagFrom > longestTag) drop(end + 1, `<${name}>`)
    if (!voidTags.has(name)) push()
    // In SVG and MathML a tag may close itself.
    if (isClosed && open.at(-1) === name && (counts.get('svg') || counts.get('math'))) pop()
  }
  const nothing = () => {}

  const tokenizer = new Tokenizer(
    {xmlMode: false, decodeEntities: false},
    {
      onopentagname(from, to) {
        name = html.slice(from, to).toLowerCase()
        tagFrom = from - 1
        attributes = 0
      },
      onopentagend: end => onOpened(end, false),
      onselfclosingtag: end => onOpened(end, true),
      onclosetag(from, to) {
        const closing = html.slice(from, to).toLowerCase()
        tagFrom = from - 2
        const behind = html.indexOf('>', to) + 1 || html.length
        if (frame.has(closing) && (isPiece || closing !== 'head')) return drop(behind, '')
        if ((dropped.get(closing) ?? 0) > 0) {
          add(dropped, closing, -1)
          droppedOpen--
          return drop(behind, inline.has(closing) ? '' : lineBreak)
        }
        if ((counts.get(closing) ?? 0) === 0) return
        while (open.at(-1) !== closing) pop()
        pop()
        dropped.clear()
        droppedOpen = 0
      },
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname() {
        attributes++
      },
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onprocessinginstruction: nothing,
      ontext: nothing,
      ontextentity: nothing
    }
  )
  tokenizer.write(html)
  tokenizer.end()
  kept.push(html.slice(copiedTo))
  return kept.join('')
}
