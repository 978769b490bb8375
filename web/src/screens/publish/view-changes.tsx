/** What the public would see otherwise: what is gone struck, what is new beside it. */
import type {ViewChange} from '../../../../src/model/publication.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'
import {FigureChanges} from '../../parts/changes.tsx'

export function ViewChanges({changes}: {readonly changes: readonly ViewChange[]}) {
  const words = useWords()
  const figures = changes.filter(({part}) => part === 'figure')
  const others = changes.filter(({part}) => part !== 'figure')
  const was = Object.fromEntries(figures.flatMap(({of, figure}) => (figure?.was ? [[of!, figure.was]] : [])))
  const is = Object.fromEntries(figures.flatMap(({of, figure}) => (figure?.is ? [[of!, figure.is]] : [])))
  return (
    <>
      {figures.length > 0 && <FigureChanges before={was} after={is} />}
      <dl className="grid grid-cols-[auto_1fr] gap-x-3">
        {others.map(change => (
          <div key={`${change.part} ${change.of}`} className="contents">
            <dt className="border-t border-line py-1">{nameOf(change)}</dt>
            <dd className="border-t border-line py-1">
              <ul>
                {[...new Set(change.gone)].map(text => (
                  <li key={text}>
                    <del className="text-ink-3">
                      <Bidi>{shown(change, text)}</Bidi>
                    </del>
                  </li>
                ))}
                {[...new Set(change.added)].map(text => (
                  <li key={text}>
                    <span aria-hidden="true">+ </span>
                    <ins className="no-underline">
                      <Bidi>{shown(change, text)}</Bidi>
                    </ins>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )

  function nameOf({part, of}: ViewChange): string {
    const {t, label} = words
    if (part === 'fact') return label('fact', of!)
    if (part === 'origins') return t('publish.part.origins', {outcome: label('outcome', of!)})
    if (part === 'figure') return label('outcome', of!)
    return part === 'side' ? `${t('publish.part.side')} ${of!.toUpperCase()}` : t(`publish.part.${part}`)
  }

  function shown({part}: ViewChange, text: string): string {
    if (part === 'type') return words.label('type', text)
    if (part === 'origins' || part === 'withheld') return words.number(Number(text))
    return part === 'when' ? text.split(' / ').map(words.day).join(' – ') : text
  }
}
