/**
 * Acronyms to which the report itself gives another meaning than the registry.
 *
 *     "the Southern Dock Federation (SDF)"   in this report SDF is the federation
 *     "the Syrian Democratic Forces (SDF)"   the registry's own meaning
 */
import {startsUpper} from '../algorithms/letters.ts'

const small = new Set(['of', 'the', 'and', 'for', 'in', 'de', 'des', 'du', 'la', 'al'])
const longest = 12

export interface TaughtMeaning {
  readonly acronym: string
  /** Lower-case words of the name before the brackets that the letters stand for. */
  readonly words: readonly string[]
}

export function taughtMeanings(text: string): TaughtMeaning[] {
  return [...text.matchAll(/\((\p{Lu}{2,7})\)/gu)].flatMap(({1: acronym, index}) => {
    const before = text.slice(Math.max(0, index - 120), index).match(/[\p{L}\p{N}]+/gu) ?? []
    const words = before.slice(-longest)
    for (let i = words.length - 1; i >= 0; i--) {
      const own = words.slice(i).filter(word => !small.has(word.toLowerCase()))
      const initials = own.map(word => word[0]).join('')
      if (initials.toUpperCase() === acronym && startsUpper(words[i]!))
        return [{acronym: acronym!, words: own.map(word => word.toLowerCase())}]
      if (own.length > acronym!.length) break
    }
    return []
  })
}

/** Whether a name is the taught one or a near spelling of it: half of its words or more are there. */
export function isMeaning({words}: TaughtMeaning, name: string): boolean {
  const own = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const shared = words.filter(word => own.some(other => other.startsWith(word.slice(0, 6)))).length
  return shared * 2 >= words.length
}
