/** Where one stands among publications, as the URL has it, and what one says of incidents there. */
import {useMutation, useQueryClient} from '@tanstack/react-query'
import {useNavigate, useParams, useSearch} from '@tanstack/react-router'
import {answer, api} from '../../app/client.ts'
import {PublishSearch} from '../../app/filters.ts'
import {useNotes} from '../../app/notes.tsx'
import {useWords} from '../../app/settings.tsx'
import {type Queued, refreshPublications} from './publish-queries.ts'

export function usePublish() {
  const {id} = useParams({strict: false})
  const search = PublishSearch.parse(useSearch({strict: false}))
  const navigate = useNavigate()
  const go = (change: Partial<PublishSearch>, to: string | null = id ?? null) => {
    const next = (former: object) => PublishSearch.parse({...former, ...change})
    void (to === null
      ? navigate({to: '/publish', search: next})
      : navigate({to: '/publish/$id', params: {id: to}, search: next, replace: to === id}))
  }
  return {id: id ?? null, search, go}
}

/** Says of incidents as they were seen that they were read, or that their names are right. */
export function useLook() {
  const {t} = useWords()
  const {say} = useNotes()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({kind, seen}: {readonly kind: 'read' | 'redaction'; readonly seen: readonly Queued[]}) =>
      answer(
        api.publications.readings.$post({
          json: {
            kind,
            seen: seen.flatMap(({id, digest}) => (digest === null ? [] : [{incident: id, digest}]))
          }
        })
      ),
    onSuccess: ({step, changed}, {kind}) => {
      refreshPublications(queries)
      const said = [
        step && t(`publish.said.${kind}`, {n: step.on.length}),
        changed.length > 0 && t('publish.said.changed', {n: changed.length})
      ]
      say(said.filter(Boolean).join('. '))
    },
    onError: error => say(error.message)
  })
}
