/**
 * What a case's table can show: one projection per layer, named by the table's first column.
 *
 * A projection gives every column it knows; a case names those it cares for.
 */
import {tollOf} from '../src/coding/tolls.ts'
import type {Outcome} from '../src/model/contract.ts'
import type {Annotated, Layer} from '../src/model/layers.ts'

export type Shown = Readonly<Record<string, string>>
type Projection = (report: Annotated<Layer>) => Shown[]

const plain = (words: string) => words.replaceAll(/\s+/g, ' ')
const cell = (value: unknown) => String(value ?? '')
const day = (when: {from: string; to: string} | null | undefined) =>
  !when ? '' : when.from === when.to ? when.from : `${when.from} to ${when.to}`

/** The figures that claims of an incident give for an outcome, each once; "4+": at least 4. */
function figuresOf(outcome: Outcome, claims: Annotated<'claims'>['claims'], own: readonly string[]): string {
  const figures = claims.flatMap(({claim: {id, casualties, realis, hedges}}) =>
    casualties?.outcome === outcome &&
    casualties.count &&
    own.includes(id) &&
    realis === 'happened' &&
    !hedges.includes('cumulative') &&
    !hedges.includes('background')
      ? [casualties.count]
      : []
  )
  const words = figures.map(({min, max}) =>
    max === null ? `${min}+` : min === max ? `${min}` : `${min}-${max}`
  )
  return [...new Set(words)].join(', ')
}

