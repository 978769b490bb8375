/** What keeps a desk running: what comes in, what failed, feeds, jobs, the machine, and the record of every change. */
import {useQuery} from '@tanstack/react-query'
import {useNavigate, useSearch} from '@tanstack/react-router'
import {OperationsSearch} from '../../app/filters.ts'
import {useIntake} from '../../app/intake.ts'
import {screenKeys} from '../../app/keys.ts'
import {useMay} from '../../app/rights.ts'
import {useWords} from '../../app/settings.tsx'
import {useKeys} from '../../app/use-keys.ts'
import {NotAllowed} from '../../parts/not-allowed.tsx'
import {Sections} from '../../parts/sections.tsx'
import {JobRow} from '../bring-in/job-row.tsx'
import {Audit} from './audit.tsx'
import {FailedItems} from './failed-items.tsx'
import {Feeds} from './feeds.tsx'
import {Jobs} from './jobs.tsx'
import {Machine} from './machine.tsx'
import {feedsQuery, itemCountQuery} from './queries.ts'
import {Shell} from './shell.tsx'

const keys = screenKeys.operations

export function OperationsScreen() {
  const may = useMay()
  const search = OperationsSearch.parse(useSearch({strict: false}))
  const {section = 'intake'} = search
  const navigate = useNavigate()
  const failed = useQuery(itemCountQuery('failed'))
  const feeds = useQuery(feedsQuery)
  const go = (id: OperationsSearch['section']) => () =>
    void navigate({to: '/operations', search: {section: id}})
  useKeys('operations', {
    section1: go('intake'),
    section2: go('failed'),
    section3: go('feeds'),
    section4: go('audit'),
    section5: go('jobs'),
    section6: go('machine')
  })
  const list = (
    <Sections
      chosen={section}
      sections={[
        {id: 'intake', shows: keys.section1},
        {id: 'failed', shows: keys.section2, count: failed.data},
        {id: 'feeds', shows: keys.section3, count: feeds.data?.total},
        {id: 'audit', shows: keys.section4},
        {id: 'jobs', shows: keys.section5},
        {id: 'machine', shows: keys.section6}
      ]}
    />
  )
  if (!may('ingest')) return <Shell list={list} work={<NotAllowed needs="ingest" />} />
  switch (section) {
    case 'failed':
      return <FailedItems key={`${search.state} ${search.text} ${search.job}`} list={list} search={search} />
    case 'feeds':
      return <Feeds list={list} />
    case 'audit':
      return <Audit list={list} search={search} />
    case 'jobs':
      return may('operate') ? (
        <Jobs list={list} search={search} />
      ) : (
        <Shell list={list} work={<NotAllowed needs="operate" />} />
      )
    case 'machine':
      return may('operate') ? (
        <Machine list={list} />
      ) : (
        <Shell list={list} work={<NotAllowed needs="operate" />} />
      )
    default:
      return <Shell list={list} work={<BroughtIn />} />
  }
}

function BroughtIn() {
  const {t} = useWords()
  const {data} = useIntake()
  const jobs = data?.jobs ?? []
  return (
    <section className="bg-surface px-3 py-2">
      <h1 className="text-h3">{t('operations.intake')}</h1>
      <p className="text-small text-ink-3">{t('operations.intake.what')}</p>
      {data && jobs.length === 0 && <p className="py-3 text-ink-3">{t('operations.intake.none')}</p>}
      <ul>
        {jobs.map(job => (
          <JobRow key={job.id} job={job} />
        ))}
      </ul>
    </section>
  )
}
