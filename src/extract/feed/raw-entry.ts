/** Brings the four formats of feeds to one form, each value as it is written there: nothing is resolved, decoded or chosen yet. */
import type {AtomFeed, AtomNs, JsonFeed, MediaNs, RdfFeed, RssFeed} from 'feedsmith'

export interface RawFeed {
  readonly title: string | null
  readonly link: string | null
  readonly language: string | null
  /** Of `xml:base`. */
  readonly base: string | null
  /** What it asks readers to wait between two checks. */
  readonly refreshMs: number | null
  readonly entries: readonly RawEntry[]
}

export interface RawEntry {
  readonly id: string | null
  /** The likeliest first. */
  readonly links: readonly string[]
  readonly base: string | null
  readonly title: string | null
  readonly authors: readonly string[]
  /** Who published it first, where the feed gathers what others published. */
  readonly outlet: string | null
  readonly published: readonly string[]
  readonly updated: readonly string[]
  readonly categories: readonly string[]
  /** The whole text, as far as the feed gives it. */
  readonly contents: readonly RawText[]
  /** What the feed gives for a summary or a description. */
  readonly summaries: readonly RawText[]
  /** Of what is shown or played beside it: the whole text of a video, but mostly the caption of a picture. */
  readonly described: readonly RawText[]
  /** Media types of what is attached. */
  readonly attached: readonly string[]
}

export interface RawText {
  readonly words: string
  /** As declared: "html", "text/plain"; null where nothing is declared, which is mostly HTML. */
  readonly type: string | null
}

export function ofRss(feed: RssFeed.Feed<string>): RawFeed {
  const {atom, dc, xml} = feed
  return {
    title: feed.title ?? atom?.title?.value ?? dc?.titles?.[0] ?? null,
    link: feed.link ?? null,
    language: feed.language ?? dc?.languages?.[0] ?? xml?.lang ?? null,
    base: xml?.base ?? null,
    refreshMs: refreshMs(feed.ttl, feed.sy),
    entries: (feed.items ?? []).map(ofItem)
  }
}

export function ofRdf(feed: RdfFeed.Feed<string>): RawFeed {
  const {atom, dc, xml} = feed
  return {
    title: feed.title ?? atom?.title?.value ?? dc?.titles?.[0] ?? null,
    link: feed.link ?? null,
    language: dc?.languages?.[0] ?? xml?.lang ?? null,
    base: xml?.base ?? null,
    refreshMs: refreshMs(undefined, feed.sy),
    entries: (feed.items ?? []).map(ofItem)
  }
}

type Item = RssFeed.Item<string> & RdfFeed.Item<string>

function ofItem(item: Partial<Item>): RawEntry {
  const {atom, dc, dcterms, guid, media, rdf} = item
  const own = atom ? ofEntry(atom) : null
  const permalink = guid && guid.isPermaLink !== false ? [guid.value] : []
  return {
    id: guid?.value ?? rdf?.about ?? own?.id ?? dc?.identifiers?.[0] ?? null,
    links: present([item.link, ...permalink, rdf?.about, ...(own?.links ?? [])]),
    base: item.xml?.base ?? null,
    title: item.title ?? own?.title ?? dc?.titles?.[0] ?? media?.title?.value ?? null,
    authors: dc?.creators ?? present((item.authors ?? []).map(({name}) => name)),
    outlet: item.source?.title ?? own?.outlet ?? dc?.publishers?.[0] ?? null,
    published: present([
      item.pubDate,
      ...(own?.published ?? []),
      ...(dcterms?.issued ?? []),
      ...(dc?.dates ?? []),
      ...(dcterms?.dates ?? []),
      ...(dcterms?.created ?? [])
    ]),
    updated: present([...(own?.updated ?? []), ...(dcterms?.modified ?? [])]),
    categories: present([...(item.categories ?? []).map(({name}) => name), ...(dc?.subjects ?? [])]),
    contents: [...texts(item.content?.encoded), ...(own?.contents ?? [])],
    summaries: [
      ...texts(item.description),
      ...(own?.summaries ?? []),
      ...texts(...(dc?.descriptions ?? []), item.itunes?.summary)
    ],
    described: ofMedia(media),
    attached: present((item.enclosures ?? []).map(({type}) => type))
  }
}

