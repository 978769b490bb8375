/**
 * Takes out of an article what surrounds reports everywhere: menus, share bars, sign-ups, related links, advertisements.
 *
 * Known by its element, its role or a word of its class or id ("article__share-tools", "relatedStories"). What holds much of
 * the text is kept whatever it is called: themes name the whole body "has-sidebar".
 */
import {isHidden} from '../dom-text.ts'
import {isSocialPost} from '../social-posts.ts'
import {eachElement, lettersOf, namesOf, wordsIn} from './names.ts'

/** An element with a larger share of the text than this is no noise. */
const mostText = 0.3

const tags = new Set(
  'nav form iframe script style noscript template button select input textarea dialog'.split(' ')
)
const roles = new Set('navigation menu menubar search banner contentinfo dialog alertdialog'.split(' '))
const names = wordsIn(
  'share|sharing|shares|sharebar|sharetools|sharedaddy|addthis|addtoany|social|socials',
  'newsletters?|subscribe|subscription|signup|sign-up|mailchimp',
  'related|recommended|recommendations?|recirc|recirculation|read-?more|read-?next|readalso|also-read|see-?also',
  'more-?(?:from|on|stories|news|articles)|most-?(?:read|popular|viewed)|popular|trending|you-may|up-?next',
  '(?:next|prev(?:ious)?)-(?:article|post|story)|taboola|outbrain|zergnet|revcontent|mgid',
  'promos?|promotion|adverts?|advertisement|advertising|ads?|adsense|adsbygoogle|sponsor|sponsored|dfp|gpt',
  'breadcrumbs?|crumbs|menu|navbar|navigation|nav|masthead|footer|sidebar|toolbar|rails?|swiper|pagination|pager|skip-?links?',
  'comments?|commentlist|respond|disqus|livefyre|cookies?|gdpr|consent|popup|modal|overlay|lightbox',
  '(?:post-?|entry-?)?tags|tag-?list|(?:author|writer)-?(?:bio|box|info|card|profile|content|description|desc|block)',
  'about-?(?:the-)?author|bio|log-?in|sign-?in|sr-only|screen-?reader(?:-text)?|visually-?hidden|off-?screen|print-?only|no-?print'
)

export function removeNoise(root: Element): void {
  const most = lettersOf(root) * mostText
  eachElement(root, element => {
    const isOut = isNoise(element) && lettersOf(element) <= most
    if (isOut) element.remove()
    return {now: isOut ? null : element, isDone: isOut}
  })
}

function isNoise(element: Element): boolean {
  if (tags.has(element.localName) || roles.has(element.getAttribute('role') ?? '') || isHidden(element))
    return true
  return (
    names.test(namesOf(element)) &&
    !isSocialPost(element) &&
    !element.querySelector('h1, [itemprop~="articleBody"]')
  )
}
