/**
 * Reads a page of news: the text of its report, and what the page says of it.
 *
 * Readability finds the part of the page that holds the report. Before it, what classes tell of captions, posts and
 * bylines is written into elements that it leaves alone; after it, share bars and related links are taken out, and
 * paragraphs that are no report are marked: they stay in the text. A page that is no report gives a reason.
 *
 *     <h1>Police disperse traders</h1> ... <p>Police ...</p> <p>Read also: ...</p>
 *         title "Police disperse traders", text "Police disperse traders\n\nPolice ...\n\nRead also: ...", the first paragraph
 *         marked as title, the last as boilerplate
 *
 * Nothing is loaded and no script runs. Deep and endless pages are read in bounded time: parse-html.ts.
 */
import {Readability} from '@mozilla/readability'
import type {ReportRecord} from '../model/report.ts'
import {decodeText} from './charset.ts'
import {assembled, type DomText, type Paragraph, paragraphsOf} from './dom-text.ts'
import {headed} from './headed.ts'
import {pageMetadata} from './page/metadata.ts'
import {bodiesWithin, keepKinds, kindOfElement, putPostsBack} from './page/named-parts.ts'
import {removeNoise} from './page/noise.ts'
import {whyNoArticle} from './page/not-an-article.ts'
import {showMain} from './page/show-main.ts'
import {countWords, markSurroundings} from './page/surroundings.ts'
import {parseHtml} from './parse-html.ts'

/** Changes whenever the same bytes may give another text. */
export const pageReader = 'page 1'

/** Short reports are no reason to look for text in menus (Readability's own default is 500 letters). */
const fewestLetters = 250

export interface DeclaredPage {
  /** As declared, with its parameters; null where nothing declares it. */
  readonly mediaType: string | null
  /** Where it was; null where nobody knows. */
  readonly url: string | null
}

/** `reason`: why the page holds no report, as "holds ..."; to be put behind the name of the page. */
export function readPage(
  bytes: Uint8Array,
  {mediaType, url}: DeclaredPage
): ReportRecord | {readonly reason: string} {
  const {text: html} = decodeText(bytes, mediaType)
  const document = parseHtml(html)
  const {title, outlet, publishedOn, byline, url: canonical, jsonLd} = pageMetadata(document, url)
  showMain(document)
  const found = articleIn(document, title)
  if ('reason' in found) return found
  const declared = isMissed(jsonLd?.body ?? '', found.body.text) ? jsonLd!.body! : null
  const body = declared === null ? found.body : {text: declared, marked: []}
  const reason = whyNoArticle({
    title,
    all: () => paragraphsOf(parseHtml(html).body),
    main: declared === null ? found.main : [],
    body,
    isDeclared: jsonLd !== null
  })
  if (reason) return {reason}
  return headed({
    url: canonical,
    outlet,
    title,
    publishedOn,
    ...(byline !== null && {byline}),
    ...(body.marked.length > 0 && {marked: body.marked}),
    made: {by: pageReader, entry: null},
    text: body.text
  })
}

/** Some pages show their text by script alone and tell it to search engines: then what was found is little, or something else. */
function isMissed(declared: string, found: string): boolean {
  const [words, foundWords] = [countWords(declared), countWords(found)]
  if (words > 2 * foundWords) return true
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '')
  const page = letters(found)
  const isShown = declared
    .split('\n\n')
    .some(paragraph => page.includes(letters(paragraph).slice(0, enoughLetters)))
  return !isShown && words * 2 > foundWords
}

/** Beginnings of so many letters are not alike by chance. */
const enoughLetters = 40

interface Article {
  /** Of the part of the page that holds the report. */
  readonly main: readonly Paragraph[]
  /** The text that is made of them. */
  readonly body: DomText
}

function articleIn(document: Document, title: string | null): Article | {readonly reason: string} {
  const posts = keepKinds(document)
  const root = readable(document)
  if (root instanceof Error) return {reason: `is too large or too broken to be read (${root.message})`}
  if (root === null) return {main: [], body: {text: '', marked: []}}
  removeNoise(root)
  putPostsBack(root, posts)
  const main = paragraphsOf(root, kindOfElement)
  return {main, body: assembled(markSurroundings(main, title, bodiesWithin(root)))}
}

function readable(document: Document): Element | Error | null {
  const options = {
    keepClasses: true,
    charThreshold: fewestLetters,
    serializer: (node: Node) => node as Element
  }
  try {
    return new Readability<Element>(document, options).parse()?.content ?? null
  } catch (error) {
    // Hundreds of thousands of siblings overflow the stack of the DOM's own functions.
    return error as Error
  }
}
