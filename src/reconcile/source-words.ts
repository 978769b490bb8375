/**
 * What a source is called in another language, in the English words by which bodies are told apart, so that one body told of in
 * two languages is one account.
 *
 *     "المستشفى الإقليمي"                  "the regional hospital"
 *     "المتحدث باسم وزارة الداخلية"         "the spokesman for the interior ministry"
 *     "مصدر أمني في الموصل"                 "security source in Mosul"
 *     "مستشفى السلام الميداني"              "the field السلام hospital": a name stays as it is
 *
 * It is no translation to show: the head comes last, as bodies.ts looks for it. Lists: lexicons/ID/source-words.csv, head first.
 */
import type {Codebook} from '../codebook/codebook.ts'
import {countries} from '../codebook/countries.ts'
import {listed} from '../codebook/csv.ts'
import type {Language} from '../languages/language.ts'
import {languagesOf} from '../languages/readers.ts'
import type {Attribution, CodedReport} from '../model/contract.ts'

export interface SourceInEnglish {
  readonly words: string
  /** The words that are names, as no list has them: of places by the gazetteer, all others in their own letters. */
  readonly names: ReadonlySet<string>
  /** The source up to where the name of a person may begin, as written and in English; null where nothing is left. */
  readonly unnamed: {readonly written: string; readonly words: string} | null
}

type Report = Pick<CodedReport, 'places' | 'passages'>

/**
 * `source`: with the words that name it in the report; without them it is of the language of the report's first passage. Null for English,
 * and for a language that has no list.
 */
export type SourceTranslator = (
  source: Pick<Attribution, 'source' | 'quote'>,
  report: Report
) => SourceInEnglish | null

/** What a word, or a few of them, are in English. */
interface Listed {
  readonly part: string
  readonly as: string
}

interface Piece {
  readonly english: string
  /** `unlisted`: a name; `place`: one that the report's places have. */
  readonly part: 'link' | 'name' | 'rank' | 'word' | 'unlisted' | 'place'
  readonly isDefinite: boolean
  /** How many words of the source it takes. */
  readonly length: number
}

export function sourceTranslator(codebook: Codebook): SourceTranslator {
  const paths = new Set(codebook.paths('lexicons'))
  const byId = new Map(
    languagesOf(codebook)
      .filter(({id}) => paths.has(`lexicons/${id}/source-words.csv`))
      .map(language => [language.id, readerOf(codebook, language)])
  )
  return ({source, quote}, {passages, places}) => {
    const passage = quote ? passages.find(({from, to}) => from <= quote.from && quote.from < to) : passages[0]
    const read = passage && byId.get(passage.language)
    return read ? read(source, places) : null
  }
}

