/** What a page says of itself beside its text: title, outlet, day, byline, canonical URL. */
import {sameName} from '../../algorithms/same-name.ts'
import type {IsoDate} from '../../model/date.ts'
import {isHidden} from '../dom-text.ts'
import {type JsonLdArticle, jsonLdArticle} from './json-ld.ts'
import {publishedDay} from './published-day.ts'
import {countWords} from './surroundings.ts'

export interface PageMetadata {
  readonly title: string | null
  readonly outlet: string | null
  readonly publishedOn: IsoDate | null
  readonly byline: string | null
  readonly url: string | null
  readonly jsonLd: JsonLdArticle | null
}

/** Between a headline and the outlet's name. */
const separator = /\s+(?:[|–—\-»«•·:]|::)\s+/
const longestTitle = 400
const longestOutlet = 60
const longestByline = 200

/** To be asked before anything is taken out of the document. `url`: where the page was; null where nobody knows. */
export function pageMetadata(document: Document, url: string | null): PageMetadata {
  const meta = metaOf(document)
  const jsonLd = jsonLdArticle(document)
  const canonical = canonicalUrl(document, meta, jsonLd, url)
  const outlet = outletOf(meta, jsonLd) ?? outletInTitle(document, canonical ?? url)
  return {
    title: titleOf(document, meta, jsonLd, outlet),
    outlet,
    publishedOn: publishedDay(document, {jsonLd: jsonLd?.datePublished ?? null, meta, url: canonical}),
    byline: bylineOf(document, meta, jsonLd),
    url: canonical,
    jsonLd
  }
}

/** The first of each name. */
function metaOf(document: Document): Map<string, string> {
  const found = new Map<string, string>()
  for (const element of document.querySelectorAll('meta')) {
    const name =
      element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop')
    const content = line(element.getAttribute('content') ?? element.getAttribute('value'))
    const key = name?.trim().toLowerCase()
    if (key && content && !found.has(key)) found.set(key, content)
  }
  return found
}

function line(words: string | null | undefined): string | null {
  return (
    words
      ?.replace(/[\s\u00a0]+/g, ' ')
      .trim()
      .normalize('NFC') || null
  )
}

function outletOf(meta: ReadonlyMap<string, string>, jsonLd: JsonLdArticle | null): string | null {
  const names = [
    meta.get('og:site_name'),
    jsonLd?.publisher,
    meta.get('application-name'),
    meta.get('dc.publisher'),
    meta.get('dcterms.publisher'),
    meta.get('publisher')
  ]
    .flatMap(
      name =>
        name
          ?.split(/\s[|–—-]\s/)[0]
          ?.replace(/^@/, '')
          .trim() || []
    )
    .filter(name => name.length <= longestOutlet && !/^https?:/.test(name))
  return names.find(name => !/^[\w-]+(?:\.[\w-]+)+$/.test(name)) ?? names[0] ?? null
}

/** A name has at most so many times the letters of its address: nytimes, The New York Times. */
const longestNaming = 2.5

/** "Raid on Sembe - Radio Oru" at radio-oru.example: the part of the title that the address bears out. */
function outletInTitle(document: Document, url: string | null): string | null {
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : ''
  const labels = host
    .split('.')
    .slice(0, -1)
    .filter(label => label.length >= 3)
  const parts = line(document.querySelector('title')?.textContent)?.split(separator) ?? []
  const isNamed = (part: string) =>
    labels.some(label => {
      const plain = label.replaceAll('-', '')
      const words = part.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
      if (words.join('').length > plain.length * longestNaming) return false
      return words.join('').includes(plain) || words.some(word => word.length >= 5 && plain.includes(word))
    })
  const outer = parts.length < 2 ? [] : [parts.at(-1)!, parts[0]!]
  return outer.find(part => part.length <= longestOutlet && isNamed(part)) ?? null
}

/** The headline as a reader sees it, without the outlet's name behind or before it. */
function titleOf(
  document: Document,
  meta: ReadonlyMap<string, string>,
  jsonLd: JsonLdArticle | null,
  outlet: string | null
): string | null {
  const whole = line(document.querySelector('head title, title')?.textContent)
  const named = [
    jsonLd?.headline,
    meta.get('og:title'),
    meta.get('twitter:title'),
    meta.get('dc.title'),
    whole
  ].flatMap(title => title ?? [])
  const headings = [...document.querySelectorAll('h1, [itemprop~="headline"]')]
    .filter(element => !isHidden(element))
    .flatMap(element => line(element.textContent) ?? [])
    .filter(title => title.length <= longestTitle)
  const plain = (title: string) => title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  const isNamed = (title: string) =>
    plain(title).length >= 8 && named.some(other => plain(other).includes(plain(title)))
  const seen = headings.find(title => isNamed(title) && !(outlet && sameName(title, outlet)))
  // A title that the headline has nothing of ("News") is the outlet's or a section's.
  const headline = named[0] === whole ? headings.find(words => countWords(words) >= 3) : undefined
  const title =
    seen ??
    segmentSeen(document, named) ??
    headline ??
    (named[0] && withoutOutlet(named[0], outlet)) ??
    headings[0] ??
    null
  return title && title.length <= longestTitle ? title : null
}

/** How many elements in bold are looked at. */
const mostBold = 40

