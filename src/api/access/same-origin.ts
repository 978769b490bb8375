/**
 * Refuses requests that a foreign page makes a browser send (CSRF), and foreign names for this machine.
 *
 * Cookies are SameSite=Strict; beyond that every change must come from a page of this server, by Origin or
 * Sec-Fetch-Site, and carry JSON, or for files to be brought in bare bytes: neither can a form send. On loopback the name asked for must be one of this
 * machine: a foreign name that leads here (DNS rebinding) is a foreign page's.
 */
import type {Context, MiddlewareHandler} from 'hono'
import {ProblemError} from '../problem.ts'
import {type Exposure, hostOf, isLoopback} from './exposure.ts'

export const sameOrigin =
  (exposure: Exposure): MiddlewareHandler =>
  async (context, next) => {
    if (exposure === 'loopback') refuseForeignNames(context)
    if (exposure === 'proxy') refusePlainProxy(context)
    if (!['GET', 'HEAD', 'OPTIONS'].includes(context.req.method)) {
      refuseForeignPages(context, exposure)
      if (context.req.path.startsWith('/api/')) refuseOtherThanJson(context)
    }
    await next()
  }

function refuseForeignNames(context: Context): void {
  const asked = `http://${hostOf(context, 'loopback')}`
  if (!URL.canParse(asked) || !isLoopback(new URL(asked).hostname))
    throw new ProblemError(421, 'This server answers to names of this machine only', {
      detail:
        'To serve others: dateline serve --host ADDRESS, with --tls-cert and --tls-key or --behind-proxy.'
    })
  if (['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'via'].some(name => context.req.header(name)))
    throw new ProblemError(421, 'This request came through a proxy', {
      detail: 'A server behind a proxy needs users: dateline serve --host ADDRESS --behind-proxy.'
    })
}

function refusePlainProxy(context: Context): void {
  const scheme = context.req.header('x-forwarded-proto')
  if (scheme !== undefined && scheme !== 'https')
    throw new ProblemError(421, 'This address is served by HTTPS only', {
      detail: 'The proxy took this request without TLS.'
    })
}

function refuseForeignPages(context: Context, exposure: Exposure): void {
  const origin = context.req.header('origin')
  const site = context.req.header('sec-fetch-site')
  const isOwn =
    (origin === undefined || (URL.canParse(origin) && new URL(origin).host === hostOf(context, exposure))) &&
    (site === undefined || site === 'same-origin' || site === 'none')
  // A browser always says where a change comes from; a cookie without that is no browser's.
  const isUnsaid = origin === undefined && site === undefined && context.req.header('cookie') !== undefined
  if (!isOwn || isUnsaid)
    throw new ProblemError(403, 'This change comes from a page of another site', {
      detail: 'Programs send an API key in place of a cookie.'
    })
}

function refuseOtherThanJson(context: Context): void {
  const type = context.req.header('content-type')
  const hasBody =
    Number(context.req.header('content-length') ?? 0) > 0 ||
    context.req.header('transfer-encoding') !== undefined
  // A page of another site asks before it may send this type, and is refused.
  if (context.req.path === '/api/ingest/files' && /^application\/octet-stream$/i.test(type ?? '')) return
  if (type === undefined ? hasBody : !/^application\/json\b/i.test(type))
    throw new ProblemError(415, 'What is sent must be JSON', {
      detail: 'Send "Content-Type: application/json".'
    })
}
