/** Checks what a coded report must not say, its actors, places, dates and incident, against a person's tables. */
import type {Claim, CodedReport, Incident} from '../src/model/contract.ts'
import {overlaps, type Span} from '../src/model/span.ts'
import type {Checked} from './seed.ts'
import {type Row, spansIn} from './seed-tables.ts'

const ofType = (coded: CodedReport, ...types: string[]) =>
  coded.claims.filter(({event}) => event && types.includes(event.type))
const figures = ({claims}: CodedReport, outcome: string) =>
  claims.filter(({casualties}) => casualties?.outcome === outcome)
const happened = ({realis, polarity}: Claim) => realis === 'happened' && polarity === 'affirmed'

/** Each thing that must not be produced, by words of its entry; `true` where it is produced. */
const forbidden: readonly (readonly [RegExp, (coded: CodedReport) => boolean])[] = [
  [/death stated as fact/, coded => figures(coded, 'killed').some(({certainty}) => certainty === 'certain')],
  [/^0 killed/, coded => figures(coded, 'killed').some(({casualties}) => casualties!.count?.max === 0)],
  [
    /number for security-force casualties/,
    ({claims}) => claims.some(({casualties}) => casualties?.group === 'security-forces' && casualties.count)
  ],
  [
    /100 security-force members/,
    coded =>
      figures(coded, 'injured').some(({casualties}) =>
        ['security-forces', 'protesters'].includes(casualties!.group)
      )
  ],
  [
    /burning the tents/,
    coded => ofType(coded, 'arson').some(({event}) => event!.agent.some(id => /forces|police/.test(id)))
  ],
  [/live ammunition/, coded => ofType(coded, 'live-fire', 'shooting').length > 0],
  [/storming or entry/, coded => ofType(coded, 'storming').some(happened)],
  [/dispersal that succeeded/, coded => ofType(coded, 'dispersal').some(happened)],
  [/^arrests/, coded => ofType(coded, 'arrest').length + figures(coded, 'arrested').length > 0],
  [
    /attack by Iran/,
    ({claims, incidents}) =>
      [
        ...claims.flatMap(({event}) => event?.agent ?? []),
        ...incidents.flatMap(({sides: {a, b}}) => [...a, ...b])
      ].includes('iran')
  ],
  [
    /gloss/,
    ({claims, report: {text}}) => {
      const gloss = ['government buildings', 'foreign missions'].map(words => text.indexOf(words))
      return claims.some(
        ({event, evidence}) => event && evidence.some(({from, to}) => gloss.some(at => at >= from && at < to))
      )
    }
  ],
  [
    /link or the handle/,
    ({actors, places}) =>
      [...actors, ...places].some(({mentions}) => mentions.some(({text}) => /twitter|@/.test(text)))
  ],
  [
    /read as part of the sentence/,
    ({claims, report: {text, publishedOn}}) =>
      publishedOn === null || claims.some(({quote}) => quote.from < text.indexOf('ERBIL'))
  ]
]

export function forbiddenOf(coded: CodedReport, text: string): Checked[] {
  const [, list] = /^Must not be produced: (.+)$/m.exec(text) ?? []
  if (!list) throw new Error('The expected reading has no line "Must not be produced: ..."')
  return list.split(/;\s+/).map(row => {
    const check = forbidden.find(([words]) => words.test(row))?.[1]
    return {row, wrong: !check ? ['no check knows it'] : check(coded) ? ['it is produced'] : []}
  })
}

const kinds: readonly (readonly [RegExp, readonly string[]])[] = [
  [/state forces/, ['state-forces', 'police', 'military']],
  [/demonstrators/, ['protesters', 'civilians']],
  [/armed umbrella/, ['armed-group', 'political-militia', 'rebel-group']],
  [/government/, ['government']],
  [/organiser/, ['organiser']],
  [/political alliance/, ['party']],
  [/medium|media/, ['medium']]
]

/** An actor of the kind is mentioned at the first of the offsets; persons and unnamed sources are none. */
export function actorsOf({actors}: CodedReport, rows: readonly Row[]): Checked[] {
  return rows
    .filter(({Kind: kind}) => !/^(?:person|sources)$/.test(kind!))
    .map(row => {
      const spans = spansIn(row['Names in the text']!)
      const there = actors.filter(({mentions}) =>
        mentions.some(own => spans.some(span => overlaps(own, span)))
      )
      const wanted = kinds.find(([words]) => words.test(row.Kind!))?.[1] ?? []
      const wrong = there.some(({kind}) => wanted.includes(kind))
        ? []
        : [there.length ? `kinds ${there.map(({kind}) => kind).join(', ')}` : 'no actor is mentioned there']
      return {row: row.Actor!, wrong}
    })
}

