/** Filters of the incident list: what is set goes into the URL. */
import type {ReactNode} from 'react'
import {types} from '../../../../src/messages/en/types.ts'
import type {IncidentFilter} from '../../app/filters.ts'
import {useWords} from '../../app/settings.tsx'

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
  const named = typeIds
    .map(id => ({id, name: label('type', id)}))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale))
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
          <select
            className="min-w-0"
            value={type ?? ''}
            onChange={({target}) => onSet({type: target.value || undefined})}
          >
            <option value="">{t('incidents.filter.any')}</option>
            {named.map(({id, name}) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('incidents.filter.precision')}>
          <select
            className="min-w-0"
            value={precision ?? ''}
            onChange={({target}) =>
              onSet({precision: (target.value || undefined) as IncidentFilter['precision']})
            }
          >
            <option value="">{t('incidents.filter.any')}</option>
            {precisions.map(id => (
              <option key={id} value={id}>
                {label('precision', id)}
              </option>
            ))}
            <option value="none">{t('value.noPlace')}</option>
          </select>
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
