/** What a person changed about the desk itself (users, names, feeds, items, queues), taken back by one key as rulings are. */
import {z} from '@hono/zod-openapi'
import {type DeskChangeKind, DeskStep} from '../../model/desk-change.ts'
import {nextDeskSteps, undoDeskStep} from '../../workflows/desk-changes.ts'
import type {Permission} from '../access/permissions.ts'
import type {Desk} from '../desk.ts'
import {named} from '../named.ts'
import {ProblemError, problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'

const Step = named('DeskStep', DeskStep)

/** What whoever takes it back must be allowed: as whoever made it. */
const needed: Readonly<Record<DeskChangeKind, Permission>> = {
  user: 'manage-users',
  'restricted-name': 'restrict-names',
  'cleared-name': 'review',
  feeds: 'operate',
  resting: 'operate',
  items: 'ingest',
  queue: 'read'
}

const next = route('read', {
  method: 'get',
  path: '/changes/next',
  tags: ['Operations'],
  summary: 'What the next undo and redo of whoever asks are about, of changes of the desk itself',
  responses: {
    200: {
      description: 'Undo `undo`; to bring `redo.step` back, undo `redo.by`',
      content: {
        'application/json': {
          schema: z.object({
            undo: z.union([Step, z.null()]),
            redo: z.object({by: Step, step: Step}).nullable()
          })
        }
      }
    }
  }
})

const takeBack = route('read', {
  method: 'post',
  path: '/changes/{id}/undo',
  tags: ['Operations'],
  summary: 'Undo a change of the desk itself; undoing the undo brings it back',
  description: 'It takes the permission that the change took.',
  request: {params: z.object({id: z.string().max(100)})},
  responses: {
    200: {description: 'The undo', content: {'application/json': {schema: Step}}},
    ...problems(400, 404, 409)
  }
})

export const deskChangeRoutes = ({store}: Pick<Desk, 'store'>) =>
  router()
    .openapi(next, async context => {
      const {undo, redo} = await nextDeskSteps(store, context.var.asker.name)
      return context.json({undo, redo: redo && {by: redo.by, step: redo.ruling}}, 200)
    })
    .openapi(takeBack, async context => {
      const {id} = context.req.valid('param')
      const {asker} = context.var
      const step = (await store.deskChanges.around(id)).find(one => one.id === id)
      if (!step || (step.of === 'queue' && step.by !== asker.name))
        throw new ProblemError(404, 'No such change')
      if (!asker.permissions.has(needed[step.of]))
        throw new ProblemError(403, 'Your role does not allow this', {
          detail: `It takes the permission "${needed[step.of]}"; an admin can give you a role that has it.`
        })
      try {
        return context.json(await undoDeskStep(store.as(asker.name), id), 200)
      } catch (error) {
        throw new ProblemError(409, (error as Error).message)
      }
    })
