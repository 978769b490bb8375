/**
 * How the terminal says things in a language: the printers know what is said and in which order, not in which words.
 *
 * English is written as it is. In Arabic every line begins with a mark of direction, and what is of a report, a name or an id keeps its
 * direction to itself (FSI ... PDI), so that a line reads right in a terminal that knows both directions.
 */
import type {PluralMessage, ValuesOf} from '../../messages/catalogue.ts'
import {terminal} from '../../messages/en/terminal.ts'
import type {arabicPlaceName} from '../../model/arabic-place-name.ts'
import {label} from '../../model/claim-in-words.ts'

export type Said = typeof terminal
type Key = keyof Said
type Kind =
  | 'outcome'
  | 'group'
  | 'type'
  | 'about'
  | 'fact'
  | 'relation'
  | 'realis'
  | 'certainty'
  | 'precision'

/** Of these English prints the id itself. */
const bare: readonly Kind[] = ['group', 'realis', 'certainty', 'precision']

/** A place as reports name it. */
export type Tellings = Parameters<typeof arabicPlaceName>[0]

export interface Wording {
  t<K extends Key>(key: K, ...values: ValuesOf<Said[K]>): string
  number(n: number): string
  day(iso: string): string
  /** Words of a report, a name, an id. */
  outside(text: string): string
  /** An id of a list in words. */
  label(kind: Kind, id: string): string
  /** The same within a line: English begins it small. */
  within(kind: 'outcome' | 'group', id: string): string
  country(code: string): string
  language(code: string): string
  /** What is typed. */
  command(text: string): string
  /** A place by the gazetteer's name, or by that of reports in this language, which `tellings` may give. */
  place(name: string, tellings: Tellings): string
  /** A sentence of the server. */
  sentence(english: string): string
  /** In the columns of a terminal. */
  width(text: string): number
  /** A cell of a table is cut to so many columns. */
  readonly widestCell: number
  /** Of the column of steps of a derivation. */
  readonly widthOfStep: number
  /** Cut to so many columns. */
  cut(text: string, width: number): string
  /** What the lines are printed as. */
  page(lines: readonly string[]): string
}

export const english: Wording = {
  t: ((key: Key, values: Readonly<Record<string, string | number>> = {}) => {
    const message: string | PluralMessage = terminal[key]
    return (typeof message === 'string' ? message : message.other).replace(/\{(\w+)\}/g, (_, name: string) =>
      String(values[name])
    )
  }) as Wording['t'],
  number: String,
  day: iso => iso,
  outside: text => text,
  label: (kind, id) => (bare.includes(kind) ? id : label(id)),
  within: (kind, id) => (kind === 'group' ? id.replaceAll('-', ' ') : label(id).toLowerCase()),
  country: code => code,
  language: code => code,
  command: text => `"${text}"`,
  place: name => name,
  sentence: text => text,
  width: ({length}) => length,
  widestCell: 44,
  widthOfStep: 10,
  cut: (text, width) => (text.length > width ? `${text.slice(0, width - 1)}…` : text),
  page: lines => `${lines.join('\n')}\n`
}

export function inLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}

/** "one, other, third". */
export function listed({t}: Wording, names: readonly string[]): string {
  return names.length ? names.reduceRight((others, one) => t('terminal.list', {one, others})) : ''
}
