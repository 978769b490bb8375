/**
 * Tells which sentences of a text are worth a tree: those with a word that may tell a happening, and those near them that credit or tie somebody.
 *
 *     "Gunmen attacked a bus."             read: attacked
 *     "Police said so on Monday."          read when such a sentence stands at most two away
 *     "The bus company was founded in 1962 and owns 40 vehicles."   left alone
 *
 * Words are looked up by every base form they could have, for nothing is tagged
 * yet. In mixed news this leaves a third of all words unread.
 */
import type {Codebook} from '../codebook/codebook.ts'
import {eventTypes} from '../codebook/event-types.ts'
import {type IrregularForm, lemmatizer} from '../languages/en/lemmas.ts'

/** How far from a telling sentence one that credits somebody is read, in sentences. */
const near = 2
const tags = ['VBD', 'VBN', 'VBG', 'VBZ', 'NNS']
const mostKept = 50_000

const silent = 0
const credits = 1
const tells = 2

/** For the sentences of a text, as rows of words: whether each is to be read. */
export function sentencesToRead(
  codebook: Codebook
): (sentences: readonly (readonly string[])[]) => boolean[] {
  const telling = new Set<string>()
  for (const {triggers} of eventTypes(codebook))
    for (const {verb, noun} of triggers)
      for (const [first] of (verb ?? noun)!) telling.add(first!.split('-')[0]!)
  for (const form of codebook.column('lexicons/en/outcome-words.csv', 'form'))
    telling.add(form.split(' ')[0]!)
  const crediting = new Set(
    ['attribution-cues', 'affiliation-words'].flatMap(name =>
      codebook.column(`lexicons/en/${name}.csv`, 'form').map(form => form.split(' ')[0]!)
    )
  )
  const lemmaOf = lemmatizer(irregularForms(codebook), () => Number.POSITIVE_INFINITY)
  const known = new Map<string, number>()

  return sentences => {
    const kinds = sentences.map(forms => forms.reduce((most, form) => Math.max(most, kindOf(form)), silent))
    return kinds.map(
      (kind, i) =>
        kind === tells ||
        (kind === credits && kinds.slice(Math.max(0, i - near), i + near + 1).includes(tells))
    )
  }

  function kindOf(form: string): number {
    const word = form.toLowerCase()
    const found = known.get(word)
    if (found !== undefined) return found
    const lemmas = [word, ...tags.map(tag => lemmaOf(word, tag))]
    const kind = lemmas.some(lemma => telling.has(lemma))
      ? tells
      : lemmas.some(lemma => crediting.has(lemma))
        ? credits
        : silent
    if (known.size >= mostKept) known.clear()
    known.set(word, kind)
    return kind
  }
}

/** The rows of the codebook's table of irregular forms. */
export const irregularForms = (codebook: Codebook): readonly IrregularForm[] =>
  codebook.table('lexicons/en/irregular-forms.csv', ['form', 'tag', 'lemma'])
