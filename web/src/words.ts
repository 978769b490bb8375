/** How values are written on the page. */
import type {Claim} from '../../src/model/contract.ts'

export function label(id: string): string {
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export function range(low: number | null, high: number | null, open: boolean): string {
  const numbers = low === high ? `${low ?? ''}` : `${low}–${high}`
  return open ? `${numbers} or more` : numbers
}

/** The number that a claim states of people or things; of damage without one, what was damaged. */
export function countOf({casualties, crowd, damage}: Claim): string {
  const count = (casualties ?? crowd ?? damage)?.count
  if (!count) return damage ? damage.of : casualties ? 'some, no number' : ''
  return count.max === null
    ? `≥${count.min}`
    : count.min === count.max
      ? `${count.min}`
      : `${count.min}–${count.max}`
}

/** Denials and doubts always come with their word. */
export function reservation({polarity, realis, about}: Claim): string {
  if (polarity === 'denied') return '✕ denies'
  if (polarity === 'unconfirmed') return '? not confirmed'
  return realis === 'happened' || about === 'threat' ? '' : `✕ ${realis}`
}
