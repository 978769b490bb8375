/** Reads and checks `codebook/event-types.yaml`: the native inventory of happenings and the words that tell them. */
import {z} from 'zod'
import {nearestWord} from '../algorithms/nearest-word.ts'
import type {Codebook} from './codebook.ts'
import {DataFileError} from './data-file-error.ts'
import {readEntries} from './entries.ts'
import type {YamlPath} from './yaml-lines.ts'

export const eventTypesPath = 'event-types.yaml'
const path = eventTypesPath

/** "stone, petrol bomb" -> [["stone"], ["petrol", "bomb"]]: phrases as lists of lemmas. */
const Phrases = z.string().transform(list =>
  list
    .split(',')
    .map(phrase => phrase.trim().split(/\s+/))
    .filter(phrase => phrase[0])
)

/** The same, told as the tokens of a text: "sit-in" -> ["sit", "-", "in"]. */
const Words = Phrases.transform(phrases =>
  phrases.map(phrase => phrase.flatMap(word => word.split(/(?<=.)(-)(?=.)/)))
)

/** "armed-group, party" -> ["armed-group", "party"] */
const Kinds = z.string().transform(list => list.split(',').map(kind => kind.trim()))

const Trigger = z
  .strictObject({
    verb: Phrases.optional(),
    noun: Phrases.optional(),
    object: Words.optional(),
    'object-is': z.enum(['patient', 'instrument']).default('patient'),
    is: z.enum(['happening', 'instrument']).default('happening'),
    'patient-by': Phrases.optional(),
    with: Words.optional(),
    agent: Words.optional(),
    'agent-is': Kinds.optional(),
    of: z.enum(['people', 'unnamed-people', 'place']).optional(),
    does: Words.optional(),
    complement: Words.optional(),
    voice: z.enum(['active', 'passive']).optional(),
    /** "came under fire": the subject suffers it. */
    'subject-is': z.enum(['agent', 'patient']).default('agent'),
    /** Tells only where nothing else beside it tells violence, or an accident. */
    weak: z.boolean().default(false),
    'no-object': z.boolean().default(false),
    not: Words.optional(),
    'not-agent': Words.optional(),
    unless: Words.optional()
  })
  .refine(trigger => (trigger.verb === undefined) !== (trigger.noun === undefined), {
    error: 'a trigger has either "verb" or "noun"'
  })

const EventType = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  label: z.string(),
  family: z.string(),
  /** The type that this one is a kind of; a table without a row for this one uses that one's. */
  broader: z.string().optional(),
  rank: z.number().int().min(0).max(9),
  definition: z.string(),
  damage: z.boolean().default(false),
  /** What it begins goes on: "held since June" began in June. */
  lasts: z.boolean().default(false),
  force: z.enum(['less-lethal', 'lethal']).optional(),
  excludes: z.array(z.strictObject({what: z.string(), use: z.string()})).default([]),
  triggers: z.array(Trigger).min(1),
  examples: z.array(z.string()).min(1),
  counterexamples: z.array(z.string()).min(1)
})

export type Trigger = z.infer<typeof Trigger>
export type EventType = z.infer<typeof EventType>

const known = new WeakMap<Codebook, readonly EventType[]>()

/** Throws a DataFileError for the first mistake. Stages ask for the same types one after the other: they are read once. */
export function eventTypes(codebook: Codebook): readonly EventType[] {
  const before = known.get(codebook)
  if (before) return before
  const {types, mistakes} = readEventTypes(codebook)
  if (mistakes[0]) throw mistakes[0]
  known.set(codebook, types)
  return types
}

/** All types that can be read, and what is wrong in the file. */
export function readEventTypes(codebook: Codebook): {types: EventType[]; mistakes: DataFileError[]} {
  const {items: types, mistakes} = readEntries(codebook, path, EventType, 'the head of the file')
  if (mistakes.length) return {types: types.map(({item}) => item), mistakes}
  const mistake = (at: YamlPath, message: string) =>
    mistakes.push(new DataFileError(`codebook/${path}`, codebook.lineIn(path, at), message))
  const ids = new Set(types.map(({item}) => item.id))
  const meant = (id: string) => {
    const near = nearestWord(id, ids)
    return `no type has the id "${id}"; ${near ? `did you mean "${near}"?` : 'write the id of a type of this file'}`
  }
  for (const {item, at} of types) {
    const {id, broader, excludes} = item
    if (types.some(other => other.item.id === id && other.at < at))
      mistake([at, 'id'], `the id "${id}" stands twice; join the two entries or rename one`)
    if (broader !== undefined && !ids.has(broader)) mistake([at, 'broader'], `${id}: ${meant(broader)}`)
    for (const [i, {use}] of excludes.entries())
      if (!ids.has(use)) mistake([at, 'excludes', i, 'use'], `${id}: ${meant(use)}`)
  }
  return {types: types.map(({item}) => item), mistakes}
}
