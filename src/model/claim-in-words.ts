/** What a claim says, in a few English words: for lists, notes and whoever reads an export. */
import type {Claim} from './contract.ts'

/** "Killed: at least 2, people", "Crowd: 300, protesters", "Arson: 12 houses", "Clash". */
export function claimInWords({about, event, casualties, crowd, damage}: Claim): string {
  if (casualties)
    return `${label(casualties.outcome)}: ${countInWords(casualties.count)}, ${casualties.group}`
  if (crowd) return `${label(about)}: ${countInWords(crowd.count)}, ${crowd.group}`
  const what = label(event?.type ?? about)
  return damage ? `${what}: ${damage.of.replaceAll(/\s+/g, ' ')}` : what
}

function countInWords(count: NonNullable<Claim['casualties']>['count']): string {
  if (!count) return 'some (no number given)'
  if (count.max === 0) return 'none'
  if (count.max === null) return `at least ${count.min}`
  return count.min === count.max ? `${count.min}` : `${count.min} to ${count.max}`
}

/** Marks of claims that are no words of the report. */
const marks: Readonly<Record<string, string>> = {
  cumulative: 'a total over a longer time',
  background: 'an older happening'
}

/** What is not plainly asserted is said: "tried", "not confirmed", "denied". */
export function reservations({polarity, realis, certainty, hedges, about}: Claim): string {
  const words = [
    realis !== 'happened' && about !== 'threat' ? realis : '',
    polarity === 'affirmed' ? '' : polarity === 'denied' ? 'denied' : 'not confirmed',
    certainty === 'certain' || certainty === 'unstated' ? '' : certainty,
    ...hedges.map(hedge => marks[hedge] ?? `"${hedge}"`)
  ]
  return words.filter(Boolean).join(', ')
}

/** Upper first letter, dashes to spaces: "stone-throwing" -> "Stone throwing". */
export function label(id: string): string {
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
