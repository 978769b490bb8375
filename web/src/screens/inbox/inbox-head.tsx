/** Above the rows: how many of how many, what narrows them, and what may be done with many at once. */
import type {ReactNode, RefObject} from 'react'
import type {InboxSearch} from '../../app/filters.ts'
import {useWords} from '../../app/settings.tsx'
import {SearchBox} from '../../parts/search-box.tsx'
import {Select} from '../../parts/select.tsx'
import {Total} from '../../parts/total.tsx'
import {scoreText} from './score.tsx'

interface Props {
  readonly title: string
  readonly shown: number
  readonly total: number
  readonly search: InboxSearch
  readonly searchBox: RefObject<HTMLInputElement | null>
  readonly onSet: (change: Partial<InboxSearch>) => void
  /** What may be done with those that are selected, or with the sure ones. */
  readonly children: ReactNode
}

export function InboxHead({title, shown, total, search, searchBox, onSet, children}: Props) {
  const {t} = useWords()
  return (
    <div className="border-b border-line-2 bg-surface px-3 py-1.5 text-small text-ink-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h1 className="text-small font-normal">
          <b className="text-ink">
            <Total shown={shown} total={total} />
          </b>{' '}
          {title}, {t('inbox.order')}
        </h1>
        <span className="flex flex-wrap items-center gap-2 min-[901px]:ms-auto">{children}</span>
      </div>
      <search className="mt-1 flex flex-wrap items-start gap-x-2 gap-y-1">
        <SearchBox
          key={search.queue}
          box={searchBox}
          asked={search.text}
          className="w-64 min-w-0 grow"
          label={t('inbox.search')}
          placeholder={t('inbox.search')}
          onText={text => onSet({text})}
        />
        {search.queue !== 'failed' && <MoreFilters search={search} onSet={onSet} />}
      </search>
    </div>
  )
}

const scores = [0.5, 0.7, 0.8, 0.9, 0.95, 0.99] as const

function MoreFilters({search, onSet}: Pick<Props, 'search' | 'onSet'>) {
  const {t, locale} = useWords()
  const {outlet, language, since, until, score} = search
  const isSet = [outlet, language, since, until, score].some(value => value !== undefined)
  const text = (key: 'outlet' | 'language', value: string | undefined, maxLength: number) => (
    <input
      key={value}
      dir="auto"
      className={key === 'language' ? 'w-16' : 'w-36'}
      defaultValue={value}
      maxLength={maxLength}
      onBlur={({target}) => onSet({[key]: target.value.trim() || undefined})}
      onKeyDown={({key: pressed, currentTarget}) =>
        (pressed === 'Enter' || pressed === 'Escape') && currentTarget.blur()
      }
    />
  )
  const day = (key: 'since' | 'until', value: string | undefined) => (
    <input
      type="date"
      className="w-36"
      value={value ?? ''}
      onChange={({target}) => onSet({[key]: target.value || undefined})}
    />
  )
  return (
    <details open={isSet || undefined} className="open:w-full">
      <summary className="py-1">{t('inbox.filter.more')}</summary>
      <div className="flex flex-wrap items-end gap-x-2 gap-y-1">
        <Field label={t('inbox.filter.since')}>{day('since', since)}</Field>
        <Field label={t('inbox.filter.until')}>{day('until', until)}</Field>
        <Field label={t('inbox.filter.outlet')}>{text('outlet', outlet, 300)}</Field>
        <Field label={t('inbox.filter.language')}>{text('language', language, 20)}</Field>
        <Field label={t('inbox.filter.score')}>
          <Select
            value={score ?? ''}
            of={['', ...scores]}
            name={value => (value === '' ? t('inbox.filter.any') : scoreText(locale, value))}
            onChoose={value => onSet({score: value || undefined})}
          />
        </Field>
        {isSet && (
          <button
            type="button"
            className="py-1 underline"
            onClick={() =>
              onSet({
                outlet: undefined,
                language: undefined,
                since: undefined,
                until: undefined,
                score: undefined
              })
            }
          >
            {t('inbox.filter.clear')}
          </button>
        )}
      </div>
    </details>
  )
}

function Field({label, children}: {readonly label: string; readonly children: ReactNode}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what is given
    <label className="grid">
      <span className="text-micro text-ink-3">{label}</span>
      {children}
    </label>
  )
}
