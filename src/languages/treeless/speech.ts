/**
 * Reads who is credited with which words, without a tree.
 *
 *     "أعلنت وزارة الصحة أن سبعة أصيبوا"        a cue, its source, a word that begins what is said
 *     "أكد المصدر مقتل ثلاثة"                   what is told begins right behind the source
 *     "وأضاف أن ..."                            the last speaker
 *     "قتل سبعة، بحسب مصدر طبي"                  a phrase: what stands before it, or behind
 *     "نقلت الوكالة عن طبيب قوله إن"             the agency, then the doctor
 *     "قالت الصحيفة نقلا عن طبيب إن"             the paper, then the doctor
 *     "وزارة الصحة: مقتل سبعة"                   a colon
 *
 * Cues: lexicons/ID/speech-cues.csv; the words between which sources and what is said stand: clause-words.csv.
 */
import type {SpeechFrame} from '../../model/layers.ts'
import {overlaps, type Span} from '../../model/span.ts'
import type {LayerReader} from '../language.ts'
import {type Field, type Stretch, spanOfWords} from './field.ts'
import {isMark, isVerbWord} from './sequence-matcher.ts'
import {sourcePhraseFinder} from './source-phrases.ts'
import {cueText, lastOf, type Named, type Speaker, speakerFinder} from './speakers.ts'
import {cueFinder, type SpeechCue} from './speech-cues.ts'
import {toldWords} from './told-words.ts'
import type {Tongue} from './tongue.ts'

type Read = Parameters<LayerReader<'speech'>>[0]

/** Between a cue and what begins its content stand so many words, at most. */
const reach = 32
/** A heading before a colon has so many words, at most. */
const longestHeading = 9
/** So many words behind a cue may name its source. */
const longestSource = 12
/** Between figures and the verb that gives them stand so many words, at most. */
const reachOfFigures = 4
/** Whom somebody passes on stands so near behind, in words. */
const reachOfCited = 12
const colon = ':'

