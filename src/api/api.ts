/**
 * The HTTP routes over a store, their document (OpenAPI 3.1), and the page.
 *
 * The shapes are those of src/model. Errors are problem details (RFC 9457).
 */
import {serveStatic} from '@hono/node-server/serve-static'
import {secureHeaders} from 'hono/secure-headers'
import {permissionsOf} from './access/permissions.ts'
import type {Desk} from './desk.ts'
import {ProblemError, problemResponse} from './problem.ts'
import {type ApiDocument, referencePage, referenceStyle} from './reference.ts'
import {router} from './router.ts'
import {auditRoutes} from './routes/audit.ts'
import {eventRoutes} from './routes/events.ts'
import {incidentRoutes} from './routes/incidents.ts'
import {operationRoutes} from './routes/operations.ts'
import {reportRoutes} from './routes/reports.ts'
import {rulingRoutes} from './routes/rulings.ts'
import {sampleRoutes} from './routes/sample.ts'

/** `pages`: folder of the built page. `version`: of this installation. */
export function createApi(desk: Desk, {pages, version}: {readonly pages: string; readonly version: string}) {
  const app = router()
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
  app.use('/api/*', async (context, next) => {
    // On loopback with one user: whoever is logged in at this machine.
    context.set('asker', {
      name: desk.store.clerk.who,
      role: 'admin',
      permissions: new Set(permissionsOf('admin')),
      via: 'machine'
    })
    await next()
  })
  app.get('/health', context => context.json({status: 'ok'}))
  const api = app
    .route('/api', incidentRoutes(desk))
    .route('/api', reportRoutes(desk))
    .route('/api', rulingRoutes(desk))
    .route('/api', auditRoutes(desk))
    .route('/api', operationRoutes(desk))
    .route('/api', eventRoutes(desk))
    .route('/api', sampleRoutes(desk))
  const about = {
    openapi: '3.1.0',
    info: {
      title: 'Dateline',
      version,
      description:
        'Who said what happened, on whose word, in which exact words, and what holds when they disagree.'
    }
  }
  let document: ApiDocument | null = null
  const documentOf = () => (document ??= app.getOpenAPI31Document(about) as unknown as ApiDocument)
  app.get('/openapi.json', context => context.json(documentOf() as object))
  app.get('/api/reference.css', context => context.text(referenceStyle, 200, {'content-type': 'text/css'}))
  app.get('/api', context => context.html(referencePage(documentOf())))
  app.all('/api/*', () => problemResponse({type: 'about:blank', status: 404, title: 'No such address'}))
  app.get('/*', serveStatic({root: pages}))
  app.get('/*', serveStatic({root: pages, path: 'index.html'}))
  app.onError(error => {
    if (error instanceof ProblemError) return problemResponse(error.problem)
    const status = 'status' in error && typeof error.status === 'number' ? error.status : 500
    const title = status === 500 ? 'The server failed' : error.message
    return problemResponse({type: 'about:blank', status, title})
  })
  return api
}

/** For the typed client of the page. */
export type Api = ReturnType<typeof createApi>
