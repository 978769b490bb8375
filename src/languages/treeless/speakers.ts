/**
 * Who has spoken so far in a report, and whom later words take up.
 *
 *     "الوزارة", "الداخلية"          the ministry told by more words
 *     "المصدر", "المتحدث نفسه"       whoever of that name was told; else the last who spoke himself
 *     "البيان", "حصيلة أولية"         what the last speaker said
 *     "وأضافت"                       the last speaker of that gender
 */
import type {Attribution} from '../../model/contract.ts'
import type {NamedActor} from '../../model/layers.ts'
import {overlaps, quote, type Span} from '../../model/span.ts'
import type {LayerReader, Word} from '../language.ts'
import {type Field, type Stretch, spanOfWords} from './field.ts'
import {isMark} from './sequence-matcher.ts'
import {kindFinder} from './source-kinds.ts'
import type {SpeechCue} from './speech-cues.ts'
import type {Tongue} from './tongue.ts'

type Read = Parameters<LayerReader<'speech'>>[0]

/** A short name that takes up a longer one has so many words, at most. */
const shortest = 2
/** So many words are a man's name, at most. */
const longestName = 4

/** Whoever spoke, as later words may take him up. */
export interface Speaker {
  readonly link: Attribution
  readonly source: Span
  /** Base forms of his words, by their place: "الوزارة" is the ministry told before. */
  readonly words: readonly ReadonlySet<string>[]
  /** Whether his first word is one of people: "قائد الشرطة" is not "الشرطة". */
  readonly isPerson: boolean
  readonly gender: 'feminine' | 'masculine' | null
}

export interface Named {
  readonly speaker: Speaker
  readonly source: Span | null
}

export function speakerFinder({wordLists, tieAt}: Tongue) {
  const part = (name: string) => wordLists[`clause-words.${name}`] ?? new Map()
  const kindOf = kindFinder({wordLists})
  const [to, same, cited] = [part('to'), part('same'), part('cited')]
  const kinds = wordLists['source-kinds'] ?? new Map()

  return {
    named,
    isSource: (report: Read, field: Field, at: Stretch) => {
      const actor = actorIn(report, field, at)
      return actor !== undefined || kindOf(field, at, actor).known
    },
    /** Whether the word is for figures, or for what was said. */
    isFigures: ({form, readings}: Word) =>
      [form, ...readings.map(({lemma}) => lemma)].some(key =>
        /^(?:figures|carried)$/.test(kinds.get(key)?.kind ?? '')
      ),
    /** The press that was told, without a letter joined to it ("لوكالة"). */
    carrier(report: Read, field: Field, at: Stretch): Attribution {
      const actor = actorIn(report, field, at)
      const {kind} = kindOf(field, at, actor)
      const letters = field.words[at.first]!.readings.flatMap(({proclitics}) => proclitics)
      const joined = letters.find(({form}) => to.has(form))
      const whole = spanOfWords(field, at)
      const words = quote(report.text, {from: joined?.to ?? whole.from, to: whole.to})
      return {source: words.text, kind, actor: actor?.id ?? null, cue: null, quote: words}
    }
  }

  /** Keeps a source for later, or finds the one told before that it takes up; null: figures of nobody. */
  function named(
    report: Read,
    field: Field,
    whole: Stretch,
    cue: SpeechCue,
    speakers: Speaker[]
  ): Named | null {
    const {text} = report
    const at = issuerIn(field, whole)
    const source = spanOfWords(field, at)
    const own = withoutTie(field, at)
    const actor = actorIn(report, field, own)
    const {kind, says} = kindOf(field, own, actor)
    const last = speakers.at(-1)
    if (last && (says === 'carried' || says === 'figures')) return {speaker: last, source}
    if (says === 'figures') return null
    const known = takenUp(field, at, says === 'plain', speakers)
    if (known) {
      speakers.push(known)
      return {speaker: known, source}
    }
    const link: Attribution = {
      source: text.slice(source.from, source.to),
      kind,
      actor: actor?.id ?? null,
      cue: cueText(text, field, cue),
      quote: quote(text, source)
    }
    const words = field.words.slice(at.first, at.end)
    const [head] = words[0]!.readings
    const speaker: Speaker = {
      link,
      source,
      words: [...words, ...nameBehind(field, at.end)].map(lemmasOf),
      isPerson: head?.is === 'person',
      gender: head?.number === 'singular' ? head.gender : null
    }
    speakers.push(speaker)
    return {speaker, source}
  }

  /** "بيان لقيادة الشرطة", "بيان صادر عن الوزارة": whoever issued it. */
  function issuerIn(field: Field, at: Stretch): Stretch {
    const {words} = field
    if (kindOf(field, at, undefined).says !== 'carried') return at
    const isOf = ({form, readings}: Word) =>
      cited.has(form) ||
      readings.some(({proclitics}) => proclitics.some(({form: letters}) => to.has(letters)))
    const of = words.findIndex((word, i) => i > at.first && i < at.end && isOf(word))
    const first = of > 0 && cited.has(words[of]!.form) ? of + 1 : of
    return first > 0 && first < at.end ? {first, end: at.end} : at
  }

  /** "قناة الساحل [المقربة من الحزب]": whose friend he is, is not who he is. */
  function withoutTie({words}: Field, {first, end}: Stretch): Stretch {
    for (let i = first + 1; i < end; i++) if (tieAt(words, i)) return {first, end: i}
    return {first, end}
  }

  function takenUp(
    field: Field,
    at: Stretch,
    isPlain: boolean,
    speakers: readonly Speaker[]
  ): Speaker | undefined {
    const all = field.words.slice(at.first, at.end)
    const words = all.filter(word => !same.has(word.form))
    const [first] = words
    if (!first || words.length > shortest) return undefined
    // "جبريل": of "مدير المركز، أحمد جبريل".
    if (words.every(isName))
      return speakers.findLast(own => words.every(word => own.words.slice(1).some(of => shares(of, word))))
    if (first.readings[0]?.definite !== true) return undefined
    const startsAs = (own: Speaker, from: number) =>
      words.every((word, n) => own.words[from + n] !== undefined && shares(own.words[from + n]!, word))
    const known =
      speakers.findLast(own => startsAs(own, 0)) ??
      speakers.findLast(own => !own.isPerson && startsAs(own, 1))
    if (known || !isPlain || words.length > 1) return known
    return speakers.findLast(({link}) => !/^(?:medium|agency)$/.test(link.kind))
  }
}

