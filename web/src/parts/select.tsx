/** One of a few, each by its name. What may also be nothing has '' among them. */
import type {ComponentProps} from 'react'

interface Props<T extends string | number>
  extends Omit<ComponentProps<'select'>, 'name' | 'value' | 'onChange' | 'children'> {
  readonly value: T
  readonly of: readonly T[]
  readonly name: (one: T) => string
  readonly onChoose: (one: T) => void
}

export function Select<T extends string | number>({value, of, name, onChoose, ...rest}: Props<T>) {
  return (
    <select {...rest} value={value} onChange={({target}) => onChoose(of[target.selectedIndex]!)}>
      {of.map(one => (
        <option key={one} value={one}>
          {name(one)}
        </option>
      ))}
    </select>
  )
}
