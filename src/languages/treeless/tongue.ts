/** What the readers of a language without trees share: its words, its lists of words, and the fields of sentences, made once. */
import type {Sentence, Syntax} from '../../model/syntax.ts'
import type {Language, Lists, Word} from '../language.ts'
import {affiliationCues} from './affiliation-cues.ts'
import {type Field, type FieldRead, fieldOf, type ListsOf} from './field.ts'
import {type RuleSet, ruleSet} from './rules.ts'
import type {ListRow, WordLists} from './sequence-matcher.ts'

export interface Tongue {
  readonly id: string
  readonly lists: Lists
  level(word: string): string
  words(syntax: Syntax, sentence: Sentence): readonly Word[]
  readonly wordLists: WordLists
  /** Rules of `codebook/patterns/ID/NAME.yaml`. */
  rules(name: string): RuleSet
  field(report: FieldRead, sentence: Sentence): Field
  readonly tieAt: NonNullable<Language['tieAt']>
}

/** Lists whose words sequences may name, "@casualty-words/noun"; a column `part` makes a list of each of its values. */
const named = ['casualty-words', 'casualty-groups', 'clause-words', 'source-kinds', 'speech-cues']

export function tongueOf(own: Pick<Tongue, 'id' | 'lists' | 'level' | 'words'>): Tongue {
  const {id, lists, level, words} = own
  const wordLists = Object.fromEntries(
    named.flatMap(name => listsIn(lists, `lexicons/${id}/${name}.csv`, name, level))
  )
  const listsOf = listsByForm(wordLists)
  const fields = new WeakMap<Sentence, Field>()
  const sets = new Map<string, RuleSet>()
  return {
    ...own,
    wordLists,
    tieAt: affiliationCues(lists, id, level),
    rules(name) {
      let set = sets.get(name)
      if (!set) sets.set(name, (set = ruleSet(lists, `patterns/${id}/${name}.yaml`, wordLists, level)))
      return set
    },
    field(report, sentence) {
      let field = fields.get(sentence)
      if (!field) fields.set(sentence, (field = fieldOf(report, sentence, words, listsOf)))
      return field
    }
  }
}

function listsByForm(lists: WordLists): ListsOf {
  const byForm = new Map<string, string[]>()
  for (const [name, rows] of Object.entries(lists))
    for (const form of rows.keys()) byForm.set(form, [...(byForm.get(form) ?? []), name])
  return byForm
}

/** The list, and one for each part of it: "casualty-words", "casualty-words.verb". */
function listsIn(
  lists: Lists,
  path: string,
  name: string,
  level: (word: string) => string
): [string, ReadonlyMap<string, ListRow>][] {
  if (!lists.paths('lexicons').includes(path)) return [[name, new Map()]]
  const columns = columnsOf[name]!
  const rows = lists.table(path, columns).map(row => ({...row, form: level(row.form!)}) as ListRow)
  const byForm = (own: readonly ListRow[]) => new Map(own.map(row => [row.form!, row]))
  const parts = Map.groupBy(rows, row => row.part ?? '')
  return [
    [name, byForm(rows)],
    ...[...parts].flatMap(([part, own]) =>
      part ? [[`${name}.${part}`, byForm(own)] as [string, ReadonlyMap<string, ListRow>]] : []
    )
  ]
}

const columnsOf: Readonly<Record<string, readonly string[]>> = {
  'casualty-words': ['id', 'form', 'part', 'outcome'],
  'casualty-groups': ['id', 'form', 'group'],
  'source-kinds': ['id', 'form', 'kind'],
  'speech-cues': ['id', 'form', 'part', 'use', 'certainty', 'polarity'],
  'clause-words': ['form', 'part']
}
