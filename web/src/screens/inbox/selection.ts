/** Which rows are selected, and from which one a range is taken. */
export interface Selection {
  readonly ids: ReadonlySet<string>
  /** The row that was selected or left out last. */
  readonly anchor: string | null
}

export const nothing: Selection = {ids: new Set(), anchor: null}

export function toggled({ids}: Selection, id: string): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return {ids: next, anchor: id}
}

/** All from the anchor to this row; this row alone where the anchor is not in the list. `rows`: in their order. */
export function ranged({ids, anchor}: Selection, rows: readonly string[], id: string): Selection {
  const [from, to] = [rows.indexOf(anchor ?? ''), rows.indexOf(id)]
  const range = from < 0 ? [id] : rows.slice(Math.min(from, to), Math.max(from, to) + 1)
  return {ids: new Set([...ids, ...range]), anchor: id}
}

/** Those that are in the list still. */
export function among({ids}: Selection, rows: readonly string[]): string[] {
  return rows.filter(id => ids.has(id))
}
