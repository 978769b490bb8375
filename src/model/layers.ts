/**
 * What the stages find, one entry per layer.
 *
 * The text never changes. Each stage adds layers that point into it, and no
 * stage edits a layer that another stage added.
 */
import type {Attribution, Certainty, Claim, Incident, Outcome, Passage, Polarity, Realis} from './contract.ts'
import type {IsoDate, When} from './date.ts'
import type {Report} from './report.ts'
import type {Quote, Span} from './span.ts'
import type {Syntax} from './syntax.ts'

export interface Layers {
  /** Title, body, embedded posts, captions, boilerplate: in text order, not overlapping. */
  readonly passages: readonly Passage[]
  readonly header: Header
  readonly syntax: Syntax
  readonly labels: readonly NameLabels[]
  readonly entities: readonly EntityMention[]
  readonly coreference: readonly CoreferenceChain[]
  readonly times: readonly TimeMention[]
  readonly quantities: readonly Quantity[]
  readonly places: readonly LocatedPlace[]
  readonly actors: readonly NamedActor[]
  readonly events: readonly EventMention[]
  readonly casualties: readonly CasualtyMention[]
  readonly crowds: readonly CrowdMention[]
  readonly contexts: readonly SetAside[]
  readonly speech: readonly SpeechFrame[]
  readonly claims: readonly ExplainedClaim[]
  readonly incidents: readonly Incident[]
  /** Why the values of an incident are what they are, by its id. */
  readonly incidentReasons: Readonly<Record<string, readonly Reason[]>>
}

export type Layer = keyof Layers

/** A report that carries at least the layers `L`. */
export type Annotated<L extends Layer = never> = Report & Pick<Layers, L>

/** Something odd in the report, recorded where it was seen. The run goes on. */
export interface Problem {
  readonly stage: string
  readonly message: string
  readonly quote?: Quote
}

/** What the report says of itself before its first sentence. */
export interface Header {
  readonly dateline: {
    readonly place: string | null
    readonly outlet: string | null
    readonly on: IsoDate | null
    /** The whole prefix, up to the first word of the sentence it introduces. */
    readonly span: Span
  } | null
  /** The agency that the report credits as a whole ("(AP)", "by Reuters", "Source: RT"); no span: a byline beside the text does. */
  readonly agency: {readonly name: string; readonly span: Span | null} | null
  /** From the record that came with the text, else stated in the text, else null. */
  readonly publishedOn: IsoDate | null
  readonly title: Span | null
  /** From the record, else taught by the dateline; null when unknown. */
  readonly outlet: string | null
  /** Of most of the text (ISO 639-1, or 639-3 where it has none). */
  readonly language: string
}

/**
 * Labels of the words of a sentence, by style: names alone ("uner"), all that is named or described ("re3d").
 * "B-PER" begins a person, "I-PER" goes on, "O" is none. `null`: a sentence that is not parsed.
 */
export type NameLabels = Readonly<Record<string, readonly string[]>> | null

/** A name, or words that describe something by kind. Two may overlap: a nationality inside the name of a body. */
export interface EntityMention extends Span {
  readonly type:
    | 'person'
    | 'organisation'
    | 'location'
    | 'nationality'
    | 'weapon'
    | 'vehicle'
    | 'facility'
    /** Numbers, times and sums as a reader marks them; what they mean stands in the layers of quantities and times. */
    | 'quantity'
    | 'time'
    | 'money'
  /** False for a mere description: "the rebels", "a mortar". */
  readonly named: boolean
  readonly rule: string
}

/** Mentions of one thing or happening, in text order: two and more. */
export interface CoreferenceChain {
  /** Its place in the layer. */
  readonly id: number
  readonly of: 'entity' | 'event'
  readonly mentions: readonly CoreferentMention[]
}

