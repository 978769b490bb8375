/**
 * Reads happenings by the rules of `patterns/ID/events.yaml`, and who did them to whom by `roles.yaml`.
 *
 * A rule gives a type of event-types.yaml, or "accident": beside an accident a weak rule ("people were killed") tells no
 * violence. Of rules that share words the longer one holds. A mention with an article, of a family told before, tells nothing new.
 */
import type {EventMention, LocatedPlace, Reason, RoleFiller} from '../../model/layers.ts'
import {overlaps, quote, type Span} from '../../model/span.ts'
import type {LayerReader} from '../language.ts'
import {clauseFinder} from './clauses.ts'
import {eventKinds} from './event-kinds.ts'
import {type Field, type FieldRead, type Stretch, spanOfWords} from './field.ts'
import type {RuleMatch} from './rules.ts'
import {standingFinder} from './standing.ts'
import type {Tongue} from './tongue.ts'

const violent = new Set(['clash', 'riot', 'crowd-control', 'shooting', 'attack', 'explosion'])
/** What tells no happening, but that another one was nobody's deed. */
const accident = 'accident'
/** Types below this rank are talk and aftermath. */
const leastRank = 2

type Read = Parameters<LayerReader<'events'>>[0]

interface Told {
  readonly field: Field
  readonly match: RuleMatch
  readonly family: string
  readonly rank: number
}

export function eventReader(tongue: Tongue): LayerReader<'events'> {
  const kinds = eventKinds(tongue.lists)
  const rules = tongue.rules('events')
  const roles = tongue.rules('roles')
  const clauseOf = clauseFinder(tongue)
  const standing = standingFinder(tongue)
  const unknown = rules.gives.find(type => type !== accident && !kinds.has(type))
  if (unknown)
    throw new Error(
      `codebook/patterns/${tongue.id}/events.yaml: no event type "${unknown}"; see event-types.yaml`
    )

  return (report, sentences) => {
    const told: Told[] = []
    const accidents = new Set<number>()
    for (const sentence of sentences) {
      const field = tongue.field(report, sentence)
      for (const match of apart(rules.find(field))) {
        const kind = kinds.get(match.rule.gives)
        if (kind) told.push({field, match, ...kind})
        else accidents.add(sentence.index)
      }
    }
    const isViolent = ({family, rank, match}: Told) =>
      violent.has(family) && rank >= leastRank && !match.rule.weak
    const violence = new Set(told.filter(isViolent).map(({field}) => field.sentence.index))
    const kept = told.filter(({match, field: {sentence}}) => {
      if (!match.rule.weak) return true
      const isOfAccident =
        violence.size === 0
          ? accidents.size > 0
          : accidents.has(sentence.index) || accidents.has(sentence.index - 1)
      return !violence.has(sentence.index) && !isOfAccident
    })
    const families = new Set<string>()
    return kept.flatMap(one => {
      const mention = mentionOf(report, one, families)
      // "Nobody was killed" denies a figure, no deed.
      if (one.match.rule.weak && mention.polarity === 'denied') return []
      if (!mention.retold && mention.realis === 'happened') families.add(one.family)
      return [mention]
    })
  }

  function mentionOf(
    report: Read,
    {field, match, family}: Told,
    families: ReadonlySet<string>
  ): EventMention {
    const {text, passages} = report
    const trigger = spanOfWords(field, match)
    const {realis, polarity, reasons} = standing.of(text, field, match.anchor)
    const clause = clauseOf(field, match)
    const filled = rolesOf(report, field, match)
    const type: Reason = {value: 'event.type', rule: match.name, words: [quote(text, trigger)]}
    const isTitle = passages[field.sentence.passage]!.kind === 'title'
    const token = field.words[match.anchor.first]!.token
    return {
      type: match.rule.gives,
      trigger,
      token,
      teller: token,
      clause,
      ...filled,
      damaged: [],
      places: placesOf(report, field, match, clause),
      realis: match.rule.gives === 'threat' && realis === 'happened' ? 'threatened' : realis,
      polarity,
      retold: !isTitle && families.has(family) && isKnown(field, match) && realis === 'happened',
      rule: match.name,
      reasons: [type, ...reasons]
    }
  }

  function rolesOf(report: Read, field: Field, match: RuleMatch) {
    const agents: RoleFiller[] = []
    const patients: RoleFiller[] = []
    const instruments: Span[] = []
    const own = match.named
    const add = (list: RoleFiller[], at: Stretch | undefined) => {
      if (!at) return
      const filler = fillerOf(report, field, at)
      const isTaken = [...agents, ...patients].some(other => overlaps(other, filler))
      if (!isTaken) list.push(filler)
    }
    for (const {named} of [{named: own}, ...roles.findAt(field, match.anchor)]) {
      add(agents, named.agent)
      add(agents, named.other)
      add(patients, named.patient)
      if (named.means && instruments.length === 0) instruments.push(spanOfWords(field, named.means))
    }
    return {agents, patients, instruments: instruments.map(span => quote(report.text, span))}
  }
}

/** The rules' order decides among matches of the same words; a longer one outweighs it. */
function apart(matches: readonly RuleMatch[]): RuleMatch[] {
  const kept: RuleMatch[] = []
  const length = ({first, end}: Stretch) => end - first
  for (const match of matches.toSorted((a, b) => length(b) - length(a)))
    if (!kept.some(other => other.first < match.end && match.first < other.end)) kept.push(match)
  return kept.sort((a, b) => a.first - b.first)
}

/** A noun with an article, or one that a pronoun or name makes definite. */
function isKnown({words}: Field, {anchor}: RuleMatch): boolean {
  const [reading] = words[anchor.first]!.readings
  return reading?.upos === 'NOUN' && reading.definite
}

function fillerOf({actors}: FieldRead & Pick<Read, 'actors'>, field: Field, at: Stretch): RoleFiller {
  const span = spanOfWords(field, at)
  const actor = actors.find(({mentions}) => mentions.some(mention => overlaps(mention, span)))
  return {...span, id: actor?.id ?? null}
}

const finest: readonly LocatedPlace['precision'][] = ['site', 'town', 'area', 'admin1', 'country']

/** The places told in the clause, else those of the sentence: what is on a map before what is not, the finest first, then the nearest. */
function placesOf({places}: Read, {sentence, words}: Field, match: RuleMatch, clause: Span): RoleFiller[] {
  const at = words[match.first]!.from
  const all = places.flatMap(({id, lat, precision, mentions}) =>
    mentions
      .filter(({from, use}) => use === 'locative' && from >= sentence.from && from < sentence.to)
      .map(({from, to}) => ({from, to, id, rank: (lat === null ? 100 : 0) + finest.indexOf(precision)}))
  )
  const distance = ({from}: Span) => (from > at ? from - at : 2 * (at - from))
  const own = all.filter(place => overlaps(place, clause))
  return (own.length ? own : all)
    .toSorted((a, b) => a.rank - b.rank || distance(a) - distance(b))
    .map(({from, to, id}) => ({from, to, id}))
}
