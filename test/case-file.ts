/**
 * Reads case files: Markdown that an analyst can write and a forge can render.
 *
 * Each `##` heading starts a case. Below it come `key: value` lines, the report
 * as a block quote (an empty `>` line ends a paragraph), and a table with what
 * should be found in it. The table's first column says which layer is shown.
 */
export interface Case {
  readonly name: string
  readonly line: number
  readonly facts: Readonly<Record<string, string>>
  readonly text: string
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, string>>[]
}

export function readCases(source: string, path: string): Case[] {
  const cases: Case[] = []
  for (const {name, line, body} of sections(source)) {
    const facts = factsIn(body)
    const quoted = body.filter(l => l.startsWith('>')).map(l => l.slice(1).trim())
    const text = quoted
      .join('\n')
      .split(/\n{2,}/)
      .map(p => p.replaceAll('\n', ' '))
      .join('\n\n')
      .trim()
    if (!text) throw new Error(`${path}:${line}: case "${name}" has no report; quote it with ">"`)
    const [head, , ...rows] = body.filter(l => l.startsWith('|')).map(cells)
    if (!head) throw new Error(`${path}:${line}: case "${name}" has no table of what should be found`)
    cases.push({
      name,
      line,
      facts,
      text,
      columns: head,
      rows: rows.map(row => Object.fromEntries(head.map((key, i) => [key, row[i] ?? ''])))
    })
  }
  return cases
}

/** A case of several reports: each quoted below its own `key: value` lines. */
export interface ReportCase extends Pick<Case, 'name' | 'line' | 'columns' | 'rows'> {
  readonly reports: readonly Pick<Case, 'facts' | 'text'>[]
}

export function readReportCases(source: string, path: string): ReportCase[] {
  return [...sections(source)].map(({name, line, body}) => {
    // Its outlet begins a report.
    const starts = body.flatMap((l, i) => (/^outlet: /.test(l) ? [i] : []))
    const tableAt = body.findIndex(l => l.startsWith('|'))
    const parts = starts.map((start, n) => body.slice(start, starts[n + 1] ?? tableAt))
    const found = parts.flatMap(part =>
      readCases([`## ${name}`, ...part, ...body.slice(tableAt)].join('\n'), path)
    )
    return {...found[0]!, line, reports: found.map(({facts, text}) => ({facts, text}))}
  })
}

interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, string>>[]
}

/** A case of tables alone: what is given, then what should be found. */
export interface TableCase extends Pick<Case, 'name' | 'line' | 'facts'> {
  readonly tables: readonly Table[]
}

export function readTableCases(source: string): TableCase[] {
  return [...sections(source)].map(({name, line, body}) => {
    const tables: string[][] = []
    for (const [i, l] of body.entries()) {
      if (!l.startsWith('|')) continue
      if (body[i - 1]?.startsWith('|')) tables.at(-1)!.push(l)
      else tables.push([l])
    }
    return {
      name,
      line,
      facts: factsIn(body),
      tables: tables.map(lines => {
        const [head, , ...rows] = lines.map(cells)
        return {
          columns: head!,
          rows: rows.map(row => Object.fromEntries(head!.map((key, i) => [key, row[i] ?? ''])))
        }
      })
    }
  })
}

/** Lays rows out as the table a case file would hold, to paste after a change. */
export function table(columns: readonly string[], rows: readonly Readonly<Record<string, string>>[]): string {
  const width = (key: string) => Math.max(key.length, ...rows.map(row => (row[key] ?? '').length))
  const line = (values: readonly string[]) =>
    `| ${values.map((v, i) => v.padEnd(width(columns[i]!))).join(' | ')} |`
  return [
    line(columns),
    line(columns.map(key => '-'.repeat(width(key)))),
    ...rows.map(row => line(columns.map(key => row[key] ?? '')))
  ].join('\n')
}

/** The `key: value` lines. */
function factsIn(body: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    body.flatMap(l => [...l.matchAll(/^(\w[\w ]*): (.+)$/g)].map(m => [m[1]!, m[2]!]))
  )
}

function* sections(source: string) {
  const lines = source.split('\n')
  const starts = lines.flatMap((l, i) => (l.startsWith('## ') ? [i] : []))
  for (const [n, start] of starts.entries()) {
    yield {name: lines[start]!.slice(3), line: start + 1, body: lines.slice(start + 1, starts[n + 1])}
  }
}

function cells(row: string): string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map(cell => cell.trim())
}
