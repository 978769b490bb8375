/**
 * Bringing reports in: a text, files as bytes, or addresses that the guarded fetcher asks. Each becomes a job whose
 * progress can be heard.
 */
import {z} from '@hono/zod-openapi'
import {streamSSE} from 'hono/streaming'
import {ofFile, ofText, ofUrls} from '../../workflows/intake/sources.ts'
import {spool, TooLarge} from '../../workflows/intake/spool.ts'
import type {Desk} from '../desk.ts'
import {Job, JobDetail, jobAnswer, jobOf, queued} from '../intake-job.ts'
import {ProblemError, problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'
import {Address, Day} from '../values.ts'

/** What is sent at once. Longer archives are for the command line, which reads them where they lie. */
export const mostBytes = 2 * 2 ** 30

const Line = z.string().max(2000).nullable().default(null)

const text = route('ingest', {
  method: 'post',
  path: '/ingest/texts',
  tags: ['Bringing in'],
  summary: 'Bring in a text',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            text: z
              .string()
              .max(4_000_000)
              .refine(words => words.trim() !== '', 'is empty'),
            title: Line,
            outlet: Line,
            url: Address.nullable().default(null),
            publishedOn: Day.nullable().default(null)
          })
        }
      }
    }
  },
  responses: {200: jobAnswer, ...problems(400)}
})

const file = route('ingest', {
  method: 'post',
  path: '/ingest/files',
  tags: ['Bringing in'],
  summary: 'Bring in a file: a text, a page, a feed, JSON Lines, an archive (WARC, ARC), plain or gzip',
  description: `The body is the file itself as application/octet-stream, ${mostBytes / 2 ** 30} GB at most. Its name is for people alone: it is never a path.`,
  request: {
    query: z.object({
      name: z
        .string()
        .min(1)
        .max(300)
        .describe('As people call it; its ending counts where the bytes leave open what it is')
    }),
    body: {
      required: true,
      content: {'application/octet-stream': {schema: z.string().openapi({format: 'binary'})}}
    }
  },
  responses: {200: jobAnswer, ...problems(400, 413)}
})

const urls = route('ingest', {
  method: 'post',
  path: '/ingest/urls',
  tags: ['Bringing in'],
  summary: 'Bring in what stands at addresses',
  description:
    'By robots.txt and with pauses, never from private addresses unless the server was started with --allow-address.',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            urls: z.array(Address).min(1).max(100),
            follow: z
              .boolean()
              .default(true)
              .describe('Whether the pages are fetched that feeds among them lead to')
          })
        }
      }
    }
  },
  responses: {200: jobAnswer, ...problems(400)}
})

const list = route('ingest', {
  method: 'get',
  path: '/ingest/jobs',
  tags: ['Bringing in'],
  summary: 'What is being brought in, and what was since the server started, the newest first',
  responses: {
    200: {
      description: 'Jobs',
      content: {'application/json': {schema: z.object({total: z.number().int(), jobs: z.array(Job)})}}
    }
  }
})

const params = z.object({id: z.string().max(100)})

const one = route('ingest', {
  method: 'get',
  path: '/ingest/jobs/{id}',
  tags: ['Bringing in'],
  summary: 'One job with the reports and incidents it gave',
  request: {params},
  responses: {
    200: {description: 'The job', content: {'application/json': {schema: JobDetail}}},
    ...problems(400, 404)
  }
})

const stop = route('ingest', {
  method: 'post',
  path: '/ingest/jobs/{id}/stop',
  tags: ['Bringing in'],
  summary: 'End a job: what is kept by then is kept',
  request: {params},
  responses: {200: jobAnswer, ...problems(400, 404, 409)}
})

const events = route('ingest', {
  method: 'get',
  path: '/ingest/events',
  tags: ['Live'],
  summary: 'How far jobs are, as they go: server-sent events named "jobs"',
  description:
    'The data of each event is {"jobs": [...]}, those that changed, without names: ask for a job to see what it is about.',
  responses: {200: {description: 'The stream', content: {'text/event-stream': {schema: z.string()}}}}
})

