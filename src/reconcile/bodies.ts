/**
 * Which body a source is, so that the same ministry, hospital or group quoted by two outlets is one account.
 *
 *     "Iraq's health ministry", "the health minister"       one body
 *     "the ministry", where one ministry alone speaks       that one
 *     "a spokesman for the Volta Brigade"                   the Volta Brigade
 *     "a doctor at the district hospital"                   the district hospital
 *     "the hospital in the city", where one alone speaks    that one
 *     "the network", in a report that quotes one            that one
 *     "the district head, Musa Dogo", "Musa Dogo"           one man
 *     "police sources", "two security officials"            nobody in particular: of the outlet that quotes them
 *
 *     "المستشفى الإقليمي", "the regional hospital"           one body: source-words.ts
 *
 * The words that say nothing of the body stand in codebook/lexicons/en/origin-words.csv.
 */
import type {Codebook} from '../codebook/codebook.ts'
import {countries} from '../codebook/countries.ts'
import type {Attribution, CodedReport, SourceKind} from '../model/contract.ts'
import type {Beside} from './named-beside.ts'
import {sourceTranslator} from './source-words.ts'

export interface Body {
  /** Id in the registry, where the report's actor has one. */
  readonly known: string | null
  /** What tells it from others, sorted. */
  readonly words: readonly string[]
  /** It is a body only if it takes up the name of another of its report. */
  readonly takesUp: boolean
  /** Those of its words that are names, where the source is in another language than English. */
  readonly foreign?: ReadonlySet<string>
}

type Report = Pick<CodedReport, 'actors' | 'places' | 'passages'>

export interface SourceReader {
  /** Null: nobody in particular, or no kind of source that could be one body. */
  bodyOf(origin: Omit<Attribution, 'cue'>, report: Report): Body | null
  /** The same without what may be the name of a person; of a source in another language than English only, else null. */
  unnamed(
    origin: Omit<Attribution, 'cue'>,
    report: Report
  ): {readonly written: string; readonly body: Body | null} | null
  /** The words of a source without articles and numbers, sorted: who two sentences of one outlet mean alike. */
  wordsOf(origin: Pick<Attribution, 'source' | 'quote'>, report: Report): string[]
  /** Who stands beside a source in apposition, as a body: a person by the last two of his names, or what he speaks for. */
  besideOf(beside: Beside): Body | null
  /** An outlet or agency as a body, by its key: what "the observatory" means in a report that the observatory published. */
  publisher(name: string, key: string, report: Report): Body
}

const bodily = new Set<SourceKind>([
  'official',
  'medical',
  'armed-group',
  'party',
  'medium',
  'security',
  'document'
])
const empty = new Set(
  'a an the of in to for from by at on and or its his her their s one two three four five six some other another local'.split(
    ' '
  )
)

