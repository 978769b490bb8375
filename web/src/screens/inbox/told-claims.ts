/** What a report claims, in one line: each figure once, whoever says it; what happened where there is no figure. */
import type {ListedClaim} from '../../../../src/model/inbox.ts'

export interface ToldClaims {
  readonly shown: readonly ListedClaim[]
  /** Further ones that differ from those shown. */
  readonly left: number
}

const most = 4

/** `claims`: figures first, as the server gives them. */
export function toldClaims(claims: readonly ListedClaim[]): ToldClaims {
  const isTold = ({about, outcome}: ListedClaim) => about === 'denial' || outcome !== null
  const figures = distinct(claims.filter(isTold).toSorted((a, b) => rankOf(a) - rankOf(b)))
  // A denial without a number adds nothing beside a figure that is denied.
  const told = figures.some(({outcome, polarity}) => outcome !== null && polarity === 'denied')
    ? figures.filter(({about}) => about !== 'denial')
    : figures
  const chosen = told.length ? told : distinct(claims.filter(({type}) => type !== null))
  return {shown: chosen.slice(0, most), left: Math.max(0, chosen.length - most)}
}

/** Deaths first: whatever else is cut off at the end of the line, and a denial of them, is not. */
function rankOf({outcome, about}: ListedClaim): number {
  if (outcome === 'killed') return 0
  return about === 'denial' ? 1 : 2
}

function distinct(claims: readonly ListedClaim[]): ListedClaim[] {
  const found = new Map<string, ListedClaim>()
  for (const claim of claims) {
    const {outcome, group, min, max, type, polarity, realis} = claim
    const key = [outcome, group, min, max, type, polarity, realis].join('|')
    if (!found.has(key)) found.set(key, claim)
  }
  return [...found.values()]
}
