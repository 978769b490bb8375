/** Which sources are listed: what is set goes into the address. */
import type {RefObject} from 'react'
import type {SourcesSearch} from '../../app/filters.ts'
import {useWords} from '../../app/settings.tsx'
import {sourceKinds} from '../../app/source-kinds.ts'
import {Field} from '../../parts/field.tsx'
import {SearchBox} from '../../parts/search-box.tsx'
import {Select} from '../../parts/select.tsx'

interface Props {
  readonly search: SourcesSearch
  readonly searchBox: RefObject<HTMLInputElement | null>
  readonly onSet: (change: Partial<SourcesSearch>) => void
}

export function SourceFilters({search: {text = '', role, kind}, searchBox, onSet}: Props) {
  const {t, locale} = useWords()
  const byName = sourceKinds.toSorted((a, b) => t(`source.${a}`).localeCompare(t(`source.${b}`), locale))
  return (
    <search className="grid gap-2 p-3">
      <SearchBox
        box={searchBox}
        asked={text}
        className="min-w-0"
        label={t('sources.search')}
        placeholder={t('sources.search')}
        onText={text => onSet({text})}
      />
      <fieldset className="grid">
        <legend className="label">{t('sources.role')}</legend>
        {([undefined, 'outlet', 'agency', 'speaker'] as const).map(own => (
          <label key={own ?? 'any'} className="flex items-center gap-2 py-0.5">
            <input
              type="radio"
              className="min-h-0"
              name="role"
              checked={role === own}
              onChange={() => onSet({role: own})}
            />
            {t(`sources.role.${own ?? 'any'}`)}
          </label>
        ))}
      </fieldset>
      <Field label={t('sources.kind')}>
        <Select
          className="min-w-0"
          value={kind ?? ''}
          of={['', ...byName]}
          name={id => t(id === '' ? 'sources.kind.any' : `source.${id}`)}
          onChoose={id => onSet({kind: id || undefined})}
        />
      </Field>
      <p className="text-small text-ink-3">{t('sources.internal')}</p>
    </search>
  )
}
