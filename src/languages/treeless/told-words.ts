/**
 * Which words a cue credits: where what is said begins, and how far it goes.
 *
 *     "... أن [سبعة أصيبوا]"   "... مصدر [مقتل ثلاثة]"   "... مصدر: [...]"   "... «[...]»"
 */
import {overlaps, type Span} from '../../model/span.ts'
import type {LayerReader} from '../language.ts'
import {type Field, type Stretch, spanOfWords} from './field.ts'
import {isMark} from './sequence-matcher.ts'
import type {sourcePhraseFinder} from './source-phrases.ts'
import type {SpeechCue} from './speech-cues.ts'
import type {Tongue} from './tongue.ts'

type Read = Parameters<LayerReader<'speech'>>[0]

/** A name in quotation marks has fewer words than this, and the mark. */
const longestName = 4
const colon = ':'
const opening = /^["“«„]$/
/** Marks that may stand between a source and what is told. */
const passed = /^[،,"«»“”()–—-]$/

export function toldWords({wordLists}: Tongue, phrases: ReturnType<typeof sourcePhraseFinder>) {
  const part = (name: string) => wordLists[`clause-words.${name}`] ?? new Map()
  const [that, from, opens, negating, tells] = ['that', 'from', 'opens', 'negates', 'tells'].map(part)

  return {contentStart, contentOf}

  /** Where what is said begins, and where the words before it that name the source end. */
  function contentStart(
    report: Read,
    field: Field,
    cue: SpeechCue,
    limit: number
  ): {regionEnd: number; content: number} | null {
    const {words} = field
    const first = cue.part === 'verb' && cue.use === 'says' ? firstTold(report, field, cue.end, limit) : null
    for (let i = cue.end; i < limit; i++) {
      const {form} = words[i]!
      if (that!.has(form)) return {regionEnd: i, content: i + 1}
      if (form === colon) return {regionEnd: i, content: i + 1}
      if (!opening.test(form) || (first !== null && first <= i)) continue
      const nameEnd = endOfName(field, i)
      if (nameEnd > 0) i = nameEnd
      else if (i > cue.end) return {regionEnd: i, content: i}
    }
    if (cue.use === 'tells' && cue.part === 'verb') return null
    if (cue.use === 'accuses') {
      const {source} = phrases.behind(field, {first: cue.end, end: limit}, () => false)
      const actor = source && actorAt(field, source.first)
      const end = actor?.end ?? (source ? Math.min(source.end, source.first + 2) : null)
      return end === null || end >= words.length ? null : {regionEnd: end, content: end}
    }
    const told = firstTold(report, field, cue.end, limit)
    if (told === null) return null
    // "كشف عن مقتل": the preposition is no part of the source.
    const isLinked = told > cue.end && from!.has(words[told - 1]!.form)
    return {regionEnd: isLinked ? told - 1 : told, content: told}
  }

  /** Where the mark stands that closes a few words, a name; 0 where no name is opened. */
  function endOfName({words}: Field, at: number): number {
    const end = words.findIndex(({form}, i) => i > at && /^["”»]$/.test(form))
    return end - at <= longestName ? Math.max(end, 0) : 0
  }

  /** The first word from `first` on that tells a happening or a figure. */
  function firstTold({events, casualties, quantities}: Read, field: Field, first: number, limit: number) {
    const {words} = field
    const spans: Span[] = [
      ...events.map(({trigger}) => trigger),
      ...casualties.flatMap(({trigger, quantity, of}) => [
        trigger,
        of,
        ...(quantity === null ? [] : [quantities[quantity]!])
      ])
    ]
    // "تبنى تنظيم الهجوم" is told by the cue itself.
    const cue = words[first - 1]
    const others = spans.filter(span => cue === undefined || !overlaps(span, cue))
    for (let i = first; i < limit; i++) {
      const word = words[i]!
      if (isMark(word) && !passed.test(word.form)) return null
      if (isOf(negating!, word) || isOf(tells!, word) || others.some(span => overlaps(span, word))) return i
    }
    return null
  }

  /** "عدم تسجيل وفيات", "وقوع هجوم" */
  function isOf(list: ReadonlyMap<string, unknown>, {form, readings}: Field['words'][number]): boolean {
    return list.has(form) || readings.some(({lemma}) => list.has(lemma))
  }

  /** Up to the end of the sentence or the next that speaks; what is between quotation marks goes on behind the sentence. */
  function contentOf({text, syntax}: Read, field: Field, start: number, cues: readonly SpeechCue[]): Span[] {
    const {words} = field
    if (start >= words.length) return []
    const next = cues.find(
      other => other.first > start && other.part === 'verb' && startsClause(field, other)
    )
    const end = next ? clauseStartOf(field, next, start) : words.length
    if (end <= start) return []
    const span = spanOfWords(field, {first: start, end})
    const mark = words.slice(start, end).find(({form}) => opening.test(form))
    if (!mark || next) return [span]
    const close = closingOf(text, mark, syntax.sentences.at(-1)!.to)
    return [close > span.to ? {from: span.from, to: close} : span]
  }

  function startsClause(field: Field, {first, joined}: SpeechCue): boolean {
    const before = field.words[first - 1]
    const isOpen = before === undefined || isMark(before) || opens!.has(before.form)
    return joined || isOpen || subjectBefore(field, first) !== null
  }

  /** "..., بينما قال": the word that opens the clause goes with it. */
  function clauseStartOf(field: Field, {first, joined}: SpeechCue, start: number): number {
    const at = joined ? first : (subjectBefore(field, first)?.first ?? first)
    let end = at
    while (end > start && (isMark(field.words[end - 1]!) || opens!.has(field.words[end - 1]!.form))) end--
    return end
  }

  /** A source that stands before its cue, behind a mark or a word that opens a clause. */
  function subjectBefore(field: Field, first: number): Stretch | null {
    const found = phrases.before(field, first)
    if (!found) return null
    const edge = field.words[found.first - 1]
    const isOpen = edge === undefined || isMark(edge) || opens!.has(edge.form) || that!.has(edge.form)
    const isTold = edge !== undefined && opens!.has(edge.form)
    return isOpen && (isTold || actorAt(field, found.first)) ? found : null
  }
}

function actorAt({spans}: Field, first: number): Stretch | undefined {
  return spans.actor.find(actor => actor.first <= first && first < actor.end)
}

/** Where the quotation that the mark opens ends, its mark included; 0 where it stays open. */
function closingOf(text: string, {form, to}: {form: string; to: number}, end: number): number {
  const close = form === '«' ? '»' : form === '“' || form === '„' ? '”' : '"'
  const at = text.indexOf(close, to)
  return at < 0 || at > end ? 0 : at + 1
}
