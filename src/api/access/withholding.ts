/** Answers hold what the asker may read, whichever route they come from (SAFETY A5); reading what is restricted is written down (A8). */
import type {MiddlewareHandler} from 'hono'
import {holdsRestricted, withheld} from '../../workflows/withhold.ts'
import type {Env} from '../desk.ts'
import type {Gate} from './gate.ts'

/** Of one thing that somebody reads again and again, one reading an hour is written down. */
const noted = {burst: 1, perMinute: 1 / 60}

export const withholding =
  ({store, limiter}: Gate): MiddlewareHandler<Env> =>
  async (context, next) => {
    await next()
    const {asker, address} = context.var
    const isAnswer =
      context.res.status === 200 && /^application\/json\b/.test(context.res.headers.get('content-type') ?? '')
    if (!isAnswer || asker.via === 'machine' || asker.via === 'nobody') return
    if (!asker.permissions.has('read-restricted')) {
      const {status, headers} = context.res
      const whole = await withheld(store, await context.res.json())
      headers.delete('content-length')
      context.res = new Response(JSON.stringify(whole), {status, headers})
      return
    }
    const {path} = context.req
    if (!(await holdsRestricted(store, await context.res.clone().text()))) return
    if (limiter(`read restricted ${asker.name} ${path}`, noted) !== null) return
    await store.access.log.add({who: asker.name, action: 'read restricted', object: path, address})
  }
