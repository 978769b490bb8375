/**
 * Reads what the tests of feedparser expect, where it is easy to read, and compares it with a feed as read here.
 *
 *     Expect:      not bozo and entries[0]['title'] == 'Example Atom'
 *
 * Markup of an expected value is left out, as it is here; blanks and punctuation do not count in texts.
 */
import type {Feed} from '../src/extract/feed.ts'

export type Field = 'title' | 'link' | 'id' | 'day' | 'text'

export interface Expected {
  readonly field: Field
  readonly agrees: (feed: Feed) => boolean
}

const single =
  /^\s*(?:Expect:)\s*(?:not bozo and )?(?<of>feed|entries\[0\])\['(?<key>\w+)'\](?:\[0\]\['value'\])? == (?<value>u?'(?:[^'\\]|\\.)*'|\([\d, ]+\))\s*$/m

const fields: Readonly<Record<string, Field>> = {
  title: 'title',
  link: 'link',
  id: 'id',
  guid: 'id',
  published_parsed: 'day',
  updated_parsed: 'day',
  created_parsed: 'day',
  date_parsed: 'day',
  summary: 'text',
  description: 'text',
  content: 'text'
}

/** Null where nothing is expected of a title, link, id, day or text, or not in a form that is read here. */
export function expectedOf(test: string): Expected | null {
  const groups = single.exec(test.slice(0, 2000))?.groups
  const field = groups && fields[groups.key!]
  if (!groups || !field) return null
  const ofFeed = groups.of === 'feed'
  // What a feed says of itself besides title and link is not kept.
  if (ofFeed && field !== 'title' && field !== 'link') return null
  return {field, agrees: feed => agrees(feed, field, ofFeed, groups.value!)}
}

function agrees(feed: Feed, field: Field, ofFeed: boolean, value: string): boolean {
  const entry = feed.entries[0]
  if (!ofFeed && !entry) return false
  const words = unescaped(value)
  switch (field) {
    case 'title':
      return sameWords(ofFeed ? feed.title : entry!.title, words)
    case 'link':
      return sameLink(ofFeed ? feed.url : entry!.url, words)
    case 'id':
      return entry!.id === words.trim()
    case 'day':
      return sameDay(entry!.publishedOn, value)
    case 'text':
      return sameWords(entry!.text, words)
  }
}

/** Of Python. */
function unescaped(literal: string): string {
  return literal
    .replace(/^u?'|'$/g, '')
    .replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|(.))/gis, (_, x, u, long, one) =>
      one === undefined
        ? String.fromCodePoint(Number.parseInt(x ?? u ?? long, 16))
        : ({n: '\n', t: '\t', r: '\r'}[one as string] ?? one)
    )
}

function sameWords(own: string | null, expected: string): boolean {
  return wordsOf(own ?? '') === wordsOf(expected.replace(/<!--.*?-->|<[^<>]*>/gs, ' '))
}

function wordsOf(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}&$+<>=]+/gu, '')
}

function sameLink(own: string | null, expected: string): boolean {
  return own === (URL.parse(expected)?.href ?? expected)
}

/** Expected is an instant in UTC; here the day stands in the zone of the entry. */
function sameDay(own: string | null, tuple: string): boolean {
  const [year, month, day] = tuple.match(/\d+/g)!.map(Number)
  return own !== null && Math.abs(Date.parse(own) - Date.UTC(year!, month! - 1, day)) <= 86_400_000
}
