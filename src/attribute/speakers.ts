/**
 * Whoever has spoken so far, for the pronouns and shorter names that follow.
 *
 *     "The ministry said A. It added B."           it: the ministry
 *     "Amal Idris, a nurse, said A. She added B."  she: the last person who spoke
 */
import type {SourceKind} from '../model/contract.ts'
import type {Span} from '../model/span.ts'
import type {Token} from '../model/syntax.ts'

export interface Speaker {
  readonly source: Span
  readonly kind: SourceKind
  readonly isPerson: boolean
  readonly isPlural: boolean
}

/** Who spoke long ago is not who speaks; a long text must not cost its square. */
const mostRemembered = 100

const persons = new Set(['he', 'she'])
const bodies = new Set(['it', 'that', 'which'])
const several = new Set(['they', 'who', 'these', 'those', 'both'])
const selves = new Set(['i', 'we'])
const things = new Set<SourceKind>(['medium', 'footage', 'document'])

export class Speakers {
  readonly #spoken: Speaker[] = []

  add(speaker: Speaker): void {
    this.#spoken.push(speaker)
    if (this.#spoken.length > mostRemembered) this.#spoken.shift()
  }

  get last(): Speaker | undefined {
    return this.#spoken.at(-1)
  }

  /** The fuller words of a speaker who was named at the same place. */
  at(source: Span): Speaker | undefined {
    return this.#spoken.findLast(speaker => speaker.source.from === source.from)
  }

  /** Whom a pronoun means; null where nobody spoke who could be meant. */
  meant({lower}: Pick<Token, 'lower'>): Speaker | null {
    const spoken = this.#spoken
    if (persons.has(lower))
      return (
        spoken.findLast(({isPerson, isPlural}) => isPerson && !isPlural) ??
        spoken.findLast(({kind, isPlural}) => !things.has(kind) && !isPlural) ??
        null
      )
    if (bodies.has(lower))
      return spoken.findLast(({isPerson, isPlural}) => !isPerson && !isPlural) ?? spoken.at(-1) ?? null
    if (lower === 'they') return spoken.findLast(({isPerson, isPlural}) => isPlural || !isPerson) ?? null
    return spoken.at(-1) ?? null
  }
}

export function isPronoun({lower}: Token): boolean {
  return [persons, bodies, several, selves].some(set => set.has(lower))
}

/** The writer, or whoever is quoted, speaks of himself. */
export function isSelf({lower}: Token): boolean {
  return selves.has(lower)
}