export function ofAtom(feed: AtomFeed.Feed<string>): RawFeed {
  const {dc, xml} = feed
  return {
    title: feed.title?.value ?? dc?.titles?.[0] ?? null,
    link: linksOf(feed.links)[0] ?? null,
    language: xml?.lang ?? dc?.languages?.[0] ?? null,
    base: xml?.base ?? null,
    refreshMs: refreshMs(undefined, feed.sy),
    entries: (feed.entries ?? []).map(entry => ofEntry(entry, feed.authors))
  }
}

type Entry = AtomFeed.Entry<string> | AtomNs.Entry<string>

function ofEntry(entry: Partial<Entry>, authorsOfAll: readonly {name?: string}[] = []): RawEntry {
  const {content, id, links, published, source, summary, title, updated, xml} = entry
  const {dc, media} = entry as AtomFeed.Entry<string>
  const authors = entry.authors ?? source?.authors ?? authorsOfAll
  const [contentText] = content?.value ? [{words: content.value, type: content.type ?? 'text'}] : []
  return {
    id: id ?? null,
    links: linksOf(links),
    base: xml?.base ?? null,
    title: title?.value ?? dc?.titles?.[0] ?? media?.title?.value ?? null,
    authors: dc?.creators ?? present(authors.map(({name}) => name)),
    outlet: source?.title?.value ?? dc?.publishers?.[0] ?? null,
    published: present([published, ...(dc?.dates ?? [])]),
    updated: present([updated]),
    categories: present((entry.categories ?? []).map(({label, term}) => label ?? term)),
    contents: contentText ? [contentText] : [],
    summaries: [
      ...(summary ? [{words: summary.value, type: summary.type ?? 'text'}] : []),
      ...texts(...(dc?.descriptions ?? []))
    ],
    described: ofMedia(media),
    attached: present((links ?? []).filter(({rel}) => rel === 'enclosure').map(({type}) => type))
  }
}

/** The page itself before other forms of it; links that lead elsewhere (self, replies, enclosure) are none. */
function linksOf(links: readonly Partial<AtomFeed.Link<string>>[] = []): string[] {
  const pages = links.filter(({rel}) => rel === undefined || /(?:^|\/)alternate$/i.test(rel.trim()))
  const isHtml = ({type}: Partial<AtomFeed.Link<string>>) => type === undefined || /html/i.test(type)
  return present([...pages.filter(isHtml), ...pages.filter(link => !isHtml(link))].map(({href}) => href))
}

export function ofJson(feed: JsonFeed.Feed<string>): RawFeed {
  return {
    title: feed.title ?? null,
    link: feed.home_page_url ?? null,
    language: feed.language ?? null,
    base: null,
    refreshMs: null,
    entries: (feed.items ?? []).map(item => ({
      id: item.id ?? null,
      links: present([item.url, item.external_url]),
      base: null,
      title: item.title ?? null,
      authors: present((item.authors ?? feed.authors ?? []).map(({name}) => name)),
      outlet: null,
      published: present([item.date_published]),
      updated: present([item.date_modified]),
      categories: item.tags ?? [],
      contents: [...texts(item.content_html), ...plain(item.content_text)],
      summaries: plain(item.summary),
      described: [],
      attached: present((item.attachments ?? []).map(({mime_type}) => mime_type))
    }))
  }
}

function ofMedia(media: MediaNs.ItemOrFeed | undefined): RawText[] {
  const described = [media, ...(media?.groups ?? [])]
  return described.flatMap(each =>
    each?.description?.value ? [{words: each.description.value, type: each.description.type ?? 'plain'}] : []
  )
}

function texts(...words: (string | undefined)[]): RawText[] {
  return present(words).map(each => ({words: each, type: null}))
}

function plain(words: string | undefined): RawText[] {
  return words ? [{words, type: 'text'}] : []
}

function present<T>(values: readonly (T | undefined | null)[]): T[] {
  return values.filter(value => value !== undefined && value !== null && value !== '') as T[]
}

/** Of the periods of RSS's syndication module. */
const periodMinutes: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600
}

/** `ttl`: minutes, as RSS 2.0 has it. */
function refreshMs(
  ttl: number | undefined,
  sy: {updatePeriod?: string; updateFrequency?: number} | undefined
): number | null {
  const period = periodMinutes[sy?.updatePeriod?.trim().toLowerCase() ?? '']
  const minutes = period === undefined ? ttl : period / Math.max(1, sy?.updateFrequency ?? 1)
  return minutes !== undefined && minutes > 0 && Number.isFinite(minutes) ? minutes * 60_000 : null
}
