/** Counts of units in words: how many a row of words says. */
import type {Count} from '../../calendar/units.ts'
import type {TimeToken} from './scan.ts'

/** "three", "twenty-five", "a few" (2 to 6). */
export function countOf(tokens: readonly TimeToken[]): Count | null {
  const numbers = tokens.filter(({cls}) => 'DNYnA'.includes(cls))
  if (numbers.length === 0) return null
  const parts = numbers.map(({value}) => value.split('..').map(Number))
  if (parts.length > 2) return null
  // "a dozen", "a hundred": the article adds nothing.
  const own = parts.length === 2 && numbers[0]!.cls === 'A' ? parts.slice(1) : parts
  const sum = (at: (part: number[]) => number) => own.map(at).reduce((a, b) => a + b, 0)
  const [least, most] = [sum(part => part[0]!), sum(part => part.at(-1)!)]
  return most > 0 && most <= 3000 ? {least, most} : null
}
