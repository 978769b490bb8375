/** Exports: incidents in forms that other people's tools read, as `dateline export` writes them. */
import {createReadStream, mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {z} from '@hono/zod-openapi'
import {locales} from '../../messages/words.ts'
import {ruleIds} from '../../model/assessment.ts'
import {TooMany} from '../../workflows/export.ts'
import {idsNow, NoSuchIncident} from '../../workflows/incident-now.ts'
import type {Desk} from '../desk.ts'
import {boxFor, IncidentQuery, seesExactly} from '../incident-query.ts'
import {ProblemError, problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'
import {Flag} from '../values.ts'

export type {Manifest} from '../../workflows/export.ts'

const Format = z
  .object({
    id: z.string(),
    about: z.string(),
    version: z.number().int(),
    extension: z.string(),
    mediaType: z.string(),
    rule: z.enum(ruleIds).describe('The rule whose figures it takes unless told otherwise'),
    inLanguage: z.boolean().describe('Whether it is written for people: `lang` says in which language'),
    most: z.number().int().nullable().describe('How many incidents a file may hold; null: any number')
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
      ids: z
        .string()
        .regex(/^[\w/-]{1,200}(?:,[\w/-]{1,200}){0,499}$/)
        .optional()
        .describe(
          'Only these, with commas between, at most 500; one that is no more leads to the one that holds it'
        )
        .openapi({example: '6118a32436e1'}),
      lang: z
        .enum(locales)
        .optional()
        .describe('Of a format that is written for people; English where it is left out'),
      graphic: Flag.optional().describe(
        'In such a format words about bodies and wounds are open, and printed'
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
          formats: exporter().formats.map(
            ({id, about, version, extension, mediaType, rule, isWritten = false, most = null}) => ({
              ...{id, about, version, extension, mediaType, rule},
              ...{inLanguage: isWritten, most}
            })
          )
        },
        200
      )
    )
    .openapi(one, async context => {
      const {asker, address} = context.var
      const {
        rule,
        redact,
        packed,
        ids: named,
        lang,
        graphic,
        ...filter
      } = boxFor(context.req.valid('query'), asker)
      const format = exporter().formats.find(({id}) => id === context.req.valid('param').format)
      if (!format) throw new ProblemError(404, 'No such format', {detail: '/api/exports names them.'})
      const ids = named === undefined ? undefined : await idsNamed(store, named)
      if (asker.via !== 'machine') {
        const object = `export ${format.id}`
        await store.access.log.add({who: asker.name, action: 'export', object, address})
      }
      const folder = mkdtempSync(join(tmpdir(), 'dateline-export-'))
      const discard = () => rmSync(folder, {recursive: true, force: true})
      try {
        const stem = ids?.length === 1 ? `${format.id}-${ids[0]}` : 'incidents'
        const name = `${stem}.${packed ? 'zip' : format.extension}`
        const file = join(folder, name)
        const wish = {
          ...{format, rule, packed: packed === true, language: lang, graphic: graphic === true},
          filter: {...filter, ids},
          redacted: redact || !seesExactly(asker)
        }
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
        if (error instanceof TooMany)
          throw new ProblemError(400, 'Too many incidents for this format', {detail: error.message})
        throw error
      }
    })

async function idsNamed(store: Desk['store'], named: string): Promise<string[]> {
  try {
    return await idsNow(store, named.split(','))
  } catch (error) {
    if (error instanceof NoSuchIncident) throw new ProblemError(404, 'No such incident')
    throw error
  }
}
