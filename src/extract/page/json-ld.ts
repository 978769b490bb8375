/**
 * What a page says of its article in JSON-LD (schema.org, as search engines ask for it).
 *
 * Read leniently: comments and raw line breaks in strings are common. Of several articles the first is meant that stands by
 * itself or in a graph; those in lists are other reports.
 */
import {domText} from '../dom-text.ts'
import {parseHtml} from '../parse-html.ts'

export interface JsonLdArticle {
  readonly headline: string | null
  readonly datePublished: string | null
  readonly publisher: string | null
  /** Authors and creators, persons and bodies. */
  readonly creators: readonly string[]
  readonly url: string | null
  /** As plain text, in paragraphs. */
  readonly body: string | null
}

type Json = Readonly<Record<string, unknown>>

const articleTypes =
  /^(?:(?:news|analysisnews|askpublicnews|backgroundnews|opinionnews|reportagenews|reviewnews|satirical|scholarly|tech|advertisercontent)?article|report|blogposting|liveblogposting|socialmediaposting|discussionforumposting)$/i
/** Nodes that are looked at: a page may carry thousands. */
const mostNodes = 2000

/** `null` where the page has none. */
export function jsonLdArticle(document: Document): JsonLdArticle | null {
  const nodes: Json[] = []
  for (const script of document.querySelectorAll('script[type*="ld+json" i]'))
    gather(parsed(script.textContent ?? ''), nodes)
  const article = nodes.find(node => typesOf(node).some(type => articleTypes.test(type)))
  if (!article) return null
  const publisher = nameOf(article.publisher) ?? nameOf(byId(nodes, article.publisher)?.name)
  return {
    headline: plain(article.headline) ?? plain(article.name),
    datePublished: plain(article.datePublished) ?? plain(article.dateCreated),
    publisher,
    creators: [...listOf(article.author), ...listOf(article.creator)].flatMap(
      creator => nameOf(creator) ?? nameOf(byId(nodes, creator)?.name) ?? []
    ),
    url:
      plain(article.url) ??
      plain(isObject(article.mainEntityOfPage) ? article.mainEntityOfPage['@id'] : article.mainEntityOfPage),
    body: typeof article.articleBody === 'string' ? asText(article.articleBody) : null
  }
}

function parsed(json: string): unknown {
  const bare = json
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/, '')
    .trim()
    .replace(/;$/, '')
  for (const attempt of [bare, bare.replace(/\p{Cc}+/gu, ' ')]) {
    try {
      return JSON.parse(attempt)
    } catch {
      // The next attempt, or nothing: a page is not refused for it.
    }
  }
  return null
}

/** Things that stand by themselves, in a list of such or in a graph; not what they contain. */
function gather(value: unknown, nodes: Json[]): void {
  for (const item of listOf(value)) {
    if (!isObject(item) || nodes.length >= mostNodes) continue
    nodes.push(item)
    for (const key of ['@graph', 'mainEntity']) {
      for (const inner of listOf(item[key]))
        if (isObject(inner) && nodes.length < mostNodes) nodes.push(inner)
    }
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value.slice(0, mostNodes) : [value]
}

const typesOf = (node: Json) =>
  listOf(node['@type']).flatMap(type => (typeof type === 'string' ? type.replace(/^.*[/:]/, '') : []))

function byId(nodes: readonly Json[], value: unknown): Json | undefined {
  const id = isObject(value) ? value['@id'] : null
  return typeof id === 'string' ? nodes.find(node => node['@id'] === id && 'name' in node) : undefined
}

function nameOf(value: unknown): string | null {
  return plain(
    isObject(value)
      ? value.name
      : Array.isArray(value)
        ? isObject(value[0])
          ? value[0].name
          : value[0]
        : value
  )
}

/** Character references are common in JSON-LD, and mean what they mean in the page. */
function plain(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 2000) return null
  if (!value.includes('&')) return value.replace(/\s+/g, ' ').trim() || null
  return domText(parseHtml(value.replaceAll('<', '&lt;')).body).text || null
}

function asText(body: string): string | null {
  const marked = /<(?:p|br|div)\b/i.test(body) ? body : body.replaceAll(/\r?\n\s*/g, '<p>')
  return domText(parseHtml(marked).body).text || null
}