export function speechReader(tongue: Tongue): LayerReader<'speech'> {
  const cuesIn = cueFinder(tongue)
  const phrases = sourcePhraseFinder(tongue)
  const {contentStart, contentOf} = toldWords(tongue, phrases)
  const {named, carrier, isSource, isFigures} = speakerFinder(tongue)
  const part = (name: string) => tongue.wordLists[`clause-words.${name}`] ?? new Map()
  const [cited, that, saying, opens, and] = ['cited', 'that', 'saying', 'opens', 'and'].map(part)

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
    // "نقلت إصابة إلى المستشفى": nothing is passed on.
    const isPassedOn = (cue: SpeechCue) =>
      cue.use !== 'cites' ||
      field.words.slice(cue.end, cue.end + reachOfCited).some(({form}) => cited!.has(form) || that!.has(form))
    const cues = cuesIn(field).filter(cue => !isOfNumber(cue) && isPassedOn(cue))
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
      if (cue.use === 'owns') keepOwner(report, field, cue, limit, speakers)
      if (cue.use === 'cites') keepCited(report, field, cue, limit, speakers)
      // Whoever is named may be taken up, though nothing of it is told here.
      const {source} = phrases.behind(
        field,
        {first: cue.end, end: Math.min(limit, cue.end + longestSource)},
        i => isMedium(report, field, i)
      )
      if (cue.part !== 'verb' || cue.use !== 'says' || !source) return []
      const who = named(report, field, source, cue, speakers)
      if (!who) return []
      // "Seven died, said the mayor.": what was said stands before.
      const isLast = words.slice(source.end).every((word, i) => isMark(word) || isTime(field, source.end + i))
      // "..., كما أعلن قيادي"
      const edge = opens!.has(words[cue.first - 1]?.form ?? '') ? cue.first - 1 : cue.first
      const before = words[edge - 1]
      if (!isLast || !before || !isMark(before) || edge < 2) return []
      return [frame(report, field, cue, who, [spanOfWords(field, {first: 0, end: edge - 1})], null)]
    }
    const region = {first: cue.end, end: begins.regionEnd}
    if (cue.use === 'cites') return citingFrames(report, field, cue, region, begins.content, cues, speakers)
    const {source: found, told} =
      cue.part === 'aside'
        ? {source: null, told: null}
        : phrases.behind(field, region, i => isMedium(report, field, i))
    const source = cue.use === 'owns' ? ownerIn(field, found) : found
    const isAlone = source === null && !cue.joined && cue.part === 'verb'
    const subject = source ?? (isAlone ? phrases.before(field, cue.first) : null)
    const who = subject ? named(report, field, subject, cue, speakers) : goingOn(cue, speakers)
    if (!who) return []
    const content = contentOf(report, field, begins.content, cues)
    return content.length ? [frame(report, field, cue, who, content, told)] : []
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
    const at = words.findIndex(({form}, i) => i >= first && i < end && cited!.has(form))
    if (at < 0) return []
    const outer =
      phrases.behind(field, {first, end: at}, () => false).source ?? phrases.before(field, cue.first)
    const isSaying = ({form, readings}: Field['words'][number]) =>
      saying!.has(form) || readings.some(({lemma}) => saying!.has(lemma))
    const stop = words.findIndex((word, i) => i > at && i < end && isSaying(word))
    const inner = phrases.behind(field, {first: at + 1, end: stop < 0 ? end : stop}, () => false).source
    const spans = contentOf(report, field, content, cues)
    if (!spans.length) return []
    return [outer, inner].flatMap(at => {
      const who = at && named(report, field, at, cue, speakers)
      return who ? [frame(report, field, cue, who, spans, null)] : []
    })
  }

  /** "تبنى التنظيم الهجوم، وقال إنه ...", "الحركة تتبنى الهجوم": whoever did it may be taken up. */
  function keepOwner(report: Read, field: Field, cue: SpeechCue, limit: number, speakers: Speaker[]) {
    const {source} = phrases.behind(field, {first: cue.end, end: limit}, () => false)
    const own = ownerIn(field, source) ?? (cue.joined ? null : phrases.before(field, cue.first))
    if (own) named(report, field, own, cue, speakers)
  }

  /** "نقل موقع عن مصادر، تأكيدها ...": nothing is told that is read, but they may be taken up. */
  function keepCited(report: Read, field: Field, cue: SpeechCue, limit: number, speakers: Speaker[]) {
    const at = field.words.findIndex(({form}, i) => i >= cue.end && i < limit && cited!.has(form))
    const inner = at < 0 ? null : phrases.behind(field, {first: at + 1, end: limit}, () => false).source
    if (inner) named(report, field, inner, cue, speakers)
  }

  /** "وفق أرقام أوردها الأطباء": whoever gave them. */
  function behindFigures({words}: Field, start: number): number {
    const verb = words.findIndex((word, i) => i > start && i <= start + reachOfFigures && isVerbWord(word))
    const isGiven = verb > 0 && words[verb]!.readings[0]!.enclitic !== null
    return isGiven && !words.slice(start, verb).some(word => isMark(word)) && isFigures(words[start]!)
      ? verb
      : start
  }

  /** "حسب بيان صدر عن الوزارة": whose it is. */
  function behindIssued({words}: Field, start: number): number {
    if (!words[start] || !isFigures(words[start])) return start
    const of = words.findIndex(({form}, i) => i > start && i <= start + reachOfFigures && cited!.has(form))
    return of > 0 && !words.slice(start, of).some(word => isMark(word)) ? of + 1 : start
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
    start = behindIssued(field, behindFigures(field, start))
    // "بحسب ما أعلنه مكتبه"
    if (words[start] && opens!.has(words[start]!.form)) start++
    // "نقلا عن وكالة"
    if (words[start] && cited!.has(words[start]!.form)) start++
    while (words[start] && isVerbWord(words[start]!)) start++
    while (words[start] && /^به$|^عنه$|^ل$/.test(words[start]!.form)) start++
    const reachEnd = cues.find(other => other.first >= start)?.first ?? words.length
    const {source, told} = phrases.behind(field, {first: start, end: reachEnd}, i =>
      isMedium(report, field, i)
    )
    const who = source ? named(report, field, source, cue, speakers) : goingOn(cue, speakers)
    if (!who) return []
    const end = Math.max(source?.end ?? start, told?.end ?? 0)
    const previous = cues.findLast(other => other.first < cue.first && other.part === 'phrase')
    const citing = citedBy(report, field, cue, cues)
    const front = citing ? cue.first : previous ? Math.min(previous.end + 1, cue.first) : 0
    const behind = end + (words[end] && isMark(words[end]!) ? 1 : 0)
    const next = cues.find(other => other.first >= end)
    // "وبحسب المتحدث، قتل خمسة، وأوضح أن ...": at the beginning it credits what follows, up to the next that credits.
    const isFirst = words.slice(0, cue.first).every(isMark)
    const until = next ? (isFirst ? next.first : behind) : words.length
    const content = [
      ...(cue.first > front ? [{first: front, end: cue.first}] : []),
      ...(behind < until ? [{first: behind, end: until}] : [])
    ]
    const spans = content.map(stretch => spanOfWords(field, stretch))
    if (!spans.length) return []
    const inner = frame(report, field, cue, who, spans, told)
    const outer = citing && named(report, field, citing.source, citing.cue, speakers)
    return [...(outer ? [frame(report, field, citing.cue, outer, spans, null)] : []), inner]
  }

  /** "قالت [الصحيفة] نقلا عن ...": who says it between his verb and the phrase that says from whom he has it. */
  function citedBy(report: Read, field: Field, {first}: SpeechCue, cues: readonly SpeechCue[]) {
    const cue = cues.findLast(other => other.first < first)
    if (cue?.part !== 'verb' || cue.use !== 'says' || cue.negated) return null
    const {source} = phrases.behind(field, {first: cue.end, end: first}, i => isMedium(report, field, i))
    return source && field.words.slice(source.end, first).every(isMark) ? {cue, source} : null
  }

  /** "وزارة الصحة: سبعة جرحى", "سبعة جرحى في قصف: مصدر طبي", "سبعة جرحى في قصف (مصدر طبي)" */
  function headed(report: Read, field: Field, speakers: Speaker[]): SpeechFrame[] {
    const {words} = field
    const colons = words.flatMap(({form}, i) => (form === colon && i > 0 && i + 1 < words.length ? [i] : []))
    const sides = colons.flatMap((at, n) => [
      {at, source: {first: (colons[n - 1] ?? -1) + 1, end: at}, content: {first: at + 1, end: words.length}},
      {at, source: {first: at + 1, end: words.length}, content: {first: 0, end: at}}
    ])
    const bracket = words.findLastIndex(({form}) => form === '(')
    const isLast = bracket > 0 && words.slice(bracket).filter(isMark).length === 2 && isMark(words.at(-1)!)
    if (isLast)
      sides.push({
        at: bracket,
        source: {first: bracket, end: words.length},
        content: {first: 0, end: bracket}
      })
    for (const {at, source: side, content} of sides) {
      const source = withoutMarks(field, side)
      if (source.end - source.first > longestHeading || source.end <= source.first) continue
      if (words.slice(source.first, source.end).some(isVerbWord)) continue
      if (isTelling(report, field, source)) continue
      if (!isSource(report, field, source)) continue
      const cue: SpeechCue = {
        first: at,
        end: at + 1,
        id: 'colon',
        part: 'phrase',
        use: 'says',
        certainty: 'certain',
        polarity: 'affirmed',
        gender: null,
        negated: false,
        joined: false
      }
      const who = named(report, field, source, cue, speakers)
      return who ? [frame(report, field, cue, who, [spanOfWords(field, content)], null)] : []
    }
    return []
  }

  /** Whether the stretch itself tells a happening or a figure. */
  function isTelling({events, casualties}: Read, field: Field, at: Stretch): boolean {
    const span = spanOfWords(field, at)
    return [...events, ...casualties].some(({trigger}) => overlaps(trigger, span))
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
      carrier: told && carrier(report, field, told),
      content,
      link: {...speaker.link, cue: cueText(text, field, cue)},
      certainty: cue.negated ? 'unstated' : cue.certainty,
      polarity: cue.negated ? 'affirmed' : cue.polarity,
      rule: `speech-cues/${cue.id}`
    }
  }

  function withoutMarks({words}: Field, {first, end}: Stretch): Stretch {
    let [from, to] = [first, end]
    while (from < to && (isMark(words[from]!) || and!.has(words[from]!.form))) from++
    while (to > from && isMark(words[to - 1]!)) to--
    return {first: from, end: to}
  }
}

/** Of the words behind "تبنى" those that are people: "تنظيم محلي", not "الهجوم". */
function ownerIn({words, spans}: Field, source: Stretch | null): Stretch | null {
  if (!source) return null
  const {first} = source
  const actor = spans.actor.find(own => own.first <= first && first < own.end)
  if (actor) return {first, end: actor.end}
  return words[first]!.readings[0]?.is != null ? {first, end: first + 1} : null
}

function isTime({spans}: Field, i: number): boolean {
  return spans.time.some(({first, end}) => first <= i && i < end)
}

function goingOn(cue: SpeechCue, speakers: readonly Speaker[]): Named | null {
  const speaker = lastOf(speakers, cue.gender)
  return speaker ? {speaker, source: null} : null
}

function isMedium({actors}: Read, {spans}: Field, i: number): boolean {
  return spans.actor.some(
    ({first, end, index}) =>
      first <= i && i < end && (actors[index]!.kind === 'medium' || actors[index]!.kind === 'agency')
  )
}
