/** How long a told distance in time is: "two days", "just a week", "a year". */

/** In days; null for shorter, longer and vague distances. */
export function daysOfLag(lag: string): number | null {
  const [, count, unit] = countOf(lag, 'day|week') ?? []
  return count && unit ? numberOf(count) * (unit === 'week' ? 7 : 1) || null : null
}

/** "a month", "two years" in months; null for all else. */
export function monthsOfLag(lag: string): number | null {
  const [, count, unit] = countOf(lag, 'month|year') ?? []
  return count && unit ? numberOf(count) * (unit === 'year' ? 12 : 1) || null : null
}

function countOf(lag: string, units: string): RegExpExecArray | null {
  const words = lag.toLowerCase().replace(/^(?:an?|the) /, 'one ')
  return new RegExp(`^(?:just |only |about |almost |nearly )?(\\S+) (${units})s?$`).exec(words)
}

function numberOf(count: string): number {
  return counts.indexOf(count) + 1 || Number(/^\d{1,2}$/.exec(count)?.[0] ?? 0)
}

const counts = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
