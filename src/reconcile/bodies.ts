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
 * The words that say nothing of the body stand in codebook/lexicons/en/origin-words.csv.
 */
import {UnionFind} from '../algorithms/union-find.ts'
import type {Codebook} from '../codebook/codebook.ts'
import {countries} from '../codebook/countries.ts'
import type {Attribution, CodedReport, SourceKind} from '../model/contract.ts'
import type {Beside} from './named-beside.ts'

export interface Body {
  /** Id in the registry, where the report's actor has one. */
  readonly known: string | null
  /** What tells it from others, sorted. */
  readonly words: readonly string[]
  /** It is a body only if it takes up the name of another of its report. */
  readonly takesUp: boolean
}

export interface SourceReader {
  /** Null: nobody in particular, or no kind of source that could be one body. */
  bodyOf(origin: Pick<Attribution, 'source' | 'kind' | 'actor'>, actors: CodedReport['actors']): Body | null
  /** The words of a source without articles and numbers, sorted: who two sentences of one outlet mean alike. */
  wordsOf(source: string): string[]
  /** Who stands beside a source in apposition, as a body: a person by the last two of his names, or what he speaks for. */
  besideOf(beside: Beside): Body | null
  /** An outlet or agency as a body, by its key: what "the observatory" means in a report that the observatory published. */
  publisher(name: string, key: string): Body
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

  // Of an "Eagles Media Office" the Eagles alone tell whose it is.
  const publisherWords = (name: string) => {
    const all = namesIn(name)
    return rowOf(all.at(-1) ?? '')?.part === 'person' ? all.filter(word => !rowOf(word)) : all
  }
  const reader: SourceReader = {
    publisher: (name, key) => ({
      known: key,
      words: [...new Set(publisherWords(name))].sort(),
      takesUp: false
    }),
    besideOf({words, isPerson}) {
      if (!isPerson) return reader.bodyOf({source: words, kind: 'official', actor: null}, [])
      return {known: null, words: wordsIn(words).slice(-2).sort(), takesUp: false}
    },
    wordsOf: source => [...new Set(namesIn(source))].sort(),
    bodyOf({source, kind, actor: id}, actors) {
      // "The Medics Union" is a name whatever its kind; "the union" may take one up.
      const isName = /^(?:[Tt]he )?\p{Lu}[\p{L}-]+ (?:of |for |and |the )*\p{Lu}/u.test(source)
      // A headline's "Agency: 38 dead" is the agency that the report names.
      const isShort =
        kind === 'unnamed' ? /^the /i.test(source) : kind === 'agency' && /^agency$/i.test(source)
      // A "Federation of Field Reporters" is a body; "Our Correspondent" is none.
      const isNamed =
        isName && (kind === 'unnamed' || (kind === 'correspondent' && / (?:of|for) /.test(source)))
      if (!bodily.has(kind) && !isNamed && !isShort) return null
      const actor = actors.find(other => other.id === id)
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
  return reader
}

/** A body as one report names it, by the key under which it stands for itself. */
export function bodyKey({known, words}: Body): string {
  return known ?? `"${words.join(' ')}"`
}

export interface NamedBody {
  /** Null: by itself the source is nobody in particular. */
  readonly body: Body | null
  /** What it is called besides, in apposition. */
  readonly beside: Body | null
  readonly report: string
}

/**
 * For each body as a report names it, the body it is: "the ministry" is the one ministry of that report, else the one of all reports.
 * Null: several it may be, so that it is the report's own. `besides`: whom the reports quote on anything else.
 */
export function bodyIdentity(
  all: readonly NamedBody[],
  besides: readonly {readonly body: Body; readonly report: string}[]
): (named: NamedBody) => string | null {
  const single = all.flatMap(({body, beside, report}) =>
    [body, beside].flatMap(one => (one ? [{body: one, report}] : []))
  )
  const distinct = new Map(single.map(({body}) => [`${bodyKey(body)} ${body.words.join(' ')}`, body]))
  const bodies = [...distinct.values()]
  const inReport = Map.groupBy(single, ({report}) => report)
  const elsewhere = Map.groupBy(besides, ({report}) => report)
  const decided = new Map<string, string | null>()

  const byItself = (body: Body, report: string) => {
    if (body.known) return body.known
    const at = `${report}/${bodyKey(body)}`
    if (!decided.has(at)) {
      const widerIn = (named: ReadonlyMap<string, readonly {readonly body: Body}[]>) =>
        theOne(
          widerThan(
            body,
            (named.get(report) ?? []).map(other => other.body)
          )
        )
      const here = widerIn(inReport) ?? (body.takesUp ? widerIn(elsewhere) : null)
      decided.set(at, here ? among(here, bodies) : body.takesUp ? null : among(body, bodies))
    }
    return decided.get(at)!
  }
  const keysOf = ({body, beside, report}: NamedBody) =>
    [body, beside].flatMap(one => (one ? (byItself(one, report) ?? []) : []))
  const oneOf = joined(all.map(keysOf))
  return named => oneOf(keysOf(named)[0] ?? null)
}

/** Keys that stand together are one; the first of them in order stands for all, so that the order of reports plays no part. */
function joined(together: readonly (readonly string[])[]): (key: string | null) => string | null {
  const keys = [...new Set(together.flat())].sort()
  const number = new Map(keys.map((key, i) => [key, i]))
  const sets = new UnionFind(keys.length)
  for (const [one, other] of together) {
    if (one === undefined || other === undefined) continue
    const [a, b] = [sets.find(number.get(one)!), sets.find(number.get(other)!)]
    if (a !== b) sets.join(Math.max(a, b), Math.min(a, b))
  }
  return key => (key === null ? null : keys[sets.find(number.get(key)!)]!)
}

/** Among all bodies: itself where none is wider, else what the one that is wider means; null where several may be meant. */
function among(body: Body, bodies: readonly Body[]): string | null {
  if (body.known) return body.known
  const wider = widerThan(body, bodies)
  if (wider.length === 0) return bodyKey(body)
  const one = theOne(wider)
  return one && among(one, bodies)
}

function widerThan(body: Body, bodies: readonly Body[]): Body[] {
  return bodies.filter(other => !other.takesUp && isWider(other, body))
}

/** Of several that are wider, one that has the words of all others. */
function theOne(wider: readonly Body[]): Body | null {
  if (new Set(wider.map(bodyKey)).size === 1) return wider[0]!
  return wider.find(one => wider.every(other => other === one || isWider(one, other))) ?? null
}

/** Whether it has all the words and more, or is an entry of the registry that has them or none besides. */
function isWider(wide: Body, narrow: Body): boolean {
  const holds = (a: Body, b: Body) => b.words.length > 0 && b.words.every(word => a.words.includes(word))
  if (wide.known) return holds(wide, narrow) || holds(narrow, wide)
  return holds(wide, narrow) && wide.words.length > narrow.words.length
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
