/**
 * Says the server's English sentences in another language: why a value holds, what speaks for two reports being one event.
 *
 *     'over {names:names}'                  English, with slots; a slot without a kind is a name, which stays as it is
 *     'مدى أرقام: {names}'                  what is said for it
 *
 * A kind is another list of such pairs ("names": "A and B", "A and 3 others"), or one of `writers`. No slot is searched for
 * twice: the text between two slots is looked for where it first stands. What fits no pair is said by nobody: null.
 */
import type {PluralMessage} from './catalogue.ts'

/** English with slots, and what is said for it; by number where it has forms: the slot `n` chooses. */
export type Pair = readonly [english: string, said: string | PluralMessage]

/** Lists of pairs by their kind; "sentences" is what a text is. */
export type Sentences = Readonly<Record<string, readonly Pair[]>> & {readonly sentences: readonly Pair[]}

/** Writes the text of a slot; null where it is none of its kind. */
export type Writer = (text: string) => string | null

interface Template {
  /** The texts around the slots: one more than slots. */
  readonly literals: readonly string[]
  readonly slots: readonly {readonly name: string; readonly kind: string}[]
  readonly said: string | PluralMessage
}

/** Longer ones are no sentences of the server. */
const longest = 2000

/** `writer`: of a kind that has no list. `form`: which form of a number. */
export type Sayer = (
  writer: (kind: string) => Writer,
  form: (message: PluralMessage, n: number) => string
) => Writer

/** Made once for a language; quick for each sentence. */
export function sayerOf(sentences: Sentences): Sayer {
  return (writer, form) => {
    const lists = new Map(
      Object.entries(sentences).map(([kind, pairs]) => [
        kind,
        pairs.map(templateOf).toSorted((a, b) => literalLength(b) - literalLength(a))
      ])
    )
    const writers = new Map<string, Writer>()
    for (const {kind} of [...lists.values()].flatMap(list => list.flatMap(({slots}) => slots)))
      if (!lists.has(kind) && !writers.has(kind)) writers.set(kind, writer(kind))

    const say = (kind: string, text: string): string | null => {
      const list = lists.get(kind)
      if (!list) return writers.get(kind)!(text)
      for (const template of list) {
        const said = fill(template, text)
        if (said !== null) return said
      }
      return null
    }
    const fill = ({literals, slots, said}: Template, text: string): string | null => {
      const found = cut(text, literals)
      if (!found) return null
      const values: Record<string, string> = {}
      for (const [i, {name, kind}] of slots.entries()) {
        const value = say(kind, found[i]!)
        if (value === null) return null
        values[name] = value
      }
      const n = found[slots.findIndex(({name}) => name === 'n')] ?? ''
      const message = typeof said === 'string' ? said : form(said, Number(n))
      return message.replace(/\{(\w+)\}/g, (_, name: string) => values[name]!)
    }
    return text => (text.length > longest ? null : say('sentences', text))
  }
}

function templateOf([english, said]: Pair): Template {
  const parts = english.split(/\{([^}]+)\}/)
  return {
    literals: parts.filter((_, i) => i % 2 === 0),
    slots: parts
      .filter((_, i) => i % 2 === 1)
      .map(slot => {
        const [name, kind = 'name'] = slot.split(':')
        return {name: name!, kind}
      }),
    said
  }
}

const literalLength = ({literals}: Template) => literals.join('').length

/** What stands between the literals, each where it first stands, the last at the end; null where they are not all there. */
function cut(text: string, literals: readonly string[]): string[] | null {
  const [first, last] = [literals[0]!, literals.at(-1)!]
  if (literals.length === 1) return text === first ? [] : null
  if (!text.startsWith(first) || !text.endsWith(last)) return null
  const end = text.length - last.length
  const found: string[] = []
  let from = first.length
  for (const literal of literals.slice(1, -1)) {
    const at = text.indexOf(literal, from + 1)
    if (at < 0) return null
    found.push(text.slice(from, at))
    from = at + literal.length
  }
  if (from >= end) return null
  return [...found, text.slice(from, end)]
}
