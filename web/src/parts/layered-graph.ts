/**
 * Where the nodes of a layered graph stand: what others depend on to one side, what depends on it to the other.
 *
 * Pure, and without chance: the same graph is drawn the same. Within a column nodes stand near what they are tied to, by the means
 * of their neighbours' places, swept to and fro (Sugiyama, Tagawa and Toda 1981).
 */
export interface LayeredNode {
  readonly id: string
  readonly label: string
  /** Behind the label, never cut. */
  readonly after?: string
  /** 0: nothing that others depend on stands before it. */
  readonly column: number
}

export interface LayeredEdge {
  readonly from: string
  readonly to: string
}

export interface Place {
  readonly x: number
  readonly y: number
  /** Of mark and label. */
  readonly width: number
}

export interface Layout {
  readonly width: number
  readonly height: number
  readonly places: ReadonlyMap<string, Place>
  /** By number of the edge: where it passes between the nodes of the columns that it crosses, from the lower column up. */
  readonly bends: readonly (readonly {readonly x: number; readonly y: number; readonly width: number}[])[]
}

export const rowPx = 24
/** Of a column: what only passes through it needs less. */
const passPx = 8
const gapPx = 60
const marginPx = 12
const markPx = 16
/** Of an ordinary letter at 11 px; wider ones are cut earlier than they need be. */
const letterPx = 6.2
export const mostLetters = 28
const sweeps = 8

interface Slot {
  readonly id: string
  readonly px: number
}

export function layoutOf(nodes: readonly LayeredNode[], edges: readonly LayeredEdge[]): Layout {
  const column = new Map(nodes.map(node => [node.id, node.column]))
  const columns: Slot[][] = Array.from({length: Math.max(0, ...column.values()) + 1}, () => [])
  for (const {id, column: own} of nodes) columns[own]!.push({id, px: rowPx})
  const neighbours = new Map<string, string[]>(nodes.map(({id}) => [id, []]))
  const tie = (a: string, b: string) => {
    neighbours.get(a)!.push(b)
    neighbours.get(b)!.push(a)
  }
  // Edges that cross columns pass between the nodes there; those of one node pass together.
  const passes = edges.map(({from, to}) => {
    if (!column.has(from) || !column.has(to)) return []
    const [low, high] = column.get(from)! < column.get(to)! ? [from, to] : [to, from]
    const passed: string[] = []
    let last = low
    for (let at = column.get(low)! + 1; at < column.get(high)!; at++) {
      const id = `${low} passes ${at}`
      if (!neighbours.has(id)) {
        neighbours.set(id, [])
        columns[at]!.push({id, px: passPx})
      }
      tie(last, id)
      passed.push(id)
      last = id
    }
    tie(last, high)
    return passed
  })
  const tall = (slots: readonly Slot[]) => slots.reduce((sum, {px}) => sum + px, 0)
  const height = Math.max(rowPx, ...columns.map(tall)) + 2 * marginPx
  const y = new Map<string, number>()
  const place = (slots: readonly Slot[]) => {
    let at = (height - tall(slots)) / 2
    for (const {id, px} of slots) {
      y.set(id, at + px / 2)
      at += px
    }
  }
  for (const slots of columns) place(slots)
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const slots of sweep % 2 ? columns.toReversed() : columns) {
      const mean = new Map(
        slots.map(({id}) => {
          const own = neighbours.get(id)!.map(other => y.get(other)!)
          return [id, own.length ? own.reduce((sum, at) => sum + at, 0) / own.length : y.get(id)!]
        })
      )
      // A stable sort: of equals the order stays.
      slots.sort((a, b) => mean.get(a.id)! - mean.get(b.id)!)
      place(slots)
    }
  }
  const widths = new Map(
    nodes.map(({id, label, after = ''}) => [
      id,
      markPx + (Math.min(label.length, mostLetters) + after.length) * letterPx
    ])
  )
  const places = new Map<string, Place>()
  let x = marginPx
  for (const slots of columns) {
    if (slots.length === 0) continue
    const widest = Math.max(0, ...slots.map(({id}) => widths.get(id) ?? 0))
    for (const {id} of slots) places.set(id, {x, y: y.get(id)!, width: widths.get(id) ?? widest})
    x += widest + gapPx
  }
  return {
    width: Math.max(1, x - gapPx + marginPx),
    height,
    places,
    bends: passes.map(passed => passed.map(id => places.get(id)!))
  }
}

/** For each node how many steps lie between it and what depends on nothing; a circle is cut where it closes. */
export function columnsOf(ids: readonly string[], edges: readonly LayeredEdge[]): Map<string, number> {
  const onto = Map.groupBy(edges, ({from}) => from)
  const found = new Map<string, number>()
  const open = new Set<string>()
  const visit = (id: string): number => {
    const known = found.get(id)
    if (known !== undefined) return known
    open.add(id)
    const below = (onto.get(id) ?? []).filter(({to}) => !open.has(to)).map(({to}) => visit(to) + 1)
    open.delete(id)
    const column = Math.max(0, ...below)
    found.set(id, column)
    return column
  }
  for (const id of ids) visit(id)
  return found
}

/** "A very long name of an outl…" */
export function shortened(label: string): string {
  const letters = [...label]
  return letters.length > mostLetters ? `${letters.slice(0, mostLetters - 1).join('')}…` : label
}
