/**
 * Finds who is credited with what: every cue, its source and the words it covers.
 *
 *     "police said two people were killed"           police, certain
 *     "Radio Oru claimed that ..."                   Radio Oru, possible
 *     "according to footage"                         footage
 *     "INA, citing the Joint Command, said ..."      two frames over the same words
 *     "a reporter saw guards firing"                 reporter, who was there
 *     "Ministry: two dead"                           the ministry
 *
 * Cues are in codebook/lexicons/en/attribution-cues.csv; each construction has a file: verb-speech, phrase-speech,
 * colon-speech, quotation-speech.
 */
import type {Knowledge} from '../codebook/knowledge.ts'
import {quotationsOf} from '../languages/en/quotations.ts'
import {inLanguages} from '../languages/readers.ts'
import type {Attribution} from '../model/contract.ts'
import type {NamedActor, SpeechFrame} from '../model/layers.ts'
import {contains, overlaps, quote, type Span} from '../model/span.ts'
import {stage} from '../model/stage.ts'
import type {Syntax, Token} from '../model/syntax.ts'
import {actorAt} from './actor-at.ts'
import {antecedentsOf} from './antecedents.ts'
import {colonCredits} from './colon-speech.ts'
import {type Credit, withoutCited} from './credit.ts'
import {crowdCredits} from './crowd-speech.ts'
import {cuesOf} from './cues.ts'
import {personWords} from './person-words.ts'
import {phraseCredits} from './phrase-speech.ts'
import {withQuotations} from './quotation-speech.ts'
import type {Reading} from './reading.ts'
import {sourceKindFinder} from './source-kind.ts'
import {Speakers} from './speakers.ts'
import {cueOf, verbCredits} from './verb-speech.ts'

export const speech = ({codebook}: Knowledge) => {
  const cues = cuesOf(codebook)
  const kindFinder = sourceKindFinder(codebook)
  const isPersonWord = personWords(codebook)
  const withLanguages = inLanguages(codebook, 'speech')

  return stage({
    name: 'speech',
    needs: [
      'passages',
      'syntax',
      'entities',
      'coreference',
      'times',
      'quantities',
      'actors',
      'events',
      'casualties'
    ],
    adds: ['speech'],
    run(report) {
      const {text, passages, syntax, entities, coreference, times, quantities, actors} = report
      const isTime = (span: Span) => {
        const sentence = syntax.sentenceAt(span.from)
        return sentence !== undefined && syntax.inSentence(times, sentence).some(time => contains(time, span))
      }
      const isPerson = (span: Span) => {
        const head = syntax.headOf(span)
        if (!head) return false
        const here = syntax.inSentence(entities, syntax.sentenceOf(head))
        const named = here.find(entity => entity.named && overlaps(entity, head))
        return named ? named.type === 'person' : isPersonWord(head)
      }
      const sizes = quantities.filter(({crowd}) => crowd !== null)
      const speakers = new Speakers()
      const reading: Reading = {
        text,
        syntax,
        cues,
        speakers,
        antecedents: antecedentsOf(coreference),
        quotation: quotationsOf(text, syntax),
        kindOf: source => kindFinder(syntax, source, actorAt(syntax, source, actors)).kind,
        isKnown: source =>
          kindFinder(syntax, source, actorAt(syntax, source, actors)).rule !== 'source-kinds/none',
        isPerson,
        remember: source =>
          speakers.add({
            source,
            kind: reading.kindOf(source),
            isPerson: isPerson(source),
            isPlural: /^NN.?S$/.test(syntax.headOf(source)?.xpos ?? '')
          }),
        isCue: token => token.upos === 'VERB' && cues.verb(syntax, token) !== undefined
      }
      const credits: Credit[] = []
      const crediting = new Set<number>()
      const add = (found: readonly Credit[]) => {
        for (const credit of found) {
          credits.push(credit)
          crediting.add(credit.token.index)
          const {named} = credit
          if (named) reading.remember(named)
        }
      }
      for (const sentence of syntax.sentences) {
        const {kind} = passages[sentence.passage]!
        if (!sentence.parsed || kind === 'boilerplate') continue
        const before = credits.length
        const here = syntax.inSentence(sizes, sentence)
        for (let i = sentence.first; i < sentence.end; i++) {
          const token = syntax.tokens[i]!
          add(phraseCredits(reading, sentence, token))
          const cue = crediting.has(i) ? undefined : cueOf(reading, token)
          if (cue) add(verbCredits(reading, sentence, token, cue))
        }
        for (const quantity of here) add(crowdCredits(reading, sentence, quantity, credits.slice(before)))
        // Whoever passes it on comes before the one who is cited.
        const own = withoutCited(syntax, credits.splice(before))
        credits.push(...own.filter(({isCited}) => !isCited), ...own.filter(({isCited}) => isCited))
        if (credits.length === before) add(colonCredits(reading, sentence, kind === 'title'))
      }
      const whole = withQuotations(text, syntax, credits, reading.quotation)
      const frames = whole
        .filter(({source}) => !source || !isTime(source))
        .map(credit => frameOf(text, syntax, credit, actors))
      return {speech: withLanguages(report, frames)}
    }
  })

  /** Of "Amal Idris, a nurse at the clinic" the aside tells more than the name. */
  function kindOf(syntax: Syntax, named: Span, source: Span | null, actor: NamedActor | undefined) {
    const {kind, rule} = kindFinder(syntax, named, actor)
    return source && rule === 'source-kinds/none' ? kindFinder(syntax, source, actor).kind : kind
  }

  /** "told Reuters", "told state television" */
  function carrierOf(text: string, syntax: Syntax, told: Span, actors: readonly NamedActor[]): Attribution {
    const actor = actorAt(syntax, told, actors)
    const {kind} = kindFinder(syntax, told, actor)
    const words = quote(text, told)
    return {source: words.text, kind, actor: actor?.id ?? null, cue: null, quote: words}
  }

  function frameOf(
    text: string,
    syntax: Syntax,
    {cue, words, token, source, named, content, addressee, isNegated, isCarried}: Credit,
    actors: readonly NamedActor[]
  ): SpeechFrame {
    const origin = named ?? source!
    const actor = actorAt(syntax, origin, actors)
    return {
      cue: words,
      token: token.index,
      source,
      carrier: addressee && carrierOf(text, syntax, addressee, actors),
      content,
      link: {
        source: text.slice(origin.from, origin.to),
        kind: kindOf(syntax, origin, source, actor),
        actor: actor?.id ?? null,
        cue: isCarried ? null : cueText(text, token, cue.form, words),
        quote: quote(text, origin)
      },
      certainty: isNegated ? 'unstated' : cue.certainty,
      polarity: isNegated ? 'affirmed' : cue.polarity,
      rule: isCarried ? 'quotations/carried' : `attribution-cues/${cue.id}`
    }
  }
}

/** The word that credits, without its helpers: "said"; the whole phrase, where it is one. */
function cueText(text: string, token: Token, form: string, {from, to}: Span): string {
  const words = text.slice(from, to)
  return words.toLowerCase() === form ? words : token.text
}
