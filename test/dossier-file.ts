/**
 * Reads the key of a dossier: `expected.md`, tables that tell what careful reading of all its reports gives.
 *
 *     | incident | reports | not | place | day | type |             what happened, which reports tell it
 *     | incident | outcome | low | high | best | contested | open | what holds by the rule `dateline`
 *     | incident | account | origin | reports |                     who gives a figure of the whole
 *     | incident | group | outcome | low | high |                   figures of a part
 *     | incident | tie | to |                                       "apart": two incidents, not one
 *
 * "-" stands for no value, "?" for what may be read in two ways and is not asked. Lines
 * `todo: CHECK: why` name what does not hold yet, by the name that the test prints.
 */
export type Row = Readonly<Record<string, string>>

export interface Key {
  readonly incidents: readonly Row[]
  readonly figures: readonly Row[]
  readonly accounts: readonly Row[]
  readonly groups: readonly Row[]
  readonly ties: readonly Row[]
  /** Why a check does not hold yet, by its name. */
  readonly todo: ReadonlyMap<string, string>
}

/** Throws where a table has other columns than those above. */
export function readKey(source: string, path: string): Key {
  const tables = new Map<string, Row[]>()
  for (const {line, rows} of tablesIn(source)) {
    const [head, , ...body] = rows.map(cells)
    const kind = kinds[head!.join(' ')]
    if (!kind) throw new Error(`${path}:${line}: no table of a dossier has the columns "${head!.join(' ')}"`)
    const records = body.map(row => Object.fromEntries(head!.map((name, i) => [name, row[i] ?? ''])))
    tables.set(kind, [...(tables.get(kind) ?? []), ...records])
  }
  const of = (kind: string) => tables.get(kind) ?? []
  return {
    incidents: of('incidents'),
    figures: of('figures'),
    accounts: of('accounts'),
    groups: of('groups'),
    ties: of('ties'),
    todo: new Map([...source.matchAll(/^todo: ([^:]+): (.+)$/gm)].map(([, check, why]) => [check!, why!]))
  }
}

const kinds: Readonly<Record<string, string>> = {
  'incident reports not place day type': 'incidents',
  'incident outcome low high best contested open': 'figures',
  'incident account origin reports': 'accounts',
  'incident group outcome low high': 'groups',
  'incident tie to': 'ties'
}

function tablesIn(source: string): {line: number; rows: string[]}[] {
  const tables: {line: number; rows: string[]}[] = []
  let open: string[] | null = null
  for (const [i, text] of source.split('\n').entries()) {
    if (!text.startsWith('|')) open = null
    else if (open) open.push(text)
    else {
      open = [text]
      tables.push({line: i + 1, rows: open})
    }
  }
  return tables
}

function cells(row: string): string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map(cell => cell.trim())
}
