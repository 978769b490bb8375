/** What, where and when, in the language of the page: the server's headline is English. */
import type {ListedIncident} from '../../../src/model/listing.ts'
import {useWords} from '../app/settings.tsx'
import {Bidi} from './bidi.tsx'

type Named = Pick<ListedIncident, 'type' | 'when'> & {readonly place: {readonly name: string} | null}

export function Headline({type, place, when}: Named) {
  const {t, label} = useWords()
  return (
    <span>
      {label('type', type)} <span aria-hidden="true">·</span>{' '}
      {place ? <Bidi>{place.name}</Bidi> : t('value.noPlace')} <span aria-hidden="true">·</span>{' '}
      <Days {...when} />
    </span>
  )
}

/** A day or days; dotted where it is inferred or not known to the day. */
export function Days({from, to, known, precision}: ListedIncident['when']) {
  const {t, day} = useWords()
  // As coding writes what no report says.
  if (from.startsWith('0001-01-01') && to.startsWith('9999-12-31'))
    return <span className="inferred whitespace-nowrap">{t('value.dayUnknown')}</span>
  const isExact = known === 'stated' && (precision === 'day' || precision === 'instant')
  const [first, last] = [day(from), day(to)]
  return (
    <span className={`whitespace-nowrap ${isExact ? '' : 'inferred'}`}>
      {first === last ? first : t('value.span', {from: first, to: last})}
    </span>
  )
}
