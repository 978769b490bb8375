/** Filters of the incident list: what is set goes into the URL. */
import type {ReactNode} from 'react'
import {types} from '../../../../src/messages/en/types.ts'
import type {IncidentFilter} from '../../app/filters.ts'
import {useWords} from '../../app/settings.tsx'
import {Select} from '../../parts/select.tsx'

const typeIds = Object.keys(types).map(key => key.replace('type.', ''))
const precisions = ['site', 'town', 'area', 'admin1', 'country'] as const

export function FilterFields({
  filter,
  onSet
}: {
  readonly filter: IncidentFilter
  readonly onSet: (change: Partial<IncidentFilter>) => void
}) {
  const {t, label, locale} = useWords()
  const {place, actor, since, until, type, precision} = filter
  const byName = typeIds.toSorted((a, b) => label('type', a).localeCompare(label('type', b), locale))
  const text = (key: 'place' | 'actor', value: string | undefined) => (
    <input
      key={value}
      dir="auto"
      className="min-w-0"
      defaultValue={value}
      maxLength={200}
      onBlur={({target}) => onSet({[key]: target.value || undefined})}
      onKeyDown={({key: pressed, currentTarget}) => pressed === 'Enter' && currentTarget.blur()}
    />
  )
  const day = (key: 'since' | 'until', value: string | undefined) => (
    <input
      type="date"
      className="min-w-0"
      value={value ?? ''}
      onChange={({target}) => onSet({[key]: target.value || undefined})}
    />
  )
  const isSet = [place, actor, since, until, type, precision].some(value => value !== undefined)
  return (
    <details className="w-full" open={isSet || undefined}>
      <summary>{t('incidents.filter.more')}</summary>
      <div className="grid grid-cols-2 gap-x-2 gap-y-1">
        <Field isWide label={t('incidents.filter.since')}>
          {day('since', since)}
        </Field>
        <Field isWide label={t('incidents.filter.until')}>
          {day('until', until)}
        </Field>
        <Field label={t('incidents.filter.place')}>{text('place', place)}</Field>
        <Field label={t('incidents.filter.actor')}>{text('actor', actor)}</Field>
        <Field label={t('fact.what')}>
          <Select
            className="min-w-0"
            value={type ?? ''}
            of={['', ...byName]}
            name={id => (id === '' ? t('incidents.filter.any') : label('type', id))}
            onChoose={id => onSet({type: id || undefined})}
          />
        </Field>
        <Field label={t('incidents.filter.precision')}>
          <Select
            className="min-w-0"
            value={precision ?? ''}
            of={['', ...precisions, 'none']}
            name={id =>
              id === 'none'
                ? t('value.noPlace')
                : id === ''
                  ? t('incidents.filter.any')
                  : label('precision', id)
            }
            onChoose={id => onSet({precision: id || undefined})}
          />
        </Field>
      </div>
      {isSet && (
        <button
          type="button"
          className="mt-1 underline"
          onClick={() =>
            onSet({
              place: undefined,
              actor: undefined,
              since: undefined,
              until: undefined,
              type: undefined,
              precision: undefined
            })
          }
        >
          {t('incidents.filter.clear')}
        </button>
      )}
    </details>
  )
}

function Field({
  label,
  isWide = false,
  children
}: {
  readonly label: string
  readonly isWide?: boolean
  readonly children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what is given
    <label className={`grid min-w-0 content-end ${isWide ? 'col-span-2' : ''}`}>
      <span className="text-micro text-ink-3">{label}</span>
      {children}
    </label>
  )
}