export function placesOf({places}: CodedReport, rows: readonly Row[]): Checked[] {
  return rows.map(row => {
    const spans = spansIn(row.Offset!)
    const isNo = /no\b/.test(row['Event’s place?']!)
    const there = places.filter(({mentions}) => mentions.some(own => spans.some(span => overlaps(own, span))))
    // Hashtags of a passage in Arabic support the place, and are not read yet.
    const isRead = !/[#]/.test(row.Text!)
    const wrong = isNo
      ? there
          .filter(({role}) => role === 'event' && !within(there, spans))
          .map(({name}) => `${name} is an event's`)
      : isRead && !there.some(({role}) => role === 'event')
        ? ['no place of an event is named there']
        : []
    return {row: row.Text!, wrong}
  })
}

/** A place of an event may hold the words in one of its mentions without being named by them alone. */
function within(there: CodedReport['places'], spans: readonly Span[]): boolean {
  return there.every(
    ({mentions}) => !mentions.some(({from, to}) => spans.some(span => span.from === from && span.to === to))
  )
}

const clashOf = ({incidents}: CodedReport): Incident | undefined =>
  incidents.find(({type}) => type !== 'threat')

export function datesOf(coded: CodedReport, rows: readonly Row[]): Checked[] {
  const clash = clashOf(coded)
  const threat = coded.incidents.find(({type}) => type === 'threat')
  const checks: readonly (readonly [RegExp, () => boolean])[] = [
    [/^date /, () => coded.report.publishedOn === '2021-11-05'],
    [/^November 5/, () => coded.passages.some(({kind, on}) => kind === 'social-post' && on === '2021-11-05')],
    [
      /^\(event\)/,
      () =>
        clash?.when.from === '2021-11-05' && clash.when.to === '2021-11-05' && clash.when.known === 'inferred'
    ],
    [/^last month/, () => !coded.incidents.some(({when}) => when.from.startsWith('2021-10'))],
    [/^hours after/, () => threat?.when.from === '2021-11-04' && threat.when.to === '2021-11-05'],
    [/^thus far/, () => coded.claims.some(({about}) => about === 'no-confirmation')]
  ]
  return rows.map(row => {
    const check = checks.find(([words]) => words.test(row.Text!))?.[1]
    return {row: row.Text!, wrong: !check ? ['no check knows it'] : check() ? [] : ['it is read otherwise']}
  })
}

export function incidentOf(coded: CodedReport, rows: readonly Row[]): Checked[] {
  const clash = clashOf(coded)
  const acled = (clash?.codings.acled ?? {}) as Readonly<Record<string, unknown>>
  const place = coded.places.find(({id}) => id === clash?.place)
  const own = coded.claims.filter(({id}) => clash?.claims.includes(id))
  const count = (outcome: string) =>
    own.find(({casualties}) => casualties?.outcome === outcome && casualties.count)?.casualties?.count
  const checks: readonly (readonly [RegExp, () => boolean])[] = [
    [
      /^Type/,
      () =>
        coded.incidents.length === 2 &&
        acled.event_type === 'Riots' &&
        acled.sub_event_type === 'Violent demonstration'
    ],
    [
      /^Date, place/,
      () =>
        clash?.when.from === '2021-11-05' &&
        place?.country === 'IQ' &&
        Math.abs((place.lat ?? 0) - 33.307) < 0.05
    ],
    [
      /^Sides/,
      () =>
        clash?.sides.a.some(id => /forces/.test(id)) === true &&
        clash.sides.b.some(id => /protester/.test(id))
    ],
    [/^Killed/, () => count('killed')?.min === 1 && count('killed')?.max === null],
    [/^Injured/, () => count('injured')?.min === 100 && count('injured')?.max === null],
    [
      /^Security-force casualties/,
      () => own.some(({casualties}) => casualties?.outcome === 'unspecified' && casualties.count === null)
    ],
    [/^Independent origins/, () => new Set(own.map(({attribution}) => attribution.at(-1)!.kind)).size >= 4],
    [/^ACLED fatalities/, () => acled.fatalities === 0]
  ]
  return rows.map(row => {
    const check = checks.find(([words]) => words.test(row.Field!))?.[1]
    return {row: row.Field!, wrong: !check ? ['no check knows it'] : check() ? [] : ['it is read otherwise']}
  })
}
