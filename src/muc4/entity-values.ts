/** What the trees see of a candidate: its chances, those of its rivals and neighbours, what the coder made of it, and what the report is about. */

import type {Token} from '../model/syntax.ts'
import {roles} from './model.ts'
import type {Candidate, Reading} from './reading.ts'

export function entityValues(reading: Reading): Float32Array[] {
  const {candidates, mentions, whole, reportChance} = reading
  const tops = roles.map((_, q) => candidates.map(({told}) => Math.max(...told[q]!)).sort((a, b) => b - a))
  const end = Math.max(1, ...candidates.flatMap(({mentions: own}) => own.map(i => mentions[i]!.last)))
  const around = neighbours(reading)
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
    row.push(
      ...whole,
      reportChance,
      candidate.mentions.length,
      candidate.isName ? 1 : 0,
      candidate.key.split(' ').length
    )
    row.push(candidate.key.length, first, first / end, titles / candidate.mentions.length)
    const rivals = candidates.filter(other => other !== candidate && alike(other, candidate))
    for (const [q] of roles.entries()) row.push(Math.max(0, ...rivals.map(({told}) => Math.max(...told[q]!))))
    for (const view of reading.views)
      for (const chances of view) row.push(Math.max(...candidate.mentions.map(i => chances[i]!)))
    row.push(...around(candidate), ...coded(reading, candidate))
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

/** By role, the best chance of another thing in a sentence that tells of this one, in one before or behind, and in a row with it. */
function neighbours({report, mentions, candidates}: Reading): (candidate: Candidate) => number[] {
  const {syntax} = report
  const nothing = roles.map(() => [] as {chance: number; of: Candidate}[])
  const bySentence = syntax.sentences.map(() => roles.map(() => [] as {chance: number; of: Candidate}[]))
  const byRow = new Map<number, {of: Candidate; chances: number[]}[]>()
  for (const of of candidates) {
    for (const [k, i] of of.mentions.entries()) {
      const head = syntax.tokens[mentions[i]!.head.index]!
      const chances = of.told.map(role => role[k]!)
      for (const [q, chance] of chances.entries()) bySentence[head.sentence]![q]!.push({chance, of})
      const row = syntax.firstConjunct(head).index
      byRow.set(row, [...(byRow.get(row) ?? []), {of, chances}])
    }
  }
  return candidate => {
    const heads = candidate.mentions.map(i => syntax.tokens[mentions[i]!.head.index]!)
    const own = new Set(heads.map(({sentence}) => sentence))
    const next = new Set([...own].flatMap(at => [at - 1, at + 1]).filter(at => !own.has(at)))
    const best = (sentences: ReadonlySet<number>, q: number) => {
      let most = 0
      for (const at of sentences)
        for (const {chance, of} of (bySentence[at] ?? nothing)[q]!)
          if (of !== candidate && chance > most) most = chance
      return most
    }
    const joined = heads.flatMap(head =>
      byRow.get(syntax.firstConjunct(head).index)!.filter(({of}) => of !== candidate)
    )
    return roles.flatMap((_, q) => [
      best(own, q),
      best(next, q),
      Math.max(0, ...joined.map(({chances}) => chances[q]!))
    ])
  }
}

const parts = ['A:', 'P:', 'I:', 'D:', 'L:', 'C:', 'T:']
const sorts = [
  'person',
  'organisation',
  'location',
  'facility',
  'vehicle',
  'weapon',
  'actor.',
  'known.',
  'place.'
]

/** What the coder's layers say of the mention that tells most, and of all. */
function coded({report, mentions, seen}: Reading, candidate: Candidate): number[] {
  const {syntax} = report
  const headOf = (i: number) => syntax.tokens[mentions[i]!.head.index]!
  const main = headOf(candidate.main)
  const heads = candidate.mentions.map(headOf)
  const does = (token: Token, part: string) =>
    (seen.eventParts.get(token.index) ?? []).some(own => own.startsWith(part))
  const is = (token: Token, sort: string) =>
    (seen.kinds.get(token.index) ?? []).some(own => own.startsWith(sort))
  const share = (test: (token: Token) => boolean) => heads.filter(test).length / heads.length
  return [
    ...parts.map(part => share(token => does(token, part))),
    ...sorts.map(sort => share(token => is(token, sort))),
    ...parts.map(part => Number(does(main, part))),
    main.sentence,
    main.sentence / syntax.sentences.length,
    seen.happenings[main.sentence]!.length,
    (seen.happenings[main.sentence - 1] ?? []).length,
    main.xpos === 'NNS' ? 1 : 0,
    syntax.child(main, 'nummod') ? 1 : 0,
    syntax.child(main, 'det')?.lower === 'the' ? 1 : 0,
    share(token => seen.sources.some(({from, to}) => from <= token.from && token.to <= to)),
    report.events.length,
    report.casualties.length
  ]
}

/** The likeliest things of a role that count for the report. */
const likeliest = 4

/** The same of the report as a whole. */
export function relevanceValues({
  candidates,
  whole,
  report,
  item,
  mentionChances,
  reportChance
}: Reading): Float32Array {
  const row = [...whole]
  let nothing = 1
  for (const [q, role] of roles.entries()) {
    const chances = candidates.map(({chances}) => chances[role]).sort((a, b) => b - a)
    const best = Array.from({length: likeliest}, (_, k) => chances[k] ?? 0)
    for (const chance of best) nothing *= 1 - chance
    row.push(...best, sum(chances), Math.max(0, ...mentionChances[q]!))
  }
  return Float32Array.from([...row, nothing, reportChance, report.text.length, item.tags.length])
}
