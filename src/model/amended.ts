/**
 * A report as it was read, with what people put right in it: claims they added, and claims they moved from what the report tells
 * of one incident to what it tells of another.
 *
 *     added to i2                    i2 holds it too
 *     moved from i1 to i2            i2 holds it, i1 no more; an i1 without claims is no more
 *     moved to what it does not tell of    it tells of one incident more, which these claims found
 */
import type {CodedReport, Incident} from './contract.ts'
import type {KeptClaim, KeptMove} from './ruling.ts'

/** `coded`: as it was read. Of these only what is of this report. */
export function amended(
  coded: CodedReport,
  added: readonly KeptClaim[],
  moved: readonly KeptMove[]
): CodedReport {
  const own = added.filter(({report}) => report === coded.report.id)
  const moves = moved.filter(({report}) => report === coded.report.id)
  if (own.length === 0 && moves.length === 0) return coded
  const claims = [...coded.claims, ...own.map(({claim}) => claim)]
  const moveOf = new Map(moves.map(move => [move.claim, move]))
  return {
    ...coded,
    claims: claims.map(claim => {
      const move = moveOf.get(claim.id)
      return move ? {...claim, moved: move.word} : claim
    }),
    incidents: withMoves(withAdded(coded.incidents, own), moves, coded)
  }
}

/** One whose incident is found no more goes to the only one, or founds its own. */
function withAdded(incidents: readonly Incident[], added: readonly KeptClaim[]): Incident[] {
  const all = [...incidents]
  for (const {claim, telling, incident} of added) {
    const known = all.findIndex(({id}) => id === telling)
    const at = known < 0 && telling !== null && all.length === 1 ? 0 : known
    if (at < 0) all.push(incident)
    else all[at] = {...all[at]!, claims: [...all[at]!.claims, claim.id]}
  }
  return all
}

function withMoves(
  incidents: readonly Incident[],
  moves: readonly KeptMove[],
  {places}: CodedReport
): Incident[] {
  if (moves.length === 0) return [...incidents]
  const gone = new Set(moves.map(({claim}) => claim))
  const left = incidents.map(incident => ({
    ...incident,
    claims: incident.claims.filter(id => !gone.has(id))
  }))
  // First those that found one: others may go there.
  for (const {claim, telling, incident, place} of moves.toSorted(
    (a, b) => Number(a.telling !== null) - Number(b.telling !== null)
  )) {
    const home = telling ?? incident.id
    const known = left.find(({id}) => id === home) ?? left.find(({id}) => id === incident.id)
    if (known) known.claims.push(claim)
    // Ids of places are of one reading.
    else left.push({...incident, place: places.find(({name}) => name === place)?.id ?? null, claims: [claim]})
  }
  const before = new Map(incidents.map(({id, claims}) => [id, claims.length]))
  return left.filter(({id, claims}) => claims.length > 0 || before.get(id) === 0)
}
