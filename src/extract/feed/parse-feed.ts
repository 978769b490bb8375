/** Parses the text of a feed: as it stands where that can be done, mended where not. */
import {DetectError, ParseError, parseFeed} from 'feedsmith'
import {afterProlog, withoutDoctype} from './doctype.ts'
import {mended} from './mend.ts'
import {ofAtom, ofJson, ofRdf, ofRss, type RawFeed} from './raw-entry.ts'

export interface ParsedFeed {
  readonly raw: RawFeed
  readonly problems: readonly string[]
  /** Whether it ends within its last entry. */
  readonly isCut: boolean
}

/** No more are read; one more is parsed, to tell. */
export const mostEntries = 10_000

export function parseJson(text: string): ParsedFeed | {readonly reason: string} {
  const raw = parse(text)
  return 'reason' in raw ? {reason: noJsonFeed(text)} : {raw, problems: [], isCut: false}
}

export function parseXml(text: string): ParsedFeed | {readonly reason: string} {
  const bare = withoutDoctype(text)
  if ('reason' in bare) return bare
  if (longPerson.test(bare.xml)) return {reason: 'names an author of over 2,000 characters; mend the feed'}
  const read = parseMending(bare.xml.replace(wholeText, '<$1content:encoded>'))
  if ('reason' in read) return read
  const declared = bare.declaresEntities ? ['declares entities of its own, which are not read'] : []
  return {raw: read.raw, problems: [...declared, ...read.problems], isCut: isCutWithinEntry(bare.xml)}
}

/** The parser takes the square of the length of a name with brackets in it. */
const longPerson = /<(?:author|managingeditor|webmaster)[^<>]*>(?:\s*<!\[cdata\[)?[^<]{2000}/i

/** What older feeds name the whole text by. */
const wholeText = /<(\/?)(?:[\w-]{1,20}:)?(?:body|fullitem)(?=[\s>])[^<>]*>/gi

function parseMending(xml: string): Omit<ParsedFeed, 'isCut'> | {readonly reason: string} {
  const strict = parse(xml)
  if (!('reason' in strict) && strict !== nothing) return {raw: strict, problems: []}
  const whole = mended(fromRoot(xml))
  if (whole === null) return {reason: 'nests more elements than any feed; give its texts'}
  const lenient = parse(whole)
  if ('reason' in lenient) return {reason: unreadable(xml, lenient.reason)}
  if (lenient === nothing) return {raw: nothing, problems: []}
  const fault = 'reason' in strict ? strict.reason : 'words before its root'
  return {raw: lenient, problems: [`is not well-formed (${fault}); read as far as it can be`]}
}

/** Some servers write warnings of their own above a feed. */
function fromRoot(xml: string): string {
  return xml.slice(Math.max(0, xml.search(/<(?:[\w-]+:)?(?:rss|feed|rdf)[\s>]/i)))
}

function parse(text: string): RawFeed | {readonly reason: string} {
  try {
    const read = parseFeed(text, {maxItems: mostEntries + 1})
    switch (read.format) {
      case 'rss':
        return ofRss(read.feed)
      case 'rdf':
        return ofRdf(read.feed)
      case 'atom':
        return ofAtom(read.feed)
      case 'json':
        return ofJson(read.feed)
    }
  } catch (error) {
    // A feed of a known form with nothing in it that is read.
    if (error instanceof ParseError || (error instanceof DetectError && isFeedRoot(text))) return nothing
    const {cause, message} = error as Error
    return {reason: cause instanceof Error ? cause.message : message}
  }
}

const nothing: RawFeed = {title: null, link: null, language: null, base: null, refreshMs: null, entries: []}
function noJsonFeed(text: string): string {
  try {
    JSON.parse(text)
    return 'is no JSON Feed: it names no version, or no title and items'
  } catch (error) {
    return `is not JSON (${(error as Error).message.slice(0, 100)})`
  }
}

function isFeedRoot(xml: string): boolean {
  return /^(?:rss|feed|rdf)$/i.test(rootOf(xml) ?? '')
}

function rootOf(xml: string): string | null {
  const from = afterProlog(xml)
  return /^<(?:[\w-]{1,40}:)?([\w-]{1,40})/.exec(xml.slice(from, from + 100))?.[1] ?? null
}

function unreadable(xml: string, detail: string): string {
  if (isFeedRoot(xml)) return `is a feed that cannot be read (${detail})`
  const name = rootOf(xml)
  if (name === null) return 'is no feed: it has no element; give RSS, Atom, RDF or JSON Feed'
  return `is no feed: its root is <${name}>; give RSS, Atom, RDF or JSON Feed`
}

/** Whether the document ends before its root does, and an entry has begun and not ended. */
function isCutWithinEntry(xml: string): boolean {
  if (/<\/(?:[\w-]+:)?(?:rss|feed|rdf)\s*>/i.test(xml)) return false
  return (
    lastOf(xml, /<(?:[\w-]+:)?(?:item|entry)[\s>]/gi) > lastOf(xml, /<\/(?:[\w-]+:)?(?:item|entry)\s*>/gi)
  )
}

function lastOf(xml: string, pattern: RegExp): number {
  let last = -1
  for (const {index} of xml.matchAll(pattern)) last = index
  return last
}
