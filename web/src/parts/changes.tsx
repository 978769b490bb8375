/** What a ruling changes, incident by incident: reports and figures as they were and as they are. */
import type {ListedFigure} from '../../../src/model/listing.ts'
import type {Change} from '../app/rulings.ts'
import {useWords} from '../app/settings.tsx'
import {Sentence} from './bidi.tsx'
import {ContestedMark} from './claim-marks.tsx'
import {rangeText} from './range.tsx'

export function Changes({changes}: {readonly changes: readonly Change[]}) {
  const {t} = useWords()
  return (
    <ul className="text-small">
      {changes.map(({id, before, after}) => (
        <li key={id} className="border-t border-line py-1">
          <Sentence>{(after ?? before)?.headline ?? id}</Sentence>{' '}
          {!before && <span className="tag">{t('incidents.ruling.new')}</span>}
          {!after && <span className="tag deny">{t('incidents.ruling.gone')}</span>}
          {before && after && before.reports !== after.reports && (
            <p>
              <del className="text-ink-3">{t('value.reports', {n: before.reports})}</del> <Arrow />{' '}
              <b>{t('value.reports', {n: after.reports})}</b>
            </p>
          )}
          {/* What one had that is no more stands in the other. */}
          {after && <FigureChanges before={before?.figures ?? {}} after={after.figures} />}
        </li>
      ))}
    </ul>
  )
}

function Arrow() {
  return (
    <span aria-hidden="true" className="inline-block rtl:-scale-x-100">
      →
    </span>
  )
}

type Figures = Readonly<Record<string, ListedFigure>>

export function FigureChanges({before, after}: {readonly before: Figures; readonly after: Figures}) {
  const words = useWords()
  const outcomes = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3">
      {outcomes
        .map(name => ({name, was: before[name], is: after[name]}))
        .filter(({was, is}) => spelled(was) !== spelled(is))
        .map(({name, was, is}) => (
          <div key={name} className="contents">
            <dt>{words.label('outcome', name)}</dt>
            <dd>
              <del className="text-ink-3">{held(was)}</del> {was?.contested && <ContestedMark />} <Arrow />{' '}
              <b>{held(is)}</b> {is?.contested && <ContestedMark />}
            </dd>
          </div>
        ))}
    </dl>
  )

  function held(figure: ListedFigure | undefined): string {
    if (!figure || figure.low === null) return words.t('value.noFigure')
    const range = rangeText(words, figure)
    const isOne = figure.best === null || (figure.low === figure.high && !figure.open)
    return isOne ? range : `${words.number(figure.best!)} (${range})`
  }
}

function spelled(figure: ListedFigure | undefined): string {
  return figure ? [figure.low, figure.best, figure.high, figure.open, figure.contested].join() : ''
}
