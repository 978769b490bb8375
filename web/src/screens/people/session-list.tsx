/** Where one is logged in; whoever manages users sees and ends those of others too. */
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query'
import {useState} from 'react'
import {answer, api, inPath} from '../../app/client.ts'
import {useMay} from '../../app/rights.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {OfAll} from './of-all.tsx'

export function SessionList() {
  const {t, instant} = useWords()
  const may = useMay()
  const queries = useQueryClient()
  const [all, setAll] = useState(false)
  const sessions = useQuery({
    queryKey: ['sessions', all],
    queryFn: () => answer(api.sessions.$get({query: all ? {all: 'true'} : {}}))
  })
  const end = useMutation({
    mutationFn: (id: string) => answer(api.sessions[':id'].$delete({param: {id: inPath(id)}})),
    onSuccess: () => queries.invalidateQueries({queryKey: ['sessions']})
  })
  return (
    <section>
      <h2 className="mb-1 flex items-center gap-3 font-semibold">
        {t('people.sessions')}
        {may('manage-users') && <OfAll isAll={all} onAll={setAll} />}
      </h2>
      {(sessions.error ?? end.error) && <ProblemNote error={sessions.error ?? end.error} />}
      <ul>
        {sessions.data?.sessions.map(({id, user, seenAt, address, agent}) => (
          <li
            key={id}
            className="flex items-baseline justify-between gap-3 border-t border-line py-1 text-small"
          >
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {all && (
                <b>
                  <Bidi>{user}</Bidi>{' '}
                </b>
              )}
              {t('people.session.seen', {at: instant(seenAt)})} · <bdi className="id">{address}</bdi>{' '}
              <bdi className="text-ink-3">{agent}</bdi>
            </span>
            {id === sessions.data.current ? (
              <span className="whitespace-nowrap text-ink-3">{t('people.session.this')}</span>
            ) : (
              <button type="button" className="btn" disabled={end.isPending} onClick={() => end.mutate(id)}>
                {t('people.session.end')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
