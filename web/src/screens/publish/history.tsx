/** What was done towards publishing an incident, undone steps too, and what its page tells of its past. */
import type {PublicationEntry} from '../../../../src/model/publication.ts'
import {useMay} from '../../app/rights.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'

export function History({
  entry: {steps, versions},
  onUndo
}: {
  readonly entry: PublicationEntry
  readonly onUndo: (step: string) => void
}) {
  const {t, instant, number} = useWords()
  const may = useMay()
  const mayUndo = (kind: string) => may(kind === 'read' || kind === 'redaction' ? 'review' : 'publish')
  return (
    <div className="p-3">
      {steps.length === 0 && <p className="text-ink-3">{t('publish.history.none')}</p>}
      <ol>
        {steps.toReversed().map(({step, holds}) => (
          <li key={step.id} className="border-t border-line py-1.5">
            <span className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className={holds ? '' : 'text-ink-3'}>
                {t(`publish.step.${step.kind}`)}
                {step.version !== null && ` ${number(step.version)}`}
                {step.kind === 'undo' && (
                  <>
                    {': '}
                    {t(`publish.step.${steps.find(one => one.step.id === step.undoes)?.step.kind ?? 'undo'}`)}
                  </>
                )}
                {step.outcome && ` · ${t(`publish.outcome.${step.outcome}`)}`}{' '}
                {!holds && <span className="tag">({t('publish.history.undone')})</span>}
              </span>
              <span className="text-small text-ink-3">
                <Bidi>{step.by}</Bidi> · {instant(step.at)}
              </span>
            </span>
            {step.reason && (
              <span className="block text-ink-2">
                <Bidi>{step.reason}</Bidi>
              </span>
            )}
            {step.override && (
              <b className="block font-semibold">{t('publish.override', {reason: step.override})}</b>
            )}
            {step.hash && (
              <span
                className="id block overflow-hidden text-small text-ellipsis text-ink-3"
                title={step.hash}
              >
                SHA-256 {step.hash.slice(0, 16)}
              </span>
            )}
            {holds && step.kind !== 'undo' && mayUndo(step.kind) && (
              <button type="button" className="text-small underline" onClick={() => onUndo(step.id)}>
                {t('publish.do.undo')}
              </button>
            )}
          </li>
        ))}
      </ol>
      {versions.length > 0 && (
        <>
          <h2 className="label pt-4">{t('publish.history.public')}</h2>
          <ol>
            {versions.map(({version, kind, at, note}) => (
              <li key={`${at} ${kind}`} className="border-t border-line py-1.5">
                {t('publish.version', {n: version})} {t(`publish.kind.${kind}`)}{' '}
                <span className="text-small text-ink-3">{instant(at)}</span>
                {note && (
                  <span className="block text-ink-2">
                    <Bidi>{note}</Bidi>
                  </span>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}
