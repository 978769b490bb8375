/** Days of an incident, as ISO dates. */
import type {LinkedIncident} from '../model/assessment.ts'

const dayMs = 86_400_000
const dayAt = (ms: number) => new Date(ms).toISOString().slice(0, 10)

export interface Days {
  readonly from: string
  readonly to: string
  /** How many, both ends included. */
  readonly count: number
  readonly middle: string
  /** Each of them; only to be asked where they are few. */
  all(): string[]
}

export function daysOf({when}: LinkedIncident): Days {
  const [from, to] = [when.from.slice(0, 10), when.to.slice(0, 10)]
  const start = Date.parse(from)
  const count = Math.max(1, Math.round((Date.parse(to) - start) / dayMs) + 1)
  return {
    from,
    to,
    count,
    middle: dayAt(start + Math.floor((count - 1) / 2) * dayMs),
    all: () => Array.from({length: count}, (_, i) => dayAt(start + i * dayMs))
  }
}
