/** Live updates: which incidents changed, that reports came or were ruled on, what became public, as it happens, by server-sent events. */
import {z} from '@hono/zod-openapi'
import {streamSSE} from 'hono/streaming'
import type {Desk} from '../desk.ts'
import {problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'

/** Other processes change the store too, so its audit is asked; one row by its key. */
const pauseMs = 1000
const keepAliveMs = 15_000
/** Then the browser asks again, and whoever may no longer listen is told so. */
const longestMs = 10 * 60_000

const events = route('read', {
  method: 'get',
  path: '/events',
  tags: ['Live'],
  summary: 'Incidents as they change, reports as they come and are ruled on: server-sent events',
  description:
    'The data of an event "incidents" is {"changed": [ids]}; where none changed, but reports came or rulings were made, there is an event "reports"; where something was decided towards the public, or a correction asked for, one "publications". The id is a row of the audit, from which Last-Event-ID goes on.',
  request: {
    headers: z.object({
      'last-event-id': z
        .string()
        .regex(/^\d{1,15}$/)
        .optional()
    })
  },
  responses: {
    200: {description: 'The stream', content: {'text/event-stream': {schema: z.string()}}},
    ...problems(400)
  }
})

export const eventRoutes = ({store}: Desk) => {
  const end = async () => Number((await store.auditHead()).split(':')[0])

  return router().openapi(events, context => {
    const last = context.req.valid('header')['last-event-id']
    return streamSSE(context, async stream => {
      let seen = last ? Number(last) : await end()
      let quietMs = 0
      let openMs = 0
      await stream.writeSSE({event: 'ready', id: `${seen}`, data: '{}'})
      while (!stream.aborted && openMs < longestMs) {
        await stream.sleep(pauseMs)
        if (stream.aborted) break
        const now = await end()
        quietMs += pauseMs
        openMs += pauseMs
        if (now !== seen) {
          const rows = await store.incidentChangesAfter(seen)
          const changed = [...new Set(rows.map(({object}) => object.replace('incident ', '')))]
          if (changed.length)
            await stream.writeSSE({event: 'incidents', id: `${now}`, data: JSON.stringify({changed})})
          const kinds = await store.kindsChangedAfter(seen)
          if (!changed.length && kinds.some(kind => kind === 'report' || kind === 'ruling'))
            await stream.writeSSE({event: 'reports', id: `${now}`, data: '{}'})
          if (kinds.some(kind => kind === 'publication' || kind === 'correction' || kind === 'name'))
            await stream.writeSSE({event: 'publications', id: `${now}`, data: '{}'})
          seen = now
          quietMs = 0
        } else if (quietMs >= keepAliveMs) {
          await stream.write(': still here\n\n')
          quietMs = 0
        }
      }
    }) as never
  })
}
