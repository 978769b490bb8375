/** Incidents beside each other, slot by slot. What agrees is quiet; what cannot be true of one incident is bold with ≠. */
import {Link} from '@tanstack/react-router'
import type {ReactNode} from 'react'
import {kmBetween} from '../../../../src/export/drawing/ground.ts'
import type {LinkedIncident} from '../../../../src/model/assessment.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'
import {ContestedMark} from '../../parts/claim-marks.tsx'
import {Glyph} from '../../parts/glyph.tsx'
import {Days, Headline} from '../../parts/headline.tsx'
import {LanguageChip} from '../../parts/language-chip.tsx'
import {Range} from '../../parts/range.tsx'
import {type HeldFigure, type Slot, type Standing, slotsOf} from './slots.ts'
import {letterOf} from './use-compare.ts'

interface Props {
  readonly incidents: readonly LinkedIncident[]
  readonly onRemove: (id: string) => void
}

export function SideBySide({incidents, onRemove}: Props) {
  const {t} = useWords()
  const slots = slotsOf(incidents)
  return (
    <div className="overflow-x-auto">
      <table className="side-by-side" aria-label={t('compare.table')}>
        <thead>
          <tr>
            <td />
            {incidents.map((incident, i) => (
              <th key={incident.id} scope="col">
                <Head incident={incident} letter={letterOf(i)}>
                  {incidents.length > 2 && (
                    <button
                      type="button"
                      className="min-h-6 min-w-6 text-ink-3"
                      aria-label={t('compare.remove', {letter: letterOf(i)})}
                      onClick={() => onRemove(incident.id)}
                    >
                      <Glyph name="cross" />
                    </button>
                  )}
                </Head>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {slots.map(slot => (
            <tr key={slot.id} data-standing={slot.standing}>
              <th scope="row" className={slot.kind === 'group' ? 'ps-4' : ''}>
                <SlotName slot={slot} /> <StandingMark standing={slot.standing} />
              </th>
              {incidents.map((incident, i) => (
                <td key={incident.id}>
                  {slot.kind === 'fact' ? (
                    <FactCell slot={slot} incident={incident} first={incidents[0]!} />
                  ) : (
                    <FigureCell figure={slot.figures[i] ?? null} isGroup={slot.kind === 'group'} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="px-3 py-1 text-small text-ink-3">{t('compare.legend')}</p>
    </div>
  )
}

function Head({
  incident,
  letter,
  children
}: {
  readonly incident: LinkedIncident
  readonly letter: string
  readonly children: ReactNode
}) {
  const {t} = useWords()
  const {id, reports, accounts} = incident
  return (
    <div className="flex items-start gap-2 font-normal">
      <b className="letter">{letter}</b>
      <div className="min-w-0 grow">
        <Link to="/incidents/$id" params={{id}} className="font-semibold text-text">
          <Headline {...incident} />
        </Link>
        <p className="flex flex-wrap items-baseline gap-x-2 text-small text-ink-2">
          <span>{t('value.reports', {n: reports.length})}</span>
          <span>{t('value.accounts', {n: accounts.length})}</span>
          {[...new Set(reports.map(({language}) => language))].map(language => (
            <LanguageChip key={language} language={language} />
          ))}
        </p>
      </div>
      {children}
    </div>
  )
}

function SlotName({slot: {kind, name}}: {readonly slot: Slot}) {
  const {t, label} = useWords()
  if (kind === 'fact') return name === 'how' ? t('compare.slot.how') : label('fact', name)
  return label(kind === 'group' ? 'group' : 'outcome', name)
}

/** Shape and word; agreement needs no mark to be seen, only to be heard. */
function StandingMark({standing}: {readonly standing: Standing}) {
  const {t} = useWords()
  const said = t(`compare.stands.${standing}`)
  if (standing === 'open') return <span className="sr-only">{said}</span>
  return (
    <span title={said} className={standing === 'differs' ? 'text-contest' : 'text-ink-3'}>
      <Glyph
        name={standing === 'differs' ? 'unequal' : standing === 'same' ? 'equal' : 'about'}
        label={said}
      />
    </span>
  )
}

function FactCell({
  slot: {name},
  incident: {type, when, place, sides, tactics},
  first
}: {
  readonly slot: Slot
  readonly incident: LinkedIncident
  readonly first: LinkedIncident
}) {
  const {t, label, number} = useWords()
  switch (name) {
    case 'what':
      return label('type', type)
    case 'when':
      return when.from.startsWith('0001') ? (
        <i className="text-ink-3 not-italic">{t('compare.noDay')}</i>
      ) : (
        <Days {...when} />
      )
    case 'where': {
      if (!place) return <span className="text-ink-3">{t('value.noPlace')}</span>
      const km = kmFrom(first.place, place)
      return (
        <>
          <Bidi>{place.name}</Bidi>
          <small className="block text-micro text-ink-3">
            {[
              label('precision', place.precision),
              place.country,
              km ? t('compare.apartBy', {km: number(km)}) : ''
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </>
      )
    }
    case 'how':
      return tactics.map(tactic => label('type', tactic)).join(', ')
    default:
      return (
        <>
          {(name === 'who' ? sides.a : sides.b).map(side => (
            <span key={side} className="block">
              <Bidi>{side}</Bidi>
            </span>
          ))}
        </>
      )
  }
}

function kmFrom(a: LinkedIncident['place'], b: LinkedIncident['place']): number {
  if (!a || !b || a.lat === null || a.lon === null || b.lat === null || b.lon === null) return 0
  return Math.round(kmBetween({lat: a.lat, lon: a.lon}, {lat: b.lat, lon: b.lon}))
}

/** Named with what they say; of more the number. */
const mostAccounts = 4

function FigureCell({figure, isGroup}: {readonly figure: HeldFigure | null; readonly isGroup: boolean}) {
  const {t, number} = useWords()
  if (!figure || figure.low === null) return <span className="sr-only">{t('compare.silent')}</span>
  const isWide = figure.low !== figure.high || figure.open
  const latest = figure.accounts.filter(({status}) => status === 'latest')
  return (
    <>
      <span className={isGroup ? '' : 'value'}>
        {figure.best !== null && number(figure.best)}{' '}
        {(figure.best === null || isWide) && (
          <span className={figure.best === null ? '' : 'text-small font-normal'}>
            {figure.best === null ? (
              <Range {...figure} />
            ) : (
              <>
                (<Range {...figure} />)
              </>
            )}
          </span>
        )}{' '}
        {figure.contested && <ContestedMark />}
      </span>
      <small className="block text-micro text-ink-3">
        {[
          t('value.accounts', {n: new Set(latest.map(({account}) => account)).size}),
          figure.grade?.value ?? ''
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
      <small className="block text-micro text-ink-3">
        {latest.slice(0, mostAccounts).map(({account, origin, min, max}, i) => (
          <span key={`${account} ${min} ${max}`}>
            {i > 0 && ' · '}
            <Bidi>{origin}</Bidi> <Range low={min} high={max} />
          </span>
        ))}
        {latest.length > mostAccounts && <> · {t('incidents.others', {n: latest.length - mostAccounts})}</>}
      </small>
    </>
  )
}
