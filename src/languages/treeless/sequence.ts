/**
 * A sequence of words as an analyst writes it, for languages that are read without trees.
 *
 *     "قتل/verb ..4 count=<number>"      a form of قتل as a verb, up to four words that are no verb, a number of people
 *     "ب+حجارة|حجر"                      either noun, with the preposition joined to it
 *     "outcome=@casualty-words/noun و+@casualty-words/noun"   two words of a list in a row
 *
 * The whole of it: docs/languages.md.
 */
export type SpanKind = 'number' | 'one' | 'none' | 'actor' | 'place' | 'time'

/** What one element asks of a word: to be one of these, and to have the features. */
export interface WordTest {
  readonly oneOf: readonly {
    /** Base forms or forms, levelled; null: any word. */
    readonly forms: ReadonlySet<string> | null
    /** Letters that must be joined before the word. */
    readonly joined: string | null
  }[]
  /** Name of a list of the language that the word must be of. */
  readonly list: string | null
  /** Of each group one must hold: "/verb/past|present". */
  readonly features: readonly (readonly string[])[]
}

export type Element = {readonly name: string | null; readonly optional: boolean} & (
  | {readonly kind: 'word'; readonly test: WordTest}
  | {readonly kind: 'span'; readonly span: SpanKind; readonly head: WordTest | null}
  | {readonly kind: 'told'; readonly joined: string | null; readonly test: WordTest | null}
  /** Zero or more words; whether verbs, and marks other than full stops, may be among them. */
  | {readonly kind: 'gap'; readonly most: number; readonly verbs: boolean; readonly marks: boolean}
  /** The next word is none of these. */
  | {readonly kind: 'not'; readonly test: WordTest}
  | {readonly kind: 'start'}
  | {readonly kind: 'end'}
)

/** Features that a word may be asked for. */
const features = new Set(
  'verb noun adj num passive active past present singular dual plural feminine masculine definite indefinite person people bare'.split(
    ' '
  )
)
const spans = new Set<string>(['number', 'one', 'none', 'actor', 'place', 'time'])
const longestGap = 20

/** Throws an Error that says what is wrong with the text. */
export function readSequence(text: string, level: (word: string) => string): readonly Element[] {
  const elements = text
    .trim()
    .split(/\s+/)
    .map(part => elementOf(part, level))
  if (!elements.some(element => isAnchor(element) || (element.kind === 'span' && !element.optional)))
    throw new Error(`"${text}" names no word; write one, or a list ("@name")`)
  return elements
}

/** Whether it is sought by a word, so that a sentence without it costs nothing. */
export function isAnchor({kind, optional, ...element}: Element): boolean {
  if (optional) return false
  if (kind === 'told') return true
  const {test} = element as {test?: WordTest}
  return (
    kind === 'word' &&
    test !== undefined &&
    (test.list !== null || test.oneOf.every(({forms}) => forms !== null))
  )
}

function elementOf(part: string, level: (word: string) => string): Element {
  const [, name = null, body, mark] = /^(?:([a-z-]+)=)?(.+?)(\?)?$/.exec(part) ?? []
  if (!body) throw new Error(`"${part}" is no element`)
  const common = {name, optional: mark === '?'}
  if (body === '^') return {...common, kind: 'start'}
  if (body === '$') return {...common, kind: 'end'}
  const gap = /^(\.\.,?|~)(\d+)$/.exec(body)
  if (gap) {
    const most = Number(gap[2])
    if (most < 1 || most > longestGap)
      throw new Error(`"${part}": a gap has 1 to ${longestGap} words; write a smaller number`)
    return {...common, kind: 'gap', most, verbs: gap[1] === '~', marks: gap[1] !== '..'}
  }
  const span = /^(?:([^+|<]+)\+)?<([a-z]+)((?:\/[a-z]+)*)(?::(.+))?>$/.exec(body)
  if (span) {
    const [, joined, what, asked, inner] = span
    if (what === 'told')
      return {
        ...common,
        kind: 'told',
        joined: joined ? level(joined) : null,
        test: asked || inner ? testOf(`${inner ?? '*'}${asked}`, level) : null
      }
    if (!spans.has(what!))
      throw new Error(`"${part}": write <told> or one of ${[...spans].map(kind => `<${kind}>`).join(', ')}`)
    return {...common, kind: 'span', span: what as SpanKind, head: inner ? testOf(inner, level) : null}
  }
  if (body.startsWith('!')) return {...common, kind: 'not', test: testOf(body.slice(1), level)}
  return {...common, kind: 'word', test: testOf(body, level)}
}

function testOf(body: string, level: (word: string) => string): WordTest {
  const [words = '', ...parts] = body.split('/')
  const asked = parts.map(part => part.split('|'))
  const unknown = asked.flat().find(feature => !features.has(feature))
  if (unknown !== undefined)
    throw new Error(`"${body}": unknown feature "${unknown}"; write one of ${[...features].join(', ')}`)
  if (words.includes('@')) {
    const [, joined, list = ''] = /^(?:([^+]+)\+)?@(.+)$/.exec(words) ?? []
    return {oneOf: [{forms: null, joined: joined ? level(joined) : null}], list, features: asked}
  }
  const joinedTo = (word: string) => /^([^+]+)\+/.exec(word)?.[1] ?? ''
  // "ب+حجر|حجارة": the letter holds for what follows it, up to another.
  let last = ''
  const alternatives = words.split('|').map(word => {
    last = joinedTo(word) || last
    return {joined: last, form: word.slice(joinedTo(word) ? joinedTo(word).length + 1 : 0)}
  })
  const groups = Map.groupBy(alternatives, ({joined}) => joined)
  return {
    oneOf: [...groups].map(([joined, own]) => ({
      joined: joined ? level(joined) : null,
      forms: own.some(({form}) => form === '*') ? null : new Set(own.map(({form}) => level(form)))
    })),
    list: null,
    features: asked
  }
}
