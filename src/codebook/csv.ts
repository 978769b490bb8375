/**
 * Reads the CSV files that analysts edit: a header, one entry a line, `#` lines are comments.
 *
 * A cell that holds a comma or a quotation mark is quoted as RFC 4180 has it;
 * a cell that holds several values lists them with ";".
 */
import {DataFileError} from './data-file-error.ts'

export type Row<Column extends string> = Readonly<Record<Column, string>> & {readonly line: number}

export function readCsv<const Column extends string>(
  source: string,
  path: string,
  columns: readonly Column[]
): Row<Column>[] {
  const lines = source.split(/\r?\n/)
  const headerAt = lines.findIndex(line => line.trim() !== '' && !line.startsWith('#'))
  if (headerAt < 0) throw new DataFileError(path, 1, `no header; write ${columns.join(',')}`)
  const header = cellsOf(lines[headerAt]!)
  if (header.join(',') !== columns.join(',')) {
    throw new DataFileError(
      path,
      headerAt + 1,
      `the header is "${header.join(',')}"; write ${columns.join(',')}`
    )
  }
  const rows: Row<Column>[] = []
  for (const [i, text] of lines.entries()) {
    if (i <= headerAt || text.trim() === '' || text.startsWith('#')) continue
    const cells = cellsOf(text)
    if (cells.length !== columns.length) {
      throw new DataFileError(
        path,
        i + 1,
        `${cells.length} cells where the header has ${columns.length}; list values with ";", not ","`
      )
    }
    const row = Object.fromEntries(columns.map((column, c) => [column, cells[c]!]))
    rows.push({...row, line: i + 1} as Row<Column>)
  }
  return rows
}

/** The values of a cell that lists several: "a; b" is ["a", "b"], "" is []. */
export function listed(cell: string): string[] {
  return cell
    .split(';')
    .map(value => value.trim())
    .filter(Boolean)
}

function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',').map(cell => cell.trim())
  const cells = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)
  return [...cells].map(([, quoted, plain]) =>
    (quoted === undefined ? plain! : quoted.replaceAll('""', '"')).trim()
  )
}

/** The names of the columns. */
export function readHeader(source: string, path: string): string[] {
  const at = source.split(/\r?\n/).find(line => line.trim() !== '' && !line.startsWith('#'))
  if (at === undefined) throw new DataFileError(path, 1, 'no header; write the names of the columns')
  return cellsOf(at)
}

/** The values of one column, whatever the others are. */
export function readColumn(source: string, path: string, column: string): string[] {
  const columns = readHeader(source, path)
  if (!columns.includes(column))
    throw new DataFileError(path, 1, `no column "${column}"; the header is "${columns.join(',')}"`)
  return readCsv(source, path, columns).map(row => row[column]!)
}
