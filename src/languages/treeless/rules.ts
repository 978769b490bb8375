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
  findAt(field: Field, told: Stretch): RuleMatch[]
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
      for (const key of new Set(sought.keys ?? [])) byKey.set(key, [...(byKey.get(key) ?? []), entry])
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
        if (match && !entry.unless.some(sought => stands(sought, field)))
          found.push({match: named(entry, match, {first: i, end: i + 1}), order: entry.order})
      }
      for (const [i, word] of field.words.entries())
        for (const entry of entriesOf(byKey, word)) seek(entry, i)
      for (const entry of bySpan) for (const first of startsOf(field, entry.sought)) seek(entry, first)
      return found.sort((a, b) => a.order - b.order).map(({match}) => match)
    },
    findAt(field, told) {
      return byTold.flatMap(entry => {
        const match = entry.sought.matchAt(field, told.first, told)
        return match && !entry.unless.some(sought => stands(sought, field)) ? [named(entry, match, told)] : []
      })
    }
  }
}

function entriesOf(byKey: ReadonlyMap<string, readonly Entry[]>, {form, readings}: Field['words'][number]) {
  const keys = new Set([form, ...readings.map(({lemma}) => lemma)])
  const found = new Set<Entry>()
  for (const key of keys) for (const entry of byKey.get(key) ?? []) found.add(entry)
  return found
}

function startsOf({spans}: Field, {span}: Sought): ReadonlySet<number> {
  return new Set(span ? spans[span].map(({first}) => first) : [])
}

function stands(sequence: Sought, field: Field): boolean {
  const {keys, matchAt} = sequence
  for (const first of startsOf(field, sequence)) if (matchAt(field, first, null)) return true
  const sought = new Set(keys)
  return field.words.some(
    ({form, readings}, i) =>
      (sought.has(form) || readings.some(({lemma}) => sought.has(lemma))) && matchAt(field, i, null) !== null
  )
}
