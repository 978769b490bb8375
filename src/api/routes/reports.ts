/** Reports: listed, one by one, and how each was received. */
import {z} from '@hono/zod-openapi'
import {CodedReport} from '../../model/contract.ts'
import {ListedReport} from '../../model/listing.ts'
import {Decision} from '../../model/ruling.ts'
import type {Store} from '../../workflows/open-store.ts'
import type {Desk} from '../desk.ts'
import {etagOf, isKnown} from '../etag.ts'
import {named} from '../named.ts'
import {afterOf, pageFrom, pageOf, paging} from '../paging.ts'
import {ProblemError, problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'
import {Day, Flag} from '../values.ts'

const Row = named('ListedReport', ListedReport)
const Whole = named('CodedReport', CodedReport)
const Capture = z
  .object({
    number: z.number().int(),
    origin: z.string(),
    sha256: z.string(),
    length: z.number().int().describe('Bytes'),
    mediaType: z.string().nullable(),
    requestedUrl: z.string().nullable(),
    redirects: z.array(z.object({url: z.string(), status: z.number().int(), location: z.string()})),
    finalUrl: z.string().nullable(),
    status: z.number().int().nullable(),
    headers: z.array(z.tuple([z.string(), z.string()])),
    fetchedAt: z.string().nullable(),
    keptAt: z.string(),
    feed: z.string().nullable(),
    tool: z.string()
  })
  .openapi('Capture')

const Version = z
  .object({
    id: z.string().describe('Of the report that was read from it'),
    sha256: z.string(),
    title: z.string().nullable(),
    publishedOn: z.string().nullable(),
    keptAt: z.string().nullable().describe('Instant of its first capture; null where there is none')
  })
  .openapi('Version')

/** A page that changes daily has hundreds; the first of them say enough. */
const mostVersions = 100

const params = z.object({id: z.string().max(100)})

const list = route('read', {
  method: 'get',
  path: '/reports',
  tags: ['Reports'],
  summary: 'Reports by day of publication, the newest first',
  request: {
    query: z.object({
      ...paging,
      since: Day.optional(),
      until: Day.optional(),
      text: z.string().max(500).optional().describe('Words of title, outlet or text'),
      outlet: z.string().max(300).optional().describe('Its whole name'),
      language: z.string().max(20).optional(),
      inIncident: Flag.optional().describe('Whether some incident holds it'),
      decision: z
        .enum(['open', ...Decision.shape.state.options])
        .optional()
        .describe('What a person decided about where it belongs; open: nobody did')
    })
  },
  responses: {
    200: {
      description: 'A page of reports',
      content: {'application/json': {schema: pageOf('ReportPage', Row)}}
    },
    ...problems(400)
  }
})

const one = route('read', {
  method: 'get',
  path: '/reports/{id}',
  tags: ['Reports'],
  summary: 'A report with everything that was read in it',
  request: {params},
  responses: {
    200: {description: 'The coded report', content: {'application/json': {schema: Whole}}},
    304: {description: 'As the asker has it'},
    ...problems(400, 404)
  }
})

const captures = route('read', {
  method: 'get',
  path: '/reports/{id}/captures',
  tags: ['Reports'],
  summary: 'How and when its original was received',
  request: {params},
  responses: {
    200: {
      description:
        'Captures, the oldest first; none of a text that came as a line of JSON. Besides, the other versions of what stands at its address',
      content: {
        'application/json': {schema: z.object({captures: z.array(Capture), versions: z.array(Version)})}
      }
    },
    ...problems(400, 404)
  }
})

export const reportRoutes = ({store}: Desk) =>
  router()
    .openapi(list, async context => {
      const {limit, cursor, ...filter} = context.req.valid('query')
      return context.json(
        pageFrom(await store.listings.reports(filter, {limit, after: afterOf(cursor, 'day')})),
        200
      )
    })
    .openapi(one, async context => {
      const report = await store.report(context.req.valid('param').id)
      if (!report) throw new ProblemError(404, 'No such report')
      return isKnown(context, etagOf(report)) ? context.body(null, 304) : context.json(report, 200)
    })
    .openapi(captures, async context => {
      const report = await store.report(context.req.valid('param').id)
      if (!report) throw new ProblemError(404, 'No such report')
      const found = await store.captures.of(report.report.sha256)
      return context.json(
        {
          versions: await otherVersions(store, report),
          captures: found.map(({redirects, headers, ...capture}) => ({
            ...capture,
            redirects: [...redirects],
            headers: headers.map(([name, value]): [string, string] => [name, value])
          }))
        },
        200
      )
    })

/** Other reports at the address of this one, those kept first first. */
async function otherVersions(store: Store, {report: {id, url}}: CodedReport) {
  const ids = url === null ? [] : (await store.reportsAt(url)).filter(other => other !== id)
  const others = await store.codedReports(ids.slice(0, mostVersions))
  const versions = await Promise.all(
    others.map(async ({report: {id, sha256, title, publishedOn}}) => {
      const [first] = await store.captures.of(sha256)
      return {id, sha256, title, publishedOn, keptAt: first?.keptAt ?? null}
    })
  )
  return versions.toSorted((a, b) => ((a.keptAt ?? '') < (b.keptAt ?? '') ? -1 : 1))
}
