/**
 * Originals as they were received, to be looked at in a sandboxed frame (SAFETY H5, H8).
 *
 * What came from outside never runs and never asks anybody for anything: no scripts, no pictures, no styles from
 * elsewhere. No name that was given with it becomes a path or a name of a file.
 */
import {z} from '@hono/zod-openapi'
import type {Gate} from '../access/gate.ts'
import {ProblemError, problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'

/** As the sandbox of a frame, for whoever opens the address by itself. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox"

const original = route('read-restricted', {
  method: 'get',
  path: '/reports/{id}/original',
  tags: ['Reports'],
  summary: 'The bytes that the report was read from; for a frame with sandbox=""',
  request: {params: z.object({id: z.string().max(100)})},
  responses: {
    200: {
      description: 'A page as text/html, everything else as text or bytes',
      content: {
        'text/html': {schema: z.string()},
        'text/plain': {schema: z.string()},
        'application/octet-stream': {schema: z.string()}
      }
    },
    ...problems(400, 404)
  }
})

export const originalRoutes = ({store}: Gate) =>
  router().openapi(original, async context => {
    const {asker, address} = context.var
    const {id} = context.req.valid('param')
    const report = await store.report(id)
    if (!report) throw new ProblemError(404, 'No such report')
    const {sha256} = report.report
    const bytes = (await store.originals([sha256])).get(sha256)
    if (!bytes) throw new ProblemError(404, 'Its original is not kept')
    const [capture] = await store.captures.of(sha256)
    if (asker.via !== 'machine')
      await store.access.log.add({who: asker.name, action: 'read original', object: `report ${id}`, address})
    return new Response(Uint8Array.from(bytes), {
      headers: {
        'content-type': shownAs(capture?.mediaType ?? null, capture?.headers ?? []),
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
        'content-disposition': 'inline',
        'cache-control': 'no-store'
      }
    }) as never
  })

/** Only what is text is shown; a charset that the server told goes along, for browsers to decode by. */
function shownAs(mediaType: string | null, headers: readonly (readonly [string, string])[]): string {
  const told = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  const [, charset] = /charset="?([\w-]{1,40})/i.exec(told) ?? []
  const suffix = charset ? `; charset=${charset}` : ''
  const type = (mediaType ?? 'text/plain').split(';')[0]!.trim().toLowerCase()
  if (/^(?:text\/html|application\/xhtml\+xml)$/.test(type)) return `text/html${suffix}`
  if (/^text\/|[/+](?:json|xml)$/.test(type)) return `text/plain${suffix || '; charset=utf-8'}`
  return 'application/octet-stream'
}