export function sourceReader(codebook: Codebook): SourceReader {
  const rows = codebook.table('lexicons/en/origin-words.csv', ['id', 'form', 'part', 'as'])
  const byForm = new Map(rows.map(row => [row.form, row]))
  const rowOf = (word: string) => byForm.get(word) ?? byForm.get(singular(word))
  const ofCountries = new Set(countries(codebook).forms.map(({form}) => form.toLowerCase()))

  const translate = sourceTranslator(codebook)
  /** In words of English, and whether they are another language's. */
  const inEnglish = (source: Pick<Attribution, 'source' | 'quote'>, report: Report) =>
    translate(source, report)?.words ?? source.source

  // Of an "Eagles Media Office" the Eagles alone tell whose it is.
  const publisherWords = (name: string) => {
    const all = namesIn(name)
    return rowOf(all.at(-1) ?? '')?.part === 'person' ? all.filter(word => !rowOf(word)) : all
  }
  const reader: SourceReader = {
    publisher: (name, key, report) => ({
      known: key,
      words: [...new Set(publisherWords(inEnglish({source: name, quote: null}, report)))].sort(),
      takesUp: false
    }),
    besideOf({words, isPerson}) {
      if (!isPerson) return readBody(words, 'official', undefined)
      return {known: null, words: wordsIn(words).slice(-2).sort(), takesUp: false}
    },
    wordsOf: (origin, report) => [...new Set(namesIn(inEnglish(origin, report)))].sort(),
    bodyOf(origin, report) {
      const {kind, actor} = origin
      const translated = translate(origin, report)
      const known = report.actors.find(({id}) => id === actor)
      const body = readBody(translated?.words ?? origin.source, kind, known)
      return body && translated ? {...body, foreign: translated.names} : body
    },
    unnamed(origin, report) {
      const translated = translate(origin, report)
      if (!translated) return null
      if (!translated.unnamed) return {written: '', body: null}
      const {written, words} = translated.unnamed
      const body = readBody(words, origin.kind, undefined)
      return {written, body: body && {...body, foreign: translated.names}}
    }
  }
  return reader

  /** `actor`: whom the report takes the source for. */
  function readBody(
    source: string,
    kind: SourceKind,
    actor: CodedReport['actors'][number] | undefined
  ): Body | null {
    // "The Medics Union" is a name whatever its kind; "the union" may take one up.
    const isName = /^(?:[Tt]he )?\p{Lu}[\p{L}-]+ (?:of |for |and |the )*\p{Lu}/u.test(source)
    // A headline's "Agency: 38 dead" is the agency that the report names.
    const isShort = kind === 'unnamed' ? /^the /i.test(source) : kind === 'agency' && /^agency$/i.test(source)
    // A "Federation of Field Reporters" is a body; "Our Correspondent" is none.
    const isNamed =
      isName && (kind === 'unnamed' || (kind === 'correspondent' && / (?:of|for) /.test(source)))
    if (!bodily.has(kind) && !isNamed && !isShort) return null
    const all = namesIn(source)
    // "Sources in the brigade" are many; the "medics' union" is one.
    const head = wordsIn(source.split(/,| (?:of|in|at|from|for|with|near|inside|who) /)[0]!).at(-1) ?? ''
    const isMany = rowOf(head)?.part === 'many'
    const partOf = (word: string | undefined) => (word === undefined ? undefined : rowOf(word)?.part)
    const told = all.filter((word, i) => {
      const part = partOf(word)
      // Of a "union of hospital medics" the hospital is none of the words that name it.
      if (part === 'site') return isMany || partOf(all[i + 1]) !== 'many'
      return !part || part === 'same' || (!isMany && part === 'many')
    })
    const own = told.map(word => rowOf(word)?.as || word).filter(word => !ofCountries.has(word))
    // Of "sources in the brigade" nobody can say that two outlets mean the same ones.
    // A hospital speaks through its doctors, if its name says which or "the" that there is one.
    const isSite =
      kind === 'medical' && own.length === 1 && /\b(?:the|its) /i.test(source) && partOf(own[0]) === 'site'
    const isOne =
      kind === 'medical'
        ? (own.length > 1 || isSite) && !/ and /.test(source)
        : kind === 'medium' && actor?.known
    if (isMany && !isOne) return null
    const words = own.length ? own : told
    if (!actor?.known && words.length === 0) return null
    // "The network" takes up a name; "the Front" is one cut short, and "the prison service" says which it is.
    const takesUp = isShort && !isName && words.length < 2 && !/^the \p{Lu}/u.test(source)
    return {known: actor?.known ?? null, words: [...new Set(words)].sort(), takesUp}
  }
}

/** A body as one report names it, by the key under which it stands for itself. */
export function bodyKey({known, words}: Body): string {
  return known ?? `"${words.join(' ')}"`
}

function namesIn(source: string): string[] {
  return wordsIn(source).filter(word => !empty.has(word))
}

function wordsIn(source: string): string[] {
  return (
    source
      .toLowerCase()
      .replace(/(\p{L})['’]s\b/gu, '$1')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

function singular(word: string): string {
  if (/(?:sses|ches|shes|xes)$/.test(word)) return word.slice(0, -2)
  if (word.endsWith('men')) return `${word.slice(0, -3)}man`
  return word.endsWith('s') ? word.slice(0, -1) : word
}
