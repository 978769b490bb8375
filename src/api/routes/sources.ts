/** Sources over the whole store: what each said and what became of it, and who carries whom. For those who work here, never for the public. */
import {z} from '@hono/zod-openapi'
import {SourceKind} from '../../model/contract.ts'
import {
  FigureState,
  ListedSource,
  SourceFigure,
  SourceGraph,
  SourceReport,
  TieKind,
  TiePassage
} from '../../model/source.ts'
import {type CountedSource, isTextSort} from '../../workflows/open-store.ts'
import type {Desk} from '../desk.ts'
import {named} from '../named.ts'
import {afterOf, pageFrom, pageOf, paging} from '../paging.ts'
import {ProblemError, problems} from '../problem.ts'
import {route} from '../route.ts'
import {router} from '../router.ts'

const Row = named('ListedSource', ListedSource)
const Id = z
  .string()
  .regex(/^[0-9a-f]{1,64}$/, 'is no id of a source; /api/sources lists them')
  .openapi({example: '483e3fbc109b'})

const list = route('read', {
  method: 'get',
  path: '/sources',
  tags: ['Sources'],
  summary: 'Outlets, agencies and speakers over the whole store',
  request: {
    query: z.object({
      ...paging,
      text: z.string().max(200).optional().describe('Words of its name'),
      kind: SourceKind.optional(),
      role: z.enum(['outlet', 'agency', 'speaker']).optional().describe('What it is in some report'),
      sort: z
        .enum(['name', 'reports', 'claims', 'first', 'last', 'figures', 'revised'])
        .default('reports')
        .describe('revised: share of its figures that it replaced or that were set aside'),
      order: z.enum(['up', 'down']).default('down')
    })
  },
  responses: {
    200: {
      description: 'A page of sources',
      content: {'application/json': {schema: pageOf('SourcePage', Row)}}
    },
    ...problems(400)
  }
})

const one = route('read', {
  method: 'get',
  path: '/sources/{id}',
  tags: ['Sources'],
  summary: 'A source, with what the registry of actors says of it',
  request: {params: z.object({id: Id})},
  responses: {
    200: {description: 'The source', content: {'application/json': {schema: Row}}},
    ...problems(400, 404)
  }
})

const reports = route('read', {
  method: 'get',
  path: '/sources/{id}/reports',
  tags: ['Sources'],
  summary:
    'Reports that it published, that credit it, or in which it speaks, the newest first, with its claims',
  request: {params: z.object({id: Id}), query: z.object(paging)},
  responses: {
    200: {
      description: 'A page of reports; none of a source that is not there',
      content: {
        'application/json': {schema: pageOf('SourceReportPage', named('SourceReport', SourceReport))}
      }
    },
    ...problems(400)
  }
})

const figures = route('read', {
  method: 'get',
  path: '/sources/{id}/figures',
  tags: ['Sources'],
  summary: 'What became of its figures',
  request: {params: z.object({id: Id}), query: z.object({...paging, state: FigureState.optional()})},
  responses: {
    200: {
      description: 'A page of figures, by the day of the incident, the newest first',
      content: {
        'application/json': {schema: pageOf('SourceFigurePage', named('SourceFigure', SourceFigure))}
      }
    },
    ...problems(400)
  }
})

const ties = route('read', {
  method: 'get',
  path: '/ties',
  tags: ['Sources'],
  summary: 'Who carries whom: outlets whose reports copy or credit another',
  request: {
    query: z.object({
      source: Id.optional().describe('Ties of this one alone'),
      limit: z.coerce.number().int().min(1).max(500).default(60).describe('Of the ties with most reports')
    })
  },
  responses: {
    200: {
      description: 'The ties with most reports, and all that they join',
      content: {'application/json': {schema: named('SourceGraph', SourceGraph)}}
    },
    ...problems(400)
  }
})

const passages = route('read', {
  method: 'get',
  path: '/ties/passages',
  tags: ['Sources'],
  summary: 'The words that show that one carries another',
  request: {query: z.object({...paging, from: Id, to: Id, kind: TieKind})},
  responses: {
    200: {
      description: 'A page of passages, incident by incident',
      content: {'application/json': {schema: pageOf('TiePassagePage', named('TiePassage', TiePassage))}}
    },
    ...problems(400)
  }
})

export const sourceRoutes = ({store, linker}: Desk) => {
  const withRegistry = (source: CountedSource): ListedSource => ({
    ...source,
    affiliations: source.known === null ? [] : linker().sources.affiliationsOf(source.known)
  })
  return router()
    .openapi(list, async context => {
      const {limit, cursor, ...filter} = context.req.valid('query')
      const after = afterOf(cursor, isTextSort(filter.sort) ? 'text' : 'quantity')
      const page = await store.sources.list(filter, {limit, after})
      return context.json(pageFrom({...page, rows: page.rows.map(withRegistry)}), 200)
    })
    .openapi(one, async context => {
      const source = await store.sources.one(context.req.valid('param').id)
      if (!source) throw new ProblemError(404, 'No such source')
      return context.json(withRegistry(source), 200)
    })
    .openapi(reports, async context => {
      const {limit, cursor} = context.req.valid('query')
      const {id} = context.req.valid('param')
      return context.json(
        pageFrom(await store.sources.reports(id, {limit, after: afterOf(cursor, 'day')})),
        200
      )
    })
    .openapi(figures, async context => {
      const {limit, cursor, state} = context.req.valid('query')
      const {id} = context.req.valid('param')
      const page = await store.sources.figures(id, state, {limit, after: afterOf(cursor, 'figure')})
      return context.json(pageFrom(page), 200)
    })
    .openapi(ties, async context => {
      const {source, limit} = context.req.valid('query')
      return context.json(await store.sources.graph(source, limit), 200)
    })
    .openapi(passages, async context => {
      const {limit, cursor, ...tie} = context.req.valid('query')
      return context.json(
        pageFrom(await store.sources.passages(tie, {limit, after: afterOf(cursor, 'tie')})),
        200
      )
    })
}
