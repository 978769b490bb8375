/** Discarding reports: why they do not count, and what that would change, before it is done. */
import {useQuery} from '@tanstack/react-query'
import {useState} from 'react'
import {Dialog, Heading, Modal, ModalOverlay} from 'react-aria-components'
import {type Draft, previewRuling} from '../../app/rulings.ts'
import {useWords} from '../../app/settings.tsx'
import {Changes} from '../../parts/changes.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'

const grounds = ['not-political-violence', 'satire', 'duplicate', 'wrong'] as const

interface Props {
  readonly reports: readonly string[]
  readonly onDiscard: (draft: Draft) => void
  readonly onClose: () => void
}

export function DiscardDialog({reports, onDiscard, onClose}: Props) {
  const {t} = useWords()
  const [ground, setGround] = useState<(typeof grounds)[number]>('not-political-violence')
  const [reason, setReason] = useState('')
  const draft: Draft = {kind: 'discard', on: [...reports], ground, reason: reason.trim() || null}
  const preview = useQuery({
    queryKey: ['preview', 'discard', reports],
    // What changes does not hang on the reason.
    queryFn: () => previewRuling({...draft, ground: 'wrong', reason: null}),
    staleTime: 0
  })
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={isOpen => isOpen || onClose()}>
      <Modal className="window">
        <Dialog className="outline-none">
          <form
            className="grid gap-3"
            onSubmit={event => {
              event.preventDefault()
              onDiscard(draft)
            }}
          >
            <Heading slot="title" className="text-h3">
              {t('inbox.discard.title', {n: reports.length})}
            </Heading>
            <p className="text-ink-2">{t('inbox.discard.what')}</p>
            <fieldset className="grid gap-1">
              <legend className="label mb-1">{t('inbox.discard.ground')}</legend>
              {grounds.map((name, i) => (
                <label key={name} className="flex items-center gap-2">
                  <input
                    type="radio"
                    name="ground"
                    className="min-h-0"
                    autoFocus={i === 0}
                    checked={ground === name}
                    onChange={() => setGround(name)}
                  />
                  {t(`ground.${name}`)}
                </label>
              ))}
            </fieldset>
            <label className="grid gap-1">
              <span className="label">{t('inbox.discard.reason')}</span>
              <input
                dir="auto"
                value={reason}
                maxLength={2000}
                onChange={({target}) => setReason(target.value)}
              />
            </label>
            <section aria-live="polite">
              {preview.isFetching && <span className="text-ink-3">{t('frame.reading')}</span>}
              {preview.isSuccess && (
                <>
                  <b>
                    {preview.data.changes.length
                      ? t('incidents.ruling.wouldChange', {n: preview.data.changes.length})
                      : t('incidents.ruling.noChange')}
                  </b>
                  <Changes changes={preview.data.changes.slice(0, 20)} />
                </>
              )}
              {preview.isError && <ProblemNote error={preview.error} />}
            </section>
            <p className="flex justify-end gap-2">
              <button type="button" className="btn" onClick={onClose}>
                {t('frame.cancel')} <kbd>Esc</kbd>
              </button>
              <button type="submit" className="btn primary">
                {t('inbox.discard.title', {n: reports.length})} <kbd>↵</kbd>
              </button>
            </p>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