/** Old pages set the headline in bold, and the outlet's name before or behind it in the title: "Radio Oru - Raid on Sembe". */
function segmentSeen(document: Document, titles: readonly string[]): string | null {
  const segments = new Set(titles.flatMap(title => title.split(separator)).filter(part => part.length >= 8))
  const bold = [...document.querySelectorAll('h2, h3, b, strong')].slice(0, mostBold)
  return bold.flatMap(element => line(element.textContent) ?? []).find(words => segments.has(words)) ?? null
}

function withoutOutlet(title: string, outlet: string | null): string {
  const parts = title.split(separator)
  if (parts.length < 2) return title
  const isOutlet = (part: string) =>
    outlet !== null && (sameName(part, outlet) || sameName(part.replace(/\.\w{2,3}$/, ''), outlet))
  if (isOutlet(parts.at(-1)!))
    return title
      .slice(0, title.lastIndexOf(parts.at(-1)!))
      .replace(/\s+\S+\s*$/, '')
      .trim()
  if (isOutlet(parts[0]!))
    return title
      .slice(parts[0]!.length)
      .replace(/^\s*\S+\s+/, '')
      .trim()
  // A bar stands before the outlet's name; a dash may belong to the headline.
  const bar = /\s[|»]\s[^|»]{2,60}$/.exec(title)
  return bar && bar.index >= 20 ? withoutOutlet(title.slice(0, bar.index).trim(), outlet) : title
}

/** Absolute, http or https, without fragment; the page's own URL where it names none that can be its own. */
function canonicalUrl(
  document: Document,
  meta: ReadonlyMap<string, string>,
  jsonLd: JsonLdArticle | null,
  url: string | null
): string | null {
  const base = url ?? document.querySelector('base[href]')?.getAttribute('href') ?? undefined
  const named = [
    ...[...document.querySelectorAll('link[rel~="canonical" i][href]')].map(link =>
      link.getAttribute('href')
    ),
    meta.get('og:url'),
    ...(url === null ? [jsonLd?.url] : [])
  ]
  for (const href of named) {
    const found = webUrl(href, base)
    // Templates that name the front page for every page.
    if (found && !(found.pathname === '/' && !found.search && pathOf(url) !== '/')) return found.href
  }
  return webUrl(url)?.href ?? url
}

function webUrl(href: string | null | undefined, base?: string): URL | null {
  if (!href?.trim() || !URL.canParse(href.trim(), base)) return null
  const url = new URL(href.trim(), base)
  url.hash = ''
  return /^https?:$/.test(url.protocol) ? url : null
}

const pathOf = (url: string | null) => (url && URL.canParse(url) ? new URL(url).pathname : null)

const authorNames = [
  'author',
  'article:author',
  'og:article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
  'creator'
]
const mostNames = 3
/** Longer ones go on with who the writer is. */
const longestSeen = 80

/** Whoever the page names as its writers; addresses and numbers of people are left out. */
function bylineOf(
  document: Document,
  meta: ReadonlyMap<string, string>,
  jsonLd: JsonLdArticle | null
): string | null {
  const declared: string[] = []
  for (const words of [...(jsonLd?.creators ?? []), ...authorNames.map(name => meta.get(name))]) {
    const name = words ? asByline(words) : null
    const isNew = name && !declared.some(other => contains(other, name) || contains(name, other))
    if (isNew && declared.length < mostNames) declared.push(name)
  }
  const seen = [
    ...document.querySelectorAll(
      '[class*="byline" i], [itemprop~="author"], [rel~="author"], [class*="author-name" i]'
    )
  ].flatMap(element => asByline(spacedText(element)) ?? [])
  const whole = seen.find(
    words => words.length <= longestSeen && declared.every(name => contains(words, name))
  )
  return whole ?? (declared.length > 0 ? declared.join(', ') : null)
}

const contains = (words: string, name: string) => words.toLowerCase().includes(name.toLowerCase())

/** Texts of neighbouring elements stand apart on the screen, whatever stands between them in the page. */
function spacedText(element: Element): string {
  return [...element.childNodes]
    .map(node =>
      node.nodeType === 1 ? spacedText(node as Element) : node.nodeType === 3 ? node.nodeValue : ''
    )
    .join(' ')
}

/** `null` for what is no name: an address, a time, a whole paragraph. */
function asByline(words: string): string | null {
  const name = words
    .replace(/(?:e-?mail|mailto)?:?\s*[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi, ' ')
    .replace(/(?<!\w)@\w+/g, ' ')
    .replace(/\+?\d[\d ()/-]{6,}\d/g, ' ')
    .replace(/\b(?:published|updated|posted|last modified|\p{L}+day,)\b.*$/isu, ' ')
    .replace(
      /(?:\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)\p{L}*\.? )?[\d\u0660-\u0669\u06f0-\u06f9].*$/isu,
      ' '
    )
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/(?: ?[,;])*( ?[,;])/g, '$1')
    .replace(/ ([,;])/g, '$1')
    .replace(/^[\s|,;·•/–—-]+|[\s|,;·•/–—-]+$/g, '')
    .normalize('NFC')
  return name.length < 2 || name.length > longestByline || /^https?:|^(?:by|von|par|por)$/i.test(name)
    ? null
    : name
}