export interface CoreferentMention extends Span {
  /** Token of the head word. */
  readonly token: number
  /** `verb`: the word that told a happening ("attacked") before a noun took it up ("the attack"). */
  readonly kind: 'name' | 'description' | 'pronoun' | 'verb'
  /** Index in `mentions` of the one that the rule joined it with; null where it was joined by a later one. */
  readonly antecedent: number | null
  readonly rule: string
}

export interface TimeMention extends Span {
  /** `null` where the words give no calendar time by themselves ("hours after"). */
  readonly when: When | null
  /**
   * `lag`: distance to another happening; `background`: "since 2003", "last year's" told as history;
   * `stamp`: when the report was published, filed or posted.
   */
  readonly kind: 'point' | 'lag' | 'background' | 'stamp'
  /** "hours", "two days": the stated distance of a lag. */
  readonly lag: string | null
  /** Which way a lag points: the happening is after or before the other one. */
  readonly direction: 'after' | 'before' | null
  /** What a lag counts from: what the words behind it tell ("hours after the raid"), or what was told before ("hours later"). */
  readonly counts: 'from-told' | 'from-behind' | null
  /** Time of day, "15:30", in whatever zone the text has in mind; null where none is told. */
  readonly clock: string | null
}

/** A number of people, as a range; other numbers are not in the layer. */
export interface Quantity extends Span {
  readonly min: number
  readonly max: number | null
  /** The words: "at least 100", "dozens", "no one". */
  readonly stated: string
  /** The counted noun phrase, number included ("at least one protester"); the number alone when no noun is given. */
  readonly of: Span
  /** Token of the counted noun, or of the number word itself when it stands alone ("two were killed"). */
  readonly head: number
  /** Index in this layer of the total that this number is a part of ("27 of them", "the rest"). */
  readonly partOf: number | null
  /** True for "the rest", "the others": computed as total minus the other parts. */
  readonly inferred: boolean
  /** What says that it is the size of a crowd: the rule, its word, and whether that holds only near a protest or riot; null where nothing does. */
  readonly crowd: {readonly rule: string; readonly token: number; readonly needsUnrest: boolean} | null
}

export interface PlaceMention extends Quote {
  /**
   * `locative`: says where something is or goes ("in", "near", "outside", "gates of"); `dateline`;
   * `modifier`: "-backed", demonyms, a state as an actor; `mentioned`: all else.
   */
  readonly use: 'locative' | 'dateline' | 'modifier' | 'mentioned'
  /** How a locative stands to the place. */
  readonly position: 'at' | 'near'
}

/** A place that the text names, resolved where the gazetteer knows it. */
export interface LocatedPlace {
  readonly id: string
  readonly name: string
  readonly lat: number | null
  readonly lon: number | null
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
  readonly admin1: string | null
  readonly precision: 'site' | 'town' | 'area' | 'admin1' | 'country'
  readonly gazetteerId: string | null
  /** Id of the place, in this layer, that this one lies in ("the Green Zone" in Baghdad). */
  readonly within: string | null
  readonly mentions: readonly PlaceMention[]
}

/** A group or body, never a private person. */
export interface NamedActor {
  readonly id: string
  readonly name: string
  /** `state-forces`, `government`, `armed-group`, `party`, `protesters`, `civilians`, `medium`, `agency`, `medical`, `international`, `office`, `organiser`, `other`. */
  readonly kind: string
  readonly country: string | null
  readonly aliases: readonly string[]
  /** Id in the registry. */
  readonly known: string | null
  /** Whether a page was read for the entry of the registry; null where there is none, or where the words say all ("Iraqi police"). */
  readonly verified: boolean | null
  readonly affiliations: readonly {
    /** `affiliated-with`, `backed-by`, `allied-with`, `led-by`, `part-of`, `supporters-of`, `owned-by`. */
    readonly relation: string
    /** The words ("Fatah Alliance leader Hadi Al-Amiri"), or the id of an actor of this layer. */
    readonly to: string
    /** The statement: "Al-Ghadir TV, a news station affiliated with ...". */
    readonly quote: Quote
    readonly rule: string
  }[]
  readonly mentions: readonly Quote[]
}

