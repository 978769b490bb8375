/** Words that came from outside: names, titles, quotations. They keep their own direction. */
import type {ReactNode} from 'react'

/** A name or title within a line of ours. */
export function Bidi({children, lang}: {readonly children: ReactNode; readonly lang?: string | undefined}) {
  return (
    <bdi dir="auto" lang={lang}>
      {children}
    </bdi>
  )
}

/** Sentences that the server says in English, whatever the language of the page. */
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
