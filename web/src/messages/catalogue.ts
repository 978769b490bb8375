/**
 * What a message is, and which values it wants.
 *
 *     'Search or command'                              plain
 *     'Loaded {name}'                                  with a value
 *     {one: '{n} report', other: '{n} reports'}        by number: `n` chooses the form (Intl.PluralRules)
 */
import type {en} from './en.ts'

/** Forms by number; the keys are those of Intl.PluralRules: English uses two of them, Arabic all six. */
export interface PluralMessage {
  readonly zero?: string
  readonly one?: string
  readonly two?: string
  readonly few?: string
  readonly many?: string
  readonly other: string
}
export type Message = string | PluralMessage

export type MessageKey = keyof typeof en

/** What every language must have: a missing key is an error of types. */
export type Catalogue = Readonly<Record<MessageKey, Message>>

type Text<M> = M extends string ? M : M extends {readonly other: infer T extends string} ? T : never
type Names<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never

/** Messages that want no values. */
export type PlainKey = {[Key in MessageKey]: ValuesOf<Key> extends [] ? Key : never}[MessageKey]

/** The values that a message wants, by name; none where it wants none. */
export type ValuesOf<Key extends MessageKey> =
  Names<Text<(typeof en)[Key]>> extends never
    ? []
    : [
        values: {
          readonly [Name in Names<Text<(typeof en)[Key]>>]: Name extends 'n' ? number : string | number
        }
      ]
