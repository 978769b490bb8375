/** What a named victim is: the title before the name, or what is said beside it. */
import type {Candidate, Reading} from './reading.ts'

export function officeOf(reading: Reading, victim: Candidate, least: number): string | null {
  let best: string | null = null
  let most = least
  for (const candidate of reading.candidates) {
    const words = candidate.words.office
    if (words === undefined || candidate === victim) continue
    for (const i of candidate.mentions) {
      for (const j of victim.mentions) {
        const place = placeOf(reading, i, j)
        const chance = candidate.chances.office + (place === 'before' ? 0.1 : 0)
        if (place && chance > most) {
          most = chance
          best = words
        }
      }
    }
  }
  return best
}

function placeOf({mentions, report}: Reading, office: number, name: number): 'before' | 'beside' | null {
  const [a, b] = [mentions[office]!, mentions[name]!]
  const {syntax} = report
  const [title, named] = [syntax.tokens[a.head.index]!, syntax.tokens[b.head.index]!]
  const gap = b.first - a.last
  if (gap >= 0 && gap <= 2) return 'before'
  const behind = a.first - b.last
  if (behind >= 1 && behind <= 4 && title.sentence === named.sentence) return 'beside'
  if (title.head === named.head && title.relation === 'appos') return 'beside'
  return named.head === title.index && /^(appos|flat)/.test(named.relation) ? 'beside' : null
}
