/** What is public, was, waits to be, or may not yet be, and why. */
import {z} from '@hono/zod-openapi'
import {counted} from '../../model/counted.ts'
import {PublicIncident} from '../../model/public-incident.ts'
import {
  conditionIds,
  GateSettings,
  PublicationEntry,
  PublicationStep,
  QueuedIncident,
  queueIds
} from '../../model/publication.ts'
import {
  gateOf,
  publicationCounts,
  publicationEntry,
  publicationQueue
} from '../../workflows/publication-queue.ts'
import {publicationSteps, publishedVersion} from '../../workflows/publications.ts'
import type {Asker, Desk} from '../desk.ts'
import {etagOf, isKnown} from '../etag.ts'
import {named} from '../named.ts'
import {afterOf, pageFrom, pageOf, paging} from '../paging.ts'
import {ProblemError, problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'
import {Day} from '../values.ts'

const Row = named('QueuedIncident', QueuedIncident)
export const Step = named('PublicationStep', PublicationStep)
export const Settings = named('GateSettings', GateSettings)

const filter = {
  since: Day.optional(),
  until: Day.optional(),
  type: z.string().max(100).optional(),
  text: z.string().max(500).optional().describe('Words of headline, place, sides, titles, outlets')
}

const list = route('read', {
  method: 'get',
  path: '/publications',
  tags: ['Publications'],
  summary: 'Incidents on their way to the public, by day, the newest first',
  request: {
    query: z.object({
      ...paging,
      ...filter,
      queue: z
        .enum(queueIds)
        .optional()
        .describe(
          'ready, failing: never published; changed: not as it was published, whether it waits or is public'
        ),
      condition: z.enum(conditionIds).optional().describe('Those never published that fail this one')
    })
  },
  responses: {
    200: {
      description: 'A page of incidents with what the gate says of each',
      content: {'application/json': {schema: pageOf('PublicationPage', Row)}}
    },
    ...problems(400)
  }
})

const counts = route('read', {
  method: 'get',
  path: '/publications/counts',
  tags: ['Publications'],
  summary: 'How many incidents are in each queue, and how many fail each condition',
  request: {query: z.object(filter)},
  responses: {
    200: {
      description: 'Exact numbers: ready, failing, waiting, public and withdrawn sum to all',
      content: {
        'application/json': {
          schema: z.object({
            all: z.number().int(),
            ...(Object.fromEntries(queueIds.map(id => [id, z.number().int()])) as Record<
              (typeof queueIds)[number],
              z.ZodInt
            >),
            conditions: counted(conditionIds),
            requests: z.number().int().describe('Corrections asked for and not answered')
          })
        }
      }
    },
    ...problems(400)
  }
})

const gate = route('read', {
  method: 'get',
  path: '/publications/gate',
  tags: ['Publications'],
  summary: 'What must hold before an incident is public, and how long it waits then',
  responses: {
    200: {
      description: 'The settings, and who set them last; null: they are as they come',
      content: {'application/json': {schema: z.object({settings: Settings, step: z.union([Step, z.null()])})}}
    },
    304: {description: 'As the asker has them'}
  }
})

const next = route('read', {
  method: 'get',
  path: '/publications/next',
  tags: ['Publications'],
  summary: 'What the next undo and redo of whoever asks are about',
  responses: {
    200: {
      description: 'Undo `undo`; to bring `redo.ruling` back, undo `redo.by`',
      content: {
        'application/json': {
          schema: z.object({
            undo: z.union([Step, z.null()]),
            redo: z.object({by: Step, ruling: Step}).nullable()
          })
        }
      }
    }
  }
})

const version = route('read', {
  method: 'get',
  path: '/publications/versions/{id}',
  tags: ['Publications'],
  summary: 'A version as it was published, by the step that published it',
  request: {params: z.object({id: z.string().max(100)})},
  responses: {
    200: {
      description: 'The version',
      content: {
        'application/json': {schema: z.object({step: Step, view: named('PublicIncident', PublicIncident)})}
      }
    },
    ...problems(400, 404)
  }
})

const one = route('read-restricted', {
  method: 'get',
  path: '/publications/{id}',
  tags: ['Publications'],
  summary:
    'An incident before the public: what the gate says, what would be seen, what changed, what was decided',
  request: {params: z.object({id: z.string().max(300).describe('Any id the incident ever had')})},
  responses: {
    200: {
      description: 'The incident; its ETag is asked for by whoever publishes, withdraws or keeps it',
      content: {'application/json': {schema: named('PublicationEntry', PublicationEntry)}}
    },
    ...problems(400, 404)
  }
})

export const publicationRoutes = ({store, viewer}: Desk) =>
  router()
    .openapi(list, async context => {
      const {limit, cursor, ...asked} = context.req.valid('query')
      const page = {limit, after: afterOf(cursor, 'day')}
      return context.json(
        pageFrom(await publicationQueue(store, asked, publisherOf(context.var.asker), page)),
        200
      )
    })
    .openapi(counts, async context => {
      const [counted, {total}] = await Promise.all([
        publicationCounts(store, context.req.valid('query'), publisherOf(context.var.asker)),
        store.publications.requests({answered: false}, {limit: 1, after: null})
      ])
      return context.json({...counted, requests: total}, 200)
    })
    .openapi(gate, async context => {
      const now = await gateOf(store)
      return isKnown(context, etagOf(now)) ? context.body(null, 304) : context.json({...now}, 200)
    })
    .openapi(next, async context => {
      const {undo, redo} = await publicationSteps(store, context.var.asker.name)
      return context.json({undo, redo: redo && {...redo}}, 200)
    })
    .openapi(version, async context => {
      const found = await publishedVersion(store, context.req.valid('param').id)
      if (!found) throw new ProblemError(404, 'No such version')
      return context.json(found, 200)
    })
    .openapi(one, async context => {
      const {id} = context.req.valid('param')
      // Its tag would else be of a step that what is shown does not know.
      const entry = await store.unmoved(own =>
        publicationEntry(own, viewer(), id, publisherOf(context.var.asker))
      )
      if (!entry) throw new ProblemError(404, 'No such incident')
      context.header('ETag', etagOf(seenOf(entry)))
      // The tag is the same when time has passed, but what waited is public then.
      context.header('Cache-Control', 'no-store')
      return context.json(entry, 200)
    })

/** Whose own reading is none by another: whoever may publish. */
export function publisherOf({name, permissions}: Asker): string | null {
  return permissions.has('publish') ? name : null
}

/** What a decision about it rests on; that time passes is no change. */
export function seenOf({queued, view, steps}: PublicationEntry) {
  return {digest: queued.digest, conditions: queued.conditions, view, last: steps.at(-1)?.step.id ?? null}
}