/** One mention of a happening, with who did it to whom. */
export interface EventMention {
  readonly type: string
  readonly trigger: Span
  /** Token of the trigger's head word. */
  readonly token: number
  /** Token of the verb that tells it, where a noun names it: "a blaze [swept] through"; else the trigger's own. */
  readonly teller: number
  /** The clause that tells it, without the words of whoever is credited. */
  readonly clause: Span
  /** Role fillers as spans; resolved to actors where one is mentioned there. */
  readonly agents: readonly RoleFiller[]
  readonly patients: readonly RoleFiller[]
  readonly instruments: readonly Quote[]
  /** What was damaged, for the types that damage. */
  readonly damaged: readonly DamagedThing[]
  readonly places: readonly RoleFiller[]
  readonly realis: Realis
  readonly polarity: Polarity
  /** True for a mere re-mention ("during the clashes"): it tells nothing new and makes no claim. */
  readonly retold: boolean
  readonly rule: string
  /** Words that gave realis and polarity, with the rule of each. */
  readonly reasons: readonly Reason[]
}

export interface DamagedThing extends Span {
  /** null where no number is given. */
  readonly count: {readonly min: number; readonly max: number | null; readonly stated: string} | null
}

/** A mention of a happening that means something else here: a match, a film, a drill, an old case in court. */
export interface SetAside {
  /** Index in `events`. */
  readonly event: number
  /** Id in codebook/contexts.yaml. */
  readonly context: string
  /** `nothing`: no happening; `mishap`: nobody meant it; `story`: told or played, not happened; `past`: an old happening, no news. */
  readonly makes: 'nothing' | 'mishap' | 'story' | 'past'
  readonly sum: number
  readonly signs: readonly {sign: string; weight: number; words: readonly Quote[]}[]
}

export interface RoleFiller extends Span {
  /** Id of an actor (or of a place, for `places`); null where the words name none. */
  readonly id: string | null
}

/** People killed, hurt, held ...: how many, of whom. */
export interface CasualtyMention {
  readonly outcome: Outcome
  readonly trigger: Span
  readonly token: number
  readonly clause: Span
  /** Index in `quantities`; null where no number is given. */
  readonly quantity: number | null
  readonly of: Span
  readonly group: string
  readonly polarity: Polarity
  readonly realis: Realis
  /** True for a named person or "him": one, though no number is given. */
  readonly one: boolean
  readonly cumulative: boolean
  /** True for an older story that the news refers to: "accused of killing five". */
  readonly background: boolean
  /** Index in this layer of the mention that tells of the same people, or of a whole they are part of. */
  readonly sameAs: number | null
  readonly rule: string
  readonly reasons: readonly Reason[]
}

/** How many people a crowd had, by one statement. */
export interface CrowdMention {
  /** Index in `quantities`. */
  readonly quantity: number
  /** Token of the counted noun, or of the number. */
  readonly token: number
  readonly of: Span
  readonly group: string
  readonly clause: Span
  readonly polarity: Polarity
  readonly realis: Realis
  readonly rule: string
  readonly reasons: readonly Reason[]
}

/** "X said that ...": who is credited with which stretch of text, by which word. */
export interface SpeechFrame {
  readonly cue: Span
  /** Token of the cue. */
  readonly token: number
  readonly source: Span | null
  /** The agency or medium that was told and passes it on, before `link` in the chain. */
  readonly carrier: Attribution | null
  /** What is credited; several spans when the cue stands in the middle. */
  readonly content: readonly Span[]
  readonly link: Attribution
  readonly certainty: Certainty
  readonly polarity: Polarity
  readonly rule: string
}

/** Why a value is what it is: the rule of the codebook and the words it fired on. */
export interface Reason {
  readonly value: string
  readonly rule: string
  readonly words: readonly Quote[]
}

export interface ExplainedClaim {
  readonly claim: Claim
  readonly reasons: readonly Reason[]
}
