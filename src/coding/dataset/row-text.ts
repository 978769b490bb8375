/**
 * A row of a dataset as a text whose words can be quoted: a line for each cell that says something, what tells it first.
 *
 *     notes: On 5 March, gunmen attacked a bus near Oruro.
 *     event_date: 05 March 2024
 *     fatalities: 2
 *
 * The cells are read back from the text, so that it can be read anew when the codebook changes.
 */

import type {z} from 'zod'
import type {Quote} from '../../model/contract.ts'

/** By the names of the columns in small letters; a cell that is empty is absent. */
export type Cells = ReadonlyMap<string, string>

export interface Field {
  readonly value: string
  /** The value in the text. */
  readonly quote: z.infer<typeof Quote>
  /** The line: name and value. */
  readonly line: z.infer<typeof Quote>
}

export type Fields = ReadonlyMap<string, Field>

/** `lead`: names of the columns that stand first. */
export function rowText(cells: Cells, lead: readonly string[]): string {
  const names = [
    ...lead.filter(name => cells.has(name)),
    ...[...cells.keys()].filter(name => !lead.includes(name))
  ]
  return names
    .map(name => [name, cells.get(name)!.replace(/\s+/g, ' ').trim()])
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}

export function fieldsOf(text: string): Fields {
  const fields = new Map<string, Field>()
  let at = 0
  for (const line of text.split('\n')) {
    const start = line.indexOf(': ') + 2
    if (start > 1) {
      const value = line.slice(start)
      fields.set(line.slice(0, start - 2), {
        value,
        quote: {from: at + start, to: at + line.length, text: value},
        line: {from: at, to: at + line.length, text: line}
      })
    }
    at += line.length + 1
  }
  return fields
}
