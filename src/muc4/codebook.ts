/** The lists of `codebook/muc4` and those of the coder that are used here, in capitals as the texts are. */
import type {Codebook} from '../codebook/codebook.ts'
import {listed} from '../codebook/csv.ts'
import type {MentionLexicon} from './mentions.ts'

/** What is asked of a phrase, or of the template that it stands in. */
export const questions = [
  'type',
  'stage',
  'category',
  'confidence',
  'instrument',
  'target',
  'damage',
  'victim',
  'harm',
  'number'
] as const
export type Question = (typeof questions)[number]

export interface Muc4Codebook {
  readonly lexicon: MentionLexicon
  readonly values: Readonly<Record<Question, readonly string[]>>
  /** Value -> the broader one that counts half. */
  readonly broader: ReadonlyMap<string, string>
  /** ISO code -> name in keys, for the nine countries. */
  readonly countries: ReadonlyMap<string, string>
  /** Town of a dateline -> its country, as keys write it. */
  readonly homes: ReadonlyMap<string, string>
  /** Name in keys -> its capital, the first of its towns. */
  readonly capitals: ReadonlyMap<string, string>
  readonly nations: ReadonlyMap<string, string>
  /** The coder's type of a happening -> that of MUC-4. */
  readonly eventTypes: ReadonlyMap<string, string>
}

export function muc4Codebook(codebook: Codebook): Muc4Codebook {
  const rows = codebook.table('muc4/values.csv', ['question', 'value', 'broader'])
  const countries = codebook.table('muc4/countries.csv', ['code', 'name', 'towns'])
  const words = codebook.table('muc4/words.csv', ['word', 'use'])
  const capitals = (use: string) => words.filter(row => row.use === use).map(({word}) => word.toUpperCase())
  const column = (list: string) =>
    codebook.column(`lexicons/en/${list}.csv`, 'form').map(form => form.toUpperCase())
  const titles = ['titles', 'office-titles', 'honorifics', 'person-nouns'].flatMap(column)
  return {
    lexicon: {
      titles: new Set(
        [...titles.flatMap(title => title.split(' ')), ...capitals('title')].filter(
          word => !joining.has(word)
        )
      ),
      arms: new Set([
        ...column('weapons').flatMap(weapon => [weapon.split(' ').at(-1)!, `${weapon.split(' ').at(-1)!}S`]),
        ...capitals('arm')
      ])
    },
    values: Object.fromEntries(
      questions.map(question => [
        question,
        rows.filter(row => row.question === question).map(({value}) => value)
      ])
    ) as Record<Question, string[]>,
    broader: new Map(rows.filter(row => row.broader).map(({value, broader}) => [value, broader])),
    countries: new Map(countries.map(({code, name}) => [code, name])),
    homes: new Map(countries.flatMap(({name, towns}) => listed(towns).map(town => [town, name] as const))),
    capitals: new Map(countries.map(({name, towns}) => [name, listed(towns)[0]!])),
    eventTypes: new Map(
      codebook.table('muc4/event-types.csv', ['event', 'type']).map(({event, type}) => [event, type])
    ),
    nations: new Map(codebook.table('muc4/nations.csv', ['code', 'name']).map(({code, name}) => [code, name]))
  }
}

const joining = new Set(['OF', 'THE', 'AND', 'DE', 'LA', 'IN', 'A', 'TO', 'FOR'])
