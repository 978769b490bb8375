/** The list of incidents folded to their days, those around the one that is open: what a screen of middle width has room for. */
import {Link} from '@tanstack/react-router'
import {useEffect, useRef} from 'react'
import type {ListedIncident} from '../../../../src/model/listing.ts'
import type {IncidentFilter} from '../../app/filters.ts'
import {screenKeys} from '../../app/keys.ts'
import {useWords} from '../../app/settings.tsx'
import {ContestedMark} from '../../parts/claim-marks.tsx'
import {Glyph} from '../../parts/glyph.tsx'
import {Keycap} from '../../parts/keycap.tsx'

/** Rows before and behind the one that is open. */
const around = 40

interface Props {
  readonly rows: readonly ListedIncident[]
  readonly total: number
  readonly chosen: string
  /** Ids of those that are to be worked on together. */
  readonly selected: ReadonlySet<string>
  readonly filter: IncidentFilter
  readonly isOpen: boolean
  readonly onOpen: () => void
}

export function DayRail({rows, total, chosen, selected, filter, isOpen, onOpen}: Props) {
  const {t, number, shortDay, label} = useWords()
  const box = useRef<HTMLUListElement>(null)
  const at = Math.max(
    0,
    rows.findIndex(({id}) => id === chosen)
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: brings the one that is open into view
  useEffect(() => {
    box.current?.querySelector('.current')?.scrollIntoView({block: 'nearest'})
  }, [chosen, rows.length])
  return (
    <>
      <button
        type="button"
        className="block w-full border-b border-line px-2 py-1.5 text-start text-small"
        aria-expanded={isOpen}
        onClick={onOpen}
      >
        <span className="sr-only">{t('incidents.rail.open', {n: total})}</span>
        <span aria-hidden="true">{number(total)}</span> <Keycap shows={screenKeys.incidents.list} />
      </button>
      <ul ref={box}>
        {rows.slice(Math.max(0, at - around), at + around).map(({id, type, place, when, contested}) => (
          <li key={id}>
            <Link
              to="/incidents/$id"
              params={{id}}
              search={filter}
              aria-current={id === chosen ? 'true' : undefined}
              aria-label={[label('type', type), place?.name, shortDay(when.from.slice(0, 10))]
                .filter(Boolean)
                .join(', ')}
              title={[label('type', type), place?.name].filter(Boolean).join(' · ')}
              className={`block border-b border-line px-2 py-1.5 text-small no-underline ${id === chosen ? 'current' : ''}`}
            >
              {when.from.startsWith('0001') ? '—' : shortDay(when.from.slice(0, 10))}{' '}
              {contested && <ContestedMark />}
              {selected.has(id) && <Glyph name="tick" />}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
