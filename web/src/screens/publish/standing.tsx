/** Where an incident stands on its way to the public, in words and shape; colour is for claims alone. */
import {useWords} from '../../app/settings.tsx'
import type {Queued} from './publish-queries.ts'

const shapes: Readonly<Record<Queued['standing'], string>> = {
  ready: '◎',
  failing: '○',
  waiting: '◔',
  public: '●',
  withdrawn: '×'
}

export function Standing({standing, publicFrom, version, changed}: Queued) {
  const {t, instant} = useWords()
  const words =
    standing === 'waiting' || standing === 'public'
      ? t(`publish.standing.${standing}`, {at: instant(publicFrom!)})
      : t(`publish.standing.${standing}`)
  return (
    <span className="flex flex-wrap gap-x-2">
      <span className={standing === 'failing' ? 'text-ink-3' : ''}>
        <span aria-hidden="true" className="inline-block w-4 text-center">
          {shapes[standing]}
        </span>
        {words}
      </span>
      {version !== null && <span className="text-ink-3">{t('publish.version', {n: version})}</span>}
      {changed && <b className="font-semibold">△ {t('publish.standing.changed')}</b>}
    </span>
  )
}
