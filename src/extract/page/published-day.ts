/**
 * The day on which a page says that it was published.
 *
 *     2021-11-05T23:30:00+03:00      2021-11-05: the day where it was written, whatever it was elsewhere
 *     Fri, 05 Nov 2021 10:00:00      2021-11-05
 *     05/06/2021                     nothing: two days could be meant
 *     1400-08-14, ١٤٤٣-٠٣-٢٩         nothing: no year of this calendar
 */

import {type IsoDate, isIsoDate} from '../../model/date.ts'
import {readDay} from '../calendar.ts'
import {isSocialPost} from '../social-posts.ts'
import {after} from './names.ts'
import {countWords, isStamp} from './surroundings.ts'

/** Years of the Persian and Islamic calendars lie before, of the Buddhist and Hebrew behind. */
const [firstYear, lastYear] = [1800, 2200]
/** What machines write for nothing. */
const nothing = new Set(['1970-01-01', '1900-01-01', '1899-12-30'])

const metaNames = [
  'article:published_time',
  'article:published',
  'og:published_time',
  'og:article:published_time',
  'vr:published_time',
  'bt:pubdate',
  'datepublished',
  'date.published',
  'dateissued',
  'article.published',
  'article_date_original',
  'article.created',
  'article:post_date',
  'originalpublicationdate',
  'publication_date',
  'publication-date',
  'publicationdate',
  'published',
  'published-date',
  'published_date',
  'publish-date',
  'publish_date',
  'publishdate',
  'publishedat',
  'pubdate',
  'pub_date',
  'ptime',
  'rnews:datepublished',
  'sailthru.date',
  'parsely-pub-date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'dc.date.issued',
  'dc.date.published',
  'dc.date.created',
  'dcterms.issued',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'dcsext.articlefirstpublished',
  'displaydate',
  'article_date',
  'releasedate',
  'release_date',
  'date',
  'created'
]

export interface DaySources {
  readonly jsonLd: string | null
  /** Content of the page's `meta` by name or property, in lower case. */
  readonly meta: ReadonlyMap<string, string>
  readonly url: string | null
}

/** `null` where the page says none, or none that can be read one way only. */
export function publishedDay(document: Document, {jsonLd, meta, url}: DaySources): IsoDate | null {
  const marked = [
    jsonLd,
    ...metaNames.map(name => meta.get(name) ?? null),
    ...[...document.querySelectorAll('[itemprop~="datePublished"]')].flatMap(wordsOfTime),
    ...[
      ...document.querySelectorAll('time[pubdate], time.published, time.entry-date, time[class*="publish" i]')
    ].flatMap(wordsOfTime),
    ...timesNearTitle(document),
    ...stampsBelowTitle(document)
  ]
  for (const words of marked) {
    const day = words === null ? null : dayOf(words)
    if (day) return day
  }
  return url === null ? null : dayInPath(url)
}

function wordsOfTime(element: Element): string[] {
  return [element.getAttribute('datetime'), element.getAttribute('content'), element.textContent].flatMap(
    words => words?.trim() || []
  )
}

/** The first times of the article: those of related reports stand elsewhere or behind, those of posts are their own. */
function timesNearTitle(document: Document): string[] {
  const timeIn = (part: Element | null | undefined) =>
    part && [...part.querySelectorAll('time[datetime]')].slice(0, 8).find(time => !isInPost(time))
  for (let part = document.querySelector('h1')?.parentElement; part; part = part.parentElement) {
    const time = timeIn(part)
    if (time) return wordsOfTime(time)
    if (part.localName === 'article' || part.localName === 'main' || part.localName === 'body') break
  }
  const time = timeIn(document.querySelector('article'))
  return time ? wordsOfTime(time) : []
}

function isInPost(element: Element): boolean {
  for (let around = element.parentElement; around; around = around.parentElement)
    if (isSocialPost(around)) return true
  return false
}

/** Lines between the headline and the first paragraph that are a day and little else; days above are often those of the visit. */
function stampsBelowTitle(document: Document): string[] {
  const title = document.querySelector('h1')
  const found: string[] = []
  let element = title && after(title, document.body)
  for (let looked = 0; element && looked < mostBelowTitle; looked++) {
    const words = element.textContent?.trim() ?? ''
    if (isSocialPost(element) || (element.localName === 'p' && countWords(words) >= fewestOfParagraph)) break
    if (words.length <= longestStamp && isStamp(words) && !/updated|modified/i.test(words)) found.push(words)
    element = element.firstElementChild ?? after(element, document.body)
  }
  return found
}

const [mostBelowTitle, fewestOfParagraph, longestStamp] = [80, 15, 80]

function dayOf(words: string): IsoDate | null {
  if (words.length > 120) return null
  const western = words.replace(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) & 15))
  const iso = /^\s*(\d{4})-?(\d\d)-?(\d\d)(?=$|[T\s,;])/.exec(western)
  const day = iso ? `${iso[1]}-${iso[2]}-${iso[3]}` : readDay(western)
  return day !== null && isIsoDate(day) && isOfThisCalendar(day) ? day : null
}

function isOfThisCalendar(day: IsoDate): boolean {
  const year = Number(day.slice(0, 4))
  return year >= firstYear && year < lastYear && !nothing.has(day)
}

/** "/2021/11/05/title", "/2021-11-05-title", "/20211105/". */
function dayInPath(url: string): IsoDate | null {
  const path = URL.canParse(url) ? new URL(url).pathname : ''
  const [, year, month, date] =
    /\/(20\d\d|19\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/\-_.]|$)/.exec(path) ??
    /[/_-](20\d\d)(\d\d)(\d\d)(?=[/\-_.]|$)/.exec(path) ??
    []
  if (!year) return null
  const day = `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`
  return isIsoDate(day) ? day : null
}
