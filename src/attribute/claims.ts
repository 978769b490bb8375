/**
 * Turns mentions into claims: one statement about one thing, with its words, its chain and its reasons.
 *
 * Every happening told, every figure, every affiliation, motive and lack of
 * confirmation becomes a claim. Two speakers give two claims; nothing is
 * averaged and nothing dropped. What belongs to one incident is left to coding/.
 */
import {eventTypes} from '../codebook/event-types.ts'
import type {Knowledge} from '../codebook/knowledge.ts'
import type {Annotated, CasualtyMention, CrowdMention, EventMention, Reason} from '../model/layers.ts'
import {quote} from '../model/span.ts'
import {stage} from '../model/stage.ts'
import type {Syntax, Token} from '../model/syntax.ts'
import {creditor} from './creditor.ts'
import {type Draft, quotes} from './draft.ts'
import {sidesOf} from './interest.ts'
import {speakersOfOwnDeeds} from './own-deeds.ts'
import {referenceFinder} from './references.ts'
import {responsibilityFinder, type Statement, statementFinder} from './statements.ts'
import {withTolls} from './toll-ties.ts'
import {type DatedBy, datedEvents} from './when.ts'

type Read = Annotated<
  | 'header'
  | 'passages'
  | 'syntax'
  | 'times'
  | 'quantities'
  | 'places'
  | 'actors'
  | 'events'
  | 'casualties'
  | 'crowds'
  | 'contexts'
  | 'speech'
>

/** Ranks of codebook/event-types.yaml below this are talk and aftermath. */
const leastRankOfAct = 2
/** From this rank on a type makes an incident by itself. */
const leastRankOfNews = 3
/** What follows a happening is no news of another. */
const following = new Set(['aftermath', 'justice', 'words', 'agreement'])

