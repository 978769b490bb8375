/**
 * The HTTP routes over a store, their document (OpenAPI 3.1), and the page.
 *
 * The shapes are those of src/model. Errors are problem details (RFC 9457).
 */
import {serveStatic} from '@hono/node-server/serve-static'
import {compress} from 'hono/compress'
import {askToLogIn} from './access/ask-to-log-in.ts'
import type {Exposure} from './access/exposure.ts'
import {createGate, type Limits} from './access/gate.ts'
import {identify} from './access/identify.ts'
import {limitAddresses, limitAskers, noteRefusals} from './access/limit-requests.ts'
import {logInPages} from './access/log-in-pages.ts'
import {sameOrigin} from './access/same-origin.ts'
import {withholding} from './access/withholding.ts'
import type {Desk} from './desk.ts'
import {safeHeaders} from './headers.ts'
import {ProblemError, problemResponse} from './problem.ts'
import {publicPages} from './public/public-pages.ts'
import {type ApiDocument, referencePage, referenceStyle} from './reference.ts'
import {router} from './router.ts'
import {auditRoutes} from './routes/audit.ts'
import {claimRoutes} from './routes/claims.ts'
import {clearedNameRoutes} from './routes/cleared-names.ts'
import {comparisonRoutes} from './routes/comparison.ts'
import {correctionRequestRoutes} from './routes/correction-requests.ts'
import {deskChangeRoutes} from './routes/desk-changes.ts'
import {eventRoutes} from './routes/events.ts'
import {exploreRoutes} from './routes/explore.ts'
import {exportRoutes} from './routes/exports.ts'
import {feedChangeRoutes} from './routes/feed-changes.ts'
import {inboxRoutes} from './routes/inbox.ts'
import {incidentRoutes} from './routes/incidents.ts'
import {intakeRoutes} from './routes/intake.ts'
import {itemChangeRoutes} from './routes/item-changes.ts'
import {jobRoutes} from './routes/jobs.ts'
import {keyRoutes} from './routes/keys.ts'
import {operationRoutes} from './routes/operations.ts'
import {originalRoutes} from './routes/originals.ts'
import {publicationStepRoutes} from './routes/publication-steps.ts'
import {publicationRoutes} from './routes/publications.ts'
import {reportRoutes} from './routes/reports.ts'
import {restrictedNameRoutes} from './routes/restricted-names.ts'
import {rulingRoutes} from './routes/rulings.ts'
import {sampleRoutes} from './routes/sample.ts'
import {securityLogRoutes} from './routes/security-log.ts'
import {sessionRoutes} from './routes/session.ts'
import {sessionListRoutes} from './routes/sessions.ts'
import {sourceRoutes} from './routes/sources.ts'
import {upkeepRoutes} from './routes/upkeep.ts'
import {userRoutes} from './routes/users.ts'

export interface Serving {
  /** Folder of the built page. */
  readonly pages: string
  /** Of this installation. */
  readonly version: string
  /** How requests come: from this machine alone unless told otherwise. */
  readonly exposure?: Exposure
  readonly limits?: Partial<Limits>
  /** What the public site is called. */
  readonly siteName?: string
}

export function createApi(desk: Desk, {pages, version, siteName = 'Incidents', ...door}: Serving) {
  const gate = createGate(desk.store, door)
  const app = router()
  app.use(safeHeaders)
  app.use(sameOrigin(gate.exposure))
  app.use(limitAddresses(gate))
  // Thousands of incidents are a tenth of it; what is streamed stays as it is.
  app.use('/api/explore/*', compress())
  app.use('/api/*', identify(gate), noteRefusals(gate), limitAskers(gate), withholding(gate))
  app.get('/health', context => context.json({status: 'ok'}))
  const api = app
    .route('/api', inboxRoutes(desk))
    .route('/api', incidentRoutes(desk))
    .route('/api', exportRoutes(desk))
    .route('/api', exploreRoutes(desk))
    .route('/api', comparisonRoutes(desk))
    .route('/api', reportRoutes(desk))
    .route('/api', claimRoutes(desk))
    .route('/api', rulingRoutes(desk))
    .route('/api', publicationRoutes(desk))
    .route('/api', publicationStepRoutes(desk))
    .route('/api', correctionRequestRoutes(desk))
    .route('/api', auditRoutes(desk))
    .route('/api', operationRoutes(desk))
    .route('/api', itemChangeRoutes(desk))
    .route('/api', feedChangeRoutes(desk))
    .route('/api', deskChangeRoutes(desk))
    .route('/api', jobRoutes(desk))
    .route('/api', upkeepRoutes(desk))
    .route('/api', intakeRoutes(desk))
    .route('/api', eventRoutes(desk))
    .route('/api', sampleRoutes(desk))
    .route('/api', sourceRoutes(desk))
    .route('/api', originalRoutes(gate))
    .route('/api', sessionRoutes(gate))
    .route('/api', sessionListRoutes(gate))
    .route('/api', keyRoutes(gate))
    .route('/api', userRoutes(gate))
    .route('/api', securityLogRoutes(gate))
    .route('/api', restrictedNameRoutes(gate))
    .route('/api', clearedNameRoutes(gate))
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
  app.route('/', logInPages(gate))
  app.route('/', publicPages(gate, desk, siteName))
  app.get('/*', askToLogIn(gate))
  app.get('/*', serveStatic({root: pages}))
  app.get('/*', serveStatic({root: pages, path: 'index.html'}))
  app.onError(error => {
    if (error instanceof ProblemError) return problemResponse(error.problem, error.headers)
    const status = 'status' in error && typeof error.status === 'number' ? error.status : 500
    const title = status === 500 ? 'The server failed' : error.message
    return problemResponse({type: 'about:blank', status, title})
  })
  return api
}

/** For the typed client of the page. */
export type Api = ReturnType<typeof createApi>
