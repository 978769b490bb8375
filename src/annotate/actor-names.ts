/**
 * Finds bodies called by name: those of the registry, and rows of capitalised words with an organisation word.
 *
 *     "the Popular Mobilization Forces (PMF)"   registry
 *     "Al-Ghadir TV", "the Preparatory Committee", "the Harbour Workers Union"   by TV, Committee, Union
 *     "Prime Minister Ana Lopez"                the office
 *
 * A row of capitalised words without such a word may be a person or a place, and is left alone.
 */
import {PhraseTable} from '../algorithms/phrase-table.ts'
import {type KnownActor, knownActors} from '../codebook/actors.ts'
import type {Codebook} from '../codebook/codebook.ts'
import type {Span} from '../model/span.ts'
import {type Sentence, type Syntax, spanOf, type Token} from '../model/syntax.ts'
import {tokenize} from './tokens.ts'

export interface NamedMention {
  readonly span: Span
  readonly name: string
  readonly kind: string
  readonly known: KnownActor | null
}

const joints = new Set(['-', '–', 'al', 'el', 'ul', 'of', 'for', 'the', '&', 'and'])
const longestName = 9

export function nameFinder(
  codebook: Codebook
): (text: string, syntax: Syntax, sentence: Sentence) => NamedMention[] {
  const registry = new PhraseTable<KnownActor>()
  for (const actor of knownActors(codebook))
    for (const name of actor.names) registry.add(wordsOf(name), actor)
  const bodies = new Map(
    codebook.table('lexicons/en/organisation-words.csv', ['form', 'kind']).map(({form, kind}) => [form, kind])
  )
  const titles = new PhraseTable<string>()
  for (const {form} of codebook.table('lexicons/en/titles.csv', ['form'])) titles.add(form.split(' '), form)

  return (text, syntax, sentence) => {
    const found: NamedMention[] = []
    for (let i = sentence.first; i < sentence.end; i++) {
      const known = registry.longestAt(n => (i + n < sentence.end ? syntax.tokens[i + n]!.lower : undefined))
      // "hashed" the verb is not the group: a name keeps its capital.
      if (known && !/^\p{Ll}/u.test(syntax.tokens[i]!.text)) {
        const span = spanOf(syntax.tokens.slice(i, i + known.length))!
        found.push({span, name: known.value.name, kind: known.value.kind, known: known.value})
        i += known.length - 1
        continue
      }
      const mention = office(text, syntax, sentence, i) ?? body(text, syntax, sentence, i)
      if (!mention) continue
      found.push(mention)
      i = syntax.within(mention.span).at(-1)!.index
    }
    return found
  }

  function body(text: string, syntax: Syntax, sentence: Sentence, start: number): NamedMention | null {
    const row = capitalRow(syntax, sentence, start)
    const headAt = row.findLastIndex(({lower}) => bodies.has(lower))
    const head = row[headAt]
    if (!head || row.length < 2) return null
    // "Radio Bahari": the word comes first and the name behind it.
    const span = spanOf(headAt === 0 ? row : row.slice(0, headAt + 1 + complementLength(row, headAt)))!
    return {span, name: text.slice(span.from, span.to), kind: bodies.get(head.lower)!, known: null}
  }

  /** "Prime Minister Ana Lopez of Chile", "President Barham Salih": title and name together are the office. */
  function office(text: string, syntax: Syntax, sentence: Sentence, start: number): NamedMention | null {
    const title = titles.longestAt(n =>
      start + n < sentence.end ? syntax.tokens[start + n]!.lower : undefined
    )
    if (!title || !isCapital(syntax.tokens[start]!)) return null
    const name = capitalRow(syntax, sentence, start + title.length)
    const words = [
      ...syntax.tokens.slice(start, start + title.length),
      ...(name[0]?.upos === 'PROPN' ? name : [])
    ]
    const span = spanOf(words)!
    return {
      span,
      name: text.slice(span.from, span.to).split(/\s+/).slice(0, title.length).join(' '),
      kind: 'office',
      known: null
    }
  }
}

/** "Committee of National Unity": what follows the organisation word with "of" or "for" belongs to the name. */
function complementLength(row: readonly Token[], head: number): number {
  const next = row[head + 1]?.lower
  return next === 'of' || next === 'for' ? row.length - head - 1 : 0
}

/** Capitalised words in a row from a place on; small words only between them. */
function capitalRow(syntax: Syntax, sentence: Sentence, start: number): Token[] {
  const row: Token[] = []
  for (let i = start; i < sentence.end && row.length < longestName; i++) {
    const token = syntax.tokens[i]!
    const isJoint =
      row.length > 0 && joints.has(token.lower) && !(token.lower === 'the' && row.at(-1)!.lower !== 'of')
    if (!isCapital(token) && !isJoint && !(row.length > 0 && /^\d{1,4}$/.test(token.text))) break
    row.push(token)
  }
  while (row.length && !isCapital(row.at(-1)!) && !/^\d/.test(row.at(-1)!.text)) row.pop()
  // "The Union": an article at the beginning is not part of the name.
  while (row.length && ['the', 'a', 'an', 'however', 'but'].includes(row[0]!.lower)) row.shift()
  return row[0]?.index === start ? row : []
}

function isCapital(token: Token): boolean {
  return /^\p{Lu}/u.test(token.text) && token.upos !== 'PRON' && token.upos !== 'DET' && token.upos !== 'ADP'
}

function wordsOf(name: string): string[] {
  return tokenize(name, {from: 0, to: name.length}, new Set()).map(({from, to}) =>
    name.slice(from, to).toLowerCase()
  )
}
