/** The flag for an instant, shared by the commands that show what was held then. */
export const asOfFlag = {
  kind: 'parsed',
  parse: instantOf,
  optional: true,
  brief: 'What was held then: an instant, as 2026-11-26T10:00Z, or the end of a day, as 2026-11-26',
  placeholder: 'INSTANT'
} as const

/**
 * In full, UTC, so that instants compare as texts. Without a zone UTC is meant.
 *
 *     2026-11-26                2026-11-26T23:59:59.999Z
 *     2026-11-26T10:00          2026-11-26T10:00:00.000Z
 *     2026-11-26T10:00+03:00    2026-11-26T07:00:00.000Z
 */
function instantOf(text: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text)
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text)
  const at = Date.parse(isDay ? `${text}T23:59:59.999Z` : hasZone ? text : `${text}Z`)
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(at))
    throw new Error(`"${text}" is no instant; write it as 2026-11-26T10:00Z, or a day as 2026-11-26`)
  return new Date(at).toISOString()
}
