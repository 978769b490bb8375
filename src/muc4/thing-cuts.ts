/** All words that there are for a thing: the cuts of its mentions that tell it well, and a longer name that stands elsewhere. */
import type {Mention} from './mentions.ts'
import {type Role, roles} from './model.ts'
import {type Cut, cutsOf} from './phrase-cuts.ts'
import type {Candidate, Reading} from './reading.ts'

export interface ThingCut extends Cut {
  readonly mention: number
  readonly isFirst: boolean
  /** Cut from a name that is not joined with the thing. */
  readonly isElsewhere: boolean
  readonly kinds: Set<string>
  /** Mentions that are cut so by themselves. */
  times: number
  /** Of the likeliest of its mentions, as a share of the likeliest of all. */
  chance: number
}

export function thingCuts(reading: Reading, candidate: Candidate, role: Role): ThingCut[] {
  const {mentions, report} = reading
  const chances = candidate.told[roles.indexOf(role)]!
  const most = Math.max(...chances) || 1
  const found = new Map<string, ThingCut>()
  const gather = (i: number, chance: number, isFirst: boolean, isElsewhere: boolean) => {
    for (const cut of cutsOf(report.syntax, report.text, mentions[i]!)) {
      const known = found.get(cut.plain)
      if (known) {
        if (cut.kind) {
          known.times++
          known.kinds.add(cut.kind)
        }
        known.chance = Math.max(known.chance, chance)
      } else
        found.set(cut.plain, {
          ...cut,
          mention: i,
          isFirst,
          isElsewhere,
          kinds: new Set([cut.kind ?? 'none']),
          times: cut.kind ? 1 : 0,
          chance
        })
    }
  }
  for (const [k, i] of candidate.mentions.entries())
    if (chances[k]! >= 0.25 * most || mentions[i]!.isName) gather(i, chances[k]! / most, k === 0, false)
  if (candidate.isName)
    for (const [i, mention] of mentions.entries())
      if (!candidate.mentions.includes(i) && isLonger(mention, candidate.key)) gather(i, 0, false, true)
  return [...found.values()]
}

/** "ANA RUIZ LOPEZ" for "RUIZ LOPEZ". */
function isLonger({isName, key}: Mention, name: string): boolean {
  if (!isName || key.length <= name.length || key.length > name.length + 25) return false
  return key.endsWith(` ${name}`) || key.startsWith(`${name} `)
}
