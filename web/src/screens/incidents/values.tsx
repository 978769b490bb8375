/** How a value of the matrix is written: the number or word a speaker gives, and what holds. */
import type {ReactNode} from 'react'
import {useWords} from '../../app/settings.tsx'
import type {Words} from '../../messages/words.ts'
import {Bidi} from '../../parts/bidi.tsx'
import {ContestedMark, DenialMark} from '../../parts/claim-marks.tsx'
import {Range, rangeText} from '../../parts/range.tsx'
import type {Row, Value} from './matrix.ts'

/** What a speaker says in this row, without its marks. */
function valueText(words: Words, {claim, factValue}: Value, row: Row): string {
  const {t, label, day} = words
  if (factValue !== undefined) {
    if (row.name === 'what') return claim.event ? label('type', claim.event.type) : factValue
    return row.name === 'when' ? day(factValue) : factValue
  }
  const counted = claim.casualties ?? claim.crowd ?? claim.damage
  if (counted?.count) return rangeText(words, {low: counted.count.min, high: counted.count.max})
  if (claim.about === 'no-confirmation') return ''
  if (claim.casualties) return t('value.some')
  if (claim.damage) return claim.damage.of
  if (claim.event)
    return claim.polarity === 'affirmed' && claim.realis === 'happened' ? t('incidents.yes') : ''
  return t(`about.${claim.about}`)
}

/** Superseded struck, contested bold with its mark, a denial with its word. */
export function ValueText({value, row}: {readonly value: Value; readonly row: Row}) {
  const words = useWords()
  const {claim, isSuperseded, isContested} = value
  const text = valueText(words, value, row)
  const isFromOutside = row.kind === 'fact' || row.kind === 'damage'
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-1">
      {text &&
        (isSuperseded ? (
          <s className="text-ink-3" title={words.t('mark.superseded')}>
            {text}
          </s>
        ) : (
          <span className={`${isContested ? 'font-bold' : ''} ${isFromOutside ? 'line-clamp-2' : ''}`}>
            {isFromOutside ? <Bidi>{text}</Bidi> : <bdi>{text}</bdi>}
          </span>
        ))}
      <DenialMark polarity={claim.polarity} realis={claim.realis} />
      {isContested && <ContestedMark />}
    </span>
  )
}

/** What holds of a row, and in a line below how far. */
export function Assessed({
  row,
  incident,
  rule
}: {
  readonly row: Row
  readonly incident: {
    readonly type: string
    readonly when: {readonly from: string; readonly to: string}
    readonly place: {readonly name: string; readonly precision: string} | null
    readonly sides: {readonly a: readonly string[]; readonly b: readonly string[]}
  }
  readonly rule: string
}) {
  const words = useWords()
  const {t, number, label, day} = words
  if (row.kind === 'figure' || row.kind === 'group') {
    const {figure} = row
    if (!figure || figure.low === null)
      return row.kind === 'group' ? null : (
        <Lines of={<span className="text-ink-2">{t('incidents.noFigureBy', {rule})}</span>} />
      )
    const isWide = figure.low !== figure.high || figure.open
    return (
      <Lines
        of={
          <>
            {figure.best !== null && <span>{number(figure.best)} </span>}
            {(figure.best === null || isWide) && (
              <span className={figure.best === null ? '' : 'text-small font-normal'}>
                {figure.best === null ? (
                  <Range low={figure.low} high={figure.high} open={figure.open} />
                ) : (
                  <>
                    (<Range low={figure.low} high={figure.high} open={figure.open} />)
                  </>
                )}
              </span>
            )}{' '}
            {figure.contested && <ContestedMark />}
          </>
        }
        below={[
          t('value.accounts', {n: new Set(figure.accounts.map(({account}) => account)).size}),
          figure.grade?.value ?? '',
          figure.best === null ? t('incidents.noneHolds') : ''
        ]}
      />
    )
  }
  switch (row.fact?.fact) {
    case 'when': {
      const [from, to] = [day(incident.when.from), day(incident.when.to)]
      return <Lines of={from === to ? from : t('value.span', {from, to})} />
    }
    case 'where':
      return incident.place ? (
        <Lines
          of={<Bidi>{incident.place.name}</Bidi>}
          below={[label('precision', incident.place.precision)]}
        />
      ) : (
        <Lines of={t('value.noPlace')} />
      )
    case 'what':
      return <Lines of={label('type', incident.type)} />
    case 'who':
      return <Lines of={<Bidi>{incident.sides.a.join(', ')}</Bidi>} />
    case 'against':
      return <Lines of={<Bidi>{incident.sides.b.join(', ')}</Bidi>} />
    default:
      return (
        <span className="text-small text-ink-2">
          {t('value.accounts', {n: row.accounts})} {row.isContested && <ContestedMark />}
        </span>
      )
  }
}

/** The value, and below it in small what there is to know of it. */
function Lines({of, below = []}: {readonly of: ReactNode; readonly below?: readonly string[]}) {
  const said = below.filter(Boolean)
  return (
    <>
      <span className="line-clamp-2 font-semibold">{of}</span>
      {said.length > 0 && <small className="block truncate text-micro text-ink-3">{said.join(' · ')}</small>}
    </>
  )
}

/** The name of a row. */
export function rowName({t, label}: Words, {kind, name}: Row): string {
  if (kind === 'figure') return label('outcome', name)
  if (kind === 'group') return label('group', name)
  if (kind === 'event') return label('type', name)
  if (kind === 'fact') return label('fact', name)
  return kind === 'crowd'
    ? t('about.crowd')
    : kind === 'damage'
      ? t('about.damage')
      : t(`about.${name as 'affiliation'}`)
}
