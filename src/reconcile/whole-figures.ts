/**
 * What one account of one report says of the whole.
 *
 *     "125 were hurt, 27 of them civilians"               125
 *     "three soldiers and five rebels were killed"        8: told as the whole
 *     "five civilians" ... "two children"                 5: the children may be among them
 *     "one protester died"                                1: of a group, told alone
 */
import type {CodedReport} from '../model/contract.ts'
import type {Scales} from './scales.ts'
import {everybody, type Statement} from './statement.ts'

/** What one account of one report says of all: its totals; the sum of groups told as the whole; else a group told alone. */
export function wholeOf(own: readonly Statement[], {report}: CodedReport, scales: Scales): Statement[] {
  const ids = new Map(own.map(statement => [statement.claims[0]!.id, statement]))
  const free = own.filter(({claims: [claim], group, stated, max}) => {
    const {partOf, sameAs} = claim!.casualties!
    // "No civilian was killed" does not say that nobody was.
    if (partOf !== undefined || (group !== everybody && max === 0)) return false
    const again = sameAs === undefined ? undefined : ids.get(sameAs)
    return (
      !again ||
      (group === again.group && stated >= again.stated) ||
      (group === everybody && stated > again.stated)
    )
  })
  const totals = free.filter(({group}) => group === everybody)
  if (totals.length) {
    const most = Math.max(...totals.map(({stated}) => stated))
    return [...totals, ...free.filter(({group, stated}) => group !== everybody && stated > most)]
  }
  const groups = [...Map.groupBy(free, ({group}) => group).values()]
  if (groups.length < 2) return free
  const figures = groups.map(of => of.reduce((most, each) => (each.stated > most.stated ? each : most)))
  const spans = figures.map(({claims}) => claims[0]!.quote).sort((a, b) => a.from - b.from)
  const isOneSentence = !/[.!?]["”’)\]]*\s|\n/.test(report.text.slice(spans[0]!.from, spans.at(-1)!.to))
  const sorts = new Set(figures.map(({group}) => scales.armsOf(group)))
  // In one sentence they are told as the whole; apart, only where each is of another sort: soldiers, rebels, villagers.
  if (isOneSentence || sorts.size === figures.length) return [sumOf(figures)]
  return [figures.reduce((most, each) => (each.stated > most.stated ? each : most))]
}

function sumOf(parts: readonly Statement[]): Statement {
  const sum = (of: (part: Statement) => number) => parts.reduce((total, part) => total + of(part), 0)
  const weights = parts.map(({weight}) => weight)
  return {
    ...parts[0]!,
    claims: parts.flatMap(({claims}) => claims),
    group: everybody,
    owners: null,
    from: sum(({from}) => from),
    stated: sum(({stated}) => stated),
    least: sum(({least}) => least),
    min: sum(({min}) => min),
    max: parts.some(({max}) => max === null) ? null : sum(({max}) => max!),
    words: parts.map(({words}) => words).join(' + '),
    isSure: parts.every(({isSure}) => isSure),
    weight: weights.find(({weight}) => weight === 'interested') ?? weights[0]!
  }
}
