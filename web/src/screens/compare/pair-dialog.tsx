/** A ruling about incidents: what it would change is shown before it is made, and refused where somebody was faster. */
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query'
import {useState} from 'react'
import {Dialog, Heading, Modal, ModalOverlay} from 'react-aria-components'
import {ProblemFailure} from '../../app/client.ts'
import {refresh} from '../../app/live.ts'
import {incidentQuery} from '../../app/queries.ts'
import {type Draft, makeRulingOnSeveral, previewRuling, type Ruled} from '../../app/rulings.ts'
import {useWords} from '../../app/settings.tsx'
import {Changes} from '../../parts/changes.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'

export interface Seen {
  readonly incident: string
  readonly etag: string
}

export interface PairRuling {
  readonly kind: 'merge' | 'chain' | 'not-the-same' | 'split' | 'link'
  readonly on: readonly string[]
  readonly title: string
  /** What it says of them, in words. */
  readonly what: string
}

interface Props {
  readonly ruling: PairRuling
  readonly seen: readonly Seen[]
  readonly onClose: () => void
  readonly onMade: (made: Ruled) => void
}

export function PairDialog({ruling: {kind, on, title, what}, seen: first, onClose, onMade}: Props) {
  const {t} = useWords()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  // As the person saw them: kept when live updates bring others.
  const [seen, setSeen] = useState(first)
  const draft: Draft = {kind, on: [...on], reason: reason.trim() || null}
  const preview = useQuery({
    queryKey: ['preview', kind, on, seen.map(({etag}) => etag).join()],
    queryFn: () => previewRuling({...draft, reason: null}),
    staleTime: 0,
    gcTime: 0
  })
  const save = useMutation({
    mutationFn: () => makeRulingOnSeveral(draft, seen),
    onSuccess: made => {
      refresh(queries, [...seen.map(({incident}) => incident), ...made.changes.map(({id}) => id)])
      onMade(made)
    }
  })
  const isStale = save.error instanceof ProblemFailure && save.error.problem.status === 412
  const lookAgain = async () => {
    const now = await Promise.all(
      seen.map(({incident}) => queries.fetchQuery({...incidentQuery(incident), staleTime: 0}))
    )
    setSeen(seen.map(({incident}, i) => ({incident, etag: now[i]!.etag})))
    save.reset()
  }
  const isReady = preview.isSuccess && !save.isPending && !isStale
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={isOpen => isOpen || onClose()}>
      <Modal className="window">
        <Dialog className="outline-none">
          <form
            className="grid gap-3"
            onSubmit={event => {
              event.preventDefault()
              if (isReady) save.mutate()
            }}
          >
            <Heading slot="title" className="text-h3">
              {title}
            </Heading>
            <p className="text-ink-2">{what}</p>
            <label className="grid">
              <span className="text-small text-ink-3">{t('compare.reason')}</span>
              <input
                autoFocus
                dir="auto"
                value={reason}
                maxLength={2000}
                onChange={({target}) => setReason(target.value)}
              />
            </label>
            <section aria-live="polite">
              <h3 className="label">{t('compare.consequences')}</h3>
              {preview.isFetching && <span className="text-ink-3">{t('frame.reading')}</span>}
              {preview.isSuccess && (
                <b>
                  {preview.data.changes.length
                    ? t('incidents.ruling.wouldChange', {n: preview.data.changes.length})
                    : t('incidents.ruling.noChange')}
                </b>
              )}
              {preview.isSuccess && <Changes changes={preview.data.changes} />}
              {preview.isError && <ProblemNote error={preview.error} />}
            </section>
            {isStale ? (
              <section role="alert" className="grid gap-1 border border-contest bg-contest-bg p-3">
                <b>{t('compare.stale')}</b>
                <p>{t('compare.stale.what')}</p>
                <button type="button" className="btn justify-self-start" onClick={() => void lookAgain()}>
                  {t('incidents.ruling.again')}
                </button>
              </section>
            ) : (
              save.isError && <ProblemNote error={save.error} />
            )}
            <p className="flex justify-end gap-2">
              <button type="button" className="btn" onClick={onClose}>
                {t('frame.cancel')} <kbd>Esc</kbd>
              </button>
              <button type="submit" className="btn primary" disabled={!isReady}>
                {t('incidents.ruling.save')} <kbd>↵</kbd>
              </button>
            </p>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
