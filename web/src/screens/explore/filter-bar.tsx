/** Filters of the map, the plot and the list together: what is set goes into the URL. */
import type {RefObject} from 'react'
import {types} from '../../../../src/messages/en/types.ts'
import type {ExploreFilter} from '../../app/filters.ts'
import {useWords} from '../../app/settings.tsx'
import {ExportButton} from '../../parts/export-button.tsx'
import {SearchBox} from '../../parts/search-box.tsx'

const typeIds = Object.keys(types).map(key => key.replace('type.', ''))
const precisions = ['site', 'town', 'area', 'admin1', 'country', 'none'] as const
interface Props {
  readonly filter: ExploreFilter
  readonly searchBox: RefObject<HTMLInputElement | null>
  readonly onSet: (change: Partial<ExploreFilter>) => void
}

export function FilterBar({filter, searchBox, onSet}: Props) {
  const {t, label, locale} = useWords()
  const named = typeIds
    .map(id => ({id, name: label('type', id)}))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale))
  const isSet = Object.values(filter).some(value => value !== undefined)
  const words = (key: 'place' | 'actor', name: string) => (
    <input
      key={`${key} ${filter[key] ?? ''}`}
      dir="auto"
      className="w-26 min-w-0"
      defaultValue={filter[key]}
      placeholder={name}
      aria-label={name}
      maxLength={200}
      onBlur={({target}) => onSet({[key]: target.value.trim() || undefined})}
      onKeyDown={({key: pressed, currentTarget}) =>
        (pressed === 'Enter' || pressed === 'Escape') && currentTarget.blur()
      }
    />
  )
  const day = (key: 'since' | 'until', name: string) => (
    <input
      type="date"
      className="w-34 min-w-0"
      value={filter[key] ?? ''}
      aria-label={name}
      title={name}
      onChange={({target}) => onSet({[key]: target.value || undefined})}
    />
  )
  return (
    <search className="filters">
      <SearchBox
        box={searchBox}
        asked={filter.text}
        className="w-40 min-w-0 grow"
        label={t('incidents.search')}
        placeholder={t('incidents.search')}
        onText={text => onSet({text})}
      />
      <select
        className="w-30 min-w-0"
        aria-label={t('fact.what')}
        value={filter.type ?? ''}
        onChange={({target}) => onSet({type: target.value || undefined})}
      >
        <option value="">
          {t('fact.what')}: {t('incidents.filter.any')}
        </option>
        {filter.type && !typeIds.includes(filter.type) && (
          <option value={filter.type}>{label('type', filter.type)}</option>
        )}
        {named.map(({id, name}) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {words('place', t('incidents.filter.place'))}
      {words('actor', t('incidents.filter.actor'))}
      <select
        className="w-40 min-w-0"
        aria-label={t('incidents.filter.precision')}
        value={filter.precision ?? ''}
        onChange={({target}) => onSet({precision: (target.value || undefined) as ExploreFilter['precision']})}
      >
        <option value="">
          {t('incidents.filter.precision')}: {t('incidents.filter.any')}
        </option>
        {precisions.map(id => (
          <option key={id} value={id}>
            {id === 'none' ? t('value.noPlace') : label('precision', id)}
          </option>
        ))}
      </select>
      {day('since', t('incidents.filter.since'))}
      {day('until', t('incidents.filter.until'))}
      <label className="flex items-center gap-1 whitespace-nowrap">
        <input
          type="checkbox"
          className="min-h-0"
          checked={filter.contested === true}
          onChange={({target}) => onSet({contested: target.checked || undefined})}
        />
        {t('incidents.onlyContested')}
      </label>
      {isSet && (
        <button
          type="button"
          className="underline whitespace-nowrap"
          onClick={() => onSet(Object.fromEntries(Object.keys(filter).map(key => [key, undefined])))}
        >
          {t('explore.clear')}
        </button>
      )}
      <ExportButton>{t('export.short')}</ExportButton>
    </search>
  )
}
