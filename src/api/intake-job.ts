/** Jobs of bringing in, as routes give them. */
import {z} from '@hono/zod-openapi'
import type {IntakeJob} from '../workflows/intake/job.ts'
import {ProblemError} from './problem.ts'

export const Job = z
  .object({
    id: z.string(),
    kind: z.enum(['text', 'file', 'urls', 'retry', 'feeds']),
    name: z.string(),
    by: z.string(),
    state: z
      .enum(['waiting', 'running', 'linking', 'done', 'failed', 'stopped'])
      .describe('linking: all of it is kept, and is being linked'),
    madeAt: z.string(),
    endedAt: z.string().nullable(),
    share: z
      .number()
      .nullable()
      .describe('How much is done of what is under way, from 0 to 1; null where nobody knows'),
    done: z.number().int(),
    failed: z.number().int(),
    skipped: z.number().int(),
    reasons: z.array(
      z.object({state: z.enum(['failed', 'skipped']), reason: z.string(), count: z.number().int()})
    ),
    reports: z.array(z.string()).describe('Ids of the first reports that it gave, or that were there'),
    problem: z.string().nullable()
  })
  .openapi('IntakeJob')

export const JobDetail = Job.extend({
  named: z.array(z.object({id: z.string(), title: z.string().nullable(), outlet: z.string().nullable()})),
  incidentCount: z.number().int().describe('Incidents that hold one of `reports`'),
  incidents: z.array(z.object({id: z.string(), headline: z.string()})).describe('The first of them')
}).openapi('IntakeJobDetail')

export const jobAnswer = {description: 'The job', content: {'application/json': {schema: Job}}}

export function jobOf(job: IntakeJob): z.infer<typeof Job> {
  return {...job, reasons: [...job.reasons], reports: [...job.reports]}
}

/** Refuses where too many wait. */
export function queued(job: IntakeJob | null): IntakeJob {
  if (job) return job
  throw new ProblemError(
    429,
    'Too much waits to be brought in',
    {detail: 'Wait until some of it is done.'},
    {'retry-after': '10'}
  )
}
