/**
 * Rules of `codebook/patterns/ID/NAME.yaml`: sequences, what they give, words that must stand and words that must find nothing.
 */
import {z} from 'zod'
import type {Lists} from '../language.ts'
import type {Field, Stretch} from './field.ts'
import {readSequence} from './sequence.ts'
import {type SequenceMatch, type Sought, sequenceMatcher, type WordLists} from './sequence-matcher.ts'

const OneOrMore = z.union([z.string(), z.array(z.string()).min(1)]).transform(value => [value].flat())

export const SequenceRule = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  /** What it finds, for whoever uses the rules of the file. */
  gives: z.string(),
  /** The sequences; any of them will do. */
  match: OneOrMore,
  /** Sequences that must not stand in the sentence. */
  unless: OneOrMore.optional(),
  /** Holds only where nothing more telling is found. */
  weak: z.boolean().optional(),
  examples: z.array(z.string()).min(1),
  counterexamples: z.array(z.string()).min(1)
})

export type SequenceRule = z.infer<typeof SequenceRule>

export interface RuleMatch extends SequenceMatch {
  readonly rule: SequenceRule
  /** "events/shelling" */
  readonly name: string
  /** The word that it was sought by. */
  readonly anchor: Stretch
}

export interface RuleSet {
  /** What its rules give, each once. */
  readonly gives: readonly string[]
  /** All matches in the order of the rules; `told`: the word that rules with <told> are asked about. */
  find(field: Field): RuleMatch[]
  findAt(field: Field, told: Stretch): readonly RuleMatch[]
}

interface Entry {
  readonly rule: SequenceRule
  readonly order: number
  readonly sought: Sought
  readonly unless: readonly Sought[]
}

const noRules: RuleSet = {gives: [], find: () => [], findAt: () => []}

/** `path`: below the codebook; none where the language has no such file. */
export function ruleSet(
  lists: Lists,
  path: string,
  words: WordLists,
  level: (word: string) => string
): RuleSet {
  if (!lists.paths('patterns').includes(path)) return noRules
  const rules = z.array(SequenceRule).parse(lists.entries(path))
  const file = path.replace(/^.*\/|\.yaml$/g, '')
  const byKey = new Map<string, Entry[]>()
  const bySpan: Entry[] = []
  const byTold: Entry[] = []
  // What is told is asked about by several readers, and some ask again.
  const askedAt = new WeakMap<Field, {entries: readonly Entry[]; found: Map<number, readonly RuleMatch[]>}>()
  const matcher = (text: string, {id}: SequenceRule) => {
    try {
      return sequenceMatcher(readSequence(text, level), words)
    } catch (mistake) {
      throw new Error(`codebook/${path}: ${id}: ${(mistake as Error).message}`)
    }
  }
  for (const [order, rule] of rules.entries()) {
    const unless = (rule.unless ?? []).map(text => matcher(text, rule))
    for (const text of rule.match) {
      const sought = matcher(text, rule)
      const entry = {rule, order, sought, unless}
      if (sought.span !== null) bySpan.push(entry)
      else if (sought.keys === null) byTold.push(entry)
      for (const key of sought.keys ?? []) byKey.set(key, [...(byKey.get(key) ?? []), entry])
    }
  }
  const named = ({rule}: Entry, match: SequenceMatch, anchor: Stretch): RuleMatch => ({
    ...match,
    rule,
    name: `${file}/${rule.id}`,
    anchor
  })
  return {
    gives: [...new Set(rules.map(({gives}) => gives))],
    find(field) {
      const found: {match: RuleMatch; order: number}[] = []
      const seek = (entry: Entry, i: number) => {
        const match = entry.sought.matchAt(field, i, null)
        if (match && !isRuledOut(entry, field))
          found.push({match: named(entry, match, {first: i, end: i + 1}), order: entry.order})
      }
      for (const [i, word] of field.words.entries())
        for (const entry of entriesOf(byKey, word)) if (entry.sought.mayStand(field)) seek(entry, i)
      for (const entry of bySpan)
        if (entry.sought.mayStand(field))
          for (const first of startsOf(field, entry.sought)) seek(entry, first)
      return found.sort((a, b) => a.order - b.order).map(({match}) => match)
    },
    findAt(field, told) {
      let asked = askedAt.get(field)
      if (!asked) {
        const entries = byTold.filter(({sought}) => sought.mayStand(field))
        askedAt.set(field, (asked = {entries, found: new Map()}))
      }
      const key = told.first * (field.words.length + 1) + told.end
      let found = asked.found.get(key)
      if (!found) {
        found = asked.entries.flatMap(entry => {
          const match = entry.sought.matchAt(field, told.first, told)
          return match && !isRuledOut(entry, field) ? [named(entry, match, told)] : []
        })
        asked.found.set(key, found)
      }
      return found
    }
  }
}

const noEntries: ReadonlySet<Entry> = new Set()

function entriesOf(byKey: ReadonlyMap<string, readonly Entry[]>, {form, readings}: Field['words'][number]) {
  let found: Set<Entry> | null = null
  const add = (key: string) => {
    const entries = byKey.get(key)
    if (!entries) return
    found ??= new Set()
    for (const entry of entries) found.add(entry)
  }
  add(form)
  for (const {lemma} of readings) if (lemma !== form) add(lemma)
  return found ?? noEntries
}

function isRuledOut({unless}: Entry, field: Field): boolean {
  return unless.some(sought => stands(sought, field))
}

function startsOf({spans}: Field, {span}: Sought): ReadonlySet<number> {
  return new Set(span ? spans[span].map(({first}) => first) : [])
}

function stands(sequence: Sought, field: Field): boolean {
  const {keys, matchAt} = sequence
  if (!sequence.mayStand(field)) return false
  for (const first of startsOf(field, sequence)) if (matchAt(field, first, null)) return true
  if (!keys) return false
  return field.words.some(
    ({form, readings}, i) =>
      (keys.has(form) || readings.some(({lemma}) => keys.has(lemma))) && matchAt(field, i, null) !== null
  )
}
