/** Writes the public site into files that any web host can give out: the same pages as the server's, without the search and the form. */
import {existsSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {Codebook} from '../codebook/codebook.ts'
import type {Store} from '../store/store.ts'
import {createPublicSite, incidentPath, type Language, type SiteSettings, siteStyle} from './public-site.ts'

export interface WrittenSite {
  readonly incidents: number
  readonly withdrawn: number
  readonly files: number
}

const languages: readonly Language[] = ['en', 'ar']
const rowsOfPage = 200

/** `base`: where the site will lie, for its feed. Fails where `folder` holds something else than a site. */
export async function writeSite(
  store: Store,
  codebook: Codebook,
  folder: string,
  {base, ...settings}: Omit<SiteSettings, 'ask'> & {readonly ask: string | null; readonly base: string | null}
): Promise<WrittenSite> {
  if (existsSync(folder) && readdirSync(folder).length && !existsSync(join(folder, 'feed.atom')))
    throw new Error(`${folder} holds something else; give a folder that is empty, or that holds the site`)
  const ask = settings.ask === null ? null : {href: settings.ask}
  const site = createPublicSite(store, () => codebook, {...settings, ask})
  let files = 0
  const write = (path: string, content: string) => {
    const file = join(folder, path)
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, content)
    files++
  }
  const own = (language: Language) => (language === 'ar' ? 'ar/' : '')

  for (const language of languages) {
    let after: readonly (string | null)[] | null = null
    for (let number = 1; number === 1 || after !== null; number++) {
      const path = number === 1 ? '' : `page/${number}/`
      const up = '../'.repeat(number === 1 ? 0 : 2)
      const {html, next} = await site.index(
        language,
        path,
        {asked: null, after, size: rowsOfPage, withdrawn: true},
        more => ({older: more && `${up}page/${number + 1}/`, newest: number === 1 ? null : up})
      )
      write(`${own(language)}${path}index.html`, html)
      after = next
    }
    write(`${own(language)}method/index.html`, await site.method(language))
  }
  let [incidents, withdrawn] = [0, 0]
  for await (const id of shownIds(store)) {
    const data = await site.data(id)
    if (!data || !/^[\w-]+$/.test(id)) continue
    incidents++
    if (data.incident === null) withdrawn++
    for (const language of languages)
      write(`${own(language)}${incidentPath(id)}index.html`, (await site.incident(language, id))!.html)
    write(`${incidentPath(id)}data.json`, `${JSON.stringify(data)}\n`)
  }
  write('404.html', await site.notFound('en', ''))
  write('style.css', siteStyle)
  // Last, so that a folder in which it is not there holds no whole site.
  write('feed.atom', await site.feed(base))
  return {incidents: incidents - withdrawn, withdrawn, files}
}

/** Withdrawn ones too: what is left of them is their page. */
async function* shownIds(store: Store): AsyncGenerator<string> {
  let after: readonly (string | null)[] | null = null
  const at = store.clerk.now().toISOString()
  do {
    const {rows, next} = await store.publications.shown({withdrawn: true}, at, {limit: rowsOfPage, after})
    for (const {id} of rows) yield id
    after = next
  } while (after !== null)
}
