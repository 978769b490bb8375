/** What the gate asks for, whether it is there, and where it is mended. */
import type {Condition} from '../../../../src/model/publication.ts'
import {useMe} from '../../app/rights.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'

export function GateConditions({conditions}: {readonly conditions: readonly Condition[]}) {
  const {t} = useWords()
  return (
    <table className="w-full text-start">
      <thead className="sr-only">
        <tr>
          <th>{t('publish.gate')}</th>
          <th>{t('publish.gate.passes')}</th>
          <th>{t('incidents.why')}</th>
        </tr>
      </thead>
      <tbody>
        {conditions.map(condition => (
          <tr key={condition.id} className="border-t border-line align-baseline">
            <th scope="row" className="py-1 pe-3 text-start font-normal whitespace-nowrap">
              {t(`publish.condition.${condition.id}`)}
            </th>
            <td className="py-1 pe-3 whitespace-nowrap">
              {!condition.asked ? (
                <span className="text-ink-3">{t('publish.gate.notAsked')}</span>
              ) : condition.passes ? (
                <span>✓ {t('publish.gate.passes')}</span>
              ) : (
                <b>✕ {t('publish.gate.fails')}</b>
              )}
            </td>
            <td className="w-full py-1 text-ink-2">
              <Found {...condition} />
              {condition.asked && !condition.passes && (
                <span className="block text-small text-ink-3">{t(`publish.${condition.id}.mend`)}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Found({id, is, needs, asked, passes}: Condition) {
  const {t, label, number} = useWords()
  const me = useMe()
  if (id === 'origins') return <>{t('publish.origins.is', {n: Number(is), needs: number(Number(needs))})}</>
  if (id === 'figures')
    return <>{is === 0 ? t('publish.figures.sound') : t('publish.figures.is', {n: Number(is)})}</>
  if (id === 'place') {
    const least = needs === 'none' ? t('publish.gate.anyPlace') : label('precision', String(needs))
    return (
      <>
        {is === 'none'
          ? t('publish.place.none', {needs: least})
          : t('publish.place.is', {is: label('precision', String(is)), needs: least})}
      </>
    )
  }
  if (id === 'second-reader' && asked && !passes && is !== null && is === me?.name)
    return <>{t('publish.second-reader.own')}</>
  return <Bidi>{is === null ? t(`publish.${id}.none`) : t(`publish.${id}.by`, {who: String(is)})}</Bidi>
}
