/** An empty store: what to do next, and the sample with one click. */
import {useMutation, useQueryClient} from '@tanstack/react-query'
import {Button} from 'react-aria-components'
import {answer, api} from '../../app/client.ts'
import {useWords} from '../../app/settings.tsx'
import {EmptyState} from '../../parts/empty-state.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'

export function StartScreen() {
  const {t} = useWords()
  const queries = useQueryClient()
  const sample = useMutation({
    mutationFn: () => answer(api.sample.$post()),
    onSuccess: () => queries.invalidateQueries()
  })
  return (
    <main id="work" tabIndex={-1} className="overflow-auto outline-none">
      <EmptyState title={t('start.title')}>
        <section className="grid justify-items-start gap-2">
          <p>{t('start.sample.what')}</p>
          <Button className="btn primary" isDisabled={sample.isPending} onPress={() => sample.mutate()}>
            {t(sample.isPending ? 'start.loading' : 'start.sample')}
          </Button>
          {sample.isError && <ProblemNote error={sample.error} />}
        </section>
        <section className="grid justify-items-start gap-2">
          <h2 className="text-h3">{t('start.own')}</h2>
          <p>{t('start.own.what')}</p>
          <pre className="id border border-line-2 bg-surface p-2" dir="ltr">
            npm run -s dateline -- ingest FILE
          </pre>
        </section>
      </EmptyState>
    </main>
  )
}
