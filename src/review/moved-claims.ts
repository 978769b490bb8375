/** Claims that people moved from what a report tells of one incident to what it tells of another. */
import {activeRulings} from '../model/active-rulings.ts'
import type {FoundRuling, KeptMove, RulingAtHand} from '../model/ruling.ts'

/** Key of what a report tells by claims that a ruling moved, where it told nothing of where they went. */
function foundedKey(report: string, ruling: string): string {
  return `${report}/p${ruling}`
}

/** Keys of what the reports of moved claims tell from then on, where they told nothing of where these went. */
export function foundedBy({ruling, claims, others}: RulingAtHand): string[] {
  const homes = new Set(others.flatMap(key => (key === null ? [] : reportOf(key))))
  const reports = new Set(claims.flatMap(key => (key === null ? [] : reportOf(key))))
  return [...reports].filter(report => !homes.has(report)).map(report => foundedKey(report, ruling.id))
}

/** `found`: in the order they were made, with undone ones. Of several moves of a claim the last. */
export function movesBy(found: readonly FoundRuling[]): KeptMove[] {
  const active = new Set(activeRulings(found.map(({ruling}) => ruling)))
  const moves = new Map<string, KeptMove>()
  for (const {ruling, claims, others} of found) {
    const {id, kind, by, reason, founds} = ruling
    if (kind !== 'move' || !active.has(ruling)) continue
    for (const key of claims) {
      const report = key === null ? null : reportOf(key)
      const founded = founds.find(own => own.report === report)
      if (key === null || report === null || !founded) continue
      const home = others.find(other => other !== null && reportOf(other) === report) ?? null
      // The last one decides also where it stands among them.
      moves.delete(key)
      moves.set(key, {
        report,
        claim: key.slice(report.length + 1),
        telling: home?.slice(report.length + 1) ?? null,
        incident: {...founded.incident, id: `p${id}`, claims: []},
        place: founded.place,
        word: {ruling: id, by, reason}
      })
    }
  }
  return [...moves.values()]
}

function reportOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/'))
}
