/**
 * Reads tables that others made: comma or tab, quoted cells with line breaks, any header, UTF-8 or Windows-1252.
 *
 * Lines are counted as an editor shows them, so that a refusal names where its row begins.
 */
export interface ForeignRow {
  readonly line: number
  /** Cells by the header's names in small letters; a row with fewer cells lacks the last ones. */
  readonly cells: ReadonlyMap<string, string>
  /** More cells than the header has: the row cannot be trusted. */
  readonly isTooLong: boolean
}

export interface ForeignTable {
  /** In small letters. */
  readonly header: readonly string[]
  readonly rows: readonly ForeignRow[]
}

export function readForeignTable(bytes: Uint8Array): ForeignTable {
  const text = decode(bytes)
  const [first, ...rest] = recordsIn(text, separatorOf(text))
  const header = (first?.cells ?? []).map(name => name.trim().replace(/^\?/, '').toLowerCase())
  return {
    header,
    rows: rest.map(({line, cells}) => ({
      line,
      cells: new Map(header.map((name, i) => [name, (cells[i] ?? '').trim()])),
      isTooLong: cells.length > header.length
    }))
  }
}

/** Older lists of actors are in Windows-1252, where no byte is an error. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function separatorOf(text: string): string {
  const line = text.slice(0, (text.indexOf('\n') + 1 || text.length + 1) - 1)
  const count = (sign: string) => line.split(sign).length
  return count('\t') > count(',') ? '\t' : count(';') > count(',') ? ';' : ','
}

function recordsIn(text: string, separator: string): {line: number; cells: string[]}[] {
  const records: {line: number; cells: string[]}[] = []
  let [line, cells, cell, quoted] = [1, [] as string[], '', false]
  let start = 1
  const endRecord = () => {
    cells.push(cell)
    if (cells.some(value => value.trim()) && !(cells[0] ?? '').startsWith('#'))
      records.push({line: start, cells})
    ;[cells, cell] = [[], '']
  }
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!
    if (sign === '\n') line++
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[i + 1] === '"') cell += text[i++]
      else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === separator) {
      cells.push(cell)
      cell = ''
    } else if (sign === '\n') {
      endRecord()
      start = line
    } else if (sign !== '\r') cell += sign
  }
  if (cell || cells.length) endRecord()
  return records
}