export const claims = ({codebook}: Knowledge) => {
  const types = new Map(eventTypes(codebook).map(type => [type.id, type]))
  const families = new Map([...types].map(([id, {family}]) => [id, family]))
  const statementsIn = statementFinder(codebook)
  const credited = creditor(codebook)
  const withReferences = referenceFinder(
    codebook,
    type => families.get(type),
    type => types.get(type)!.rank >= leastRankOfAct
  )
  const leaves = responsibilityFinder(codebook)

  return stage({
    name: 'claims',
    needs: [
      'header',
      'passages',
      'syntax',
      'times',
      'quantities',
      'places',
      'actors',
      'events',
      'casualties',
      'crowds',
      'contexts',
      'speech'
    ],
    adds: ['claims'],
    run(all) {
      const report = {...all, events: toldEvents(all)}
      const drafts = [
        ...datedEvents(
          report,
          type => types.get(type)!.lasts,
          type => types.get(type)!.rank >= leastRankOfNews && !following.has(types.get(type)!.family)
        ).flatMap(({event, when}) => eventDrafts(report, event, when)),
        ...report.crowds.map(mention => crowdDraft(report, mention)),
        ...report.casualties.map((mention, i) => ({...casualtyDraft(report, mention), casualty: i})),
        ...affiliationDrafts(report),
        ...statementDrafts(report)
      ].sort(
        (a, b) => a.claim.quote.from - b.claim.quote.from || a.at.from - b.at.from || order(a) - order(b)
      )
      const own = speakersOfOwnDeeds(report)
      const sides = [...new Set([...sidesOf(report.events, families, report.actors), ...own])]
      const explained = drafts.map((draft, i) => credited(report, draft, `c${i + 1}`, sides))
      const tied = withTolls(report, drafts, explained)
      return {claims: withReferences(report.syntax, tied)}
    }
  })

  /** One claim for each thing damaged: "burned 12 houses and a mosque". */
  function eventDrafts(report: Read, event: EventMention, when: DatedBy | null): Draft[] {
    const draft = eventDraft(report, event, when)
    if (event.damaged.length === 0) return [draft]
    return event.damaged.map(({count, ...of}) => {
      const {claim} = draft
      const damage = {of: report.text.slice(of.from, of.to), count}
      return {...draft, claim: {...claim, evidence: quotes(report.text, [...claim.evidence, of]), damage}}
    })
  }

  function eventDraft(report: Read, event: EventMention, when: DatedBy | null): Draft {
    const {text, syntax} = report
    const type = types.get(event.type)!
    const about =
      type.id === 'threat'
        ? 'threat'
        : event.polarity === 'denied' && event.realis === 'happened'
          ? 'denial'
          : type.damage
            ? 'damage'
            : 'event'
    const place = event.places[0] ?? null
    const ids = (fillers: EventMention['agents']) => [
      ...new Set(fillers.flatMap(({id}) => (id === null ? [] : [id])))
    ]
    const evidence = [
      event.trigger,
      ...event.agents,
      ...event.patients,
      ...event.instruments,
      ...(place ? [place] : []),
      ...(when ? [when.words] : [])
    ]
    const reasons: Reason[] = [...event.reasons]
    if (place) reasons.push({value: 'event.place', rule: 'locative', words: [quote(text, place)]})
    if (when) reasons.push({value: 'event.when', rule: when.rule, words: [quote(text, when.words)]})
    return {
      claim: {
        about,
        quote: quote(text, event.clause),
        evidence: quotes(text, evidence),
        polarity: event.polarity,
        realis: event.realis,
        event: {
          type: event.type,
          agent: ids(event.agents),
          patient: ids(event.patients),
          instruments: event.instruments.map(instrument => instrument.text),
          place: place?.id ?? null,
          when: when?.when ?? null,
          trigger: quote(text, event.trigger)
        }
      },
      token: syntax.tokens[event.token]!,
      telling: syntax.tokens[event.teller]!,
      at: event.trigger,
      reasons
    }
  }

  function casualtyDraft(report: Read, mention: CasualtyMention): Draft {
    const {text, syntax, quantities} = report
    const quantity = mention.quantity === null ? null : quantities[mention.quantity]!
    const of = text.slice(mention.of.from, mention.of.to)
    // "The driver died": one, though no number says so.
    const single = mention.one ? {min: 1, max: 1, stated: of} : null
    const count = quantity ? {min: quantity.min, max: quantity.max, stated: quantity.stated} : single
    return {
      claim: {
        about: 'casualties',
        quote: quote(text, mention.clause),
        evidence: quotes(text, [mention.trigger, mention.of, ...(quantity ? [quantity] : [])]),
        polarity: mention.polarity,
        realis: mention.realis,
        casualties: {
          outcome: mention.outcome,
          of,
          group: mention.group,
          count
        }
      },
      token: syntax.tokens[quantity ? quantity.head : mention.token]!,
      telling: syntax.tokens[mention.token]!,
      at: quantity ?? mention.trigger,
      reasons: mention.reasons,
      hedges: [...(mention.cumulative ? ['cumulative'] : []), ...(mention.background ? ['background'] : [])]
    }
  }

  function crowdDraft({text, syntax, quantities}: Read, mention: CrowdMention): Draft {
    const quantity = quantities[mention.quantity]!
    const {min, max, stated} = quantity
    return {
      claim: {
        about: 'crowd',
        quote: quote(text, mention.clause),
        evidence: quotes(text, [mention.of, quantity]),
        polarity: mention.polarity,
        realis: mention.realis,
        crowd: {
          of: text.slice(mention.of.from, mention.of.to),
          group: mention.group,
          count: {min, max, stated}
        }
      },
      token: syntax.tokens[mention.token]!,
      at: quantity,
      reasons: mention.reasons
    }
  }

  function affiliationDrafts({text, actors, syntax}: Read): Draft[] {
    return actors.flatMap(actor =>
      actor.affiliations.flatMap(({quote: words, rule}) => {
        const token = syntax.within(words)[0]
        // What "other" implies of another actor is no statement of its own.
        if (!token || rule === 'other-of-its-kind') return []
        return [
          {
            claim: {
              about: 'affiliation' as const,
              quote: words,
              evidence: [words],
              polarity: 'affirmed' as const,
              realis: 'happened' as const
            },
            token,
            at: words,
            reasons: [{value: 'affiliation', rule, words: [quote(text, words)]}]
          }
        ]
      })
    )
  }

  function statementDrafts({text, syntax, passages, casualties, events}: Read): Draft[] {
    // "denied reports of dozens killed": the figure is denied itself.
    const told = [...casualties, ...events.filter(({retold}) => !retold)]
    const isToldBehind = ({about, words}: Statement) =>
      about === 'denial' &&
      syntax
        .inSentence(told, syntax.sentenceOf(words[0]!), ({trigger}) => trigger)
        .some(
          ({token}) =>
            token > words.at(-1)!.index &&
            !leaves(syntax, syntax.tokens[token]!) &&
            !isBesides(syntax, words[0]!, syntax.tokens[token]!)
        )
    return syntax.sentences
      .filter(({passage}) => passages[passage]!.kind !== 'boilerplate')
      .flatMap(sentence => statementsIn(syntax, sentence))
      .filter(statement => !isToldBehind(statement))
      .map(({about, span, words, rule}) => ({
        claim: {
          about,
          quote: quote(text, span),
          evidence: words.map(word => quote(text, word)),
          polarity: ofStatement[about],
          realis: 'happened' as const
        },
        token: words[0]!,
        at: about === 'denial' ? words.at(-1)! : words[0]!,
        reasons: [{value: 'about', rule, words: words.map(word => quote(text, word))}]
      }))
  }
}

/** "denied any role but said the hostage was alive": what is said besides is not what is denied. */
function isBesides(syntax: Syntax, denial: Token, told: Token): boolean {
  const path = [told, ...syntax.ancestors(told)]
  const below = path[path.indexOf(denial) - 1]
  return below?.relation === 'conj'
}

const ofStatement = {'no-confirmation': 'unconfirmed', denial: 'denied', motive: 'affirmed'} as const

/** What is no happening here makes no claim; what a story or a drill tells did not happen. */
function toldEvents({events, contexts}: Annotated<'events' | 'contexts'>): EventMention[] {
  const asides = new Map(contexts.map(aside => [aside.event, aside]))
  return events.flatMap((event, i) => {
    const aside = asides.get(i)
    if (aside === undefined || aside.makes === 'past' || aside.makes === 'mishap') return [event]
    if (aside.makes === 'nothing') return []
    const reason: Reason = {
      value: 'realis',
      rule: `contexts/${aside.context}`,
      words: aside.signs.flatMap(({weight, words}) => (weight > 0 ? words : []))
    }
    return [{...event, realis: 'hypothetical' as const, reasons: [...event.reasons, reason]}]
  })
}

/** Happenings before figures before the rest, where they share their words. */
function order({claim}: Draft): number {
  return (
    ['event', 'damage', 'threat', 'denial', 'casualties', 'crowd'].indexOf(claim.about) +
    (claim.about === 'affiliation' ? 10 : 0)
  )
}
