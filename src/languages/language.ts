/**
 * What a language must bring along to be read without a tree: its words, and readers for the layers that it has rules for.
 *
 * English is read by a network and rules over trees; every other language is a folder of `src/languages` and lists in
 * `codebook/lexicons/ID` and `codebook/patterns/ID`. A stage asks `readers.ts` for the passages of those languages and adds
 * what they find to its layer: docs/languages.md.
 */
import type {IsoDate} from '../model/date.ts'
import type {Annotated, Layer, Layers, PlaceMention} from '../model/layers.ts'
import type {Span} from '../model/span.ts'
import type {Sentence, Syntax} from '../model/syntax.ts'

/** The lists of the codebook, as a language asks for them: `table('lexicons/ar/verbs.csv', ['form', 'lemma'])`. */
export interface Lists {
  table<const Column extends string>(
    path: string,
    columns: readonly Column[]
  ): readonly Readonly<Record<Column, string>>[]
  column(path: string, name: string): readonly string[]
  /** The value of a YAML file, unchecked. */
  entries(path: string): unknown
  paths(folder: string): readonly string[]
}

/** A letter or two that the script joins to a word: "و", "ب", "ال"; "ها". `form` is levelled for look-up. */
export interface Clitic extends Span {
  readonly form: string
}

/** One way to read a word. */
export interface WordReading {
  /** Levelled base form, as lists name it: for a verb its past tense, for a noun its singular. */
  readonly lemma: string
  /** Universal part of speech of the stem. */
  readonly upos: string
  /** The verb of a participle or verbal noun, levelled; the verb itself of a verb. */
  readonly verb: string | null
  /** Of nouns: one of people ("soldier"), people as one ("family"), neither. */
  readonly is: 'person' | 'people' | null
  readonly proclitics: readonly Clitic[]
  readonly enclitic: Clitic | null
  /** The word without what is joined to it. */
  readonly stem: Span
  /** False for a word that no list has: a name, most often. */
  readonly listed: boolean
  readonly number: 'singular' | 'dual' | 'plural' | null
  readonly gender: 'feminine' | 'masculine' | null
  /** Of verbs; null where the writing leaves it open. */
  readonly voice: 'active' | 'passive' | null
  readonly person: 1 | 2 | 3 | null
  readonly tense: 'past' | 'present' | 'future' | null
  /** Has an article, or is a name. */
  readonly definite: boolean
}

/** A token with its readings, the likeliest first. */
export interface Word extends Span {
  /** Number of its token in the report. */
  readonly token: number
  /** As lists write it: one letter for each that varies, no vowel signs. */
  readonly form: string
  readonly readings: readonly WordReading[]
}

/** Words that tie one body to another: "[مقربة من] الحزب". */
export interface AffiliationCue {
  /** Of its line in `affiliation-words.csv`. */
  readonly id: string
  readonly relation: string
  /** Number of the word with which the other body begins: the link may be joined to it. */
  readonly to: number
}

/** The layers that a language may read, and those it may ask for. */
interface Needs {
  entities: 'passages' | 'syntax'
  coreference: 'passages' | 'syntax' | 'entities'
  times: 'passages' | 'header' | 'syntax'
  quantities: 'passages' | 'syntax' | 'times'
  events: 'passages' | 'syntax' | 'entities' | 'times' | 'quantities' | 'actors' | 'places'
  casualties: 'passages' | 'syntax' | 'entities' | 'times' | 'quantities' | 'actors' | 'places' | 'events'
  crowds: 'passages' | 'syntax' | 'times' | 'quantities' | 'events' | 'casualties'
  contexts: 'passages' | 'syntax' | 'events' | 'casualties'
  speech: 'passages' | 'syntax' | 'entities' | 'times' | 'quantities' | 'actors' | 'events' | 'casualties'
}

export type ReadLayer = keyof Needs & Layer

/**
 * Reads the layer in the sentences of its language. Indices into its own layer (`partOf`, `sameAs`, `id`) count from 0 in what
 * it returns; whoever joins it with what others found moves them.
 */
export type LayerReader<L extends ReadLayer> = (
  report: Annotated<Needs[L]>,
  sentences: readonly Sentence[]
) => Layers[L]

/** A word that makes a statement less sure, as attribute/hedges.ts has it for English. */
export interface Doubt {
  readonly rule: string
  readonly word: Span
  readonly certainty: 'probable' | 'possible' | 'unstated'
  /** "reportedly": somebody says so, and nobody is named. */
  readonly hearsay: boolean
}

/** A statement that is no happening: a denied part in one, a missing confirmation. */
export interface ToldStatement {
  readonly about: 'denial' | 'no-confirmation' | 'motive'
  readonly span: Span
  /** Numbers of its tokens. */
  readonly words: readonly number[]
  readonly rule: string
}

/** What the gazetteer knows of a name: the largest place so called. */
export interface KnownName {
  /** A country, a province or a region. */
  readonly isWide: boolean
  readonly population: number
}

/** Words that name a place, and how: see `PlaceMention`. */
export interface NamedPlace extends Span {
  /** As the gazetteer is asked for it. */
  readonly name: string
  readonly use: PlaceMention['use']
  readonly position: PlaceMention['position']
  /** The word before says that it is a province ("wide") or a town, or the name is of something built or found in one place. */
  readonly sort: 'wide' | 'narrow' | 'site' | null
  /** Of a nationality: the code of its country. */
  readonly country: string | null
}

/** Where, for whom and when a report was filed, before its first sentence. */
export interface Dateline {
  readonly span: Span
  readonly place: string | null
  /** An outlet, an agency, or both with a date. */
  readonly credit: string | null
  readonly on: IsoDate | null
  /** A day without a year, as written: "Nov 5". */
  readonly day: string | null
}

export interface HeaderReader {
  /** `from`: where the paragraph begins. */
  datelineAt(text: string, from: number, isPlace: (name: string) => boolean): Dateline | null
  /** A line that is only a date, with its label. */
  isStamp(line: string): boolean
  dayIn(words: string): IsoDate | null
  /** Names of agencies in the language; `name` as in lexicons/en/agencies.csv. */
  readonly agencies: readonly {readonly form: string; readonly name: string}[]
}

/** Where a name may begin in a word: `front` are the letters joined before it, `first` is the rest, levelled. */
export interface WordStart {
  readonly from: number
  readonly first: string
  readonly front: string
}

export interface Language {
  /** As `passages` name it: ISO 639-1. */
  readonly id: string
  /** The words of a sentence; asked again it answers the same array. */
  words(syntax: Syntax, sentence: Sentence): readonly Word[]
  readonly readers: {readonly [L in ReadLayer]?: LayerReader<L>}
  readonly header?: HeaderReader
  /** A word as lists are compared: one letter for each that varies. */
  level(word: string): string
  startsOf(text: string, word: Word): readonly WordStart[]
  /** Names of places; `known` asks the gazetteer. */
  placesIn?(
    text: string,
    words: readonly Word[],
    known: (name: string) => KnownName | null
  ): readonly NamedPlace[]
  /** What weakens what the token tells. */
  doubts?(syntax: Syntax, token: number): readonly Doubt[]
  statements?(syntax: Syntax, sentence: Sentence): readonly ToldStatement[]
  /** Whether words that tie one body to another begin at a word. */
  tieAt?(words: readonly Word[], at: number): AffiliationCue | null
  /** Names of the rules of `codebook/patterns/ID/` that hold anywhere in a report, for their examples. */
  rulesIn?(report: Annotated<Layer>): readonly string[]
}

/** Compiles a language over the lists; done once for a codebook. */
export type LanguageMaker = (lists: Lists) => Language
