/** The panes of the operations and of people: sections, one of them, and what is chosen in it. */
import type {ReactNode} from 'react'
import {useWords} from '../../app/settings.tsx'
import {Panes} from '../../parts/panes.tsx'

export function Shell({
  list,
  work,
  detail
}: {
  readonly list: ReactNode
  readonly work: ReactNode
  /** Of what is chosen, null where nothing is; left out where nothing can be. */
  readonly detail?: ReactNode
}) {
  const {t} = useWords()
  return (
    <Panes
      name="operations"
      widths={{list: 200, evidence: 340}}
      focus="work"
      labels={{list: t('operations.sections'), evidence: t('operations.detail')}}
      list={list}
      work={work}
      {...(detail !== undefined && {
        evidence: detail ?? <p className="p-3 text-ink-3">{t('operations.choose')}</p>
      })}
    />
  )
}

/** The head of a section: its name, what it is for, and what one does there. */
export function SectionHead({
  title,
  what,
  children
}: {
  readonly title: string
  readonly what?: string
  readonly children?: ReactNode
}) {
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line-2 bg-surface px-3 py-2">
      <h1 className="text-h3">{title}</h1>
      {what && <p className="w-full text-small text-ink-3">{what}</p>}
      {children}
    </header>
  )
}
