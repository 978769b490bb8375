/** The parts of a screen, one under the other, each with its key and what waits in it. */
import {Link} from '@tanstack/react-router'
import type {Key} from '../app/keys.ts'
import {useMay} from '../app/rights.ts'
import {useWords} from '../app/settings.tsx'
import {Keycap} from './keycap.tsx'

export interface Section {
  readonly id: string
  readonly shows: Key
  /** Left out where there is nothing to count. */
  readonly count?: number | undefined
}

export function Sections({
  sections,
  chosen
}: {
  readonly sections: readonly Section[]
  readonly chosen: string
}) {
  const {t, number} = useWords()
  const may = useMay()
  return (
    <ul>
      {sections
        .filter(({shows}) => may(shows.needs))
        .map(({id, shows, count}) => (
          <li key={id}>
            <Link
              to="."
              search={{section: id} as never}
              aria-current={id === chosen ? 'page' : undefined}
              className={`flex items-center gap-2 border-b border-line px-3 py-2 no-underline ${id === chosen ? 'current font-semibold' : ''}`}
            >
              <Keycap shows={shows} /> {t(shows.does)}
              {count !== undefined && <span className="ms-auto text-ink-2">{number(count)}</span>}
            </Link>
          </li>
        ))}
    </ul>
  )
}
