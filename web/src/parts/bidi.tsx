/** Words that came from outside: names, titles, quotations. They keep their own direction. */
import type {ReactNode} from 'react'
import {useWords} from '../app/settings.tsx'

/** A name or title within a line of ours. */
export function Bidi({children, lang}: {readonly children: ReactNode; readonly lang?: string | undefined}) {
  return (
    <bdi dir="auto" lang={lang}>
      {children}
    </bdi>
  )
}

/** A sentence of the server in the language of the page; in English, marked as such, where that has none for it. */
export function Sentence({children}: {readonly children: string}) {
  const said = useWords().sentence(children)
  return said === null ? <InEnglish>{children}</InEnglish> : <bdi>{said}</bdi>
}

/** What the server says in English, whatever the language of the page. */
export function InEnglish({children}: {readonly children: ReactNode}) {
  return (
    <bdi dir="ltr" lang="en">
      {children}
    </bdi>
  )
}

/** Exact words of a source, in the serif that only they have. */
export function Words({children, lang}: {readonly children: ReactNode; readonly lang?: string | undefined}) {
  return (
    <span className="words" dir="auto" lang={lang}>
      {children}
    </span>
  )
}
