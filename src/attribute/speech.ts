/**
 * Finds who is credited with what: every cue, its source and the words it covers.
 *
 *     "police said two people were killed"           police, certain
 *     "Radio Oru claimed that ..."                   Radio Oru, possible
 *     "according to footage"                         footage
 *     "INA, citing the Joint Command, said ..."      two frames over the same words
 *     "a reporter saw guards firing"                 reporter, who was there
 *
 * Cues are in codebook/lexicons/en/attribution-cues.csv. A verb that needs a
 * speaker ("saw", "shows", "put the toll at") counts only when its subject is one.
 */
import type {Knowledge} from '../codebook/knowledge.ts'
import {isPassive, nounPhrase, subjectsOf} from '../languages/en/clauses.ts'
import type {Certainty, Polarity, SourceKind} from '../model/contract.ts'
import type {NamedActor, Quantity, SpeechFrame} from '../model/layers.ts'
import {contains, quote, type Span} from '../model/span.ts'
import {stage} from '../model/stage.ts'
import {type Sentence, type Syntax, spanOf, type Token} from '../model/syntax.ts'
import {actorAt} from './actor-at.ts'
import {crowdSpeaker} from './crowd-speech.ts'
import {sourceKindFinder} from './source-kind.ts'
import {firstPhrase, speakerBefore, upToVerb, withoutApposition} from './speaker-phrase.ts'
import {contentOf, partAround, trimmed} from './speech-content.ts'

interface Cue {
  readonly id: string
  readonly form: string
  readonly use: 'says' | 'sees' | 'shows' | 'cites' | 'figure' | 'denies' | 'accuses'
  readonly certainty: Certainty
  readonly polarity: Polarity
}

/** Whoever has spoken so far, for the pronouns that follow. */
interface Speaker {
  readonly source: Span
  readonly kind: SourceKind
}

/** Which kinds of subject a use needs; the others take any person, body or pronoun. */
const neededKinds: Partial<Record<Cue['use'], ReadonlySet<SourceKind>>> = {
  sees: new Set(['correspondent', 'witness']),
  shows: new Set(['footage', 'document', 'social-post', 'correspondent']),
  figure: new Set([
    'official',
    'security',
    'medical',
    'agency',
    'medium',
    'unnamed',
    'document',
    'party',
    'armed-group',
    'witness'
  ])
}

/** Speakers that a pronoun or a fuller name is looked for among. */
const mostRemembered = 100
const pronouns = new Set(['it', 'he', 'she', 'they', 'who', 'which', 'i', 'we'])

