/** Names that the public would not read, each to be cleared by itself, and those that were. */
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query'
import {useState} from 'react'
import type {WithheldName} from '../../../../src/model/public-incident.ts'
import type {PublicationEntry} from '../../../../src/model/publication.ts'
import {answer, api, inPath} from '../../app/client.ts'
import {useMay} from '../../app/rights.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi, Sentence, Words} from '../../parts/bidi.tsx'
import {NotAllowed} from '../../parts/not-allowed.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {refreshPublications} from './publish-queries.ts'

export function Names({entry: {queued, withheld}}: {readonly entry: PublicationEntry}) {
  const {t} = useWords()
  const may = useMay()
  const queries = useQueryClient()
  const cleared = useQuery({
    queryKey: ['publications', 'cleared', queued.id],
    queryFn: () => answer(api['cleared-names'].$get({query: {incident: queued.id}}))
  })
  const again = useMutation({
    mutationFn: (id: string) => answer(api['cleared-names'][':id'].$delete({param: {id: inPath(id)}})),
    onSuccess: () => refreshPublications(queries)
  })
  const names = cleared.data?.names ?? []
  return (
    <div className="p-3">
      <p className="pb-2 text-ink-2">{t(withheld.length ? 'publish.names.what' : 'publish.names.none')}</p>
      <NotAllowed needs="review" />
      <ul>
        {withheld.map(name => (
          <Withheld key={name.name} name={name} incident={queued.id} mayClear={may('review')} />
        ))}
      </ul>
      {names.length > 0 && (
        <>
          <h2 className="label pt-4">{t('publish.names.cleared')}</h2>
          <ul>
            {names.map(({id, name, reason, by}) => (
              <li key={id} className="border-t border-line py-1.5">
                <b className="font-semibold">
                  <Bidi>{name}</Bidi>
                </b>{' '}
                <span className="text-small text-ink-3">
                  <Bidi>{by}</Bidi>: <Bidi>{reason}</Bidi>
                </span>
                {may('review') && (
                  <button
                    type="button"
                    className="block text-small underline"
                    onClick={() => again.mutate(id)}
                  >
                    {t('publish.names.withhold', {name})}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {again.isError && <ProblemNote error={again.error} />}
    </div>
  )
}

function Withheld({
  name: {name, why, times, restricted, around},
  incident,
  mayClear
}: {
  readonly name: WithheldName
  readonly incident: string
  readonly mayClear: boolean
}) {
  const {t} = useWords()
  const queries = useQueryClient()
  const [reason, setReason] = useState<string | null>(null)
  const clear = useMutation({
    mutationFn: (reason: string) => answer(api['cleared-names'].$post({json: {name, incident, reason}})),
    onSuccess: () => refreshPublications(queries)
  })
  return (
    <li className="grid gap-1 border-t border-line py-1.5">
      <span className="flex flex-wrap items-baseline justify-between gap-x-3">
        <b className="font-semibold">
          <Bidi>{name}</Bidi>
        </b>
        <span className="text-small text-ink-3">{t('publish.names.times', {n: times})}</span>
      </span>
      <Words>{around}</Words>
      <span className="text-small text-ink-3">
        <Sentence>{why}</Sentence>
      </span>
      {restricted ? (
        <span className="text-small">{t('publish.names.restricted')}</span>
      ) : reason === null ? (
        mayClear && (
          <button
            type="button"
            className="justify-self-start text-small underline"
            onClick={() => setReason('')}
          >
            {t('publish.names.clear', {name})}
          </button>
        )
      ) : (
        <form
          className="flex gap-2"
          onSubmit={event => {
            event.preventDefault()
            if (reason.trim()) clear.mutate(reason.trim())
          }}
        >
          <input
            // biome-ignore lint/a11y/noAutofocus: the button opened it to be written in
            autoFocus
            dir="auto"
            className="min-w-0 grow"
            value={reason}
            maxLength={500}
            required
            aria-label={t('publish.names.why')}
            placeholder={t('publish.names.why')}
            onChange={({target}) => setReason(target.value)}
            onKeyDown={({key}) => key === 'Escape' && setReason(null)}
          />
          <button type="submit" className="btn" disabled={clear.isPending || !reason.trim()}>
            {t('publish.names.clear', {name})}
          </button>
        </form>
      )}
      {clear.isError && <ProblemNote error={clear.error} />}
    </li>
  )
}
