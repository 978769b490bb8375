/**
 * What people decided, without who they are: whoever checks reports may not be known to everybody who reads what came of it.
 *
 *     {"verdict": "cut", "by": "ada", "reason": "..."}     {"verdict": "cut", "by": "[name]", "reason": "..."}
 *     "ada put them together: the same bus"                "[name] put them together: the same bus"
 */

const deeds = '(?:put them together|added it|moved claims here|says that it belongs here)'
const signed = new RegExp(`^[^:]{1,100} (${deeds}(?:$|:))`)
const spoken = new RegExp(`^(?:rejected by a person|[^:]{1,100} ${deeds}): (.+)$`, 's')

/** Over any shape of the contract. */
export function unsigned<Value>(value: Value): Value {
  const walk = (inner: unknown, key: string): unknown => {
    if (typeof inner === 'string') {
      if (key === 'by') return '[name]'
      return key === 'why' ? inner.replace(signed, '[name] $1') : inner
    }
    if (typeof inner !== 'object' || inner === null) return inner
    // Of a list each is what the list is.
    if (Array.isArray(inner)) return inner.map(part => walk(part, key))
    return Object.fromEntries(Object.entries(inner).map(([name, part]) => [name, walk(part, name)]))
  }
  return walk(value, '') as Value
}

/** What people wrote as their reasons, each as the whole string in which it stands. */
export function reasonsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => {
    if (typeof part !== 'string') return reasonsIn(part)
    return key === 'reason' || spoken.test(part) ? [part] : []
  })
}
