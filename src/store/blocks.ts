/** Rows in parts that a statement can take: PostgreSQL takes 65,535 parameters. */
export function* blocksOf<T>(rows: readonly T[], size = 2000): Generator<T[]> {
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size)
}

/** Of two processes that add the same rows in one order none waits for what the other waits to add. */
export function inOrder<T>(rows: readonly T[], keyOf: (row: T) => string): T[] {
  return rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}
