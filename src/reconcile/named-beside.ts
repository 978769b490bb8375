/**
 * What stands beside a source in apposition, by which two reports may name one speaker.
 *
 *     "the district head, | Musa Dogo, said"               Musa Dogo
 *     "said Musa Dogo, | the district head of Rijau."      the district head of Rijau
 *     "the mayor, | the governor and the police said"      nothing: others who speak too
 */
import type {Span} from '../model/span.ts'

export interface Beside {
  readonly words: string
  readonly isPerson: boolean
}

const name = String.raw`\p{Lu}[\p{L}.'’-]*(?: (?:(?:al|el|bin|de|da|van) )?\p{Lu}[\p{L}'’-]+){1,3}`
const person = new RegExp(`^, (${name})(?=[,.]| said| told)`, 'u')
const office = /^, ((?:an?|the|its|their) [^,.;:"“”()\n]{3,80})(?=[,.])/u
const inside = new RegExp(`^[^,]*\\p{Ll}, (${name})$`, 'u')
const isName = new RegExp(`^${name}$`, 'u')
/** Others, not he; or what he no longer is. */
const notHis = /\b(?:and|or|who|which|but|former|said|told|not)\b/i

/** `text`: of the report; `source`: where it names the source. */
export function namedBeside(text: string, {from, to}: Span): Beside | null {
  const after = text.slice(to, to + 120)
  const within = inside.exec(text.slice(from, to))?.[1]
  if (within) return {words: within, isPerson: true}
  if (!isName.test(text.slice(from, to))) {
    const words = person.exec(after)?.[1]
    return words ? {words, isPerson: true} : null
  }
  const words = office.exec(after)?.[1]
  return words && !notHis.test(words) ? {words, isPerson: false} : null
}
