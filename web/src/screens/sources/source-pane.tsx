/** One source: what the registry says of it, what it says, what became of its figures, and whom it carries. */
import {useInfiniteQuery, useQuery} from '@tanstack/react-query'
import {Link} from '@tanstack/react-router'
import {Tab, TabList, TabPanel, Tabs} from 'react-aria-components'
import type {ListedSource, SourceFigure, SourceReport, SourceTie} from '../../../../src/model/source.ts'
import type {SourcesSearch} from '../../app/filters.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi, Sentence, Words} from '../../parts/bidi.tsx'
import {Glyph} from '../../parts/glyph.tsx'
import {LanguageChip} from '../../parts/language-chip.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {Range} from '../../parts/range.tsx'
import {Total} from '../../parts/total.tsx'
import {MorePages} from './more-pages.tsx'
import {sourceFiguresQuery, sourceQuery, sourceReportsQuery, tiesQuery} from './queries.ts'
import {nameText, SourceName} from './source-name.tsx'
import {AffiliationText, Revised} from './source-table.tsx'

interface Props {
  readonly id: string
  readonly tab: NonNullable<SourcesSearch['tab']>
  readonly onTab: (tab: Props['tab']) => void
  readonly onTie: (tie: SourceTie) => void
}

const tabs = ['claims', 'figures', 'ties'] as const

