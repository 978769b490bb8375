/**
 * Gives the names in bodies of another language the letters of English ones that sound alike, so that "مستشفى السلام" is the
 * "Salam hospital" where a report in English names one. What no English report names stays as it is.
 */
import {inLatinLetters, nameSkeleton} from '../codebook/name-skeleton.ts'
import type {Body} from './bodies.ts'

/** Few bodies speak of one incident: two consonants tell their names apart. */
const fewest = 2

/** `bodies`: all that the reports name. */
export function sameNames(bodies: readonly Body[]): (body: Body) => Body {
  if (!bodies.some(({foreign}) => foreign?.size)) return body => body
  const own = new Set(bodies.flatMap(({foreign, words}) => (foreign ? [] : words)))
  const bySound = new Map<string, string>()
  for (const word of [...own].sort().reverse()) {
    const sound = soundOf(word)
    if (sound) bySound.set(sound, word)
  }
  const spelt = (word: string) => (own.has(word) ? word : (bySound.get(soundOf(word)) ?? word))
  return body =>
    body.foreign?.size
      ? {
          ...body,
          words: [...new Set(body.words.map(word => (body.foreign!.has(word) ? spelt(word) : word)))].sort()
        }
      : body
}

function soundOf(word: string): string {
  return nameSkeleton(inLatinLetters(word), fewest)
}
