/** Boxes of a bar of filters: words that are looked for once one is done typing, and a day. */
interface Props {
  readonly name: string
  readonly value: string | undefined
  readonly onSet: (value: string | undefined) => void
}

export function FilterWords({name, value, onSet, className = 'w-26'}: Props & {readonly className?: string}) {
  return (
    <input
      key={value ?? ''}
      dir="auto"
      className={`${className} min-w-0`}
      defaultValue={value}
      placeholder={name}
      aria-label={name}
      maxLength={200}
      onBlur={({target}) => onSet(target.value.trim() || undefined)}
      onKeyDown={({key, currentTarget}) => (key === 'Enter' || key === 'Escape') && currentTarget.blur()}
    />
  )
}

export function FilterDay({name, value, onSet}: Props) {
  return (
    <input
      type="date"
      className="w-34 min-w-0"
      value={value ?? ''}
      aria-label={name}
      title={name}
      onChange={({target}) => onSet(target.value || undefined)}
    />
  )
}