export const speech = ({codebook}: Knowledge) => {
  const cues = new Map<string, Cue>()
  for (const row of codebook.table('lexicons/en/attribution-cues.csv', [
    'id',
    'form',
    'part',
    'use',
    'certainty',
    'polarity'
  ])) {
    if (row.part === 'verb') cues.set(row.form.split(' ')[0]!, row as unknown as Cue)
  }
  const isCue = (token: Token) => token.upos === 'VERB' && cues.has(token.lemma)
  const kindOf = sourceKindFinder(codebook)

  return stage({
    name: 'speech',
    needs: ['passages', 'syntax', 'times', 'quantities', 'actors'],
    adds: ['speech'],
    run({text, passages, syntax, times, quantities, actors}) {
      const isTime = (span: Span) => {
        const sentence = syntax.sentenceAt(span.from)
        return sentence !== undefined && syntax.inSentence(times, sentence).some(time => contains(time, span))
      }
      const sizes = quantities.filter(({crowd}) => crowd !== null)
      const frames: SpeechFrame[] = []
      const speakers: Speaker[] = []
      for (const sentence of syntax.sentences) {
        if (!sentence.parsed || passages[sentence.passage]!.kind === 'boilerplate') continue
        // Who spoke long ago is not who speaks; a long text must not cost its square.
        speakers.splice(0, Math.max(0, speakers.length - mostRemembered))
        for (const token of syntax.tokensOf(sentence)) {
          const cited = accordingTo(text, syntax, sentence, token, actors)
          frames.push(...cited)
          for (const {source, link} of cited) if (source) speakers.push({source, kind: link.kind})
          const cue = token.upos === 'VERB' || token.upos === 'AUX' ? cues.get(token.lemma) : undefined
          if (cue) frames.push(...framesOf(text, syntax, sentence, token, cue, actors, speakers))
        }
        for (const quantity of syntax.inSentence(sizes, sentence))
          frames.push(...crowdFrames(text, syntax, sentence, quantity, actors, speakers, frames))
      }
      return {speech: frames.filter(({source}) => !source || !isTime(source))}
    }
  })

  function framesOf(
    text: string,
    syntax: Syntax,
    sentence: Sentence,
    verb: Token,
    cue: Cue,
    actors: readonly NamedActor[],
    speakers: Speaker[]
  ): SpeechFrame[] {
    const phrase = cue.form.split(' ')
    if (
      phrase.length > 1 &&
      !syntax.tokens.slice(verb.index + 1, verb.index + 3).some(({lower}) => lower === phrase[1])
    )
      return []
    if (isPassive(syntax, verb)) return []
    // "quotes the ministry as saying": the quoting says it all.
    if (verb.xpos === 'VBG' && syntax.tokens[verb.index - 1]?.lower === 'as') return []
    if (cue.use === 'cites') return citing(text, syntax, sentence, verb, cue, actors)
    const subjects = speakersOf(syntax, sentence, verb)
    if (subjects.length === 0) return []
    const found = resolve(syntax, subjects, speakers)
    if (!found) return []
    const own = withoutApposition(text, upToVerb(syntax, found, verb))
    // "put the toll at 80, saying ...": the same speaker, in the fuller words.
    const source = speakers.findLast(speaker => speaker.source.from === own.from)?.source ?? own
    const {kind} = kindOf(syntax, source, actorAt(syntax, source, actors))
    speakers.push({source, kind})
    const needed = neededKinds[cue.use]
    if (needed) {
      if (
        !needed.has(kind) ||
        (kind === 'unnamed' && !/\bsources?\b/i.test(text.slice(source.from, source.to)))
      )
        return []
    }
    const content = contentOf(syntax, sentence, verb, subjects, isCue)
    if (content.length === 0) return []
    return [frame(text, syntax, {cue, verb, source, content, addressee: addresseeOf(syntax, verb)}, actors)]
  }

  /** A bare size of a crowd and whoever gives it, where no frame of the same cue holds it. */
  function crowdFrames(
    text: string,
    syntax: Syntax,
    sentence: Sentence,
    quantity: Quantity,
    actors: readonly NamedActor[],
    speakers: readonly Speaker[],
    known: readonly SpeechFrame[]
  ): SpeechFrame[] {
    const found = crowdSpeaker(syntax, sentence, quantity, isCue)
    if (!found) return []
    const {verb, content} = found
    const isKnown = known.some(
      ({token, content: held}) => token === verb.index && held.some(span => contains(span, quantity))
    )
    const source = 'from' in found.speakers ? found.speakers : resolve(syntax, found.speakers, speakers)
    if (isKnown || !source) return []
    return [
      frame(
        text,
        syntax,
        {cue: cues.get(verb.lemma)!, verb, source, content: [...content], addressee: null},
        actors
      )
    ]
  }

  /** The subject; where the tree has none, the noun just before or (inverted, "said X") just behind the cue. */
  function speakersOf(syntax: Syntax, sentence: Sentence, verb: Token): Token[] {
    const canSpeak = (token: Token) => ['NOUN', 'PROPN', 'PRON', 'ADJ', 'DET'].includes(token.upos)
    const subjects = subjectsOf(syntax, verb).filter(canSpeak)
    if (subjects.length) return subjects
    const next = syntax.tokens[verb.index + 1]
    const previous = syntax.tokens[verb.index - 1]
    const before = verb.xpos === 'VBD' || verb.xpos === 'VBZ' ? speakerBefore(syntax, verb) : null
    if (before && canSpeak(before)) return [before]
    if (verb.xpos !== 'VBG' && previous?.text === ',' && next && verb.index + 1 < sentence.end) {
      return syntax
        .children(verb, 'nsubj', 'obj')
        .filter(token => token.index > verb.index && canSpeak(token))
        .slice(0, 1)
    }
    return []
  }

  /** The speaker's words; a pronoun stands for the last source named before it. */
  function resolve(syntax: Syntax, subjects: readonly Token[], speakers: readonly Speaker[]): Span | null {
    const [first] = subjects
    if (subjects.length === 1 && pronouns.has(first!.lower)) {
      const person = first!.lower === 'he' || first!.lower === 'she'
      const before = speakers.filter(({kind}) => !person || !['medium', 'footage', 'document'].includes(kind))
      return before.at(-1)?.source ?? null
    }
    return spanOf(subjects.map(subject => nounPhrase(syntax, subject)))
  }

  /** "citing X", "quoting X", "AFP quotes X as saying": X is the source, and the subject, if any, passes it on. */
  function citing(
    text: string,
    syntax: Syntax,
    sentence: Sentence,
    verb: Token,
    cue: Cue,
    actors: readonly NamedActor[]
  ): SpeechFrame[] {
    const cited = syntax.children(verb, 'obj')
    if (cited.length === 0) return []
    const source = spanOf(cited.map(noun => nounPhrase(syntax, noun)))!
    const carrier = syntax.head(verb)
    const isAside = verb.xpos === 'VBG' && verb.relation !== 'root'
    if (isAside) {
      const speaker = carrier && (carrier.upos === 'VERB' ? carrier : syntax.head(carrier))
      const said =
        speaker && cues.has(speaker.lemma)
          ? contentOf(syntax, sentence, speaker, subjectsOf(syntax, speaker), isCue)
          : []
      const part = partAround(syntax, sentence, verb, isCue)
      const whole = trimmed(syntax, part.first, part.end)
      const content = said.length ? said : whole ? [whole] : []
      return content.length
        ? [frame(text, syntax, {cue, verb, source, content, addressee: null}, actors)]
        : []
    }
    const last = Math.max(...syntax.within(source).map(token => token.index))
    const rest = trimmed(
      syntax,
      syntax.tokens[last + 1]?.lower === 'as' ? last + 3 : last + 1,
      partAround(syntax, sentence, verb, isCue).end
    )
    if (!rest) return []
    const carriers = speakersOf(syntax, sentence, verb)
    const outer = carriers.length ? spanOf(carriers.map(noun => nounPhrase(syntax, noun))) : null
    return [
      ...(outer
        ? [frame(text, syntax, {cue, verb, source: outer, content: [rest], addressee: null}, actors)]
        : []),
      frame(text, syntax, {cue, verb, source, content: [rest], addressee: null}, actors)
    ]
  }

  /** "according to X": X stands behind, the statement is the rest of that part of the sentence. */
  function accordingTo(
    text: string,
    syntax: Syntax,
    sentence: Sentence,
    token: Token,
    actors: readonly NamedActor[]
  ): SpeechFrame[] {
    if (token.lower !== 'according' || syntax.tokens[token.index + 1]?.lower !== 'to') return []
    const start = token.index + 2
    const stop = (i: number) =>
      i >= sentence.end || [',', '.', ';', ':', '—', '–'].includes(syntax.tokens[i]!.text)
    let end = start
    while (!stop(end) && end - start < 20) end++
    const words = syntax.tokens.slice(start, end)
    const source = firstPhrase(words)
    if (!source) return []
    const part = partAround(syntax, sentence, token, isCue)
    end = syntax.within(source).at(-1)!.index + 1
    const before = trimmed(syntax, part.first, token.index)
    const after = trimmed(syntax, end, part.end)
    const content = [before, after].filter(span => span !== null)
    const cue: Cue = {
      id: 'according-to',
      form: 'according to',
      use: 'cites',
      certainty: 'certain',
      polarity: 'affirmed'
    }
    return content.length
      ? [frame(text, syntax, {cue, verb: token, source, content, addressee: null}, actors)]
      : []
  }

  function addresseeOf(syntax: Syntax, verb: Token): Span | null {
    const to = syntax
      .children(verb, 'obl')
      .find(noun => noun.upos === 'PROPN' && syntax.children(noun, 'case').some(({lower}) => lower === 'to'))
    const told = ['tell', 'inform'].includes(verb.lemma)
      ? syntax.children(verb, 'obj', 'iobj').find(noun => noun.index > verb.index)
      : undefined
    const addressee = told ?? to
    return addressee ? nounPhrase(syntax, addressee) : null
  }

  function frame(
    text: string,
    syntax: Syntax,
    found: {cue: Cue; verb: Token; source: Span; content: Span[]; addressee: Span | null},
    actors: readonly NamedActor[]
  ): SpeechFrame {
    const {cue, verb, content, addressee} = found
    const source = withoutApposition(text, found.source)
    const actor = actorAt(syntax, source, actors)
    const words =
      cue.form === 'according to'
        ? {from: verb.from, to: syntax.tokens[verb.index + 1]!.to}
        : {from: verb.from, to: verb.to}
    const {kind} = kindOf(syntax, source, actor)
    return {
      cue: words,
      token: verb.index,
      source,
      addressee,
      content,
      link: {
        source: text.slice(source.from, source.to),
        kind,
        actor: actor?.id ?? null,
        cue: text.slice(words.from, words.to),
        quote: quote(text, source)
      },
      certainty: cue.certainty,
      polarity: cue.polarity,
      rule: `attribution-cues/${cue.id}`
    }
  }
}
