/** What a named victim is: titles before the name, what is said beside it, and how likely each is. */
import type {Option} from './details.ts'
import type {Candidate, Reading} from './reading.ts'

/** Words between the two, beyond which they are not seen together. */
const farthest = 14

export function officeOptions(reading: Reading, victim: Candidate, seen: readonly number[]): Option[] {
  const {candidates, mentions} = reading
  const names = candidates.filter(({isName, chances}) => isName && chances.name > 0.1)
  const found = candidates.flatMap(candidate => {
    const value = candidate.words.office
    if (value === undefined || candidate === victim) return []
    const at = nearest(reading, candidate, victim)
    return at ? [{candidate, value, ...at}] : []
  })
  return found.map(({candidate, value, gap, place, joined}) => {
    const {office, description, name, organisation} = candidate.chances
    const nearer = names.filter(other => {
      const its = other === victim || other === candidate ? null : nearest(reading, candidate, other)
      return its !== null && Math.abs(its.gap) < Math.abs(gap)
    }).length
    const best = Math.max(...found.map(other => other.candidate.chances.office))
    return {
      value,
      row: Float32Array.from([
        gap,
        Math.abs(gap),
        place,
        joined,
        nearer,
        office,
        best - office,
        found.length,
        found.filter(other => Math.abs(other.gap) < Math.abs(gap)).length,
        description,
        name,
        organisation,
        candidate.isName ? 1 : 0,
        candidate.mentions.length,
        value.split(' ').length,
        mentions[candidate.main]!.head.xpos === 'NNS' ? 1 : 0,
        ...seen
      ])
    }
  })
}

interface Nearness {
  /** Words between them, less than 0 where the office stands behind. */
  readonly gap: number
  /** 2 before the name, 1 beside it, 0 else. */
  readonly place: number
  readonly joined: number
}

function nearest({mentions, report}: Reading, office: Candidate, name: Candidate): Nearness | null {
  const {syntax} = report
  let best: Nearness | null = null
  for (const i of office.mentions) {
    for (const j of name.mentions) {
      const [a, b] = [mentions[i]!, mentions[j]!]
      const [title, named] = [syntax.tokens[a.head.index]!, syntax.tokens[b.head.index]!]
      if (title.sentence !== named.sentence) continue
      const gap = b.first >= a.last ? b.first - a.last : -Math.max(0, a.first - b.last)
      if (Math.abs(gap) > farthest) continue
      const joined =
        (title.head === named.head && title.relation === 'appos') ||
        (named.head === title.index && /^(appos|flat)/.test(named.relation)) ||
        (title.head === named.index && title.relation === 'appos')
          ? 1
          : 0
      const place = gap > 0 && gap <= 2 ? 2 : joined || (gap < 0 && gap >= -4) ? 1 : 0
      if (!best || place > best.place || (place === best.place && Math.abs(gap) < Math.abs(best.gap)))
        best = {gap, place, joined}
    }
  }
  return best
}
