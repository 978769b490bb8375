/** How days and chains of sources are said to a person. */
import type {Claim} from '../../model/contract.ts'
import type {When} from '../../model/date.ts'

export function whenInWords({from, to, precision, known}: When): string {
  if (from === '0001-01-01') return 'day unknown'
  const days = from === to ? from : `${from} to ${to}`
  return `${days}${precision === 'day' || precision === 'instant' ? '' : ` (${precision})`}${known === 'inferred' ? ', inferred' : ''}`
}

export function chainInWords(attribution: Claim['attribution']): string {
  return attribution.map(({source}) => source).join(' > ')
}
