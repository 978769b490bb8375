/**
 * Reads who is credited with which words, without a tree.
 *
 *     "أعلنت وزارة الصحة أن سبعة أصيبوا"        a cue, its source, a word that begins what is said
 *     "أكد المصدر مقتل ثلاثة"                   what is told begins right behind the source
 *     "وأضاف أن ..."                            the last speaker
 *     "قتل سبعة، بحسب مصدر طبي"                  a phrase: what stands before it, or behind
 *     "نقلت الوكالة عن طبيب قوله إن"             the agency, then the doctor
 *     "وزارة الصحة: مقتل سبعة"                   a colon
 *
 * Cues: lexicons/ID/speech-cues.csv; the words between which sources and what is said stand: clause-words.csv.
 */
import type {Attribution} from '../../model/contract.ts'
import type {NamedActor, SpeechFrame} from '../../model/layers.ts'
import {overlaps, quote, type Span} from '../../model/span.ts'
import type {LayerReader} from '../language.ts'
import {type Field, type Stretch, spanOfWords} from './field.ts'
import {isMark, isVerbWord} from './sequence-matcher.ts'
import {kindFinder, type NamedKind} from './source-kinds.ts'
import {sourcePhraseFinder} from './source-phrases.ts'
import {cueFinder, type SpeechCue} from './speech-cues.ts'
import type {Tongue} from './tongue.ts'

type Read = Parameters<LayerReader<'speech'>>[0]

