/**
 * The languages that are read without a tree, and what they add to a layer. To add one: docs/languages.md.
 */
import type {Annotated, Layers} from '../model/layers.ts'
import type {Sentence, Syntax} from '../model/syntax.ts'
import {arabic} from './ar/arabic.ts'
import {spanish} from './es/spanish.ts'
import type {
  Doubt,
  Language,
  LanguageMaker,
  LayerReader,
  Lists,
  ReadLayer,
  ToldStatement
} from './language.ts'

const makers: readonly LanguageMaker[] = [arabic, spanish]

const made = new WeakMap<Lists, readonly Language[]>()

/** The languages over these lists, made once. */
export function languagesOf(lists: Lists): readonly Language[] {
  let languages = made.get(lists)
  if (!languages) made.set(lists, (languages = makers.map(make => make(lists))))
  return languages
}

/**
 * For a stage: what the languages find for its layer, behind what it found itself. A report without a sentence of theirs costs
 * a look at its sentences, once.
 */
export function inLanguages<L extends ReadLayer>(
  lists: Lists,
  layer: L
): (report: Parameters<LayerReader<L>>[0], found: Layers[L]) => Layers[L] {
  const readers = languagesOf(lists).flatMap(({id, readers}) => {
    const read = readers[layer] as LayerReader<L> | undefined
    return read ? [{id, read}] : []
  })
  return (report, found) => {
    let all = found as readonly object[]
    for (const {id, read} of readers) {
      const sentences = sentencesIn(report as Annotated<'passages' | 'syntax'>, id)
      if (sentences.length > 0) all = joined(all, read(report, sentences) as readonly object[])
    }
    return all as unknown as Layers[L]
  }
}

/** Moves indices into the layer itself behind what is there. */
function joined(before: readonly object[], added: readonly object[]): readonly object[] {
  const by = before.length
  if (by === 0) return added
  return [...before, ...added.map(entry => Object.assign({...entry}, moved(entry, by)))]
}

function moved(entry: {partOf?: number | null; sameAs?: number | null; id?: unknown}, by: number) {
  const index = (value: number | null | undefined) => (value == null ? value : value + by)
  return {
    ...('partOf' in entry && {partOf: index(entry.partOf)}),
    ...('sameAs' in entry && {sameAs: index(entry.sameAs)}),
    ...(typeof entry.id === 'number' && {id: index(entry.id)})
  }
}

const grouped = new WeakMap<Syntax, ReadonlyMap<string, readonly Sentence[]>>()
const none: readonly Sentence[] = []

/** Sentences of the language that are no boilerplate. */
export function sentencesIn(
  {syntax, passages}: Annotated<'passages' | 'syntax'>,
  language: string
): readonly Sentence[] {
  let groups = grouped.get(syntax)
  if (!groups) {
    groups = Map.groupBy(
      syntax.sentences.filter(({passage}) => passages[passage]!.kind !== 'boilerplate'),
      sentence => sentence.language
    )
    grouped.set(syntax, groups)
  }
  return groups.get(language) ?? none
}

/** What weakens what a token of such a language tells. */
export function doubtsInLanguages(lists: Lists): (syntax: Syntax, token: number) => readonly Doubt[] {
  const byId = new Map(languagesOf(lists).map(language => [language.id, language]))
  return (syntax, token) => {
    const {language} = syntax.sentences[syntax.tokens[token]!.sentence]!
    return byId.get(language)?.doubts?.(syntax, token) ?? []
  }
}

/** What a sentence of such a language tells besides happenings and figures. */
export function statementsInLanguages(
  lists: Lists
): (syntax: Syntax, sentence: Sentence) => readonly ToldStatement[] {
  const byId = new Map(languagesOf(lists).map(language => [language.id, language]))
  return (syntax, sentence) => byId.get(sentence.language)?.statements?.(syntax, sentence) ?? []
}
