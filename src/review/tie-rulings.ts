/** Which accounts and ties of dependence people cut or confirmed; the last word on each claim and tie holds. */
import type {RuledTie, RulingAtHand, TieRulings, Word} from '../model/ruling.ts'
import {addedId} from './added-claims.ts'

/** `found`: active rulings, in the order they were made. */
export function tieRulings(found: readonly RulingAtHand[]): TieRulings {
  const parted = new Map<string, Word>()
  let joined: {claims: string[]; word: Word}[] = []
  const ties = new Map<string, RuledTie>()
  for (const {ruling, claims, ties: reports} of found) {
    const {kind, id, by, reason} = ruling
    if (kind !== 'cut' && kind !== 'confirm' && kind !== 'add') continue
    const word = {ruling: id, by, reason}
    const own = new Set(claims.filter(key => key !== null))
    if (kind === 'add') {
      if (own.size > 0) joined.push({claims: [`${ruling.reports[0]}/${addedId(ruling)}`, ...own], word})
      continue
    }
    if (kind === 'cut') {
      joined = joined.map(group => ({...group, claims: group.claims.filter(key => !own.has(key))}))
      for (const key of own) parted.set(key, word)
    } else {
      for (const key of own) parted.delete(key)
      if (own.size > 0) joined.push({claims: [...own], word})
    }
    for (const [i, tie] of ruling.ties.entries())
      if (reports[i] !== null)
        ties.set(keyOf(tie), {tie, verdict: kind === 'cut' ? 'cut' : 'confirmed', word})
  }
  return {parted, joined, ties: [...ties.values()]}
}

/** Copies have no direction: which of two reports of one day came first, a later reading may see otherwise. */
function keyOf({report, kind, on}: RuledTie['tie']): string {
  return kind === 'copies' ? `copies ${[report, on].sort().join(' ')}` : `${report} ${kind} ${on}`
}
