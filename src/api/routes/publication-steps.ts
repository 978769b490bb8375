/** Steps towards the public, and back: publishing, withdrawing, reading by others, the settings of the gate, and undo. */
import {z} from '@hono/zod-openapi'
import type {Store} from '../../workflows/open-store.ts'
import {gateOf, publicationEntry} from '../../workflows/publication-queue.ts'
import {
  keepAsPublished,
  look,
  publish,
  rootKind,
  setGate,
  undoStep,
  withdraw
} from '../../workflows/publications.ts'
import type {Asker, Desk} from '../desk.ts'
import {refuseStale} from '../etag.ts'
import {ProblemError, problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'
import {publisherOf, Settings, Step, seenOf} from './publications.ts'

const Words = z.string().trim().max(2000)
const Reason = Words.min(1)
const params = z.object({id: z.string().max(300)})
/** Nobody decides about what they did not see. */
const headers = z.object({'if-match': z.string().min(1).max(1000).describe('ETag of what was seen')})
const body = <Shape extends z.ZodType>(schema: Shape) => ({
  required: true as const,
  content: {'application/json': {schema}}
})
const stepAnswer = {
  description: 'The step',
  content: {'application/json': {schema: z.object({step: Step})}}
}

const publishing = route('publish', {
  method: 'post',
  path: '/publications/{id}/publish',
  tags: ['Publications'],
  summary: 'Publish an incident as it now stands, or a correction of what is public',
  request: {
    params,
    headers,
    body: body(
      z.object({
        note: Words.nullable()
          .default(null)
          .describe('What changed and why, shown to the public; needed where it has seen an earlier version'),
        override: Words.nullable()
          .default(null)
          .describe('Why it is published though the gate does not pass; kept, and shown to colleagues')
      })
    )
  },
  responses: {200: stepAnswer, ...problems(400, 404, 409, 412)}
})

const withdrawing = route('publish', {
  method: 'post',
  path: '/publications/{id}/withdraw',
  tags: ['Publications'],
  summary: 'Withdraw what is public: id, day and reason stay',
  request: {params, headers, body: body(z.object({reason: Reason.describe('Shown to the public')}))},
  responses: {200: stepAnswer, ...problems(400, 404, 409, 412)}
})

const keeping = route('publish', {
  method: 'post',
  path: '/publications/{id}/keep',
  tags: ['Publications'],
  summary: 'Say that what is public stands, though the incident changed',
  request: {params, headers, body: body(z.object({reason: Reason}))},
  responses: {200: stepAnswer, ...problems(400, 404, 409, 412)}
})

const reading = route('review', {
  method: 'post',
  path: '/publications/readings',
  tags: ['Publications'],
  summary: 'Say that incidents were read, or the names in them looked through, in the state that is named',
  request: {
    body: body(
      z.object({
        kind: z.enum(['read', 'redaction']),
        seen: z
          .array(z.object({incident: z.string().max(300), digest: z.string().max(100)}))
          .min(1)
          .max(500)
      })
    )
  },
  responses: {
    200: {
      description: 'The step; null where all of them have changed since',
      content: {
        'application/json': {
          schema: z.object({
            step: z.union([Step, z.null()]),
            changed: z
              .array(z.string())
              .describe('Those that changed since they were seen, and were not marked')
          })
        }
      }
    },
    ...problems(400, 409)
  }
})

const setting = route('publish', {
  method: 'put',
  path: '/publications/gate',
  tags: ['Publications'],
  summary: 'Set what must hold before an incident is public',
  request: {
    headers,
    body: body(z.object({settings: Settings, reason: Words.nullable().default(null)}))
  },
  responses: {200: stepAnswer, ...problems(400, 409, 412)}
})

const takeBack = route('review', {
  method: 'post',
  path: '/publications/steps/{id}/undo',
  tags: ['Publications'],
  summary: 'Undo a step; undoing the undo brings it back',
  description:
    'While a version waits, its undo leaves nothing. What the public sees goes with a reason, and stays told of. Steps that change what is public, or the gate, take the permission "publish".',
  request: {params, body: body(z.object({reason: Words.nullable().default(null)}))},
  responses: {200: stepAnswer, ...problems(400, 404, 409)}
})

export const publicationStepRoutes = ({store, viewer}: Desk) => {
  /** In one transaction in which nothing else decides; what cannot be done is a conflict, in the words of whoever found it. */
  async function decided<T>({name}: Asker, work: (store: Store) => Promise<T>): Promise<T> {
    try {
      return await store.as(name).attempt(work, true)
    } catch (error) {
      if (error instanceof ProblemError) throw error
      throw new ProblemError(409, (error as Error).message)
    }
  }

  async function refuseUnseen(inner: Store, asker: Asker, id: string, seen: string): Promise<void> {
    const entry = await publicationEntry(inner, viewer(), id, publisherOf(asker))
    if (!entry) throw new ProblemError(404, 'No such incident')
    refuseStale(seen, seenOf(entry))
  }

  return router()
    .openapi(publishing, async context => {
      const {id} = context.req.valid('param')
      const {note, override} = context.req.valid('json')
      const {asker} = context.var
      const step = await decided(asker, async inner => {
        await refuseUnseen(inner, asker, id, context.req.valid('header')['if-match'])
        return publish(inner, viewer(), id, {note: plain(note), override: plain(override)})
      })
      return context.json({step}, 200)
    })
    .openapi(withdrawing, async context => {
      const {id} = context.req.valid('param')
      const {asker} = context.var
      const step = await decided(asker, async inner => {
        await refuseUnseen(inner, asker, id, context.req.valid('header')['if-match'])
        return withdraw(inner, id, needed(context.req.valid('json').reason))
      })
      return context.json({step}, 200)
    })
    .openapi(keeping, async context => {
      const {id} = context.req.valid('param')
      const {asker} = context.var
      const step = await decided(asker, async inner => {
        await refuseUnseen(inner, asker, id, context.req.valid('header')['if-match'])
        return keepAsPublished(inner, id, needed(context.req.valid('json').reason))
      })
      return context.json({step}, 200)
    })
    .openapi(reading, async context => {
      const {kind, seen} = context.req.valid('json')
      const {step, changed} = await decided(context.var.asker, inner => look(inner, kind, seen))
      return context.json({step, changed: [...changed]}, 200)
    })
    .openapi(setting, async context => {
      const {settings, reason} = context.req.valid('json')
      const step = await decided(context.var.asker, async inner => {
        refuseStale(context.req.valid('header')['if-match'], await gateOf(inner))
        return setGate(inner, settings, plain(reason))
      })
      return context.json({step}, 200)
    })
    .openapi(takeBack, async context => {
      const {id} = context.req.valid('param')
      const {asker} = context.var
      const step = await decided(asker, async inner => {
        const kind = await rootKind(inner, id)
        if (kind === null) throw new ProblemError(404, 'No such step')
        if (kind !== 'read' && kind !== 'redaction' && !asker.permissions.has('publish'))
          throw new ProblemError(403, 'Your role does not allow this', {
            detail: 'It takes the permission "publish"; an admin can give you a role that has it.'
          })
        return undoStep(inner, id, plain(context.req.valid('json').reason))
      })
      return context.json({step}, 200)
    })
}

/** As the store keeps text; null where nothing is left. */
export function plain(words: string | null): string | null {
  return words?.replaceAll('\0', '').toWellFormed().trim() || null
}

export function needed(words: string): string {
  const kept = plain(words)
  if (kept === null) throw new ProblemError(400, 'A reason is needed')
  return kept
}
