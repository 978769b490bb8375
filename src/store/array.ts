/** An array as PostgreSQL reads one from text: both drivers pass text alike. */
export function arrayOf(values: readonly (number | string | null)[]): string {
  return `{${values.map(value => value ?? 'null').join(',')}}`
}
