/** Where there is nothing: says so, and what to do next. */
import type {ReactNode} from 'react'

export function EmptyState({title, children}: {readonly title: string; readonly children?: ReactNode}) {
  return (
    <div className="mx-auto my-12 grid max-w-xl gap-4 px-6 text-text">
      <h1 className="text-h2">{title}</h1>
      {children}
    </div>
  )
}
