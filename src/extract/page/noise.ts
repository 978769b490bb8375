/**
 * Takes out of a page what surrounds reports everywhere: menus, share bars, sign-ups, related links, advertisements, comments.
 *
 * Known by its element, its role or a word of its class or id ("article__share-tools", "relatedStories"). What holds much of
 * the page's text is kept whatever it is called: themes name the whole body "has-sidebar".
 */
import {isHidden} from '../dom-text.ts'
import {isSocialPost} from '../social-posts.ts'

/** An element with more of the page's text than this is no noise. */
const mostText = 0.3

const tags =
  'nav, [role="navigation"], [role="menu"], [role="menubar"], [role="search"], [role="banner"], [role="contentinfo"], [role="dialog"], [role="alertdialog"], dialog, form, iframe, script, style, noscript, template, button, select, input, textarea'

const words = new RegExp(
  '(?:^|[-_ ])(?:' +
    [
      'share|sharing|shares|sharebar|sharetools|sharedaddy|addthis|addtoany|social|socials',
      'newsletter|newsletters|subscribe|subscription|signup|sign-up|mailchimp',
      'related|recommended|recommendations?|recirc|recirculation|read-?more|read-?next|readalso|also-read|more-?(?:from|on|stories|news|articles)|most-?(?:read|popular|viewed)|popular|trending|you-may|see-?also|next-(?:article|post|story)|prev(?:ious)?-(?:article|post|story)|up-?next|taboola|outbrain|zergnet|revcontent|mgid',
      'promo|promos|promotion|advert|adverts|advertisement|advertising|ads|ad|adsense|adsbygoogle|sponsor|sponsored|dfp|gpt',
      'breadcrumbs?|crumbs|menu|navbar|navigation|nav|masthead|footer|sidebar|toolbar|rail|rails|swiper|pagination|pager|skip-?links?',
      'comments?|commentlist|respond|disqus|livefyre|cookies?|cookie-?(?:bar|banner|notice|consent)|gdpr|consent|popup|modal|overlay|lightbox',
      'tags|tag-?list|taglist|post-?tags|entry-?tags|(?:author|writer)-?(?:bio|box|info|card|profile|content|description|desc|block)|about-?(?:the-)?author|bio|login|log-?in|signin|sign-?in',
      'sr-only|screen-?reader(?:-text)?|visually-?hidden|visuallyhidden|off-?screen|print-?only|no-?print'
    ].join('|') +
    ')(?:[-_ ]|$)',
  'i'
)

const names = (element: Element) =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`

export function isNoise(element: Element): boolean {
  const called = dashed(element)
  return called !== ' ' && words.test(called)
}

export function removeNoise(root: Element): void {
  const all = lettersOf(root)
  const isSmall = (element: Element) => lettersOf(element) <= all * mostText
  for (const element of [...root.querySelectorAll('*')]) {
    if (!root.contains(element)) continue
    const isOut =
      element.matches(tags) ||
      isHidden(element) ||
      (isNoise(element) && !isSocialPost(element) && !element.querySelector('h1, [itemprop~="articleBody"]'))
    if (isOut && isSmall(element)) element.remove()
  }
}

function lettersOf(element: Element): number {
  return (element.textContent ?? '').replace(/\s+/g, '').length
}

const leastOfBody = 0.75
const bodyNames =
  /(?:^|[-_ ])(?:article|story|entry|post|news|content)[-_]{0,2}(?:body|content|text)(?:$|[-_ ])/i

/** The element that the page itself names as the body, where it holds most of what was found; null where none does. */
export function bodyWithin(root: Element): Element | null {
  const least = lettersOf(root) * leastOfBody
  for (const element of root.querySelectorAll('[itemprop~="articleBody"], [class]'))
    if (
      (element.matches('[itemprop~="articleBody"]') || bodyNames.test(dashed(element))) &&
      lettersOf(element) >= least
    )
      return element
  return null
}

const captionNames =
  /(?:^|[-_ ])(?:(?:wp-)?captions?(?:-text)?|credits?|photo-?credit|copyright|legend|photographer|figcaption)(?:$|[-_ ])/i
const lineNames =
  /(?:^|[-_ ])(?:by-?lines?|authors?|date-?lines?|timestamps?|dates?|pub-?date|published|posted|kicker|eyebrow|category|categories|meta|entry-?meta|post-?meta)(?:$|[-_ ])/i
const longestLine = 200

/**
 * Readability replaces elements and loses their names: what its classes tell is written into elements that it leaves alone.
 * Captions and lines become `figcaption`, posts `blockquote`.
 */
export function keepKinds(document: Document): void {
  for (const element of [...document.body.querySelectorAll('*')]) {
    if (isSocialPost(element)) {
      if (element.closest('blockquote[data-kind]')) continue
      const post = renamed(element, 'blockquote')
      post.setAttribute('data-kind', 'social-post')
      // What only wraps the post goes, for its names mislead ("social-embed").
      const letters = lettersOf(post)
      for (
        let around = post.parentElement;
        around && around !== document.body && lettersOf(around) === letters;
        around = post.parentElement
      )
        around.replaceWith(post)
    } else {
      const kind = kindByName(element)
      if (kind && !element.closest('[data-kind]'))
        renamed(element, 'figcaption').setAttribute('data-kind', kind)
    }
  }
}

function renamed(element: Element, name: string): Element {
  const other = element.ownerDocument.createElement(name)
  for (const {name: key, value} of [...element.attributes]) other.setAttribute(key, value)
  other.append(...element.childNodes)
  element.replaceWith(other)
  return other
}

/** What an element is by its name alone. */
function kindByName(element: Element): 'caption' | 'boilerplate' | null {
  if (!/^(?:p|div|span|small|section|aside|ul|ol|header|footer|time|address|h\d)$/.test(element.localName))
    return null
  const called = dashed(element)
  if (called === ' ') return null
  const isBlock = !/^(?:span|small|time)$/.test(element.localName)
  if (captionNames.test(called) && (isBlock || element.closest('figure')) && lettersOf(element) < 600)
    return 'caption'
  if (isBlock && lineNames.test(called) && lettersOf(element) < longestLine) return 'boilerplate'
  return null
}

function dashed(element: Element): string {
  return names(element).replace(/([a-z])([A-Z])/g, '$1-$2')
}

/** What `keepKinds` wrote. */
export function kindOfElement(element: Element): 'caption' | 'boilerplate' | null {
  const kind = element.getAttribute('data-kind')
  return kind === 'caption' || kind === 'boilerplate' ? kind : null
}
