/**
 * The public site under /public: for everybody, without log-in, without scripts, in English and Arabic. It reads what was published and
 * nothing else; the one thing that it takes in is a request for a correction (SAFETY D7).
 */
import {type Context, Hono} from 'hono'
import {bodyLimit} from 'hono/body-limit'
import {
  createPublicSite,
  type Language,
  mostContact,
  mostText,
  type PublicSite,
  siteStyle
} from '../../workflows/public-site.ts'
import {addressOf, hostOf} from '../access/exposure.ts'
import type {Gate} from '../access/gate.ts'
import type {Desk, Env} from '../desk.ts'
import {etagOf} from '../etag.ts'
import {afterOf} from '../paging.ts'
import {Day} from '../values.ts'

const root = '/public/'

/** Nothing but this server's one stylesheet: no script, no frame, no picture from elsewhere. */
const policy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** From one address. */
const asking = {burst: 5, perMinute: 0.2}

export function publicPages(gate: Gate, {store, linker}: Desk, name: string): Hono<Env> {
  const site = createPublicSite(store, () => linker().codebook, {name, ask: 'form'})
  const pages = new Hono<Env>()
  pages.use('/public/*', async (context, next) => {
    await next()
    context.res.headers.set('content-security-policy', policy)
    // With no-referrer a browser would not say from where the form comes.
    context.res.headers.set('referrer-policy', 'same-origin')
  })
  pages.get('/public', context => context.redirect(root, 301))
  pages.get('/public/*', async context => {
    const {language, path, slashed} = placeOf(context)
    if (slashed !== null) return context.redirect(slashed, 301)
    if (path === 'style.css') return sent(context, siteStyle, 'text/css; charset=utf-8')
    if (path === 'feed.atom')
      return sent(context, await site.feed(baseOf(context, gate)), 'application/atom+xml; charset=utf-8')
    if (path === 'method/') return sent(context, await site.method(language))
    if (path === '') return sent(context, await indexOf(context, site, language))
    const [, id, rest] = /^incidents\/([^/]+)\/(.*)$/.exec(path) ?? []
    const known = id === undefined ? null : decoded(id)
    if (known !== null && rest === '') {
      const shown = await site.incident(language, known)
      if (shown) return sent(context, shown.html, undefined, shown.page.incident === null ? 410 : 200)
    }
    if (known !== null && rest === 'data.json') {
      const data = await site.data(known)
      // For programs of others: it is public.
      context.header('Access-Control-Allow-Origin', '*')
      if (data) return sent(context, JSON.stringify(data), 'application/json; charset=utf-8')
    }
    if (known !== null && rest === 'correction/') {
      const page = await site.data(known)
      const state = context.req.query('sent') === undefined ? 'new' : 'sent'
      const headline = page?.incident?.headline ?? null
      if (page)
        return sent(
          context,
          await site.correction(language, {id: known, headline, text: '', contact: '', state})
        )
    }
    return context.html(await site.notFound(language, path), 404)
  })
  pages.use('/public/*', bodyLimit({maxSize: 64 * 1024}))
  pages.post('/public/*', async context => {
    const {language, path} = placeOf(context)
    const [, id] = /^incidents\/([^/]+)\/correction\/$/.exec(path) ?? []
    const known = id === undefined ? null : decoded(id)
    const page = known === null ? null : await site.data(known)
    if (!page) return context.html(await site.notFound(language, path), 404)
    const {text, contact} = await formOf(context)
    const wait = gate.limiter(`correction ${addressOf(context, gate.exposure)}`, asking)
    const state =
      text === ''
        ? 'empty'
        : text.length > mostText || contact.length > mostContact
          ? 'long'
          : wait === null
            ? 'sent'
            : 'often'
    if (state === 'sent') {
      await store.publications.ask(page.id, text, contact || null)
      return context.redirect('?sent', 303)
    }
    if (wait !== null) context.header('Retry-After', String(wait))
    const headline = page.incident?.headline ?? null
    return context.html(
      await site.correction(language, {id: page.id, headline, text, contact, state}),
      state === 'often' ? 429 : 400
    )
  })
  return pages
}

interface Place {
  readonly language: Language
  readonly path: string
  /** Where the page is that lacks its last slash. */
  readonly slashed: string | null
}

function placeOf(context: Context<Env>): Place {
  const {pathname} = new URL(context.req.url)
  const full = pathname.slice(root.length)
  const isArabic = full === 'ar' || full.startsWith('ar/')
  const path = isArabic ? full.slice(3) : full
  const lacks = full === 'ar' || /^(?:method|incidents\/[^/]+(?:\/correction)?)$/.test(path)
  return {language: isArabic ? 'ar' : 'en', path, slashed: lacks ? `${pathname}/` : null}
}

async function indexOf(context: Context<Env>, site: PublicSite, language: Language): Promise<string> {
  const query = (key: string) =>
    (context.req.query(key) ?? '').slice(0, 200).replaceAll('\0', '').toWellFormed()
  const day = (key: string) => (Day.safeParse(query(key)).success ? query(key) : undefined)
  const asked = {
    text: query('text').trim() || undefined,
    since: day('since'),
    until: day('until'),
    type: query('type') || undefined
  }
  const cursor = context.req.query('cursor')
  const kept = new URLSearchParams(
    Object.entries(asked).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
  )
  const address = (next: readonly (string | null)[] | null) => {
    const search = new URLSearchParams(kept)
    if (next) search.set('cursor', Buffer.from(JSON.stringify(next)).toString('base64url'))
    return `?${search.toString()}`
  }
  const {html} = await site.index(language, '', {asked, after: afterOf(cursor, 'day')}, next => ({
    older: next && address(next),
    newest: cursor === undefined ? null : address(null)
  }))
  return html
}

function sent(
  context: Context<Env>,
  body: string,
  type = 'text/html; charset=utf-8',
  status: 200 | 410 = 200
) {
  const etag = etagOf(body)
  const headers = {etag, 'cache-control': 'no-cache', 'content-type': type}
  const isKnown = (context.req.header('if-none-match') ?? '').split(',').some(tag => tag.trim() === etag)
  return isKnown && status === 200 ? context.body(null, 304, headers) : context.body(body, status, headers)
}

async function formOf(context: Context<Env>): Promise<{text: string; contact: string}> {
  const form = new URLSearchParams(await context.req.text())
  const value = (key: string) => (form.get(key) ?? '').replaceAll('\0', '').toWellFormed().trim()
  return {text: value('text'), contact: value('contact')}
}

function baseOf(context: Context<Env>, {exposure}: Gate): string {
  return `${exposure === 'loopback' ? 'http' : 'https'}://${hostOf(context, exposure)}${root}`
}

/** null: no address of a page. */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part).replaceAll('\0', '').toWellFormed().slice(0, 300)
  } catch {
    return null
  }
}
