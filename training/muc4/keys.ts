/** The keys of the corpus. */
import {readFileSync} from 'node:fs'
import type {Item} from '../../src/muc4/item.ts'

export interface KeyFiller {
  readonly alts: readonly string[]
  readonly optional?: boolean
  readonly xref?: readonly string[]
}
export interface KeyTemplate {
  readonly n: string
  readonly optional: boolean
  readonly slots: Readonly<Record<string, readonly KeyFiller[]>>
}
export interface KeyedItem extends Item {
  /** The original layout, header included. */
  readonly raw?: string
  readonly irrelevant: boolean
  readonly templates: readonly KeyTemplate[]
}
export const readItems = (path: string): KeyedItem[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as KeyedItem)
