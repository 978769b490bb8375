/**
 * Reads and checks `codebook/patterns/`: rules over dependency trees, written as data (docs/patterns.md).
 *
 * A rule describes a word and what stands around it in the tree; each has
 * examples with the words it must find there, and counterexamples in which it
 * must find nothing. Both run as tests and by `dateline codebook check`.
 */
import {z} from 'zod'
import type {Codebook} from './codebook.ts'
import {DataFileError} from './data-file-error.ts'
import {readEntries} from './entries.ts'

const OneOrMore = z.union([z.string(), z.array(z.string()).min(1)]).transform(value => [value].flat())

/** Relations of Universal Dependencies v2 that the parser gives. */
const relations = new Set(
  (
    'acl advcl advmod amod appos aux aux:pass case cc ccomp compound conj cop csubj csubj:pass dep det discourse dislocated ' +
    'expl fixed flat goeswith iobj list mark nmod nmod:poss nsubj nsubj:pass nummod obj obl obl:agent orphan parataxis ' +
    'punct reparandum root vocative xcomp'
  ).split(' ')
)

const conditions = {
  /** Name under which the word is given to whoever uses the rule. */
  as: z.string().optional(),
  /** Lower-case form. */
  word: OneOrMore.optional(),
  lemma: OneOrMore.optional(),
  upos: OneOrMore.optional(),
  xpos: OneOrMore.optional(),
  relation: OneOrMore.refine(list => list.every(name => relations.has(name)), {
    error: 'no relation of Universal Dependencies has this name'
  }).optional(),
  /** Lists of the codebook (lexicons/en/NAME.csv, column "form") in which form or lemma stands. */
  in: OneOrMore.optional()
}

/** Conditions on a word, and on words around it. */
export interface PatternNode {
  readonly as?: string | undefined
  readonly word?: readonly string[] | undefined
  readonly lemma?: readonly string[] | undefined
  readonly upos?: readonly string[] | undefined
  readonly xpos?: readonly string[] | undefined
  readonly relation?: readonly string[] | undefined
  readonly in?: readonly string[] | undefined
  /** Conditions that must not hold of the word itself. */
  readonly not?: PatternNode | undefined
  readonly head?: PatternNode | undefined
  /** Each needs a child of its own; `optional` ones are named if they are there, `absent` ones must not be. */
  readonly children?: readonly PatternChild[] | undefined
  /** The word next before, and next behind. */
  readonly before?: PatternNode | undefined
  readonly after?: PatternNode | undefined
}

export type PatternChild = PatternNode & {
  readonly optional?: boolean | undefined
  readonly absent?: boolean | undefined
}

const Node: z.ZodType<PatternNode> = z.lazy(() => z.strictObject({...conditions, ...around}))
const Child: z.ZodType<PatternChild> = z.lazy(() =>
  z.strictObject({
    ...conditions,
    ...around,
    optional: z.boolean().optional(),
    absent: z.boolean().optional()
  })
)
const around = {
  not: Node.optional(),
  head: Node.optional(),
  children: z.array(Child).optional(),
  before: Node.optional(),
  after: Node.optional()
}

const Pattern = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  /** What it finds, for whoever uses the rules of the file. */
  gives: z.string(),
  match: Node,
  examples: z.array(z.strictObject({text: z.string(), finds: z.record(z.string(), z.string())})).min(1),
  counterexamples: z.array(z.string()).min(1)
})

export interface Pattern extends z.infer<typeof Pattern> {
  /** Path of the file below the codebook's folder. */
  readonly path: string
}

/** Rules of `patterns/NAME.yaml`; throws a DataFileError for the first that is not as it should be. */
export function patterns(codebook: Codebook, path: string): Pattern[] {
  const {items, mistakes} = readEntries(codebook, path, Pattern, 'docs/patterns.md')
  if (mistakes[0]) throw mistakes[0]
  const mistake = (at: number, field: string, message: string) =>
    new DataFileError(`codebook/${path}`, codebook.lineIn(path, [at, field]), message)
  for (const {item, at} of items) {
    const {id, match, examples} = item
    if (items.some(other => other.item.id === id && other.at < at))
      throw mistake(at, 'id', `"${id}" stands twice; join the two rules or rename one`)
    const names = new Set(namesIn(match))
    const unknown = examples.flatMap(({finds}) => Object.keys(finds)).find(name => !names.has(name))
    if (unknown)
      throw mistake(
        at,
        'examples',
        `${id}: examples find "${unknown}", which no "as:" names; write one of ${[...names].join(', ')}`
      )
  }
  return items.map(({item}) => ({...item, path}))
}

function namesIn(node: PatternNode): string[] {
  const near = [node.head, node.before, node.after, ...(node.children ?? [])]
  return [...(node.as ? [node.as] : []), ...near.flatMap(other => (other ? namesIn(other) : []))]
}
