/**
 * The HTTP routes: incidents, one incident, one report, why two are one, and the page.
 *
 * The shapes are those of src/model. Errors are problem details (RFC 9457).
 */
import {serveStatic} from '@hono/node-server/serve-static'
import {Hono} from 'hono'
import {secureHeaders} from 'hono/secure-headers'
import type {LinkedIncident, ReportRef} from '../model/assessment.ts'
import type {CodedReport} from '../model/contract.ts'
import type {Explanation} from '../model/explanation.ts'

export interface Reader {
  incidents(): Promise<LinkedIncident[]>
  incident(id: string): Promise<LinkedIncident | null>
  reports(): Promise<(ReportRef & {inIncident: boolean})[]>
  report(id: string): Promise<CodedReport | null>
  /** Why two incidents or reports are one incident, or not; rejects where one of them is none. */
  explain(a: string, b: string): Promise<Explanation>
}

/** `pages`: folder of the built page. */
export function createApi(reader: Reader, pages: string): Hono {
  const app = new Hono()
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        // MapLibre sets styles on its elements and makes pictures from blobs.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        frameAncestors: ["'none'"]
      },
      referrerPolicy: 'no-referrer'
    })
  )
  app.get('/health', context => context.json({status: 'ok'}))
  app.get('/api/incidents', async context => {
    const incidents = await reader.incidents()
    return context.json({total: incidents.length, incidents})
  })
  app.get('/api/incidents/:id', async context => {
    const incident = await reader.incident(context.req.param('id'))
    return incident ? context.json(incident) : context.json(problem(404, 'No such incident'), 404)
  })
  app.get('/api/reports', async context => {
    const reports = await reader.reports()
    return context.json({total: reports.length, reports})
  })
  app.get('/api/reports/:id', async context => {
    const report = await reader.report(context.req.param('id'))
    return report ? context.json(report) : context.json(problem(404, 'No such report'), 404)
  })
  app.get('/api/explanation', async context => {
    const {a, b} = context.req.query()
    if (!a || !b)
      return context.json(problem(400, 'Give two ids or addresses: /api/explanation?a=ID&b=ID'), 400)
    try {
      return context.json(await reader.explain(a, b))
    } catch (error) {
      return context.json(problem(404, (error as Error).message), 404)
    }
  })
  app.all('/api/*', context => context.json(problem(404, 'No such address'), 404))
  app.get('/*', serveStatic({root: pages}))
  app.get('/*', serveStatic({root: pages, path: 'index.html'}))
  app.onError((error, context) => context.json(problem(500, error.message), 500))
  return app
}

function problem(status: number, title: string) {
  return {type: 'about:blank', status, title}
}
