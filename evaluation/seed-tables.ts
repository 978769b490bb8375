/** Reads the sections and tables of the Markdown that tells what a reading of an article should find. */
import type {Span} from '../src/model/span.ts'

export type Row = Readonly<Record<string, string>>

/** The text below a heading, up to the next of its level or higher. */
export function section(markdown: string, heading: string): string {
  const [, ...parts] = markdown.split(/^## /m)
  const found = parts.find(part => part.startsWith(`${heading}\n`))
  if (found === undefined) throw new Error(`No section "${heading}" in the expected reading`)
  return found
}

export function tableOf(text: string): Row[] {
  const [head, , ...rows] = text
    .split('\n')
    .filter(line => line.startsWith('|'))
    .map(line =>
      line
        .slice(1, -1)
        .split('|')
        .map(cell => cell.trim())
    )
  return rows.map(cells => Object.fromEntries(head!.map((name, i) => [name, cells[i] ?? ''])))
}

/** "40–127" and every other pair of offsets in a cell. */
export function spansIn(cell: string): Span[] {
  return [...cell.matchAll(/(\d+)–(\d+)/g)].map(([, from, to]) => ({from: Number(from), to: Number(to)}))
}
