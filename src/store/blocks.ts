/** Rows in parts that a statement can take: PostgreSQL takes 65,535 parameters. */
export function* blocksOf<T>(rows: readonly T[], size = 2000): Generator<T[]> {
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size)
}