export const projections: Readonly<Record<string, Projection>> = {
  // Tokens hold no white space, so a space shows where one ends.
  sentence: ({text, syntax}) =>
    syntax.sentences.map(({from, to, first, end, language}) => ({
      sentence: plain(text.slice(from, to)),
      tokens: syntax.tokens
        .slice(first, end)
        .map(token => token.text)
        .join(' '),
      language
    })),
  claim: ({claims}) =>
    claims.map(({claim, reasons}) => ({
      claim: claim.event?.type ?? claim.casualties?.outcome ?? claim.about,
      about: claim.about,
      min: String((claim.casualties ?? claim.crowd ?? claim.damage)?.count?.min ?? ''),
      max: String((claim.casualties ?? claim.crowd ?? claim.damage)?.count?.max ?? ''),
      group: (claim.casualties ?? claim.crowd)?.group ?? '',
      of: plain((claim.casualties ?? claim.crowd ?? claim.damage)?.of ?? ''),
      'said by': claim.attribution
        .slice(1)
        .map(({source}) => source)
        .join(' > '),
      kind: claim.attribution.at(-1)!.kind,
      certainty: claim.certainty,
      polarity: claim.polarity,
      realis: claim.realis,
      interest: claim.interest,
      hedges: claim.hedges.join(', '),
      agent: claim.event?.agent.join(', ') ?? '',
      patient: claim.event?.patient.join(', ') ?? '',
      means: claim.event?.instruments.join(', ') ?? '',
      when: day(claim.event?.when),
      'refers to': claims.find(other => other.claim.id === claim.refersTo)?.claim.quote.text ?? '',
      rules: reasons.map(({rule}) => rule).join(', '),
      quote: plain(claim.quote.text)
    })),
  // Who is credited with which words, whether or not they tell a happening.
  credit: ({text, speech}) =>
    speech.map(({source, content, link, certainty, polarity, rule}) => ({
      credit: link.source,
      kind: link.kind,
      source: source ? plain(text.slice(source.from, source.to)) : '',
      cue: link.cue ?? '',
      certainty,
      polarity,
      rule,
      words: content.map(({from, to}) => plain(text.slice(from, to))).join('; ')
    })),
  incident: ({incidents, places, claims}) =>
    incidents.map(({type, when, place, sides, tactics, codings, relations, claims: own}) => ({
      incident: type,
      when: day(when),
      known: when.known,
      where: places.find(({id}) => id === place)?.name ?? '',
      a: sides.a.join(', '),
      b: sides.b.join(', '),
      tactics: tactics.join(', '),
      acled: cell(codings.acled?.sub_event_type),
      interaction: cell(codings.acled?.interaction),
      fatalities: cell(codings.acled?.fatalities),
      ucdp: cell(codings.ucdp?.type_of_violence),
      'ucdp sides': codings.ucdp ? `${cell(codings.ucdp.side_a)} / ${cell(codings.ucdp.side_b)}` : '',
      deaths: codings.ucdp ? ['low', 'best', 'high'].map(key => cell(codings.ucdp?.[key])).join(' ') : '',
      plover: [codings.plover?.event, codings.plover?.mode].filter(Boolean).join('/'),
      contexts: ((codings.plover?.contexts as string[] | undefined) ?? []).join(', '),
      cameo: cell(codings.cameo?.code),
      muc4: [codings.muc4?.incident_type, codings.muc4?.stage_of_execution].filter(Boolean).join(' '),
      killed: figuresOf('killed', claims, own),
      injured: figuresOf('injured', claims, own),
      relations: relations.map(({kind, to, lag}) => `${kind} ${to}${lag ? ` by ${lag}` : ''}`).join(', ')
    })),
  // Whether a report tells of any incident.
  relevant: ({incidents}) => [{relevant: incidents.length ? 'yes' : 'no'}],
  passage: ({text, passages}) =>
    passages.map(({kind, language, author, on, links, from, to}) => ({
      passage: kind,
      language,
      author: author ?? '',
      on: on ?? '',
      links: (links ?? []).join(' '),
      words: plain(text.slice(from, to)).slice(0, 60)
    })),
  header: ({header}) => [
    {
      header: header.dateline?.place ?? '',
      outlet: header.outlet ?? '',
      agency: header.agency?.name ?? '',
      filed: header.dateline?.on ?? '',
      published: header.publishedOn ?? ''
    }
  ],
  time: ({text, times}) =>
    times.map(({from, to, when, kind, lag, clock}) => ({
      time: text.slice(from, to),
      means: day(when),
      known: when?.known ?? '',
      clock: clock ?? '',
      kind,
      lag: lag ?? ''
    })),
  place: ({places}) =>
    places.flatMap(place =>
      place.mentions.map(({text, use, position}) => ({
        place: place.name,
        quote: text,
        use,
        position,
        precision: place.precision,
        country: place.country ?? '',
        within: place.within ?? '',
        gazetteer: place.gazetteerId === null ? 'no' : 'yes'
      }))
    ),
  event: ({text, events}) =>
    events.map(({type, trigger, agents, patients, retold}) => ({
      event: type,
      trigger: text.slice(trigger.from, trigger.to),
      agents: agents.map(({from, to}) => plain(text.slice(from, to))).join('; '),
      patients: patients.map(({from, to}) => plain(text.slice(from, to))).join('; '),
      'agent actors': agents.map(({id}) => id ?? '-').join('; '),
      'patient actors': patients.map(({id}) => id ?? '-').join('; '),
      retold: retold ? 'yes' : ''
    })),
  // What only sounds like a happening.
  'set aside': ({text, events, contexts}) =>
    contexts.map(({event, context, makes, signs}) => ({
      'set aside': text.slice(events[event]!.trigger.from, events[event]!.trigger.to),
      context,
      makes,
      signs: signs.map(({sign}) => sign).join(', ')
    })),
  actor: ({actors}) =>
    actors.map(({id, kind, country, aliases, known, affiliations, mentions}) => ({
      actor: id,
      kind,
      country: country ?? '',
      aliases: aliases.join('; '),
      known: known ?? '',
      ties: affiliations.map(({relation, to}) => `${relation} ${to}`).join('; '),
      mentions: mentions.map(({text}) => text).join('; ')
    })),
  chain: ({text, coreference}) =>
    coreference.map(({of, mentions}) => ({
      chain: of,
      mentions: mentions.map(({from, to}) => plain(text.slice(from, to))).join('; '),
      rules: mentions
        .map(({rule}) => rule)
        .filter(rule => rule !== 'first')
        .join(', ')
    })),
  toll: report =>
    (['killed', 'injured'] as const).map(outcome => {
      const {min, max} = tollOf(outcome, report)
      return {toll: outcome, min: String(min), max: String(max ?? '')}
    }),
  quantity: ({text, quantities}) =>
    quantities.map(({min, max, stated, of, partOf, inferred}) => ({
      quantity: stated,
      min: String(min),
      max: String(max ?? ''),
      of: plain(text.slice(of.from, of.to)),
      'part of': partOf === null ? '' : quantities[partOf]!.stated,
      inferred: inferred ? 'yes' : ''
    }))
}
