/**
 * Reads a page of news: the text of its report, and what the page says of it.
 *
 * Readability finds the part of the page that holds the report. Before it, what classes tell of captions, posts and
 * bylines is written into elements that it leaves alone; after it, share bars and related links are taken out, and
 * paragraphs that are no report are marked: they stay in the text. A page that is no report gives a reason.
 *
 *     <h1>Police disperse traders</h1> ... <p>Police ...</p> <p>Read also: ...</p>
 *         title "Police disperse traders", text "Police ...\n\nRead also: ...", the last paragraph marked as boilerplate
 *
 * Nothing is loaded and no script runs. Deep and endless pages are read in bounded time: parse-html.ts.
 */
import {Readability} from '@mozilla/readability'
import type {ReportRecord} from '../model/report.ts'
import {decodeText} from './charset.ts'
import {assembled, type DomText, type Paragraph, paragraphsOf} from './dom-text.ts'
import {pageMetadata} from './page/metadata.ts'
import {bodyWithin, keepKinds, kindOfElement, removeNoise} from './page/noise.ts'
import {whyNoArticle} from './page/not-an-article.ts'
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
  const document = parseHtml(decodeText(bytes, mediaType).text)
  const {title, outlet, publishedOn, byline, url: canonical, jsonLd} = pageMetadata(document, url)
  const all = paragraphsOf(document.body)
  const {main, body: read} = articleIn(document, title)
  // Some pages show their text by script alone, and tell it to search engines.
  const declared = jsonLd?.body ?? ''
  const isFromDeclared = countWords(declared) > 2 * countWords(read.text)
  const body = isFromDeclared ? {text: declared, marked: []} : read
  const reason = whyNoArticle({
    title,
    all,
    main: isFromDeclared ? [] : main,
    body,
    isDeclared: jsonLd !== null
  })
  if (reason) return {reason}
  return {
    url: canonical,
    outlet,
    title,
    publishedOn,
    ...(byline !== null && {byline}),
    ...(body.marked.length > 0 && {marked: body.marked}),
    made: {by: pageReader, entry: null},
    text: body.text
  }
}

/** The paragraphs of the part that holds the report, and the text made of them. */
function articleIn(document: Document, title: string | null): {main: readonly Paragraph[]; body: DomText} {
  keepKinds(document)
  const article = new Readability<Element>(document, {
    keepClasses: true,
    charThreshold: fewestLetters,
    serializer: node => node as Element
  }).parse()
  if (!article?.content) return {main: [], body: {text: '', marked: []}}
  removeNoise(article.content)
  const main = paragraphsOf(article.content, kindOfElement)
  return {main, body: assembled(markSurroundings(main, title, bodyWithin(article.content)))}
}
