/** What is known while a report is read for who says what. */
import type {SourceKind} from '../model/contract.ts'
import type {Span} from '../model/span.ts'
import type {Syntax, Token} from '../model/syntax.ts'
import type {Cues} from './cues.ts'
import type {Speakers} from './speakers.ts'

export interface Reading {
  readonly text: string
  readonly syntax: Syntax
  readonly cues: Cues
  readonly speakers: Speakers
  /** What pronouns stand for where nobody has spoken yet. */
  readonly antecedents: ReadonlyMap<number, Span>
  /** The quotation that each token stands in, 0 for none. */
  readonly quotation: Int32Array
  readonly kindOf: (source: Span) => SourceKind
  /** Whether an actor or a word of the lists says what kind of source it is. */
  readonly isKnown: (source: Span) => boolean
  readonly isPerson: (source: Span) => boolean
  /** Keeps somebody in mind for the pronouns that follow. */
  readonly remember: (source: Span) => void
  readonly isCue: (token: Token) => boolean
}