/** Whom a verb without a subject takes up: the last of its gender, else the last. */
export function lastOf(speakers: readonly Speaker[], gender: SpeechCue['gender']): Speaker | undefined {
  const fits = (own: Speaker) => gender === null || own.gender === null || own.gender === gender
  return speakers.findLast(fits) ?? speakers.at(-1)
}

/** The words of a cue, without a letter joined to its verb; null for a mark. */
export function cueText(text: string, field: Field, cue: SpeechCue): string | null {
  if (isMark(field.words[cue.first]!)) return null
  const {from, to} = spanOfWords(field, cue)
  const joined = cue.part === 'verb' ? field.words[cue.first]!.readings[0]?.proclitics.at(-1) : undefined
  return text.slice(joined?.to ?? from, to)
}

function actorIn({actors}: Read, field: Field, at: Stretch): NamedActor | undefined {
  const span = spanOfWords(field, at)
  return actors.find(({mentions}) => mentions.some(mention => overlaps(mention, span)))
}

/** "، أحمد جبريل،": his name, behind what he is. */
function nameBehind({words}: Field, end: number): readonly Word[] {
  if (!words[end] || !/^[،,]$/.test(words[end]!.form)) return []
  const close = words.findIndex((word, i) => i > end && isMark(word))
  const name = words.slice(end + 1, close < 0 ? end + 1 : close)
  return name.length <= longestName && name.length > 0 && isName(name.at(-1)!) ? name : []
}

/** No list has it: a name, most often. */
function isName(word: Word): boolean {
  return !isMark(word) && word.readings.some(({upos}) => upos === 'X')
}

function lemmasOf({form, readings}: Word): ReadonlySet<string> {
  return new Set([form, ...readings.map(({lemma}) => lemma)])
}

function shares(lemmas: ReadonlySet<string>, {form, readings}: Word): boolean {
  return lemmas.has(form) || readings.some(({lemma}) => lemmas.has(lemma))
}
