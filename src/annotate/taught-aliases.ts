/**
 * Names that the report itself says are of one body.
 *
 *     "the Ajnad al-Wadi, known in English as the Valley Soldiers (VS)"
 *     "the Dock Union, also called the Harbour Union"
 */
import {contains, type Quote, type Span} from '../model/span.ts'
import type {Sentence, Syntax} from '../model/syntax.ts'

interface Named {
  readonly key: string
  readonly mentions: readonly Quote[]
}

/** What may stand between two names of one body. */
const between =
  /^,? (?:also |better |otherwise |commonly )?(?:known|called|dubbed|referred to)(?: (?:in|by) [\p{L}]+)?(?: (?:as|also))? (?:the )?["“‘']?$|^,? or (?:the )?$|^ ?\($/u
/** Names further apart are not joined by one phrase. */
const furthest = 60

/** Pairs of keys that name one actor: [kept, merged into it]. */
export function taughtAliases(
  text: string,
  syntax: Syntax,
  sentences: readonly Sentence[],
  actors: readonly Named[]
): [string, string][] {
  const pairs: [string, string][] = []
  const mentions = actors
    .flatMap(({key, mentions: own}) => own.map(mention => ({key, mention})))
    .sort((a, b) => a.mention.from - b.mention.from)
  for (const [i, {key, mention}] of mentions.entries()) {
    const next = mentions[i + 1]
    if (
      !next ||
      next.key === key ||
      next.mention.from - mention.to > furthest ||
      next.mention.from < mention.to
    )
      continue
    const sentence = syntax.sentenceAt(mention.from)
    if (!sentence || !sentences.includes(sentence) || !contains(sentence, next.mention)) continue
    if (between.test(text.slice(mention.to, next.mention.from))) pairs.push([key, next.key])
  }
  return pairs
}

/** "the Valley Army (VA)": short names in capitals right behind a name, with every later place they stand. */
export function taughtAcronyms(
  text: string,
  syntax: Syntax,
  actors: readonly Named[]
): {key: string; acronym: string; spans: Span[]}[] {
  /** Of two mentions that end before the brackets, the name and not the phrase around it: "the government of the party (VA)". */
  const nearest = new Map<number, number>()
  for (const {mentions} of actors)
    for (const {from, to} of mentions) nearest.set(to, Math.max(from, nearest.get(to) ?? 0))
  return actors.flatMap(({key, mentions}) =>
    mentions.flatMap(({from, to}) => {
      if (nearest.get(to) !== from) return []
      const [, acronym] = /^ \(([A-Z][A-Za-z]{0,2}[A-Z]{1,6})\)/.exec(text.slice(to, to + 12)) ?? []
      if (!acronym) return []
      const spans = syntax.tokens
        .filter(token => token.text === acronym && token.from >= to)
        .map(({from, to: end}) => ({from, to: end}))
      return [{key, acronym, spans}]
    })
  )
}