/** Between a cue and what begins its content stand so many words, at most. */
const reach = 32
/** A heading before a colon has so many words, at most. */
const longestHeading = 9
/** A name in quotation marks has fewer words than this, and the mark. */
const longestName = 4
/** So many words behind a cue may name its source. */
const longestSource = 12
const colon = ':'
const opening = /^["“«„]$/

/** Whoever spoke, as later words may take him up. */
interface Speaker {
  readonly link: Attribution
  readonly source: Span | null
  /** Base forms of his first words: "الوزارة" is the ministry told before. */
  readonly heads: ReadonlySet<string>
}

interface Named {
  readonly speaker: Speaker
  readonly source: Span | null
}

export function speechReader(tongue: Tongue): LayerReader<'speech'> {
  const cuesIn = cueFinder(tongue)
  const phrases = sourcePhraseFinder(tongue)
  const kindOf = kindFinder(tongue)
  const part = (name: string) => tongue.wordLists[`clause-words.${name}`] ?? new Map()
  const [that, from, to, saying, opens, and, negating, tells] = [
    'that',
    'from',
    'to',
    'saying',
    'opens',
    'and',
    'negates',
    'tells'
  ].map(part)

  return (report, sentences) => {
    const frames: SpeechFrame[] = []
    const speakers: Speaker[] = []
    for (const sentence of sentences) {
      const field = tongue.field(report, sentence)
      const before = frames.length
      frames.push(...framesIn(report, field, speakers))
      if (frames.length === before) frames.push(...headed(report, field, speakers))
    }
    return frames
  }

  function framesIn(report: Read, field: Field, speakers: Speaker[]): SpeechFrame[] {
    // "ما لا يقل عن 19": what belongs to a number credits nobody.
    const isOfNumber = ({first}: Stretch) =>
      field.spans.number.some(number => number.first <= first && first < number.end)
    const cues = cuesIn(field).filter(cue => !isOfNumber(cue))
    const frames: SpeechFrame[] = []
    for (const [n, cue] of cues.entries()) {
      const next = cues[n + 1]
      if (cue.part === 'phrase') frames.push(...phraseFrames(report, field, cue, cues, speakers))
      else frames.push(...verbFrames(report, field, cue, next, cues, speakers))
    }
    return frames
  }

  /** "قال ... إن", "أعلن ... مقتل", "وأضاف:", "نقل ... عن ... قوله". */
  function verbFrames(
    report: Read,
    field: Field,
    cue: SpeechCue,
    next: SpeechCue | undefined,
    cues: readonly SpeechCue[],
    speakers: Speaker[]
  ): SpeechFrame[] {
    const {words} = field
    const limit = Math.min(next?.first ?? words.length, cue.end + reach)
    const begins = contentStart(report, field, cue, limit)
    if (!begins) {
      // Whoever is named may be taken up, though nothing of it is told here.
      const {source} = phrases.behind(
        field,
        {first: cue.end, end: Math.min(limit, cue.end + longestSource)},
        i => isMedium(report, field, i)
      )
      if (cue.part !== 'verb' || cue.use !== 'says' || !source) return []
      const who = named(report, field, source, cue, speakers)
      // "Seven died, said the mayor.": what was said stands before.
      const isLast = words.slice(source.end).every(isMark)
      const before = words[cue.first - 1]
      if (!isLast || !before || !isMark(before) || cue.first < 2) return []
      return [frame(report, field, cue, who, [spanOfWords(field, {first: 0, end: cue.first - 1})], null)]
    }
    const region = {first: cue.end, end: begins.regionEnd}
    if (cue.use === 'cites') return citingFrames(report, field, cue, region, begins.content, cues, speakers)
    const {source, told} =
      cue.part === 'aside'
        ? {source: null, told: null}
        : phrases.behind(field, region, i => isMedium(report, field, i))
    const isAlone = source === null && !cue.joined && cue.part === 'verb'
    const subject = source ?? (isAlone ? phrases.before(field, cue.first) : null)
    const who = subject
      ? named(report, field, subject, cue, speakers)
      : speakers.length
        ? {speaker: speakers.at(-1)!, source: null}
        : null
    if (!who) return []
    const content = contentOf(report, field, begins.content, cues)
    return content.length ? [frame(report, field, cue, who, content, told)] : []
  }

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
      if (opening.test(form) && i > cue.end && !isName(field, i) && (first === null || first > i))
        return {regionEnd: i, content: i}
    }
    if (cue.use === 'tells' && cue.part === 'verb') return null
    if (cue.use === 'accuses') {
      const {source} = phrases.behind(field, {first: cue.end, end: limit}, () => false)
      const actor = source && actorStretch(field, source.first)
      const end = actor?.end ?? (source ? Math.min(source.end, source.first + 2) : null)
      return end === null || end >= words.length ? null : {regionEnd: end, content: end}
    }
    const told = firstTold(report, field, cue.end, limit)
    if (told === null) return null
    // "كشف عن مقتل": the preposition is no part of the source.
    const isLinked = told > cue.end && from!.has(words[told - 1]!.form)
    return {regionEnd: isLinked ? told - 1 : told, content: told}
  }

  /** Between quotation marks there are a few words: a name. */
  function isName({words}: Field, at: number): boolean {
    const end = words.findIndex(({form}, i) => i > at && /^["”»]$/.test(form))
    return end > at && end - at <= longestName
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
    for (let i = first; i < limit; i++) {
      const word = words[i]!
      if (isMark(word) && word.form !== '،' && word.form !== ',' && !/^["«»“”()]$/.test(word.form))
        return null
      if (isOf(negating!, word) || isOf(tells!, word) || spans.some(span => overlaps(span, word))) return i
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
    return isOpen && (isTold || actorStretch(field, found.first)) ? found : null
  }

  /** "نقلت الوكالة عن مصدر قوله إن": two sources of the same words. */
  function citingFrames(
    report: Read,
    field: Field,
    cue: SpeechCue,
    {first, end}: Stretch,
    content: number,
    cues: readonly SpeechCue[],
    speakers: Speaker[]
  ): SpeechFrame[] {
    const {words} = field
    const at = words.findIndex(({form}, i) => i >= first && i < end && from!.has(form))
    if (at < 0) return []
    const outer =
      phrases.behind(field, {first, end: at}, () => false).source ?? phrases.before(field, cue.first)
    const isSaying = ({form, readings}: Field['words'][number]) =>
      saying!.has(form) || readings.some(({lemma}) => saying!.has(lemma))
    const stop = words.findIndex((word, i) => i > at && i < end && isSaying(word))
    const inner = phrases.behind(field, {first: at + 1, end: stop < 0 ? end : stop}, () => false).source
    const spans = contentOf(report, field, content, cues)
    if (!spans.length) return []
    const list: SpeechFrame[] = []
    if (outer) list.push(frame(report, field, cue, named(report, field, outer, cue, speakers), spans, null))
    if (inner) list.push(frame(report, field, cue, named(report, field, inner, cue, speakers), spans, null))
    return list
  }

  /** "بحسب مصدر طبي": all of its sentence that no other is credited with. */
  function phraseFrames(
    report: Read,
    field: Field,
    cue: SpeechCue,
    cues: readonly SpeechCue[],
    speakers: Speaker[]
  ): SpeechFrame[] {
    const {words} = field
    let start = cue.end
    // "بحسب ما أعلنه مكتبه"
    if (words[start] && opens!.has(words[start]!.form)) start++
    while (words[start] && isVerbWord(words[start]!)) start++
    while (words[start] && /^به$|^عنه$|^ل$/.test(words[start]!.form)) start++
    const {source, told} = phrases.behind(field, {first: start, end: words.length}, i =>
      isMedium(report, field, i)
    )
    const who = source
      ? named(report, field, source, cue, speakers)
      : speakers.length
        ? {speaker: speakers.at(-1)!, source: null}
        : null
    if (!who) return []
    const end = Math.max(source?.end ?? start, told?.end ?? 0)
    const previous = cues.findLast(other => other.first < cue.first && other.part === 'phrase')
    const from = previous ? Math.min(previous.end + 1, cue.first) : 0
    const behind = end + (words[end] && isMark(words[end]!) ? 1 : 0)
    const next = cues.find(other => other.first >= end)
    const content = [
      ...(cue.first > from ? [{first: from, end: cue.first}] : []),
      ...(behind < (next?.first ?? words.length) && !next ? [{first: behind, end: words.length}] : [])
    ]
    const spans = content.map(stretch => spanOfWords(field, stretch))
    return spans.length ? [frame(report, field, cue, who, spans, told)] : []
  }

  /** "وزارة الصحة: سبعة جرحى", "سبعة جرحى في قصف: مصدر طبي" */
  function headed(report: Read, field: Field, speakers: Speaker[]): SpeechFrame[] {
    const {words} = field
    const colons = words.flatMap(({form}, i) => (form === colon && i > 0 && i + 1 < words.length ? [i] : []))
    const sides = colons.flatMap((at, n) => [
      {at, source: {first: (colons[n - 1] ?? -1) + 1, end: at}, content: {first: at + 1, end: words.length}},
      {at, source: {first: at + 1, end: words.length}, content: {first: 0, end: at}}
    ])
    for (const {at, source: side, content} of sides) {
      const source = withoutMarks(field, side)
      if (source.end - source.first > longestHeading || source.end <= source.first) continue
      if (words.slice(source.first, source.end).some(isVerbWord)) continue
      if (isTelling(report, field, source)) continue
      const actor = actorOf(report, field, source)
      if (!kindOf(field, source, actor).known && !actor) continue
      const cue: SpeechCue = {
        first: at,
        end: at + 1,
        id: 'colon',
        part: 'phrase',
        use: 'says',
        certainty: 'certain',
        polarity: 'affirmed',
        negated: false,
        joined: false
      }
      const who = named(report, field, source, cue, speakers)
      return [frame(report, field, cue, who, [spanOfWords(field, content)], null)]
    }
    return []
  }

  /** Whether the stretch itself tells a happening or a figure. */
  function isTelling({events, casualties}: Read, field: Field, at: Stretch): boolean {
    const span = spanOfWords(field, at)
    return [...events, ...casualties].some(({trigger}) => overlaps(trigger, span))
  }

  /** Keeps a source for later, or finds the one told before that it takes up. */
  function named(report: Read, field: Field, at: Stretch, cue: SpeechCue, speakers: Speaker[]): Named {
    const {text} = report
    const source = spanOfWords(field, at)
    const actor = actorOf(report, field, at)
    const {kind, carried}: NamedKind = kindOf(field, at, actor)
    const heads = headsOf(field, at)
    const last = speakers.at(-1)
    if (carried && last) return {speaker: last, source}
    // "الوزارة", "المصدر": whoever was told of by more words.
    const isShort = at.end - at.first <= 2 && field.words[at.first]!.readings[0]?.definite === true
    const known = isShort && speakers.findLast(other => other.heads.has([...heads][0] ?? ''))
    if (known && (known.source?.to ?? 0) - (known.source?.from ?? 0) > source.to - source.from) {
      speakers.push(known)
      return {speaker: known, source}
    }
    const link: Attribution = {
      source: text.slice(source.from, source.to),
      kind,
      actor: actor?.id ?? null,
      cue: cue.id === 'colon' ? null : cueText(text, field, cue),
      quote: quote(text, source)
    }
    const speaker = {link, source, heads}
    speakers.push(speaker)
    return {speaker, source}
  }

  function frame(
    report: Read,
    field: Field,
    cue: SpeechCue,
    {speaker, source}: Named,
    content: readonly Span[],
    told: Stretch | null
  ): SpeechFrame {
    const {text} = report
    return {
      cue: spanOfWords(field, cue),
      token: field.words[cue.first]!.token,
      source,
      carrier: told && carrierOf(report, field, told),
      content,
      link: {...speaker.link, cue: cue.id === 'colon' ? null : cueText(text, field, cue)},
      certainty: cue.negated ? 'unstated' : cue.certainty,
      polarity: cue.negated ? 'affirmed' : cue.polarity,
      rule: `speech-cues/${cue.id}`
    }
  }

  function carrierOf(report: Read, field: Field, at: Stretch): Attribution {
    const [first] = field.words.slice(at.first, at.end)
    const actor = actorOf(report, field, at)
    const {kind} = kindOf(field, at, actor)
    // "لوكالة": without the letter that is joined to it.
    const joined = first!.readings.flatMap(({proclitics}) => proclitics).find(({form}) => to!.has(form))
    const whole = spanOfWords(field, at)
    const span = {from: joined?.to ?? whole.from, to: whole.to}
    const words = quote(report.text, span)
    return {source: words.text, kind, actor: actor?.id ?? null, cue: null, quote: words}
  }

  function cueText(text: string, field: Field, cue: SpeechCue): string {
    const {from, to} = spanOfWords(field, cue)
    const joined = cue.part === 'verb' ? field.words[cue.first]!.readings[0]?.proclitics.at(-1) : undefined
    return text.slice(joined?.to ?? from, to)
  }

  function headsOf({words}: Field, {first}: Stretch): ReadonlySet<string> {
    return new Set(words[first]!.readings.map(({lemma}) => lemma))
  }

  function actorOf({actors}: Read, field: Field, at: Stretch): NamedActor | undefined {
    const span = spanOfWords(field, at)
    return actors.find(({mentions}) => mentions.some(mention => overlaps(mention, span)))
  }

  function actorStretch({spans}: Field, first: number): Stretch | undefined {
    return spans.actor.find(actor => actor.first <= first && first < actor.end)
  }

  function isMedium({actors}: Read, {spans}: Field, i: number): boolean {
    return spans.actor.some(
      ({first, end, index}) =>
        first <= i && i < end && (actors[index]!.kind === 'medium' || actors[index]!.kind === 'agency')
    )
  }

  function withoutMarks({words}: Field, {first, end}: Stretch): Stretch {
    let [from, to] = [first, end]
    while (from < to && (isMark(words[from]!) || and!.has(words[from]!.form))) from++
    while (to > from && isMark(words[to - 1]!)) to--
    return {first: from, end: to}
  }
}

/** Where the quotation that the mark opens ends, its mark included; 0 where it stays open. */
function closingOf(text: string, {form, to}: {form: string; to: number}, end: number): number {
  const close = form === '«' ? '»' : form === '“' || form === '„' ? '”' : '"'
  const at = text.indexOf(close, to)
  return at < 0 || at > end ? 0 : at + 1
}
