/** Choosing the incident that a report tells of: by words, or one that is near; what that changes is shown before it is done. */
import {useQuery} from '@tanstack/react-query'
import {useDeferredValue, useState} from 'react'
import {Autocomplete, Heading, Input, ListBox, ListBoxItem, SearchField} from 'react-aria-components'
import type {InboxRow, Proposal} from '../../../../src/model/inbox.ts'
import type {ListedIncident} from '../../../../src/model/listing.ts'
import {answer, api} from '../../app/client.ts'
import {nearQuery} from '../../app/queries.ts'
import {type Draft, previewRuling} from '../../app/rulings.ts'
import {useWords} from '../../app/settings.tsx'
import {Window} from '../../parts/form-dialog.tsx'
import {Headline} from '../../parts/headline.tsx'
import {Previewed} from '../../parts/previewed.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {Score} from './score.tsx'

interface Props {
  readonly report: InboxRow
  readonly proposal: Proposal
  readonly onMove: (draft: Draft) => void
  readonly onClose: () => void
}

export function MoveDialog({report, proposal, onMove, onClose}: Props) {
  const {t} = useWords()
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <Window onClose={onClose}>
      <Heading slot="title" className="text-h3">
        {t('inbox.move.title')}
      </Heading>
      <p className="words outside" dir="auto" lang={report.title ? report.language : undefined}>
        {report.title ?? report.outlet ?? report.id}
      </p>
      {chosen === null ? (
        <Candidates proposal={proposal} onChoose={setChosen} />
      ) : (
        <Consequences
          draft={{kind: 'link', on: [proposal.telling, chosen], reason: null}}
          onMove={onMove}
          onAgain={() => setChosen(null)}
        />
      )}
    </Window>
  )
}

/** How likely it is the same as the incident that holds the report now; not known of one that was searched for. */
type Candidate = ListedIncident & {readonly score?: number}

function Candidates({
  proposal,
  onChoose
}: {
  readonly proposal: Proposal
  readonly onChoose: (incident: string) => void
}) {
  const {t} = useWords()
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const found = useQuery({
    queryKey: ['incidents', 'candidates', asked],
    queryFn: () => answer(api.incidents.$get({query: {text: asked, limit: '20'}})),
    enabled: asked.length > 1
  })
  const near = useQuery(nearQuery(proposal.incident))
  const isSearch = asked.length > 1
  const shown = isSearch ? found : near
  const rows: readonly Candidate[] = isSearch
    ? (found.data?.rows ?? []).filter(({id}) => id !== proposal.incident)
    : (near.data?.rows ?? []).map(({incident, probability}) => ({...incident, score: probability}))
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField aria-label={t('inbox.move.search')} autoFocus>
        <Input className="w-full" placeholder={t('inbox.move.search')} dir="auto" />
      </SearchField>
      {!isSearch && <p className="label">{t('inbox.move.near')}</p>}
      {shown.isError && <ProblemNote error={shown.error} />}
      <ListBox
        aria-label={t('screen.incidents')}
        className="max-h-[45dvh] overflow-auto outline-none"
        selectionMode="none"
        items={rows}
        onAction={key => onChoose(String(key))}
        renderEmptyState={() => (
          <p className="p-2 text-ink-3">{t(shown.isPending ? 'frame.reading' : 'inbox.move.none')}</p>
        )}
      >
        {incident => (
          <ListBoxItem id={incident.id} textValue={incident.headline} className="choice">
            <Headline {...incident} />
            <span className="text-small whitespace-nowrap text-ink-3">
              {incident.score !== undefined && (
                <>
                  <Score score={incident.score} />
                  <span aria-hidden="true"> · </span>
                </>
              )}
              {t('value.reports', {n: incident.reports})}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  )
}

function Consequences({
  draft,
  onMove,
  onAgain
}: {
  readonly draft: Draft
  readonly onMove: (draft: Draft) => void
  readonly onAgain: () => void
}) {
  const {t} = useWords()
  const preview = useQuery({
    queryKey: ['preview', draft.kind, draft.on],
    queryFn: () => previewRuling(draft),
    staleTime: 0
  })
  return (
    <form
      className="grid gap-3"
      onSubmit={event => {
        event.preventDefault()
        if (preview.isSuccess) onMove(draft)
      }}
    >
      <Previewed preview={preview} />
      <p className="flex justify-end gap-2">
        <button type="button" className="btn" onClick={onAgain}>
          {t('inbox.move.again')}
        </button>
        {/* biome-ignore lint/a11y/noAutofocus: an incident was chosen; what is left is to say yes */}
        <button type="submit" className="btn primary" autoFocus>
          {t('incidents.ruling.save')} <kbd>↵</kbd>
        </button>
      </p>
    </form>
  )
}
