/**
 * Captions, bylines, posts and the body, as a page names them by its classes.
 *
 * Readability replaces elements and loses their names: before it runs, `keepKinds` writes what they tell into elements that
 * it leaves alone. Captions and lines such as bylines become `figcaption`; for a post a paragraph with its words stands in,
 * until `putPostsBack`.
 */
import {domText} from '../dom-text.ts'
import {isSocialPost} from '../social-posts.ts'
import {eachElement, lettersOf, namesOf, wordsIn} from './names.ts'

type Kind = 'caption' | 'boilerplate'

const captions = wordsIn('(?:wp-)?captions?(?:-text)?|credits?|copyright|legend|photographer|figcaption')
const lines = wordsIn(
  'by-?lines?|authors?|date-?lines?|timestamps?|dates?|pub-?date|published|posted|kicker|eyebrow|category|categories|meta'
)
const longestCaption = 600
const longestLine = 200
const plainBlocks = new Set('p div section aside ul ol header footer address h2 h3 h4 h5 h6'.split(' '))
const plainInline = new Set(['span', 'small', 'time'])

/** The posts that were taken out, for `putPostsBack`. */
export function keepKinds(document: Document): Element[] {
  const posts: Element[] = []
  eachElement(document.body, element => {
    if (isSocialPost(element)) {
      const standIn = document.createElement('p')
      standIn.setAttribute(postAttribute, String(posts.length))
      standIn.textContent = domText(element).text
      element.replaceWith(standIn)
      posts.push(element)
      unwrap(standIn, document.body)
      return {now: standIn, isDone: true}
    }
    const kind = kindByName(element)
    if (!kind) return {now: element, isDone: false}
    const line = asCaption(element)
    line.setAttribute(attribute, kind)
    return {now: line, isDone: true}
  })
  return posts
}

export function putPostsBack(root: Element, posts: readonly Element[]): void {
  for (const standIn of [...root.querySelectorAll(`[${postAttribute}]`)]) {
    const post = posts[Number(standIn.getAttribute(postAttribute))]
    if (post) standIn.replaceWith(post)
  }
}

const postAttribute = 'data-post-kept'
const attribute = 'data-kind'

/** What `keepKinds` wrote. */
export function kindOfElement(element: Element): Kind | null {
  const kind = element.getAttribute(attribute)
  return kind === 'caption' || kind === 'boilerplate' ? kind : null
}

/** What only holds the post goes: its names mislead ("social-embed"). */
function unwrap(post: Element, body: Element): void {
  const letters = lettersOf(post)
  for (
    let around = post.parentElement;
    around && around !== body && lettersOf(around) === letters;
    around = post.parentElement
  )
    around.replaceWith(post)
}

function asCaption(element: Element): Element {
  const caption = element.ownerDocument.createElement('figcaption')
  caption.append(...element.childNodes)
  element.replaceWith(caption)
  return caption
}

function kindByName(element: Element): Kind | null {
  const isBlock = plainBlocks.has(element.localName)
  if (!isBlock && !plainInline.has(element.localName)) return null
  const names = namesOf(element)
  if (names === ' ') return null
  if (captions.test(names) && (isBlock || element.closest('figure')) && lettersOf(element) < longestCaption)
    return 'caption'
  return isBlock && lines.test(names) && lettersOf(element) < longestLine ? 'boilerplate' : null
}

/** Of the text that was found, what the body has to hold. */
const leastOfBody = 0.75
const bodies = wordsIn('(?:article|story|entry|post|news|content)[-_]{0,2}(?:body|content|text)')

/** What the page itself names as the body, where one such element holds most of what was found: it and those named alike. */
export function bodiesWithin(root: Element): Element[] {
  const least = lettersOf(root) * leastOfBody
  const named: Element[] = []
  eachElement(root, element => {
    const isDeclared = /(?:^|\s)articleBody(?:\s|$)/.test(element.getAttribute('itemprop') ?? '')
    if (isDeclared || bodies.test(namesOf(element))) named.push(element)
    return {now: element, isDone: false}
  })
  const main = named.find(element => lettersOf(element) >= least)
  return main ? named.filter(element => element.getAttribute('class') === main.getAttribute('class')) : []
}
