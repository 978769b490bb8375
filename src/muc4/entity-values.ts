/** What the trees see of a candidate: its chances, those of its rivals in the report, and what the report is about. */

import {roles} from './model.ts'
import type {Candidate, Reading} from './reading.ts'

export function entityValues(reading: Reading): Float32Array[] {
  const {candidates, mentions, whole} = reading
  const tops = roles.map((_, q) => candidates.map(({told}) => Math.max(...told[q]!)).sort((a, b) => b - a))
  const end = Math.max(1, ...candidates.flatMap(({mentions: own}) => own.map(i => mentions[i]!.last)))
  return candidates.map(candidate => {
    const row: number[] = []
    for (const [q] of roles.entries()) {
      const own = [...candidate.told[q]!].sort((a, b) => b - a)
      const top = tops[q]!
      row.push(own[0]!, own[1] ?? 0, sum(own), 1 - own.reduce((rest, chance) => rest * (1 - chance), 1))
      row.push(
        top[0]!,
        top.filter(chance => chance > own[0]!).length,
        top.filter(chance => chance > 0.2).length,
        sum(top)
      )
    }
    const first = mentions[candidate.mentions[0]!]!.first
    const titles = candidate.mentions.filter(i => mentions[i]!.forms[0]!.kind === 'title').length
    row.push(...whole, candidate.mentions.length, candidate.isName ? 1 : 0, candidate.key.split(' ').length)
    row.push(candidate.key.length, first, first / end, titles / candidate.mentions.length)
    const rivals = candidates.filter(other => other !== candidate && alike(other, candidate))
    for (const [q] of roles.entries()) row.push(Math.max(0, ...rivals.map(({told}) => Math.max(...told[q]!))))
    return Float32Array.from(row)
  })
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Perhaps one thing in other words. */
function alike(one: Candidate, other: Candidate): boolean {
  return (
    one.key.split(' ').at(-1) === other.key.split(' ').at(-1) ||
    one.key.includes(other.key) ||
    other.key.includes(one.key)
  )
}

/** The same of the report as a whole. */
export function relevanceValues({candidates, whole, report, item}: Reading): Float32Array {
  const row = [...whole]
  for (const role of roles) {
    const chances = candidates.map(({chances}) => chances[role]).sort((a, b) => b - a)
    row.push(chances[0] ?? 0, chances[1] ?? 0, sum(chances))
  }
  return Float32Array.from([...row, report.text.length, item.tags.length])
}
