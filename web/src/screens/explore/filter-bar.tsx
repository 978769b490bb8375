/** Filters of the map, the plot and the list together: what is set goes into the URL. */
import type {RefObject} from 'react'
import {types} from '../../../../src/messages/en/types.ts'
import type {ExploreFilter} from '../../app/filters.ts'
import {useWords} from '../../app/settings.tsx'
import {ExportButton} from '../../parts/export-button.tsx'
import {FilterDay, FilterWords} from '../../parts/filter-inputs.tsx'
import {SearchBox} from '../../parts/search-box.tsx'
import {Select} from '../../parts/select.tsx'

const typeIds = Object.keys(types).map(key => key.replace('type.', ''))
const precisions = ['site', 'town', 'area', 'admin1', 'country', 'none'] as const
interface Props {
  readonly filter: ExploreFilter
  readonly searchBox: RefObject<HTMLInputElement | null>
  readonly onSet: (change: Partial<ExploreFilter>) => void
}

export function FilterBar({filter, searchBox, onSet}: Props) {
  const {t, label, locale} = useWords()
  const byName = typeIds.toSorted((a, b) => label('type', a).localeCompare(label('type', b), locale))
  const isSet = Object.values(filter).some(value => value !== undefined)
  const words = (key: 'place' | 'actor', name: string) => (
    <FilterWords name={name} value={filter[key]} onSet={value => onSet({[key]: value})} />
  )
  const day = (key: 'since' | 'until', name: string) => (
    <FilterDay name={name} value={filter[key]} onSet={value => onSet({[key]: value})} />
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
      <Select
        className="w-30 min-w-0"
        aria-label={t('fact.what')}
        value={filter.type ?? ''}
        of={['', ...(filter.type && !typeIds.includes(filter.type) ? [filter.type] : []), ...byName]}
        name={id => (id === '' ? `${t('fact.what')}: ${t('incidents.filter.any')}` : label('type', id))}
        onChoose={id => onSet({type: id || undefined})}
      />
      {words('place', t('incidents.filter.place'))}
      {words('actor', t('incidents.filter.actor'))}
      <Select
        className="w-40 min-w-0"
        aria-label={t('incidents.filter.precision')}
        value={filter.precision ?? ''}
        of={['', ...precisions]}
        name={id =>
          id === ''
            ? `${t('incidents.filter.precision')}: ${t('incidents.filter.any')}`
            : id === 'none'
              ? t('value.noPlace')
              : label('precision', id)
        }
        onChoose={id => onSet({precision: id || undefined})}
      />
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
