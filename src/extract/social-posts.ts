/**
 * Knows the embedded posts of social media in a page, and reads who posted what when.
 *
 *     <blockquote class="twitter-tweet"><p>Shots at the bridge</p>&mdash; Radio Oru (@radio_oru)
 *     <a href="https://twitter.com/radio_oru/status/1">May 9, 2022</a></blockquote>
 *                                                 author "Radio Oru (@radio_oru)", on 2022-05-09, one link
 *
 * What is read is the static text that pages carry for readers without scripts; an embed without text is nothing.
 */
import type {MarkedPassage} from '../model/report.ts'
import {readDay} from './calendar.ts'

/** Classes and attributes that the makers of embeds prescribe. */
const classes =
  /(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|fb-post|fb-video|tiktok-embed|mastodon-embed|bluesky-embed|text-post-media|reddit-(?:card|embed-bq)|vk_post|telegram-post|tgme_widget_message)(?:\s|$)/
const attributes = [
  'data-instgrm-permalink',
  'data-telegram-post',
  'data-tweet-id',
  'data-bluesky-uri',
  'data-embed-url'
]

const name = String.raw`[^\n()—–]{0,80}?`
const handle = String.raw`@[\w.-]{1,60}(?:@[\w.-]{1,60})?`
const sharing = '(?:(?:an? (?:post|photo|video|reel) )?(?:shared|posted) by|(?:post )?by)'
const named = new RegExp(
  String.raw`(?:^|[—–\n]|\b(?=${sharing}))\s*(?:${sharing}\s+)?(?<name>${name})\s*\((?<handle>${handle})\)`,
  'iu'
)
const owner: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/(\w{1,30})\/status(?:es)?\/\d+/i, '@'],
  [/^https?:\/\/(?:www\.)?tiktok\.com\/@([\w.]{1,40})\/video\/\d+/i, '@'],
  [/^https?:\/\/(?:www\.)?threads\.(?:net|com)\/@([\w.]{1,40})\/post\//i, '@'],
  [/^https?:\/\/(?:t|telegram)\.me\/(?:s\/)?([a-z]\w{3,40})\/\d+/i, '@'],
  [/^https?:\/\/bsky\.app\/profile\/([\w.-]{3,80}\.[\w.-]+)\/post\//i, '@'],
  [/^https?:\/\/([\w.-]{3,60})\/@(\w{1,40})\/\d+/i, '@']
]
const permalink =
  /\/(?:status(?:es)?|video|videos|post|posts|p|reel|permalink)(?:\/|\.php)|^https?:\/\/(?:t|telegram)\.me\/|\/@\w+\/\d+/i

export function isSocialPost(element: Element): boolean {
  const by = element.getAttribute('class')
  if (by && classes.test(by)) return true
  return element.localName !== 'script' && attributes.some(attribute => element.hasAttribute(attribute))
}

export type PostFacts = Pick<MarkedPassage, 'author' | 'on' | 'links'>

/** `words`: the text of the post. */
export function postFacts(element: Element, words: string): PostFacts {
  const anchors = [...element.querySelectorAll('a[href]')]
  const links = [
    ...new Set(
      [
        ...anchors.map(anchor => anchor.getAttribute('href')),
        ...['cite', 'data-href', 'data-instgrm-permalink', 'data-embed-url'].map(key =>
          element.getAttribute(key)
        )
      ].flatMap(url => plainLink(url) ?? [])
    )
  ]
  const author = authorIn(words) ?? authorOf(element, links)
  const on = dayOf(element, anchors, words)
  return {...(author && {author}), ...(on && {on}), ...(links.length > 0 && {links})}
}

/** Without what only counts visits. */
function plainLink(href: string | null): string | null {
  if (!href || !URL.canParse(href)) return null
  const url = new URL(href)
  if (!/^https?:$/.test(url.protocol)) return null
  for (const key of [...url.searchParams.keys()])
    if (/^(?:ref_src|ref_url|utm_\w+|embed|igsh(?:id)?|refer)$/.test(key)) url.searchParams.delete(key)
  return url.href
}

function authorIn(words: string): string | null {
  const {groups} = named.exec(words) ?? {}
  if (!groups) return /\bPosted by\s+([^\n]{1,60}?)\s+on\b/.exec(words)?.[1] ?? null
  const called = groups.name!.trim()
  return called ? `${called} (${groups.handle})` : groups.handle!
}

function authorOf(element: Element, links: readonly string[]): string | null {
  const channel = /^(\w+)\/\d+$/.exec(
    element.getAttribute('data-telegram-post') ?? element.getAttribute('data-post') ?? ''
  )
  const owned = element.querySelector('.tgme_widget_message_owner_name, [rel~="author"]')?.textContent?.trim()
  if (owned) return channel ? `${owned} (@${channel[1]})` : owned
  if (channel) return `@${channel[1]}`
  for (const link of links) {
    for (const [pattern, mark] of owner) {
      const [, first, second] = pattern.exec(link) ?? []
      if (first) return second ? `@${second}@${first}` : `${mark}${first}`
    }
  }
  return null
}

function dayOf(element: Element, anchors: readonly Element[], words: string) {
  for (const time of element.querySelectorAll('time[datetime]')) {
    const day = readDay(time.getAttribute('datetime')!.slice(0, 10))
    if (day) return day
  }
  const stamped = anchors.filter(anchor => permalink.test(anchor.getAttribute('href') ?? ''))
  for (const anchor of stamped.reverse()) {
    const day = readDay(anchor.textContent ?? '')
    if (day) return day
  }
  return readDay(/[—–)][^\n—–]{0,60}$/.exec(words)?.[0] ?? '')
}
