/** A set of routes whose requests are checked; what cannot be taken is answered with each value and why. */
import {OpenAPIHono, type RouteConfig} from '@hono/zod-openapi'
import type {Env} from './desk.ts'
import {problemResponse} from './problem.ts'
import {permissionKey} from './route.ts'

export function router() {
  const routes = new OpenAPIHono<Env>({
    defaultHook(result) {
      if (result.success) return
      const errors = result.error.issues.map(({path, message}) => ({at: path.join('.'), message}))
      return problemResponse({type: 'about:blank', status: 400, title: 'A value cannot be taken', errors})
    }
  })
  const {openapi} = routes
  // A route that forgot to say who may use it is never served.
  routes.openapi = ((config: RouteConfig, ...rest: readonly unknown[]) => {
    if (!(permissionKey in config))
      throw new Error(
        `${config.method} ${config.path} needs no permission; make it with route() of src/api/route.ts`
      )
    return (openapi as (...given: readonly unknown[]) => unknown)(config, ...rest)
  }) as typeof openapi
  return routes
}