export function SourcePane({id, tab, onTab, onTie}: Props) {
  const {t} = useWords()
  const read = useQuery(sourceQuery(id))
  if (read.isError) return <ProblemNote error={read.error} onAgain={() => void read.refetch()} />
  if (!read.data) return <p className="p-3">{t('frame.reading')}</p>
  return (
    <>
      <Head source={read.data} />
      <Tabs selectedKey={tab} onSelectionChange={key => onTab(key as Props['tab'])}>
        <TabList className="tabs" aria-label={t('pane.evidence')}>
          {tabs.map(name => (
            <Tab key={name} id={name} className="tab">
              {t(`sources.tab.${name}`)}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="claims">
          <Reports id={id} />
        </TabPanel>
        <TabPanel id="figures">
          <Figures id={id} />
        </TabPanel>
        <TabPanel id="ties">
          <Ties id={id} onTie={onTie} />
        </TabPanel>
      </Tabs>
    </>
  )
}

function Head({source}: {readonly source: ListedSource}) {
  const {t, day} = useWords()
  const {
    name,
    kind,
    known,
    affiliations,
    published,
    credited,
    quoted,
    claims,
    sided,
    figures,
    firstOn,
    lastOn
  } = source
  const counts = [
    published > 0 && t('sources.published', {n: published}),
    credited > 0 && t('sources.credited', {n: credited}),
    quoted > 0 && t('sources.quoted', {n: quoted}),
    t('value.claims', {n: claims}),
    sided > 0 && t('sources.sided', {n: sided})
  ].filter(text => text !== false)
  return (
    <header className="grid gap-1 border-b border-line-2 p-3">
      <h2 className="text-h3 leading-tight">
        <SourceName source={source} />
      </h2>
      <p className="text-small text-ink-2">
        {t(`source.${kind}`)} · {counts.join(' · ')}
      </p>
      {firstOn && lastOn && (
        <p className="text-small text-ink-2">{t('sources.seen', {from: day(firstOn), to: day(lastOn)})}</p>
      )}
      {figures > 0 && (
        <p className="text-small text-ink-2" title={t('sources.revised.why', {...source, n: figures})}>
          {t('sources.col.revised')}: <Revised {...source} />
        </p>
      )}
      {affiliations.length > 0 && (
        <ul className="max-h-32 overflow-auto text-small">
          {affiliations.map(affiliation => (
            <li key={`${affiliation.relation} ${affiliation.to} ${affiliation.from}`}>
              <AffiliationText affiliation={affiliation} />
            </li>
          ))}
        </ul>
      )}
      {known === null && (
        <p className="text-small text-ink-3">{t(name === null ? 'sources.nobody' : 'sources.unknown')}</p>
      )}
    </header>
  )
}

function Reports({id}: {readonly id: string}) {
  const read = useInfiniteQuery(sourceReportsQuery(id))
  const rows = read.data?.pages.flatMap(page => page.rows) ?? []
  return (
    <MorePages read={read} shown={rows.length}>
      <ol>
        {rows.map(report => (
          <Report key={report.id} report={report} />
        ))}
      </ol>
    </MorePages>
  )
}

function Report({
  report: {id, outlet, title, publishedOn, language, published, credited, quoted, claims}
}: {
  readonly report: SourceReport
}) {
  const {t, day} = useWords()
  const does = [
    published && t('sources.does.published'),
    credited && t('sources.does.credited'),
    quoted && t('sources.does.quoted')
  ].filter(text => text !== false)
  return (
    <li className="border-b border-line px-3 py-2">
      <p className="flex flex-wrap items-baseline gap-x-2 text-small text-ink-2">
        <span>{publishedOn ? day(publishedOn) : t('reader.notDated')}</span>
        <Link to="/reports/$id" params={{id}} search={{}}>
          <Bidi>{outlet ?? title ?? id}</Bidi>
        </Link>
        <LanguageChip language={language} />
        <span className="text-ink-3">{does.join(', ')}</span>
      </p>
      {claims.length === 0 ? (
        <p className="text-small text-ink-3">{t('sources.noClaims')}</p>
      ) : (
        <ul>
          {claims.map(claim => (
            <li key={claim.id} className="py-0.5">
              <Link
                to="/reports/$id"
                params={{id}}
                search={{claim: claim.id}}
                className="no-underline hover:underline"
              >
                {claim.polarity === 'denied' && (
                  <Glyph name="cross" label={t('mark.denies')} className="text-deny" />
                )}
                {claim.polarity === 'unconfirmed' && (
                  <Glyph name="question" label={t('mark.unconfirmed')} className="text-deny" />
                )}{' '}
                <Words lang={language}>{claim.quote}</Words>
              </Link>{' '}
              <span className="text-micro text-ink-3">{t(`about.${claim.about}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function Figures({id}: {readonly id: string}) {
  const {t} = useWords()
  const read = useInfiniteQuery(sourceFiguresQuery(id, undefined))
  const rows = read.data?.pages.flatMap(page => page.rows) ?? []
  if (read.isSuccess && rows.length === 0) return <p className="p-3 text-ink-3">{t('sources.noFigures')}</p>
  return (
    <MorePages read={read} shown={rows.length}>
      <ul>
        {rows.map(figure => (
          <Figure
            key={`${figure.incident} ${figure.outcome} ${figure.claim} ${figure.min} ${figure.max} ${figure.group}`}
            figure={figure}
          />
        ))}
      </ul>
    </MorePages>
  )
}

function Figure({
  figure: {incident, headline, outcome, min, max, group, state, why, claim}
}: {
  readonly figure: SourceFigure
}) {
  const {t, label} = useWords()
  const isGone = state === 'superseded' || state === 'set-aside'
  const number = (
    <b className="font-semibold">
      <Range low={min} high={max} />
    </b>
  )
  const at = claim.lastIndexOf('/')
  return (
    <li className="grid grid-cols-[auto_1fr_auto] items-baseline gap-x-2 border-b border-line px-3 py-1.5">
      <span>
        {label('outcome', outcome)}{' '}
        <Link
          to="/reports/$id"
          params={{id: claim.slice(0, at)}}
          search={{claim: claim.slice(at + 1), incident}}
        >
          {isGone ? <s className="text-ink-3">{number}</s> : number}
        </Link>{' '}
        {group && <span className="text-small text-ink-3">{label('group', group)}</span>}
      </span>
      <Link
        to="/incidents/$id"
        params={{id: incident}}
        search={{row: `figure.${outcome}`}}
        className="text-small"
      >
        <Sentence>{headline}</Sentence>
      </Link>
      <span className={`text-small ${state === 'latest' ? 'text-ink-3' : ''}`}>
        {t(`sources.state.${state}`)}
      </span>
      {why && (
        <p className="col-span-3 text-small text-ink-3">
          <Sentence>{why}</Sentence>
        </p>
      )}
    </li>
  )
}

function Ties({id, onTie}: {readonly id: string; readonly onTie: (tie: SourceTie) => void}) {
  const words = useWords()
  const {t} = words
  const read = useQuery(tiesQuery(id))
  if (read.isError) return <ProblemNote error={read.error} onAgain={() => void read.refetch()} />
  if (!read.data) return <p className="p-3">{t('frame.reading')}</p>
  const {ties, nodes, total} = read.data
  if (total === 0) return <p className="p-3 text-ink-3">{t('sources.noTies')}</p>
  const name = (other: string) => nameText(nodes.find(node => node.id === other)!, words)
  const sections = [
    {title: t('sources.on'), own: ties.filter(({from}) => from === id), end: 'to' as const},
    {title: t('sources.by'), own: ties.filter(({to}) => to === id), end: 'from' as const}
  ]
  return (
    <>
      {sections.map(
        ({title, own, end}) =>
          own.length > 0 && (
            <section key={end} className="border-b border-line p-3">
              <h3 className="label">{title}</h3>
              <ul>
                {own.map(tie => (
                  <li
                    key={`${tie[end]} ${tie.kind}`}
                    className="flex flex-wrap justify-between gap-x-3 py-0.5"
                  >
                    <button type="button" className="text-start underline" onClick={() => onTie(tie)}>
                      {end === 'to' && `${t(`tie.kind.${tie.kind}`)} `}
                      <Bidi>{name(tie[end])}</Bidi>
                      {end === 'from' && ` ${t(`tie.kind.${tie.kind}`)}`}
                    </button>
                    <span className="text-small text-ink-2">{t('value.reports', {n: tie.reports})}</span>
                  </li>
                ))}
              </ul>
            </section>
          )
      )}
      <p className="p-3 text-small text-ink-3">
        <Total shown={ties.length} total={total} />
      </p>
    </>
  )
}
