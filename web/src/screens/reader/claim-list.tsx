/** The claims of a report in the order of its text; the one chosen is open. */
import {Link} from '@tanstack/react-router'
import {useEffect, useRef} from 'react'
import type {Claim, CodedReport} from '../../../../src/model/contract.ts'
import {screenKeys} from '../../app/keys.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi, Words} from '../../parts/bidi.tsx'
import {CertaintyMark, DenialMark} from '../../parts/claim-marks.tsx'
import {Keycap, KeyedButton} from '../../parts/keycap.tsx'
import {Range} from '../../parts/range.tsx'
import {claimMark} from './claim-mark.ts'
import {overlapping} from './highlights.ts'

interface Props {
  readonly report: CodedReport
  /** In text order. */
  readonly claims: readonly Claim[]
  readonly chosen: Claim | null
  readonly pointed: string | null
  /** The incident that holds the report, to go back to its matrix. */
  readonly incident: string | undefined
  readonly onChoose: (claim: Claim) => void
  readonly onPoint: (claim: string | null) => void
  /** Makes a ruling about the claim chosen; absent where no incident holds it. */
  readonly onRule: ((kind: 'reject' | 'correct') => void) | undefined
  readonly onAdd: () => void
}

export function ClaimList({
  report,
  claims,
  chosen,
  pointed,
  incident,
  onChoose,
  onPoint,
  onRule,
  onAdd
}: Props) {
  const {t} = useWords()
  const list = useRef<HTMLOListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: brings the chosen claim into view
  useEffect(() => {
    list.current?.querySelector('.current')?.scrollIntoView({block: 'nearest'})
  }, [chosen])
  return (
    <>
      <header className="pane-head">
        <span>
          <b>{t('value.claims', {n: claims.length})}</b> {claims.length > 0 && t('reader.claimsInOrder')}
        </span>
        <KeyedButton shows={screenKeys.reports.claim} onPress={onAdd}>
          {t('reader.key.claim')}
        </KeyedButton>
      </header>
      {claims.length === 0 && (
        <p className="p-3 text-ink-3">
          {t(report.report.language === 'en' ? 'reader.noClaims' : 'reader.notRead')}
        </p>
      )}
      <ol ref={list}>
        {claims.map(claim => (
          <li
            key={claim.id}
            className={`border-b border-line ${claim === chosen ? 'current' : claim.id === pointed ? 'bg-select' : ''}`}
            onMouseEnter={() => onPoint(claim.id)}
            onMouseLeave={() => onPoint(null)}
          >
            <Row
              claim={claim}
              isChosen={claim === chosen}
              onChoose={() => onChoose(claim)}
              onPoint={onPoint}
            />
            {claim === chosen && (
              <Detail
                claim={claim}
                beside={overlapping(claims, claim)}
                incident={incident}
                onChoose={onChoose}
                onRule={onRule}
              />
            )}
          </li>
        ))}
      </ol>
      {report.problems.length > 0 && (
        <details className="p-3 text-small">
          <summary>{t('reader.problems')}</summary>
          <ul lang="en" dir="ltr">
            {report.problems.map(({stage, message, quote}) => (
              <li key={`${stage} ${message} ${quote?.from}`}>
                {stage}: {message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Row({
  claim,
  isChosen,
  onChoose,
  onPoint
}: {
  readonly claim: Claim
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly onPoint: (claim: string | null) => void
}) {
  const {t, label, number} = useWords()
  const {casualties, crowd, event, about, damage, attribution} = claim
  const count = (casualties ?? crowd ?? damage)?.count
  const last = attribution.at(-1)
  return (
    <button
      type="button"
      aria-expanded={isChosen}
      className="grid w-full grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-2 px-3 py-1.5 text-start"
      onClick={onChoose}
      onFocus={() => onPoint(claim.id)}
      onBlur={() => onPoint(null)}
    >
      <span className="text-end text-small text-ink-3">{claimMark(claim.id, number)}</span>
      <span>
        {casualties
          ? `${label('outcome', casualties.outcome)} · ${label('group', casualties.group)}`
          : event
            ? label('type', event.type)
            : t(`about.${about}`)}
        <span className="block text-small text-ink-3">
          <Bidi>{last?.source}</Bidi>
          {last?.cue && (
            <>
              {' · '}
              <Words>{last.cue}</Words>
            </>
          )}
        </span>
      </span>
      <span className="flex items-center gap-1.5 text-small whitespace-nowrap">
        <DenialMark polarity={claim.polarity} realis={claim.realis} />
        {count && (
          <b className="font-semibold">
            <Range low={count.min} high={count.max} />
          </b>
        )}
        <CertaintyMark certainty={claim.certainty} />
      </span>
    </button>
  )
}

function Detail({
  claim,
  beside,
  incident,
  onChoose,
  onRule
}: {
  readonly claim: Claim
  /** Others over some of its words. */
  readonly beside: readonly Claim[]
  readonly incident: string | undefined
  readonly onChoose: (claim: Claim) => void
  readonly onRule: ((kind: 'reject' | 'correct') => void) | undefined
}) {
  const {t, label, number} = useWords()
  const {quote, attribution, interest, certainty, polarity, realis, casualties, crowd, refersTo, hedges} =
    claim
  const count = (casualties ?? crowd)?.count
  const rows: [string, React.ReactNode][] = [
    [t('reader.detail.words'), <Words key="w">{quote.text}</Words>],
    [
      t('reader.detail.credited'),
      <span key="c" className="chain">
        {attribution.map(({source}, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a chain is in order, and may name one twice
          <span key={i}>
            <Bidi>{source}</Bidi>
          </span>
        ))}
      </span>
    ],
    [t('reader.detail.interest'), t(`interest.${interest}`)],
    [
      t('reader.detail.certainty'),
      <span key="y">
        <CertaintyMark certainty={certainty} word /> {hedges.length > 0 && <Words>{hedges.join(', ')}</Words>}
      </span>
    ],
    [t('reader.detail.state'), `${t(`polarity.${polarity}`)}, ${t(`realis.${realis}`)}`],
    ...(count
      ? [
          [
            t('reader.detail.count'),
            <span key="n">
              <Range low={count.min} high={count.max} /> <Words>{count.stated}</Words>
            </span>
          ] as [string, React.ReactNode]
        ]
      : []),
    ...(refersTo
      ? [
          [
            t('reader.detail.refersTo'),
            <span key="r" className="id">
              {refersTo}
            </span>
          ] as [string, React.ReactNode]
        ]
      : []),
    [
      t('reader.detail.offsets'),
      <span key="o" className="id">
        [{quote.from}, {quote.to})
      </span>
    ],
    ...wordOf('a', t('reader.detail.added'), claim.added),
    ...wordOf('m', t('reader.detail.moved'), claim.moved),
    ...(beside.length
      ? [
          [
            t('reader.detail.beside'),
            <span key="b" className="flex flex-wrap gap-1">
              {beside.map(other => (
                <button key={other.id} type="button" className="btn" onClick={() => onChoose(other)}>
                  {claimMark(other.id, number)}{' '}
                  {other.casualties
                    ? label('outcome', other.casualties.outcome)
                    : other.event
                      ? label('type', other.event.type)
                      : t(`about.${other.about}`)}
                </button>
              ))}
            </span>
          ] as [string, React.ReactNode]
        ]
      : [])
  ]
  return (
    <div className="ps-11 pe-3 pb-2 text-small">
      <dl className="grid grid-cols-[5rem_minmax(0,1fr)] gap-x-2 gap-y-0.5">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 flex flex-wrap gap-2">
        {incident && (
          <Link to="/incidents/$id" params={{id: incident}} search={{}} className="btn">
            {t('reader.inMatrix')} <Keycap shows={screenKeys.reports.incident} />
          </Link>
        )}
        {onRule &&
          (['reject', 'correct'] as const).map(kind => (
            <KeyedButton key={kind} shows={screenKeys.reports[kind]} onPress={() => onRule(kind)}>
              {t(`incidents.ruling.${kind}`)}
            </KeyedButton>
          ))}
      </p>
    </div>
  )
}

/** Who put it right, and why. */
function wordOf(
  key: string,
  name: string,
  word: {readonly by: string; readonly reason: string | null} | undefined
): [string, React.ReactNode][] {
  if (!word) return []
  return [
    [
      name,
      <span key={key}>
        <Bidi>{word.by}</Bidi>
        {word.reason && (
          <>
            {': '}
            <Bidi>{word.reason}</Bidi>
          </>
        )}
      </span>
    ]
  ]
}
