/**
 * The same function, with answers kept: texts repeat their words and names.
 *
 * What is kept changes the time and never the result, so `make` must be pure and its answers must not be changed.
 * `most`: so many answers are kept; then it begins anew.
 */
export function remembering<V>(most: number, make: (key: string) => V): (key: string) => V {
  const known = new Map<string, V>()
  return key => {
    const before = known.get(key)
    if (before !== undefined) return before
    const made = make(key)
    if (known.size >= most) known.clear()
    known.set(key, made)
    return made
  }
}
