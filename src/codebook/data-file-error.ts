/** A mistake in a file that analysts edit: says which file and line, what is wrong, what to write instead. */
export class DataFileError extends Error {
  override readonly name = 'DataFileError'
  readonly path: string
  readonly line: number

  constructor(path: string, line: number, message: string, options?: ErrorOptions) {
    super(`${path}:${line}: ${message}`, options)
    this.path = path
    this.line = line
  }
}
