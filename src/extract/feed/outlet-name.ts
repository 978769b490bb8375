/** Names the outlet of a feed: who publishes, not which of its feeds it is. */

const ofFeed = /\s*(?:[-–—|:»(]\s*)?\b(?:(?:rss|atom)(?:\s+feeds?)?|telegram channel)\)?$/i

/** "The Plateau Daily - RSS Feed", "The Plateau Daily » World": The Plateau Daily. */
export function outletName(title: string): string {
  const name = title.replace(ofFeed, '').replace(/\s+»\s.*$/, '')
  return name.trim() || title
}
