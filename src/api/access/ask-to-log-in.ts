/** Whoever opens the app and is not logged in comes to the log-in page first; scripts and styles are no secret. */
import type {MiddlewareHandler} from 'hono'
import type {Env} from '../desk.ts'
import type {Gate} from './gate.ts'
import {identify} from './identify.ts'

export const askToLogIn =
  (gate: Gate): MiddlewareHandler<Env> =>
  async (context, next) => {
    if (/\.\w+$/.test(context.req.path)) return next()
    let answer: Response | undefined
    await identify(gate)(context, async () => {
      const {via, secondFactor} = context.var.asker
      const {pathname, search} = new URL(context.req.url)
      if (via === 'nobody')
        answer = context.redirect(`/login?${new URLSearchParams({next: pathname + search}).toString()}`, 303)
      else if (secondFactor === 'needed') answer = context.redirect('/second-factor', 303)
    })
    return answer ?? next()
  }
