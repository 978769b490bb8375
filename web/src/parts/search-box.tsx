/** Where words are typed that a list is searched for: they go into the address after a moment, and nowhere once the box is gone. */
import {type RefObject, useEffect, useRef, useState} from 'react'

/** After the last letter. */
const typingMs = 250

interface Props {
  /** As it stands in the address. */
  readonly asked: string | undefined
  readonly label: string
  readonly placeholder?: string | undefined
  readonly className?: string
  readonly box: RefObject<HTMLInputElement | null>
  /** undefined: nothing is typed. */
  readonly onText: (text: string | undefined) => void
}

export function SearchBox({asked = '', label, placeholder, className = 'w-full', box, onText}: Props) {
  const [text, setText] = useState(asked)
  const timer = useRef(0)
  useEffect(() => setText(asked), [asked])
  // What was typed last does not change the address of another screen.
  useEffect(() => () => clearTimeout(timer.current), [])
  return (
    <input
      ref={box}
      type="search"
      dir="auto"
      className={className}
      value={text}
      aria-label={label}
      placeholder={placeholder}
      onChange={({target}) => {
        setText(target.value)
        clearTimeout(timer.current)
        timer.current = window.setTimeout(() => onText(target.value.trim() || undefined), typingMs)
      }}
      onKeyDown={({key, currentTarget}) => (key === 'Escape' || key === 'Enter') && currentTarget.blur()}
    />
  )
}
