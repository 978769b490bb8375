/** A ruling about incidents: what it would change is shown before it is made, and refused where somebody was faster. */
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query'
import {useState} from 'react'
import {ProblemFailure} from '../../app/client.ts'
import {refresh} from '../../app/live.ts'
import {incidentQuery} from '../../app/queries.ts'
import {type Draft, makeRulingOnSeveral, previewRuling, type Ruled} from '../../app/rulings.ts'
import {useWords} from '../../app/settings.tsx'
import {Field} from '../../parts/field.tsx'
import {FormDialog, StaleNote} from '../../parts/form-dialog.tsx'
import {Previewed} from '../../parts/previewed.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'

export interface Seen {
  readonly incident: string
  readonly etag: string
}

export interface PairRuling {
  readonly kind: 'merge' | 'chain' | 'not-the-same' | 'split' | 'link' | 'move'
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
    <FormDialog
      title={title}
      action={t('incidents.ruling.save')}
      isReady={isReady}
      onDo={() => save.mutate()}
      onClose={onClose}
    >
      <p className="text-ink-2">{what}</p>
      <Field label={t('compare.reason')}>
        <input
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to write it
          autoFocus
          dir="auto"
          value={reason}
          maxLength={2000}
          onChange={({target}) => setReason(target.value)}
        />
      </Field>
      <div>
        <h3 className="label">{t('compare.consequences')}</h3>
        <Previewed preview={preview} />
      </div>
      {isStale ? (
        <StaleNote
          title={t('compare.stale')}
          again={t('incidents.ruling.again')}
          onAgain={() => void lookAgain()}
        >
          <p>{t('compare.stale.what')}</p>
        </StaleNote>
      ) : (
        save.isError && <ProblemNote error={save.error} />
      )}
    </FormDialog>
  )
}
