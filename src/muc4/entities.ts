/** Mentions of one thing: the same words, a shorter form of a name, the letters that stand for it, or one actor of the coder's. */
import {UnionFind} from '../algorithms/union-find.ts'
import type {ReadReport} from './item.ts'
import type {Mention} from './mentions.ts'

export interface Entity {
  readonly key: string
  readonly isName: boolean
  /** Indices of its mentions, in text order. */
  readonly mentions: readonly number[]
}

export function entitiesOf(report: ReadReport, mentions: readonly Mention[]): Entity[] {
  const sets = new UnionFind(mentions.length)
  const byKey = new Map<string, number>()
  for (const [i, {key}] of mentions.entries()) {
    const other = byKey.get(key)
    if (other === undefined) byKey.set(key, i)
    else unite(sets, i, other)
  }
  joinNames(mentions, byKey, sets)
  joinLetters(report, mentions, sets)
  joinActors(report, mentions, sets)
  const groups = Map.groupBy(mentions.keys(), i => sets.find(i))
  return [...groups.values()].map(members => {
    const names = members.filter(i => mentions[i]!.isName)
    const longest = (names.length ? names : members).toSorted(
      (a, b) => mentions[b]!.key.length - mentions[a]!.key.length || a - b
    )[0]!
    return {key: mentions[longest]!.key, isName: names.length > 0, mentions: members}
  })
}

/** "CRISTIANI" is "ALFREDO CRISTIANI" where one longer name alone has all its words. */
function joinNames(mentions: readonly Mention[], byKey: ReadonlyMap<string, number>, sets: UnionFind): void {
  const names = [...byKey]
    .filter(([, i]) => mentions[i]!.isName)
    .map(([key, i]) => ({words: key.split(' '), i}))
  for (const short of names) {
    const longer = names.filter(
      ({words}) => words.length > short.words.length && words.length < 6 && isPart(short.words, words)
    )
    // Longer ones that are parts of each other are one name.
    const roots = longer.filter(one => !longer.some(other => other !== one && isPart(one.words, other.words)))
    if (roots.length === 1 && short.words.join('').length > 3) unite(sets, short.i, roots[0]!.i)
  }
}

const isPart = (short: readonly string[], long: readonly string[]) =>
  short.length < long.length &&
  long[0] !== undefined &&
  short.every(word => long.includes(word)) &&
  (long.at(-1) === short.at(-1) || long.at(-2) === short.at(-1))

/** "NATIONAL LIBERATION FRONT [FMLN]": letters in brackets behind a name. */
function joinLetters({text}: ReadReport, mentions: readonly Mention[], sets: UnionFind): void {
  for (const [i, one] of mentions.entries()) {
    for (const other of [i + 1, i + 2, i + 3]) {
      const next = mentions[other]
      if (!next) break
      for (const form of one.forms) {
        const between = next.forms[0]!.from - form.to
        if (between < 1 || between > 4) continue
        if (!/^\s*[[(]\s*$/.test(text.slice(form.to, next.forms[0]!.from))) continue
        const short = [one.key, next.key].toSorted((a, b) => a.length - b.length)[0]!
        const long = short === one.key ? next.key : one.key
        if (!short.includes(' ') && (lettersFit(short, long) || (one.isName && next.isName)))
          unite(sets, i, other)
      }
    }
  }
}

export function lettersFit(short: string, long: string): boolean {
  const initials = long
    .split(' ')
    .map(word => word[0])
    .join('')
  let at = 0
  for (const letter of initials) if (letter === short[at]) at++
  return at >= Math.min(3, short.length) && short.length < 8
}

function joinActors({actors}: ReadReport, mentions: readonly Mention[], sets: UnionFind): void {
  for (const {mentions: spans, known} of actors) {
    if (!known) continue
    let first: number | null = null
    for (const [i, mention] of mentions.entries()) {
      if (
        !mention.isName ||
        !mention.forms.some(({from, to}) => spans.some(span => span.from === from && span.to === to))
      )
        continue
      if (first === null) first = i
      else unite(sets, first, i)
    }
  }
}

function unite(sets: UnionFind, one: number, other: number): void {
  const [first, second] = [sets.find(one), sets.find(other)]
  if (first !== second) sets.join(Math.max(first, second), Math.min(first, second))
}
