/** Which claims are listed: what is set goes into the address. */
import type {RefObject} from 'react'
import {ClaimsSearch} from '../../app/filters.ts'
import {useWords} from '../../app/settings.tsx'
import {sourceKinds} from '../../app/source-kinds.ts'
import {outcomes, polarities} from '../../parts/claim-values.ts'
import {FilterDay, FilterWords} from '../../parts/filter-inputs.tsx'
import {SearchBox} from '../../parts/search-box.tsx'
import {Select} from '../../parts/select.tsx'

const abouts = [
  'event',
  'crowd',
  'damage',
  'denial',
  'no-confirmation',
  'affiliation',
  'motive',
  'threat'
] as const
const subjects = ['', ...outcomes, ...abouts] as const

interface Props {
  readonly filter: ClaimsSearch
  readonly searchBox: RefObject<HTMLInputElement | null>
  readonly onSet: (change: Partial<ClaimsSearch>) => void
}

export function ClaimFilters({filter, searchBox, onSet}: Props) {
  const {t, label, locale} = useWords()
  const any = (name: string) => `${name}: ${t('claims.any')}`
  const byName = sourceKinds.toSorted((a, b) => t(`source.${a}`).localeCompare(t(`source.${b}`), locale))
  const words = (key: 'source' | 'place' | 'actor', name: string) => (
    <FilterWords name={name} value={filter[key]} onSet={value => onSet({[key]: value})} />
  )
  const day = (key: 'since' | 'until', name: string) => (
    <FilterDay name={name} value={filter[key]} onSet={value => onSet({[key]: value})} />
  )
  const {claim: _, ...asked} = filter
  return (
    <search className="filters">
      <SearchBox
        box={searchBox}
        asked={filter.text}
        className="w-40 min-w-0 grow"
        label={t('claims.search')}
        placeholder={t('claims.search')}
        onText={text => onSet({text})}
      />
      {words('source', t('claims.source'))}
      <Select
        className="w-36 min-w-0"
        aria-label={t('claims.about')}
        value={filter.outcome ?? filter.about ?? ''}
        of={subjects}
        name={id =>
          id === '' ? any(t('claims.about')) : isOutcome(id) ? label('outcome', id) : t(`about.${id}`)
        }
        onChoose={id =>
          onSet({
            outcome: isOutcome(id) ? id : undefined,
            about: id === '' || isOutcome(id) ? undefined : id
          })
        }
      />
      <Select
        className="w-36 min-w-0"
        aria-label={t('claims.kind')}
        value={filter.kind ?? ''}
        of={['', ...byName]}
        name={id => (id === '' ? any(t('claims.kind')) : t(`source.${id}`))}
        onChoose={id => onSet({kind: id || undefined})}
      />
      <Select
        className="w-36 min-w-0"
        aria-label={t('claims.polarity')}
        value={filter.polarity ?? ''}
        of={['', ...polarities]}
        name={id => (id === '' ? any(t('claims.polarity')) : t(`polarity.${id}`))}
        onChoose={id => onSet({polarity: id || undefined})}
      />
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1" title={t('claims.ofIncidents')}>
        {words('place', t('incidents.filter.place'))}
        {words('actor', t('incidents.filter.actor'))}
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
      </span>
      {Object.values(asked).some(value => value !== undefined) && (
        <button
          type="button"
          className="underline whitespace-nowrap"
          onClick={() =>
            onSet(Object.fromEntries(Object.keys(ClaimsSearch.shape).map(key => [key, undefined])))
          }
        >
          {t('claims.clear')}
        </button>
      )}
    </search>
  )
}

const isOutcome = (id: string): id is (typeof outcomes)[number] =>
  (outcomes as readonly string[]).includes(id)
