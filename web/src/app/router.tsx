/** Addresses of the page. Each screen is loaded when it is first gone to; filters live in the URL. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect
} from '@tanstack/react-router'
import {EmptyState} from '../parts/empty-state.tsx'
import {ProblemNote} from '../parts/problem-note.tsx'
import {
  ClaimsSearch,
  CompareSearch,
  ExploreSearch,
  InboxSearch,
  IncidentFilter,
  OperationsSearch,
  PeopleSearch,
  PublishSearch,
  ReaderSearch,
  SourcesSearch,
  WorkbenchSearch
} from './filters.ts'
import {Frame} from './frame.tsx'
import {saying} from './saying.ts'
import {useWords} from './settings.tsx'

const root = createRootRoute({component: Frame, notFoundComponent: NoScreen})

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({to: '/inbox', replace: true})
  }
})

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  validateSearch: (search: Record<string, unknown>) => InboxSearch.parse(search),
  component: lazyRouteComponent(
    saying('inbox', () => import('../screens/inbox/inbox-screen.tsx')),
    'InboxScreen'
  )
})

const incidents = createRoute({
  getParentRoute: () => root,
  path: '/incidents',
  validateSearch: (search: Record<string, unknown>) => IncidentFilter.parse(search),
  component: lazyRouteComponent(
    saying('incidents', () => import('../screens/incidents/incidents-screen.tsx')),
    'IncidentsScreen'
  )
})

const workbench = createRoute({
  getParentRoute: () => root,
  path: '/incidents/$id',
  validateSearch: (search: Record<string, unknown>) => WorkbenchSearch.parse(search),
  component: lazyRouteComponent(
    saying('incidents', () => import('../screens/incidents/incidents-screen.tsx')),
    'IncidentsScreen'
  )
})

const explore = createRoute({
  getParentRoute: () => root,
  path: '/explore',
  validateSearch: (search: Record<string, unknown>) => ExploreSearch.parse(search),
  component: lazyRouteComponent(
    saying('explore', () => import('../screens/explore/explore-screen.tsx')),
    'ExploreScreen'
  )
})

const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  validateSearch: (search: Record<string, unknown>) => ReaderSearch.parse(search),
  component: lazyRouteComponent(
    saying('reports', () => import('../screens/reader/reader-screen.tsx')),
    'ReaderScreen'
  )
})

const reader = createRoute({
  getParentRoute: () => root,
  path: '/reports/$id',
  validateSearch: (search: Record<string, unknown>) => ReaderSearch.parse(search),
  component: lazyRouteComponent(
    saying('reports', () => import('../screens/reader/reader-screen.tsx')),
    'ReaderScreen'
  )
})

const compare = createRoute({
  getParentRoute: () => root,
  path: '/compare',
  validateSearch: (search: Record<string, unknown>) => CompareSearch.parse(search),
  component: lazyRouteComponent(
    saying('compare', () => import('../screens/compare/compare-screen.tsx')),
    'CompareScreen'
  )
})

const claims = createRoute({
  getParentRoute: () => root,
  path: '/claims',
  validateSearch: (search: Record<string, unknown>) => ClaimsSearch.parse(search),
  component: lazyRouteComponent(
    saying('claims', () => import('../screens/claims/claims-screen.tsx')),
    'ClaimsScreen'
  )
})

const sources = createRoute({
  getParentRoute: () => root,
  path: '/sources',
  validateSearch: (search: Record<string, unknown>) => SourcesSearch.parse(search),
  component: lazyRouteComponent(
    saying('sources', () => import('../screens/sources/sources-screen.tsx')),
    'SourcesScreen'
  )
})

const source = createRoute({
  getParentRoute: () => root,
  path: '/sources/$id',
  validateSearch: (search: Record<string, unknown>) => SourcesSearch.parse(search),
  component: lazyRouteComponent(
    saying('sources', () => import('../screens/sources/sources-screen.tsx')),
    'SourcesScreen'
  )
})

const publications = createRoute({
  getParentRoute: () => root,
  path: '/publish',
  validateSearch: (search: Record<string, unknown>) => PublishSearch.parse(search),
  component: lazyRouteComponent(
    saying('publish', () => import('../screens/publish/publish-screen.tsx')),
    'PublishScreen'
  )
})

const publication = createRoute({
  getParentRoute: () => root,
  path: '/publish/$id',
  validateSearch: (search: Record<string, unknown>) => PublishSearch.parse(search),
  component: lazyRouteComponent(
    saying('publish', () => import('../screens/publish/publish-screen.tsx')),
    'PublishScreen'
  )
})

const operations = createRoute({
  getParentRoute: () => root,
  path: '/operations',
  validateSearch: (search: Record<string, unknown>) => OperationsSearch.parse(search),
  component: lazyRouteComponent(
    saying('operations', () => import('../screens/operations/operations-screen.tsx')),
    'OperationsScreen'
  )
})

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: (search: Record<string, unknown>) => PeopleSearch.parse(search),
  component: lazyRouteComponent(
    saying('people', () => import('../screens/people/people-screen.tsx')),
    'PeopleScreen'
  )
})

export const pageRouter = createRouter({
  routeTree: root.addChildren([
    home,
    inbox,
    incidents,
    workbench,
    compare,
    explore,
    reports,
    reader,
    claims,
    sources,
    source,
    publications,
    publication,
    operations,
    people
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: ({error}) => <ProblemNote error={error} />
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof pageRouter
  }
}

function NoScreen() {
  const {t} = useWords()
  return <EmptyState title={t('problem.noScreen')} />
}
