/** What a source is called; where it is nobody in particular, the role its claims were made in (SAFETY D1). */
import type {Source} from '../../../../src/model/source.ts'
import {useWords} from '../../app/settings.tsx'
import type {Words} from '../../messages/words.ts'
import {Bidi} from '../../parts/bidi.tsx'

type Named = Pick<Source, 'name' | 'kind' | 'country'>

export function SourceName({source}: {readonly source: Named}) {
  const words = useWords()
  const {name, country} = source
  if (name === null) return <span className="text-ink-2">{nameText(source, words)}</span>
  return (
    <>
      <Bidi>{name}</Bidi> {country && <span className="id text-ink-3">{country}</span>}
    </>
  )
}

export function nameText({name, kind, country}: Named, {t}: Words): string {
  if (name === null) return t('sources.anybody', {kind: t(`source.${kind}`)})
  return country ? `${name} (${country})` : name
}
