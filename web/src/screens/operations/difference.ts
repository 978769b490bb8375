/**
 * What one value became, path by path: only what differs.
 *
 *     {"role": "reader"}, {"role": "analyst"}      role   "reader"   "analyst"
 */

export interface Difference {
  readonly path: string
  /** As JSON; null where it was not there, or is no more. */
  readonly old: string | null
  readonly new: string | null
}

export function differences(before: unknown, after: unknown, path = ''): Difference[] {
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return keys.flatMap(key => differences(before[key], after[key], path ? `${path}.${key}` : key))
  }
  // What came or went as a whole is told part by part, so that it can be read.
  if (isObject(before) && isNothing(after)) return differences(before, {}, path)
  if (isObject(after) && isNothing(before)) return differences({}, after, path)
  const [old, now] = [written(before), written(after)]
  return old === now ? [] : [{path, old, new: now}]
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const isNothing = (value: unknown) => value === undefined || value === null
const written = (value: unknown) =>
  isNothing(value) ? null : typeof value === 'string' ? value : JSON.stringify(value)