const pauseMs = 300
const keepAliveMs = 15_000
/** Then the browser asks again, and whoever may no longer listen is told so. */
const longestMs = 10 * 60_000

/** How much one may look up: titles of a job with many reports stand in their list. */
const mostNamed = 50

export const intakeRoutes = ({store, intake}: Desk) => {
  const jobNamed = (id: string) => {
    const job = intake.job(id)
    if (!job)
      throw new ProblemError(404, 'No such job', {
        detail: 'Jobs are forgotten when the server ends; what they kept stands in the store.'
      })
    return job
  }
  return router()
    .openapi(text, async context => {
      const sent = context.req.valid('json')
      const name = sent.title?.trim() || sent.text.trim().slice(0, 60)
      const by = context.var.asker.name
      return context.json(jobOf(queued(intake.add({kind: 'text', name, by, source: ofText(sent)}))), 200)
    })
    .openapi(file, async context => {
      const {name} = context.req.valid('query')
      const {body} = context.req.raw
      if (!/^application\/octet-stream\b/i.test(context.req.header('content-type') ?? '') || !body)
        throw new ProblemError(400, 'A file is expected', {
          detail: 'Send its bytes as "Content-Type: application/octet-stream".'
        })
      const tooLarge = new ProblemError(413, 'The file is too large', {
        detail: `${mostBytes / 2 ** 30} GB is the most that can be sent. Split it, or read it where it lies: dateline ingest FILE.`
      })
      if (Number(context.req.header('content-length') ?? 0) > mostBytes) throw tooLarge
      const spooled = await spool(body as AsyncIterable<Uint8Array>, mostBytes).catch((error: Error) => {
        throw error instanceof TooLarge ? tooLarge : error
      })
      const by = context.var.asker.name
      const job = intake.add({kind: 'file', name, by, source: ofFile(name, spooled), settle: spooled.close})
      if (!job) await spooled.close()
      return context.json(jobOf(queued(job)), 200)
    })
    .openapi(urls, async context => {
      const {urls: asked, follow} = context.req.valid('json')
      const by = context.var.asker.name
      return context.json(
        jobOf(queued(intake.add({kind: 'urls', name: asked[0]!, by, source: ofUrls(asked, follow)}))),
        200
      )
    })
    .openapi(list, context => {
      const jobs = intake.jobs().map(jobOf)
      return context.json({total: jobs.length, jobs}, 200)
    })
    .openapi(one, async context => {
      const job = jobNamed(context.req.valid('param').id)
      const {reports, incidents, incidentCount} = await store.upkeep.broughtIn(job.reports, mostNamed)
      return context.json({...jobOf(job), named: [...reports], incidentCount, incidents: [...incidents]}, 200)
    })
    .openapi(stop, context => {
      const {id} = context.req.valid('param')
      jobNamed(id)
      if (!intake.stop(id)) throw new ProblemError(409, 'It is kept already')
      return context.json(jobOf(jobNamed(id)), 200)
    })
    .openapi(
      events,
      context =>
        streamSSE(context, async stream => {
          const told = new Map<string, unknown>()
          let isChanged = true
          const leave = intake.watch(() => {
            isChanged = true
          })
          stream.onAbort(leave)
          let quietMs = 0
          for (let openMs = 0; !stream.aborted && openMs < longestMs; openMs += pauseMs) {
            const changed = isChanged ? intake.jobs().filter(job => told.get(job.id) !== job) : []
            isChanged = false
            for (const job of changed) told.set(job.id, job)
            if (changed.length || openMs === 0) {
              const jobs = changed.map(({id, state, share, done, failed, skipped}) => ({
                id,
                state,
                share,
                done,
                failed,
                skipped
              }))
              await stream.writeSSE({event: 'jobs', data: JSON.stringify({jobs})})
              quietMs = 0
            } else if ((quietMs += pauseMs) >= keepAliveMs) {
              await stream.write(': still here\n\n')
              quietMs = 0
            }
            await stream.sleep(pauseMs)
          }
          leave()
        }) as never
    )
}
