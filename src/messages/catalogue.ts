/**
 * What a message is, and which values it wants.
 *
 *     'Search or command'                              plain
 *     'Loaded {name}'                                  with a value
 *     {one: '{n} report', other: '{n} reports'}        by number: `n` chooses the form (Intl.PluralRules)
 */

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

/** Messages by their keys. */
export type Messages = Readonly<Record<string, Message>>

/** The same messages in another language: a missing key is an error of types. */
export type Catalogue<Own extends Messages> = Readonly<Record<keyof Own, Message>>

type Text<M> = M extends string ? M : M extends {readonly other: infer T extends string} ? T : never
type Names<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never

/** The values that a message wants, by name; none where it wants none. */
export type ValuesOf<M extends Message> =
  Names<Text<M>> extends never
    ? []
    : [values: {readonly [Name in Names<Text<M>>]: Name extends 'n' ? number : string | number}]
