/** Exports: incidents in forms that other people's tools read, as `dateline export` writes them. */
import {createReadStream, mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {z} from '@hono/zod-openapi'
import {ruleIds} from '../../model/assessment.ts'
import type {Desk} from '../desk.ts'
import {boxFor, IncidentQuery, seesExactly} from '../incident-query.ts'
import {ProblemError, problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'
import {Flag} from '../values.ts'

const Format = z
  .object({
    id: z.string(),
    about: z.string(),
    version: z.number().int(),
    extension: z.string(),
    mediaType: z.string(),
    rule: z.enum(ruleIds).describe('The rule whose figures it takes unless told otherwise')
  })
  .openapi('ExportFormat')

const list = route('export', {
  method: 'get',
  path: '/exports',
  tags: ['Exports'],
  summary: 'The formats of exports',
  responses: {
    200: {
      description: 'Formats in the order in which they are offered',
      content: {'application/json': {schema: z.object({formats: z.array(Format)})}}
    }
  }
})

const one = route('export', {
  method: 'get',
  path: '/exports/{format}',
  tags: ['Exports'],
  summary: 'All incidents that match, as they are at one moment, oldest first',
  description:
    'Written whole before its first byte is sent, so that an answer is complete or an error. `X-Manifest` says what is in it: one line of JSON, percent-encoded.',
  request: {
    params: z.object({format: z.string().max(50)}),
    query: z.object({
      ...IncidentQuery,
      rule: z.enum(ruleIds).optional().describe("Whose figures to take; the format's own where left out"),
      redact: Flag.optional().describe(
        'For anybody: without names of private persons, restricted names, contacts and exact coordinates; always so for whoever may not read these'
      ),
      packed: Flag.optional().describe(
        'As a ZIP: the file, its manifest, and the texts in which its quotes stand; "dateline verify FILE.zip" checks it without a store'
      )
    })
  },
  responses: {
    200: {
      description: 'The file',
      content: {'application/octet-stream': {schema: z.string()}}
    },
    ...problems(400, 404)
  }
})

export const exportRoutes = ({store, exporter}: Desk) =>
  router()
    .openapi(list, context =>
      context.json(
        {
          formats: exporter().formats.map(({id, about, version, extension, mediaType, rule}) => ({
            id,
            about,
            version,
            extension,
            mediaType,
            rule
          }))
        },
        200
      )
    )
    .openapi(one, async context => {
      const {asker, address} = context.var
      const {rule, redact = false, packed = false, ...filter} = boxFor(context.req.valid('query'), asker)
      const format = exporter().formats.find(({id}) => id === context.req.valid('param').format)
      if (!format) throw new ProblemError(404, 'No such format', {detail: '/api/exports names them.'})
      if (asker.via !== 'machine') {
        const object = `export ${format.id}`
        await store.access.log.add({who: asker.name, action: 'export', object, address})
      }
      const folder = mkdtempSync(join(tmpdir(), 'dateline-export-'))
      const discard = () => rmSync(folder, {recursive: true, force: true})
      try {
        const name = `incidents.${packed ? 'zip' : format.extension}`
        const file = join(folder, name)
        const wish = {format, filter, rule, redacted: redact || !seesExactly(asker), packed}
        await exporter().exportTo(store, file, wish, {now: () => new Date()})
        const manifest = JSON.stringify(JSON.parse(readFileSync(`${file}.manifest.json`, 'utf8')))
        const stream = createReadStream(file).once('close', discard)
        return new Response(Readable.toWeb(stream) as ReadableStream, {
          headers: {
            'content-type': packed ? 'application/zip' : format.mediaType,
            'content-length': `${statSync(file).size}`,
            'content-disposition': `attachment; filename="${name}"`,
            'cache-control': 'no-store',
            'x-manifest': encodeURIComponent(manifest)
          }
        }) as never
      } catch (error) {
        discard()
        throw error
      }
    })
