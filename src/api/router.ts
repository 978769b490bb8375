/** A set of routes whose requests are checked; what cannot be taken is answered with each value and why. */
import {OpenAPIHono} from '@hono/zod-openapi'
import type {Env} from './desk.ts'
import {problemResponse} from './problem.ts'

export function router() {
  return new OpenAPIHono<Env>({
    defaultHook(result) {
      if (result.success) return
      const errors = result.error.issues.map(({path, message}) => ({at: path.join('.'), message}))
      return problemResponse({type: 'about:blank', status: 400, title: 'A value cannot be taken', errors})
    }
  })
}
