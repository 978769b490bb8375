/** How a phrase of ours stands to one of the key, in half points: 2 the same, 1 part of it, 0 another. */
import {coreWords} from '../../src/muc4/phrase-words.ts'

const ends = new Set(
  'OF IN AT FROM ON WITH BY FOR TO NEAR AGAINST WHO WHICH THAT WHERE WHOSE BELONGING INSIDE OUTSIDE LOCATED AMONG BETWEEN UNDER OVER DURING DRIVEN WEARING LINKED ALLEGEDLY AS IDENTIFIED KNOWN CALLED NAMED DRESSED CARRYING LOADED FILLED USED MADE BEHIND AROUND AND OR'.split(
    ' '
  )
)

export function headWord(phrase: string): string | null {
  const words = phrase
    .toUpperCase()
    .replace(/\[[^\]]*\]|\([^)]*\)/g, ' ')
    .replace(/"/g, '')
    .split(/,|;|--/)[0]!
    .split(/\s+/)
    .map(word => word.replace(/^[^A-Z0-9]+|[^A-Z0-9]+$/g, ''))
    .filter(Boolean)
  if (!words.length) return null
  const end = words.findIndex((word, i) => i > 0 && ends.has(word))
  return (end > 0 ? words.slice(0, end) : words).at(-1)!.replace(/'S$/, '')
}

export function compareStrings(ours: string, key: string): number {
  const [a, b] = [coreWords(ours), coreWords(key)]
  if (a.join(' ') === b.join(' ') || a.join('').replace(/\W/g, '') === b.join('').replace(/\W/g, '')) return 2
  const [inA, inB] = [new Set(a), new Set(b)]
  if (b.every(word => inA.has(word))) return a.at(-1) === b.at(-1) && a.length - b.length <= 3 ? 2 : 1
  if (a.every(word => inB.has(word))) {
    const head = headWord(ours)
    return head === headWord(key) || (/^[A-Z .'-]+$/.test(key) && head !== null && inB.has(head)) ? 1 : 0
  }
  return headWord(ours) !== null && headWord(ours) === headWord(key) ? 1 : 0
}
