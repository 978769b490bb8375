/** What a ruling would change, as the server says before it is made. */
import type {UseQueryResult} from '@tanstack/react-query'
import type {Ruled} from '../app/rulings.ts'
import {useWords} from '../app/settings.tsx'
import {Changes} from './changes.tsx'
import {ProblemNote} from './problem-note.tsx'

/** `most`: changes that are listed; their number is always said. */
export function Previewed({
  preview: {data, error, isFetching},
  most
}: {
  readonly preview: UseQueryResult<Ruled>
  readonly most?: number
}) {
  const {t} = useWords()
  return (
    <section aria-live="polite">
      {isFetching && <span className="text-ink-3">{t('frame.reading')}</span>}
      {data && (
        <>
          <b>
            {data.changes.length
              ? t('incidents.ruling.wouldChange', {n: data.changes.length})
              : t('incidents.ruling.noChange')}
          </b>
          <Changes changes={data.changes.slice(0, most)} />
        </>
      )}
      {error && <ProblemNote error={error} />}
    </section>
  )
}
