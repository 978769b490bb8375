/**
 * Finds office-holders: the office or its body speaks, and the person's name makes no file.
 *
 *     "Iraqi Interior Minister Ana Lopez"      the interior ministry of Iraq
 *     "the prime minister"                     the office, of the country that the report speaks of
 *     "the governor of Kirkuk, Ana Lopez"      the governor of Kirkuk
 *     "Prime Minister Ana Lopez"               an office of no known country, where the report speaks of many
 *
 * Titles are in codebook/lexicons/en/office-titles.csv. A country or place beside the title is not part of the mention: it stays a place.
 */
import {PhraseTrie} from '../algorithms/phrase-trie.ts'
import type {ActorRegistry} from '../codebook/actors.ts'
import type {Codebook} from '../codebook/codebook.ts'
import type {Gazetteer} from '../codebook/gazetteer.ts'
import {type Sentence, type Syntax, spanOf, type Token} from '../model/syntax.ts'
import type {NamedMention} from './actor-names.ts'
import {capitalRow, isCapital} from './capital-rows.ts'
import {type CountryWords, nameKey} from './country-words.ts'
import {certainty, countryOf, type ReportCountries} from './report-countries.ts'

/** Words before a title that say that the office is no longer held, or not yet. */
const notInOffice = new Set([
  'former',
  'ex',
  'then',
  'late',
  '-',
  'future',
  'ousted',
  'deposed',
  'self-declared'
])

interface Title {
  readonly form: string
  readonly body: string
  readonly alone: boolean
  readonly seat: boolean
}

interface Match {
  readonly title: Title
  /** Tokens of the whole phrase, country included. */
  readonly end: number
  /** Tokens of the title alone. */
  readonly words: readonly Token[]
  readonly country: string | null
}

const composed = ['{demonym} X', '{country} X', "{country} 's X", 'X of {country}', 'X of the {country}', 'X']

export function officeFinder(
  codebook: Codebook,
  registry: ActorRegistry,
  gazetteer: Gazetteer,
  countriesAt: CountryWords
) {
  const titles = new PhraseTrie<Title>()
  for (const row of codebook.table('lexicons/en/office-titles.csv', ['form', 'body', 'alone', 'seat'])) {
    const title = {form: row.form, body: row.body, alone: row.alone === 'yes', seat: row.seat === 'yes'}
    for (const frame of composed)
      titles.add(
        frame.split(' ').flatMap(word => (word === 'X' ? row.form.split(' ') : [word])),
        title
      )
  }

  return (
    text: string,
    syntax: Syntax,
    sentence: Sentence,
    start: number,
    spoken: ReportCountries
  ): {mention: NamedMention; end: number} | null => {
    const match = titleAt(syntax, sentence, start)
    if (!match) return null
    const {title, words, end, country: told} = match
    const isTitled = isCapital(words[0]!)
    const seat = title.seat ? seatOf(syntax, sentence, match) : null
    const before = start > sentence.first ? syntax.tokens[start - 1] : undefined
    // "former President X", "President-elect X": not the office.
    if ((before && notInOffice.has(before.lower)) || syntax.tokens[end]?.text === '-') return null
    const name = end > words.at(-1)!.index + 1 ? [] : nameBehind(syntax, sentence, end)
    const isHeld = title.alone && before?.lower === 'the' && !isOfSomething(syntax, sentence, end)
    if (!isTitled && !told && !seat && !isHeld && !(title.alone && name.length)) return null
    // "ministers", "the president of the union": not the state's one holder.
    if (!told && !seat && isOfSomething(syntax, sentence, end)) return null
    const country = told ?? countryBehind(syntax, sentence, name) ?? spoken.likely(certainty)
    const body = title.body && country ? registry.stateBody(title.body, country) : null
    const span = spanOf([...words, ...name])!
    const mention: NamedMention = {
      span,
      name: seat ? `${title.form} of ${seat.name}` : (body?.name ?? written(text, words)),
      kind: body?.kind ?? 'office',
      country: seat?.country ?? (body || told ? country : null),
      known: seat ? null : body
    }
    return {mention, end: Math.max(end, syntax.within(span).at(-1)!.index + 1)}
  }

  /** "Prime Minister Ana Lopez of Chile" */
  function countryBehind(syntax: Syntax, sentence: Sentence, name: readonly Token[]): string | null {
    const of = name.length ? syntax.tokens[name.at(-1)!.index + 1] : undefined
    return (of?.lower === 'of' && countriesAt(syntax, of.index + 1, sentence.end)[0]?.value) || null
  }

  function titleAt(syntax: Syntax, sentence: Sentence, start: number): Match | null {
    const tokenAt = (n: number) => (start + n < sentence.end ? syntax.tokens[start + n] : undefined)
    const [match] = titles.matchesAt(
      n => {
        const token = tokenAt(n)
        return token && nameKey(token.lower)
      },
      n => countriesAt(syntax, start + n, sentence.end)
    )
    if (!match) return null
    const [title] = match.values as [Title]
    const length = title.form.split(' ').length
    const own = match.own.map(n => tokenAt(n)!)
    // "Iraq 's president", "president of the Philippines": the title is at one end of the phrase.
    const words = own[0]!.lower === "'s" || own[0]!.lower === '’s' ? own.slice(-length) : own.slice(0, length)
    return {title, words, country: match.bound, end: start + match.length}
  }

  /** "Kirkuk Governor", "the governor of Kirkuk": where the office sits. */
  function seatOf(syntax: Syntax, sentence: Sentence, {words, end}: Match) {
    const of = syntax.tokens[end]
    const after = of?.lower === 'of' && end < sentence.end ? capitalRow(syntax, sentence, end + 1) : []
    const name = after.length ? after : rowBefore(syntax, sentence, words[0]!.index)
    if (!name.length) return null
    const place = name.map(({text}) => text).join(' ')
    const known = gazetteer.named(place)
    return known.length ? {name: place, country: countryOf(known) ?? known[0]!.country} : null
  }
}

/** The person's name: capitals in a row, up to the next title or country. */
function nameBehind(syntax: Syntax, sentence: Sentence, end: number): Token[] {
  const row = capitalRow(syntax, sentence, end)
  const stop = row.findIndex(({lower}) => ['and', '&', 'of', 'for', 'the'].includes(lower))
  const name = stop < 0 ? row : row.slice(0, stop)
  return name[0]?.upos === 'PROPN' ? name : []
}

/** "president of the union": what follows with "of" says that the office is another. */
function isOfSomething(syntax: Syntax, sentence: Sentence, end: number): boolean {
  return end < sentence.end && syntax.tokens[end]!.lower === 'of'
}

function rowBefore(syntax: Syntax, sentence: Sentence, index: number): Token[] {
  const row: Token[] = []
  for (let i = index - 1; i >= sentence.first && row.length < 3; i--) {
    const token = syntax.tokens[i]!
    if (!isCapital(token) || token.upos !== 'PROPN') break
    row.unshift(token)
  }
  return row
}

function written(text: string, words: readonly Token[]): string {
  return text.slice(words[0]!.from, words.at(-1)!.to).replaceAll(/\s+/g, ' ')
}
