/** Why a report is proposed for an incident, sign by sign; what accepting changes; the words that conflict; what one may do. */
import {useQuery} from '@tanstack/react-query'
import {Link} from '@tanstack/react-router'
import type {ReactNode} from 'react'
import {Tab, TabList, TabPanel, Tabs} from 'react-aria-components'
import type {ConflictWords, ExplainedProposal, InboxRow} from '../../../../src/model/inbox.ts'
import type {ListedFigure} from '../../../../src/model/listing.ts'
import {screenKeys} from '../../app/keys.ts'
import {nearQuery, reportQuery} from '../../app/queries.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi, Sentence, Words} from '../../parts/bidi.tsx'
import {ContestedMark} from '../../parts/claim-marks.tsx'
import {Headline} from '../../parts/headline.tsx'
import {Keycap, KeyedButton} from '../../parts/keycap.tsx'
import {LanguageChip} from '../../parts/language-chip.tsx'
import {NotAllowed} from '../../parts/not-allowed.tsx'
import {rangeText} from '../../parts/range.tsx'
import {isInterested} from '../../parts/side.ts'
import {Copy, Decided} from './report-rows.tsx'
import {Score, weightText} from './score.tsx'

const keys = screenKeys.inbox
const tabs = ['proposal', 'text'] as const
export type ProposalTab = (typeof tabs)[number]

export interface InboxActions {
  readonly accept: () => void
  readonly fresh: () => void
  readonly choose: () => void
  readonly discard: () => void
  /** Of a report that is decided. */
  readonly takeBack: () => void
}

interface Props {
  readonly report: InboxRow
  readonly proposals: readonly ExplainedProposal[]
  /** Which of them is looked at. */
  readonly at: number
  readonly tab: ProposalTab
  readonly onTab: (tab: ProposalTab) => void
  readonly onHappening: (index: number) => void
  readonly actions: InboxActions
}

export function ProposalPane({report, proposals, at, tab, onTab, onHappening, actions}: Props) {
  const {t} = useWords()
  const proposal = proposals[at]
  return (
    <div className="flex min-h-full flex-col">
      <Tabs selectedKey={tab} onSelectionChange={key => onTab(key as ProposalTab)} className="grow">
        <TabList className="tabs" aria-label={t('pane.evidence')}>
          {tabs.map(name => (
            <Tab key={name} id={name} className="tab">
              {t(`inbox.${name}`)} <Keycap shows={keys[name]} />
            </Tab>
          ))}
        </TabList>
        <TabPanel id="proposal" className="-outline-offset-2">
          <Head report={report} />
          {proposals.length > 1 && (
            <p className="flex flex-wrap gap-1.5 border-b border-line px-3 py-2">
              {proposals.map(({telling}, i) => (
                <button
                  key={telling}
                  type="button"
                  className={i === at ? 'btn primary' : 'btn'}
                  aria-pressed={i === at}
                  onClick={() => onHappening(i)}
                >
                  {t('inbox.happening', {n: i + 1, total: proposals.length})}
                  {i === at + 1 && <Keycap shows={keys.happening} />}
                </button>
              ))}
            </p>
          )}
          {proposal ? (
            <Proposal proposal={proposal} />
          ) : (
            <p className="border-b border-line p-3 text-ink-2">{t('inbox.tellsNothing')}</p>
          )}
        </TabPanel>
        <TabPanel id="text" className="-outline-offset-2">
          <Head report={report} />
          <Text id={report.id} />
        </TabPanel>
      </Tabs>
      <div className="sticky bottom-0 grid gap-1.5 border-t border-line-2 bg-surface p-3">
        <p className="flex flex-wrap gap-1.5 *:grow">
          <KeyedButton primary shows={keys.accept} onPress={actions.accept}>
            {t('inbox.accept')}
          </KeyedButton>
          <KeyedButton
            shows={keys.fresh}
            onPress={actions.fresh}
            disabled={!proposal || proposal.reports === 1}
          >
            {t('inbox.fresh')}
          </KeyedButton>
          <KeyedButton shows={keys.choose} onPress={actions.choose} disabled={!proposal}>
            {t('inbox.other')}
          </KeyedButton>
          <KeyedButton shows={keys.discard} onPress={actions.discard}>
            {t('inbox.discard')}
          </KeyedButton>
        </p>
        {report.decision && (
          <button type="button" className="btn" onClick={actions.takeBack}>
            {t('inbox.takenBack')}
          </button>
        )}
        <NotAllowed needs="rule" />
      </div>
    </div>
  )
}

