/**
 * Reads the list of feeds that a person keeps: OPML, as readers of feeds export it, or a URL a line.
 *
 *     https://paper.example/rss
 *     # what begins so is a note
 */
import {type Opml, parseOpml} from 'feedsmith'

/** URLs in their order, each once; what is no URL is named with its line. */
export type FeedList = {readonly urls: readonly string[]} | {readonly reason: string}

export function readFeedList(text: string): FeedList {
  return text.trimStart().startsWith('<') ? fromOpml(text) : fromLines(text)
}

function fromOpml(text: string): FeedList {
  let list: Opml.Document<string>
  try {
    list = parseOpml(text) as Opml.Document<string>
  } catch (error) {
    return {reason: `is no list of feeds: ${(error as Error).message}; give OPML, or a URL a line`}
  }
  const urls = list.body?.outlines?.flatMap(urlsIn) ?? []
  const wrong = urls.find(url => !isFetchable(url))
  if (wrong !== undefined) return {reason: `lists "${wrong}", which is no address of http or https`}
  return listOf(urls)
}

function urlsIn({xmlUrl, outlines = []}: Opml.Outline<string>): string[] {
  return [...(xmlUrl ? [xmlUrl.trim()] : []), ...outlines.flatMap(urlsIn)]
}

function fromLines(text: string): FeedList {
  const urls: string[] = []
  for (const [i, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const url = line.trim()
    if (url === '' || url.startsWith('#')) continue
    if (!isFetchable(url))
      return {
        reason: `has "${url.slice(0, 200)}" in line ${i + 1}; write a URL a line, as https://paper.example/rss`
      }
    urls.push(url)
  }
  return listOf(urls)
}

function listOf(urls: readonly string[]): FeedList {
  return urls.length ? {urls: [...new Set(urls)]} : {reason: 'lists no feed; give OPML, or a URL a line'}
}

function isFetchable(url: string): boolean {
  return /^https?:\/\/\S+$/i.test(url) && URL.canParse(url)
}
