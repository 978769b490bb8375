/**
 * The public site over a store: what is public at this moment, page by page. `dateline serve` answers with it, `dateline site` writes it
 * into files; nothing that was not published, or whose time has not come, can be reached through it.
 */
import type {Codebook} from '../codebook/codebook.ts'
import {eventTypes} from '../codebook/event-types.ts'
import {type Asking, correctionPage, notFoundPage} from '../export/site/correction-page.ts'
import {feed} from '../export/site/feed.ts'
import type {Here, Site} from '../export/site/frame.ts'
import {incidentPage} from '../export/site/incident-page.ts'
import {type IndexList, indexPage} from '../export/site/index-page.ts'
import type {Language} from '../export/site/messages.ts'
import {type Method, methodPage} from '../export/site/method-page.ts'
import {rules} from '../reconcile/rules/rules.ts'
import {cellWidth} from '../review/coarse-place.ts'
import type {Store} from '../store/store.ts'
import {publicPage, type ShownPage} from './public-page.ts'
import {gateOf} from './publication-queue.ts'
import {toolVersion} from './version.ts'
import {withheld} from './withhold.ts'

export {mostContact, mostText} from '../export/site/correction-page.ts'
export {incidentPath} from '../export/site/incident-page.ts'
export type {Language} from '../export/site/messages.ts'
export {siteStyle} from '../export/site/style.ts'

export interface SiteSettings {
  readonly name: string
  readonly ask: Site['ask']
}

export interface Asked {
  readonly text?: string | undefined
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly type?: string | undefined
}

export interface Listing {
  readonly html: string
  /** Keys of the last row, where more follow. */
  readonly next: readonly (string | null)[] | null
}

const rowsOfIndex = 50
const feedEntries = 50

/** `codebook`: asked for when a page first needs it. */
export function createPublicSite(store: Store, codebook: () => Codebook, settings: SiteSettings) {
  let lists: {site: Site; types: IndexList['types']} | null = null
  const known = () => {
    lists ??= {
      site: {
        ...settings,
        labels: new Map(
          codebook()
            .table('event-labels.csv', ['type', 'ar'])
            .map(({type, ar}) => [type, ar])
        )
      },
      types: eventTypes(codebook())
        .map(({id, label}) => ({id, label}))
        .sort((x, y) => (x.label < y.label ? -1 : 1))
    }
    return lists
  }
  const here = (language: Language, path: string): Here => ({site: known().site, language, path})
  const now = () => store.clerk.now().toISOString()

  return {
    /** `asked` null: the site cannot be searched. `addresses`: of the next page and of the first, from this one. */
    async index(
      language: Language,
      path: string,
      {
        asked,
        after,
        size = rowsOfIndex,
        withdrawn = false
      }: {
        readonly asked: Asked | null
        readonly after: readonly (string | null)[] | null
        readonly size?: number
        /** Whether withdrawn ones are listed. */
        readonly withdrawn?: boolean
      },
      addresses: (next: readonly (string | null)[] | null) => Pick<IndexList, 'older' | 'newest'>
    ): Promise<Listing> {
      const {rows, total, next} = await store.publications.shown({...asked, withdrawn}, now(), {
        limit: size,
        after
      })
      const shown = await withheld(store, rows)
      const html = await indexPage(here(language, path), {
        rows: shown,
        total,
        ...addresses(next),
        asked: asked && Object.fromEntries(Object.entries(asked).filter(([, value]) => value)),
        types: known().types
      })
      return {html, next}
    },

    async incident(language: Language, id: string): Promise<{html: string; page: ShownPage} | null> {
      const page = await publicPage(store, id)
      if (!page) return null
      const ties = page.incident?.relations ?? []
      const open = await store.publications.shownOf(
        ties.map(({to}) => to),
        now()
      )
      const related = []
      for (const {to, kind} of ties) {
        const other = open.has(to) ? await publicPage(store, to) : null
        if (other?.incident) related.push({id: to, kind, headline: other.incident.headline})
      }
      const next = page.leadsTo === null ? null : await publicPage(store, page.leadsTo)
      const leadsTo = next?.incident ? {id: next.id, headline: next.incident.headline} : null
      const path = `incidents/${encodeURIComponent(id)}/`
      return {html: await incidentPage(here(language, path), {page, related, leadsTo}), page}
    },

    /** The page as data; null where there is none. */
    data: (id: string): Promise<ShownPage | null> => publicPage(store, id),

    async method(language: Language): Promise<string> {
      const [{settings: gate}, shown, all] = await Promise.all([
        gateOf(store),
        store.publications.shown({}, now(), {limit: 1, after: null}),
        store.publications.shown({withdrawn: true}, now(), {limit: 1, after: null})
      ])
      const method: Method = {
        settings: gate,
        versions: {dateline: toolVersion(), codebook: codebook().version},
        rules: rules.map(({id, version}) => ({id, version})),
        reliability: codebook().table('reconcile/source-reliability.csv', ['kind', 'free', 'interested']),
        cells: ['site', 'town', 'area', 'admin1', 'country'].map(precision => ({
          precision,
          degrees: cellWidth(precision)
        })),
        counts: {shown: shown.total, withdrawn: all.total - shown.total}
      }
      return methodPage(here(language, 'method/'), method)
    },

    correction: (language: Language, asking: Asking): Promise<string> =>
      correctionPage(here(language, `incidents/${encodeURIComponent(asking.id)}/correction/`), asking),

    notFound: (language: Language, path: string): Promise<string> => notFoundPage(here(language, path)),

    /** `base`: the address of the site. */
    async feed(base: string | null): Promise<string> {
      const latest = await withheld(store, await store.publications.latest(now(), feedEntries))
      const entries = []
      for (const {id, row} of latest) {
        const page = await publicPage(store, id)
        const [last] = page?.versions ?? []
        if (last) entries.push({id, headline: row.headline, last})
      }
      return feed(settings.name, {base, updated: entries[0]?.last.at ?? '1970-01-01T00:00:00Z'}, entries)
    }
  }
}

export type PublicSite = ReturnType<typeof createPublicSite>