function Head({report}: {readonly report: InboxRow}) {
  const {t, day} = useWords()
  const {id, title, opening, outlet, publishedOn, language, decision} = report
  return (
    <section className="border-b border-line px-3 py-2">
      <h2 className="words outside text-text font-normal wrap-anywhere" dir="auto" lang={language}>
        {title ?? <span className="text-ink-2">{opening}</span>}
      </h2>
      <p className="flex flex-wrap items-baseline gap-x-2 text-small text-ink-3">
        <span>
          {outlet ? <Bidi>{outlet}</Bidi> : t('inbox.noOutlet')}
          {publishedOn && ` · ${day(publishedOn)}`}
        </span>
        <LanguageChip language={language} />
        <Link to="/reports/$id" params={{id}} search={{}}>
          {t('inbox.key.open')} <Keycap shows={keys.open} />
        </Link>
      </p>
      {decision && (
        <p className="text-small">
          <b className="font-semibold">
            <Decided report={report} />
          </b>{' '}
          {decision.reason && <Bidi>{decision.reason}</Bidi>}
        </p>
      )}
    </section>
  )
}

function Proposal({proposal}: {readonly proposal: ExplainedProposal}) {
  const {t} = useWords()
  const {incident, type, place, when, reports, score, pair, like, steps, because, copies} = proposal
  const isAlone = reports === 1
  return (
    <>
      <Section title={isAlone ? t('inbox.opens') : t('inbox.sameAs')}>
        <p className="flex flex-wrap items-baseline justify-between gap-x-3">
          <Link to="/incidents/$id" params={{id: incident}} search={{}}>
            <Headline type={type} place={place} when={when} />
          </Link>
          <span className="text-small text-ink-3">
            {isAlone ? t('inbox.opens.first') : t('value.reports', {n: reports})}
          </span>
        </p>
        {copies && (
          <p className="text-small">
            <Copy of={copies.outlet} />
          </p>
        )}
        {isAlone && <Nearest incident={incident} />}
        {pair && (
          <>
            <p className="mt-1 text-small text-ink-3">
              {t('inbox.mostLike')} {like?.outlet ? <Bidi>{like.outlet}</Bidi> : t('inbox.noOutlet')}
              {like?.title && (
                <>
                  {' · '}
                  <Words>{like.title}</Words>
                </>
              )}
            </p>
            <Signs pair={pair} score={score ?? pair.probability} />
            {steps > 0 && <p className="text-small text-ink-3">{t('inbox.steps', {n: steps})}</p>}
            {pair.contradictions.length > 0 && (
              <p className="text-small">
                <b>{t('inbox.against')}</b> <Sentence>{pair.contradictions.join('; ')}</Sentence>
              </p>
            )}
            {pair.ruling && (
              <p className="text-small text-ink-2">
                <Sentence>{because}</Sentence>
              </p>
            )}
          </>
        )}
      </Section>
      <Accepting proposal={proposal} />
      {proposal.words.length > 0 && (
        <Section title={t('inbox.conflict')}>
          {proposal.words.map(({outcome, own, others}) => (
            <Conflict key={outcome} outcome={outcome} own={own} others={others} />
          ))}
        </Section>
      )}
    </>
  )
}

/** Of a report that stands alone: the incident that it is likest to, and how likely. */
function Nearest({incident}: {readonly incident: string}) {
  const {t} = useWords()
  const {data} = useQuery(nearQuery(incident))
  const [nearest] = data?.rows ?? []
  if (!nearest) return null
  return (
    <>
      <p className="text-small text-ink-3">
        {t('inbox.nearest')} <Score score={nearest.probability} />
        {' · '}
        <Link to="/incidents/$id" params={{id: nearest.incident.id}} search={{}}>
          <Headline {...nearest.incident} />
        </Link>
      </p>
      <ul className="text-small text-ink-2">
        {nearest.because.map(reason => (
          <li key={reason}>
            <Sentence>{reason}</Sentence>
          </li>
        ))}
      </ul>
    </>
  )
}

function Section({title, children}: {readonly title: ReactNode; readonly children: ReactNode}) {
  return (
    <section className="grid gap-1 border-b border-line px-3 py-2">
      <h3 className="label">{title}</h3>
      {children}
    </section>
  )
}

