/** The messages of the app by their keys (src/messages/catalogue.ts says what a message is). */
import type {ValuesOf} from '../../../src/messages/catalogue.ts'
import type {en} from './en.ts'

export type MessageKey = keyof typeof en

/** Messages that want no values. */
export type PlainKey = {
  [Key in MessageKey]: ValuesOf<(typeof en)[Key]> extends [] ? Key : never
}[MessageKey]
