/** Reads and checks `codebook/event-types.yaml`: the native inventory of happenings and the words that tell them. */
import {z} from 'zod'
import type {Codebook} from './codebook.ts'

const path = 'event-types.yaml'

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
    voice: z.enum(['passive']).optional(),
    /** "came under fire": the subject suffers it. */
    'subject-is': z.enum(['agent', 'patient']).default('agent'),
    /** Tells only where nothing else beside it tells violence, or an accident. */
    weak: z.boolean().default(false),
    /** The words deny it: "denied any involvement". */
    denies: z.boolean().default(false),
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

/** Throws with the type's id and the field when an entry is not as it should be. */
export function eventTypes(codebook: Codebook): EventType[] {
  const entries = z.array(z.unknown()).parse(codebook.entries(path))
  const types = entries.map((entry, i) => {
    const parsed = EventType.safeParse(entry)
    if (parsed.success) return parsed.data
    const [issue] = parsed.error.issues
    const id = (entry as {id?: unknown} | null)?.id ?? `entry ${i + 1}`
    throw new Error(`codebook/${path}: ${id}: ${issue!.path.join('.')}: ${issue!.message}`)
  })
  const ids = new Set(types.map(type => type.id))
  if (ids.size < types.length) {
    const double = types.find((type, i) => types.findIndex(other => other.id === type.id) < i)!
    throw new Error(`codebook/${path}: "${double.id}" stands twice; join the two entries`)
  }
  for (const {id, broader, excludes} of types) {
    if (broader !== undefined && !ids.has(broader))
      throw new Error(`codebook/${path}: ${id}: broader: no type "${broader}"`)
    const unknown = excludes.find(({use}) => !ids.has(use))
    if (unknown) throw new Error(`codebook/${path}: ${id}: excludes: no type "${unknown.use}"`)
  }
  return types
}