function Signs({
  pair: {signs},
  score
}: {
  readonly pair: NonNullable<ExplainedProposal['pair']>
  readonly score: number
}) {
  const {t, label, locale} = useWords()
  const counted = signs.filter(({weight}) => weight !== 0)
  return (
    <table className="signs">
      <tbody>
        {counted.map(({id, value, weight, because}) => (
          <tr key={id}>
            <th scope="row" className="whitespace-nowrap text-ink-3">
              {label('inbox.sign', id.split('-')[0]!)}
            </th>
            <td className="text-ink-2">
              <Sentence>{because}</Sentence>
            </td>
            <td>{weightText(locale, value * weight)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row" colSpan={2} className="font-semibold! text-ink">
            {t('inbox.score')}
          </th>
          <td>
            <Score score={score} />
          </td>
        </tr>
      </tbody>
    </table>
  )
}

function Accepting({proposal}: {readonly proposal: ExplainedProposal}) {
  const {t, number, label} = useWords()
  const {reports, isTooLarge, without, with: standing} = proposal
  const title = t('inbox.ifAccepted', {rule: 'dateline'})
  if (reports === 1) return <Section title={title}>{t('inbox.ifAccepted.alone')}</Section>
  if (isTooLarge || !without)
    return (
      <Section title={title}>
        <p className="text-small text-ink-3">{t('inbox.ifAccepted.tooLarge', {n: reports})}</p>
      </Section>
    )
  const isGiven = (outcome: string) =>
    [without, standing].some(({figures}) => (figures[outcome]?.low ?? null) !== null)
  const outcomes = [...new Set([...Object.keys(without.figures), ...Object.keys(standing.figures)])].filter(
    isGiven
  )
  return (
    <Section title={title}>
      <table className="signs">
        <thead>
          <tr className="text-ink-3">
            <td />
            <th scope="col">{t('inbox.without')}</th>
            <th scope="col">{t('inbox.withIt')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('inbox.reports')}</th>
            <td>{number(without.reports)}</td>
            <td className="text-start!">{number(standing.reports)}</td>
          </tr>
          {outcomes.map(outcome => {
            const [was, is] = [without.figures[outcome], standing.figures[outcome]]
            return (
              <tr key={outcome}>
                <th scope="row">{label('outcome', outcome)}</th>
                <td>
                  <Held figure={was} isStruck={!isSame(was, is)} />
                </td>
                <td className={`text-start! ${isSame(was, is) ? 'font-normal! text-ink-3' : ''}`}>
                  {isSame(was, is) ? <span aria-hidden="true">= </span> : null}
                  <Held figure={is} isStruck={false} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}

function isSame(a: ListedFigure | undefined, b: ListedFigure | undefined): boolean {
  const spelled = (of: ListedFigure | undefined) =>
    of ? [of.low, of.best, of.high, of.open, of.contested].join() : ''
  return spelled(a) === spelled(b)
}

function Held({figure, isStruck}: {readonly figure: ListedFigure | undefined; readonly isStruck: boolean}) {
  const words = useWords()
  if (!figure || figure.low === null) return <span className="text-ink-3">{words.t('value.noFigure')}</span>
  const range = rangeText(words, figure)
  const isOne = figure.best === null || (figure.low === figure.high && !figure.open)
  const text = isOne ? range : `${words.number(figure.best!)} (${range})`
  return (
    <>
      {isStruck ? <del className="text-ink-3">{text}</del> : <bdi>{text}</bdi>}{' '}
      {figure.contested && <ContestedMark />}
    </>
  )
}

function Conflict({
  outcome,
  own,
  others
}: {
  readonly outcome: string
  readonly own: ConflictWords
  readonly others: readonly ConflictWords[]
}) {
  const {label} = useWords()
  return (
    <div className="grid gap-1.5 border-t border-line pt-1.5 first-of-type:border-0 first-of-type:pt-0">
      <p className="text-small text-ink-3">{label('outcome', outcome)}</p>
      <Quoted words={own} isOwn />
      {others.map(words => (
        <Quoted key={words.claim} words={words} isOwn={false} />
      ))}
    </div>
  )
}

function Quoted({words, isOwn}: {readonly words: ConflictWords; readonly isOwn: boolean}) {
  const {t} = useWords()
  const {claim, report, outlet, origin, interest, quote, language} = words
  return (
    <figure>
      <blockquote className="text-ui! words outside" dir="auto" lang={language}>
        {isOwn ? <mark>{quote}</mark> : quote}
      </blockquote>
      <figcaption className="text-small text-ink-3">
        <Bidi>{origin}</Bidi>
        {isInterested(interest) && ` (${t(`interest.${interest}`)})`}
        {' · '}
        <Link to="/reports/$id" params={{id: report}} search={{claim: claim.split('/').at(-1)}}>
          {outlet ? <Bidi>{outlet}</Bidi> : t('inbox.noOutlet')}
        </Link>
      </figcaption>
    </figure>
  )
}

function Text({id}: {readonly id: string}) {
  const {t} = useWords()
  const {data, isPending} = useQuery(reportQuery(id))
  if (!data) return <p className="p-3 text-ink-3">{isPending && t('frame.reading')}</p>
  const {text, language} = data.report
  return (
    <div className="grid gap-2 px-3 py-2">
      {text.split(/\n+/).map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text that never changes
        <p key={i} className="words text-text" dir="auto" lang={language}>
          {line}
        </p>
      ))}
    </div>
  )
}
