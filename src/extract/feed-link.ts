/** The feed that a page names as its own (`<link rel="alternate" type="application/rss+xml" href="/rss">`); null where it names none. */
import {decodeText} from './charset.ts'
import {httpUrl} from './feed/http-url.ts'

/** Such links stand in the head. */
const headBytes = 200_000

/** `url`: of the page. */
export function feedLinkOf(page: Uint8Array, mediaType: string | null, url: string | null): string | null {
  const {text} = decodeText(page.subarray(0, headBytes), mediaType)
  for (const [tag] of text.matchAll(/<link\s[^<>]{0,2000}>/gi)) {
    if (!/\btype\s*=\s*["']?application\/(?:rss|atom|feed)\+(?:xml|json)/i.test(tag)) continue
    const [, , href] = /\bhref\s*=\s*(["']?)([^"'\s>]+)\1/i.exec(tag) ?? []
    const feed = href === undefined ? null : httpUrl(href.replaceAll('&amp;', '&'), url)
    if (feed) return feed
  }
  return null
}
