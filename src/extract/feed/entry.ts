/** Chooses what an entry says of itself: one text, one link, one day. */
import type {FeedEntry} from '../feed.ts'
import {type EntryText, entryText} from './entry-text.ts'
import {httpUrl} from './http-url.ts'
import type {RawEntry, RawText} from './raw-entry.ts'
import {readStamp} from './stamp.ts'

export interface OfFeed {
  readonly base: string | null
  readonly outlet: string | null
}

/** `id` is null where the entry has none. */
export function entryOf(raw: RawEntry, feed: OfFeed): Omit<FeedEntry, 'id'> & {readonly id: string | null} {
  const base = httpUrl(raw.base, feed.base) ?? feed.base
  const title = lineOf(raw.title)
  const whole = longest(raw.contents)
  const told = longest(raw.summaries)
  const summary = told.text === '' ? longest(raw.described) : told
  const isFull = whole.text !== '' && whole.text.length >= summary.text.length
  const {text, marked} = signedOff(isFull ? whole : summary, title, feed.outlet)
  const stamps = raw.published.map(readStamp).filter(stamp => stamp !== null)
  const updates = raw.updated.map(readStamp).filter(stamp => stamp !== null)
  return {
    id: lineOf(raw.id),
    url: raw.links.map(link => httpUrl(link, base)).find(url => url !== null) ?? null,
    title,
    byline: bylineOf(raw.authors),
    outlet: lineOf(raw.outlet),
    publishedOn: stamps[0]?.day ?? updates[0]?.day ?? null,
    updatedAt: updates.find(({at}) => at !== null)?.at ?? null,
    categories: [...new Set(raw.categories.map(lineOf).filter(category => category !== null))],
    text,
    marked,
    isSummary: text !== '' && (isFull ? isBroken(text) : isBroken(text) || text.length < shortestWhole),
    flaw: flawOf(text, title, raw.attached)
  }
}

/** Feeds that give whole texts as a description are many; summaries are shorter, in UTF-16 units. */
const shortestWhole = 600
const broken =
  /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\b(?:read more|continue reading|read the full \w+)\b.{0,80})\s*(?:→|»|>)?\s*$/i

function isBroken(text: string): boolean {
  return broken.test(text.slice(-200))
}

function flawOf(text: string, title: string | null, attached: readonly string[]): string | null {
  if (words(text) !== '' && (title === null || words(text) !== words(title))) return null
  const recording = attached.find(type => /^(?:audio|video)\//i.test(type))
  if (recording) return `is a recording (${recording}) without a text`
  return 'has no text but its title; its page may have one'
}

/** "The post TITLE appeared first on OUTLET", in any language: what the software of many sites ends a text with. */
function signedOff({text, marked}: EntryText, title: string | null, outlet: string | null): EntryText {
  const from = text.lastIndexOf('\n\n') + 2
  if (from < 2 || !title || !outlet || (marked.at(-1)?.to ?? 0) > from) return {text, marked}
  const last = words(text.slice(from))
  const isSignature =
    last.length < title.length + outlet.length + longestSignature &&
    [title, outlet].every(name => last.includes(words(name)))
  return isSignature
    ? {text, marked: [...marked, {from, to: text.length, kind: 'boilerplate'}]}
    : {text, marked}
}

/** Beside the two names, in UTF-16 units. */
const longestSignature = 60

function words(text: string): string {
  return (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ').toLowerCase()
}

function longest(texts: readonly RawText[]): EntryText {
  let best: EntryText = {text: '', marked: []}
  for (const {words, type} of texts) {
    const found = entryText(words, type)
    if (found.text.length > best.text.length) best = found
  }
  return best
}

/** No title, name or id is longer, in UTF-16 units. */
const longestLine = 2000

/** One line of text, whatever markup stood in it. */
export function lineOf(words: string | null): string | null {
  if (words === null) return null
  const {text} = entryText(words.slice(0, longestLine), null)
  return text.replace(/\s+/g, ' ').trim() || null
}

/** Names alone: who may be written to is no part of a report. */
function bylineOf(authors: readonly string[]): string | null {
  const names = authors.map(lineOf).flatMap(name => (name === null ? [] : [withoutAddress(name)]))
  return names.filter(name => name !== '').join(', ') || null
}

function withoutAddress(name: string): string {
  return name
    .split(/[\s()<>]+/)
    .filter(word => !word.includes('@'))
    .join(' ')
    .trim()
}
