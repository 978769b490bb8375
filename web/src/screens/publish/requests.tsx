/** Corrections that were asked for: what people wrote, and what became of it. */
import type {CorrectionRequest} from '../../../../src/model/publication.ts'
import {useMay} from '../../app/rights.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi, Sentence} from '../../parts/bidi.tsx'

export function Requests({
  requests,
  onAnswer,
  onOpen
}: {
  readonly requests: readonly CorrectionRequest[]
  readonly onAnswer: (request: CorrectionRequest) => void
  /** Of a list that is not of one incident. */
  readonly onOpen?: (incident: string) => void
}) {
  const {t, instant} = useWords()
  const may = useMay()
  if (requests.length === 0) return <p className="p-3 text-ink-3">{t('publish.nothing.requests')}</p>
  return (
    <ol>
      {requests.map(request => (
        <li key={request.id} className="grid gap-1 border-b border-line p-3">
          <span className="flex flex-wrap justify-between gap-x-3 text-small text-ink-3">
            {onOpen ? (
              <button type="button" className="text-start underline" onClick={() => onOpen(request.incident)}>
                <Sentence>{request.headline ?? request.incident}</Sentence>
              </button>
            ) : (
              <span />
            )}
            {instant(request.at)}
          </span>
          <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
            {request.text}
          </p>
          <span className="text-small text-ink-3">
            {request.contact
              ? t('publish.request.from', {contact: request.contact})
              : t('publish.request.noContact')}
          </span>
          {request.answer ? (
            <p className="border-s-2 border-line-2 ps-2">
              {request.answer.outcome && <b>{t(`publish.outcome.${request.answer.outcome}`)}</b>}{' '}
              <Bidi>{request.answer.reason}</Bidi>
              <span className="block text-small text-ink-3">
                <Bidi>{request.answer.by}</Bidi> · {instant(request.answer.at)}
              </span>
            </p>
          ) : (
            may('publish') && (
              <button type="button" className="btn justify-self-start" onClick={() => onAnswer(request)}>
                {t('publish.do.answer')}
              </button>
            )
          )}
        </li>
      ))}
    </ol>
  )
}