function readerOf(codebook: Codebook, language: Language) {
  const {level} = language
  const byForm = new Map<string, Listed>()
  const articles: {readonly form: string; readonly as: string}[] = []
  for (const {form, part, as} of codebook.table(`lexicons/${language.id}/source-words.csv`, [
    'id',
    'form',
    'part',
    'as'
  ]))
    for (const spelling of listed(form).map(level)) {
      if (part === 'article') articles.push({form: spelling, as})
      else if (!byForm.has(spelling)) byForm.set(spelling, {part, as})
    }
  const longest = Math.max(...[...byForm.keys()].map(form => form.split(' ').length))
  const nations = countries(codebook)
  for (const {form, country} of codebook.table(`lexicons/${language.id}/demonyms.csv`, ['form', 'country']))
    if (!byForm.has(level(form)))
      byForm.set(level(form), {part: '', as: nations.demonymOf(country).toLowerCase()})

  /** A word without its article, and whether it has one. */
  const bare = (word: string) => {
    const article = articles.find(({form}) => word.startsWith(form) && word.length - form.length > 1)
    return article ? {word: word.slice(article.form.length), isDefinite: true} : {word, isDefinite: false}
  }
  const ofList = (words: readonly string[]) => {
    const form = words.map(word => bare(word).word).join(' ')
    // A feminine is its masculine with a letter behind it.
    return byForm.get(words.join(' ')) ?? byForm.get(form) ?? byForm.get(form.replace(/ة$/, ''))
  }

  return (source: string, places: Report['places']): SourceInEnglish => {
    const written = source.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word))
    const placeNames = new Map(
      // A place that the gazetteer does not have is called as the report calls it.
      places.flatMap(({name, mentions}) =>
        !/\p{Script=Latin}/u.test(name)
          ? []
          : mentions.map(({text}) => [plain(text), name.toLowerCase()] as const)
      )
    )
    function plain(text: string): string {
      return text
        .split(/\s+/)
        .map(word => level(word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '')))
        .join(' ')
    }
    const words = written.map(plain)

    /** What stands at a word, as it is or behind letters joined to it. */
    const pieceAt = (i: number): readonly Piece[] => {
      const word = {token: 0, from: 0, to: words[i]!.length, form: words[i]!, readings: []}
      for (const {first, front} of language.startsOf(words[i]!, word))
        for (let length = Math.min(longest, words.length - i); length > 0; length--) {
          const own = [first, ...words.slice(i + 1, i + length)]
          const place =
            placeNames.get(own.join(' ')) ?? placeNames.get(own.map(one => bare(one).word).join(' '))
          const entry = ofList(own)
          if (place === undefined && !entry) continue
          const isDefinite = own.some(one => bare(one).isDefinite)
          // What is joined to the very first word only says how the source is brought in.
          const link = i > 0 && front ? byForm.get(front.at(-1)!) : undefined
          return [
            ...(link ? [{english: link.as, part: 'link', isDefinite: false, length: 0} as const] : []),
            entry
              ? {english: entry.as, part: partOf(entry), isDefinite, length}
              : {english: place!, part: 'place', isDefinite, length}
          ]
        }
      const {word: english, isDefinite} = bare(words[i]!)
      return [{english, part: 'unlisted', isDefinite, length: 1}]
    }

    const pieces: Piece[] = []
    let unnamed: SourceInEnglish['unnamed'] | undefined
    for (let i = 0; i < words.length; ) {
      const found = pieceAt(i)
      if (unnamed === undefined && beginsName(pieces, found.at(-1)!))
        unnamed = isTelling(pieces) ? {written: written.slice(0, i).join(' '), words: inOrder(pieces)} : null
      pieces.push(...found)
      i += found.reduce((sum, {length}) => sum + length, 0)
    }
    const all = inOrder(pieces)
    const named = pieces.filter(({part}) => part === 'unlisted' || part === 'place')
    return {
      words: all,
      names: new Set(named.flatMap(({english}) => english.match(/[\p{L}\p{N}]+/gu) ?? [])),
      unnamed: unnamed === undefined ? {written: written.join(' '), words: all} : unnamed
    }
  }
}

function partOf({part}: Listed): Piece['part'] {
  return part === 'link' || part === 'name' || part === 'rank' ? part : 'word'
}

/**
 * Whether the name of a person may begin at a word: one that no list has, unless it goes on with the name of a body or a place.
 * "مستشفى [السلام]" and "مصدر في [السلام]" do, "وزير الصحة [سالم ...]" and "مستشفى السلام [سالم ...]" do not.
 */
function beginsName(before: readonly Piece[], {part, isDefinite}: Piece): boolean {
  if (part !== 'unlisted') return false
  const last = before.at(-1)
  if (last?.part === 'name') return last.isDefinite && !isDefinite
  return last?.part !== 'link' || !isDefinite
}

/** Of "the colonel" whose name follows nothing is left; of "the health minister" his office is. */
function isTelling(pieces: readonly Piece[]): boolean {
  return pieces.some(({part}) => part === 'name' || part === 'word' || part === 'place')
}

/** Each part between two links in the order of English: its head last. */
function inOrder(pieces: readonly Piece[]): string {
  const parts: string[][] = [[]]
  const definite = [false]
  for (const [i, {part, english, isDefinite}] of pieces.entries())
    if (part === 'link') {
      parts.push([english], [])
      definite.push(false, false)
    } else {
      parts.at(-1)!.unshift(english)
      // "Hospital (of) Jenin" is the Jenin hospital: a name makes what belongs to it the one that there is.
      const isNamed = pieces[i - 1]?.part === 'name' && (part === 'unlisted' || part === 'place')
      if (isDefinite || isNamed) definite[definite.length - 1] = true
    }
  return parts
    .flatMap((words, i) => (definite[i] ? ['the', ...words] : words))
    .filter(Boolean)
    .join(' ')
}
