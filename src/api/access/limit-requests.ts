/** Lets so many requests through (SAFETY H9), and writes down whom it refused (A8). */
import type {MiddlewareHandler} from 'hono'
import type {Env} from '../desk.ts'
import {addressOf} from './exposure.ts'
import {type Gate, tooMany} from './gate.ts'

/** Before anything is asked of the store. */
export const limitAddresses =
  ({limiter, limits, exposure}: Gate): MiddlewareHandler<Env> =>
  async (context, next) => {
    // Whoever works at this machine is not shut out of it.
    if (exposure === 'loopback') return next()
    const wait = limiter(`address ${addressOf(context, exposure)}`, limits.address)
    if (wait !== null) throw tooMany(wait)
    return next()
  }

export const limitAskers =
  ({limiter, limits}: Gate): MiddlewareHandler<Env> =>
  async (context, next) => {
    const {name, via} = context.var.asker
    if (via === 'machine' || via === 'nobody') return next()
    const isChange = !['GET', 'HEAD'].includes(context.req.method)
    const wait =
      limiter(`asker ${name}`, limits.asker) ??
      (isChange ? limiter(`change ${name} ${routeOf(context.req)}`, limits.change) : null)
    if (wait !== null) throw tooMany(wait)
    return next()
  }

/** The address without what names one thing: /api/rulings/3f2a/undo is /api/rulings. */
const routeOf = ({method, path}: {readonly method: string; readonly path: string}) =>
  `${method} ${path.split('/').slice(0, 3).join('/')}`

/** Of refusals of one asker one a minute is written down: nobody fills the log. */
const noted = {burst: 1, perMinute: 1}

export const noteRefusals =
  ({limiter, store}: Gate): MiddlewareHandler<Env> =>
  async (context, next) => {
    await next()
    const {status} = context.res
    if (status !== 403 && status !== 429) return
    const {asker, address} = context.var
    const action = status === 403 ? 'refused' : 'too many requests'
    if (limiter(`noted ${action} ${asker.name} ${address}`, noted) !== null) return
    const object = `${context.req.method} ${context.req.path}`
    await store.access.log.add({who: asker.name, action, object, address})
  }
