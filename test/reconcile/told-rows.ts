/**
 * Builds coded reports from rows of a table: who gives which figure, on which day, with which interest. No text is read.
 *
 *     | report | account | kind | interest | side | day | outcome | group | number | marks |
 *
 * `number`: "5", "at least 5", "more than 5", "3 to 5", "up to 5", "dozens", "no one". `marks`: cumulative, background,
 * feared, denied, possible, lost (its own people), title, own (the outlet's own voice), part of N (row of the table, from 1). Empty cells: a
 * report of its own, official, unknown, no side, the first day, killed, people.
 */
import type {
  Actor,
  Claim,
  CodedReport,
  Incident,
  Interest,
  Outcome,
  Place,
  SourceKind
} from '../../src/model/contract.ts'
import type {Member} from '../../src/reconcile/reconcile.ts'

export type ToldRow = Readonly<Record<string, string>>

export interface Stage {
  readonly type?: string
  readonly acled?: string
  readonly ucdp?: string
  /** "army, state-forces": name and kind of the actor on each side. */
  readonly a?: string
  readonly b?: string
  /** Which side did it: a or b. */
  readonly doer?: string
  /** "2024-03-05" or "2024-03-05 to 2024-03-07" */
  readonly when?: string
}

const firstDay = '2024-03-05'
const vague: Readonly<Record<string, number>> = {
  several: 3,
  'a few': 3,
  many: 3,
  dozens: 24,
  scores: 40,
  hundreds: 200
}

export function membersOf(rows: readonly ToldRow[], stage: Stage = {}): Member[] {
  const byReport = Map.groupBy(
    rows.entries(),
    ([i, row]) => row.report || `r${String(i + 1).padStart(3, '0')}`
  )
  return [...byReport].map(([id, entries]) => memberOf(id, entries, stage))
}

function memberOf(id: string, entries: readonly (readonly [number, ToldRow])[], stage: Stage): Member {
  const sides = [actorOf('a', stage.a), actorOf('b', stage.b)]
  const speakers: Actor[] = []
  const outlet =
    entries.find(([, row]) => /\bown\b|\btitle\b/.test(row.marks ?? ''))?.[1].account || `Outlet ${id}`
  const [, first] = entries[0]!
  let text = ''
  let titleEnd = 0
  const claims: Claim[] = []
  const push = (words: string) => {
    const from = text.length
    text += words
    return {from, to: text.length, text: words}
  }
  for (const [i, row] of entries) {
    const marks = row.marks ?? ''
    const isOwn = /\bown\b|\btitle\b/.test(marks)
    const {min, max, stated} = numberOf(row.number ?? '')
    const actor = row.side ? speakerOf(row, i, sides, speakers) : null
    const verb = /\blost\b/.test(marks) ? 'lost' : 'told of'
    const quote = push(isOwn ? `${stated} of them` : `${row.account} ${verb} ${stated}`)
    push(/\btogether\b/.test(marks) ? ' and ' : /\btitle\b/.test(marks) ? '\n' : '. ')
    if (/\btitle\b/.test(marks)) titleEnd = quote.to
    const group = row.group || 'people'
    const part = /part of (\d+)/.exec(marks)?.[1]
    claims.push({
      id: `c${i + 1}`,
      about: 'casualties',
      refersTo: null,
      quote,
      evidence: [quote],
      attribution: [
        {source: outlet, kind: 'outlet', actor: null, cue: null, quote: null},
        ...(isOwn
          ? []
          : [
              {
                source: row.account!,
                kind: (row.kind || 'official') as SourceKind,
                actor,
                cue: 'said',
                quote: null
              }
            ])
      ],
      interest: (row.interest || 'unknown') as Interest,
      certainty: /possible/.test(marks) ? 'possible' : 'certain',
      polarity: max === 0 || /denied/.test(marks) ? 'denied' : 'affirmed',
      realis: /feared/.test(marks) ? 'feared' : 'happened',
      hedges: ['cumulative', 'background'].filter(mark => marks.includes(mark)),
      casualties: {
        outcome: (row.outcome || 'killed') as Outcome,
        of: group,
        group,
        count: row.number === '-' ? null : {min, max, stated},
        ...(part ? {partOf: `c${part}`} : {})
      }
    })
  }
  if (stage.doer || stage.type) {
    const trigger = push('It happened')
    const named = stage.doer ? [stage.doer] : []
    claims.push({
      id: 'e1',
      about: 'event',
      refersTo: null,
      quote: trigger,
      evidence: [trigger],
      attribution: [{source: outlet, kind: 'outlet', actor: null, cue: null, quote: null}],
      interest: 'unknown',
      certainty: 'certain',
      polarity: 'affirmed',
      realis: 'happened',
      hedges: [],
      event: {
        type: stage.type ?? 'attack',
        agent: named,
        patient: [],
        instruments: [],
        place: 'p1',
        when: null,
        trigger
      }
    })
  }
  // Words of its own, so that a copy is known by its text.
  push(Array.from({length: 20}, (_, i) => ` ${id.replaceAll(' ', '')}word${i}`).join(''))
  const [from, to = from] = (stage.when ?? firstDay).split(' to ') as [string, string?]
  const incident: Incident = {
    id: 'i1',
    type: stage.type ?? 'attack',
    when: {from, to, precision: 'day', known: 'stated'},
    place: 'p1',
    sides: {a: stage.a ? ['a'] : [], b: stage.b ? ['b'] : []},
    tactics: [],
    codings: {
      acled: stage.acled ? {event_type: stage.acled} : null,
      ucdp: stage.ucdp ? {type_of_violence: Number(stage.ucdp)} : null,
      plover: null,
      cameo: null,
      muc4: null
    },
    claims: claims.map(claim => claim.id),
    relations: []
  }
  const report: CodedReport = {
    report: {
      id,
      sha256: '',
      url: `https://example.org/${id}`,
      outlet: {id: outlet.toLowerCase().replaceAll(' ', '-'), name: outlet},
      title: null,
      publishedOn: first.day || firstDay,
      dateline: null,
      agency: null,
      language: 'en',
      text
    },
    passages: [
      ...(titleEnd ? [{from: 0, to: titleEnd, kind: 'title' as const, language: 'en'}] : []),
      {from: titleEnd, to: text.length, kind: 'body' as const, language: 'en'}
    ],
    actors: [...sides.flatMap(side => side ?? []), ...speakers],
    places: [town],
    claims,
    incidents: [incident],
    problems: [],
    versions: {dateline: '0', codebook: '0', models: '0', gazetteer: '0'}
  }
  return {report, incident, why: []}
}

const town: Place = {
  id: 'p1',
  name: 'Oruro',
  lat: -17.98,
  lon: -67.15,
  country: 'BO',
  admin1: 'Oruro',
  precision: 'town',
  gazetteerId: 'oruro',
  role: 'event',
  mentions: []
}

function actorOf(id: string, words: string | undefined): Actor | null {
  if (!words) return null
  const [name, kind = 'armed-group'] = words.split(', ') as [string, string?]
  return {id, name, kind, aliases: [], known: name, affiliations: [], mentions: []}
}

/** A party speaks as its side; an ally as a body tied to it. */
function speakerOf(
  row: ToldRow,
  i: number,
  sides: readonly (Actor | null)[],
  speakers: Actor[]
): string | null {
  const side = sides[row.side === 'a' ? 0 : 1]
  if (!side) return null
  if (row.interest === 'party') return side.id
  const id = `s${i}`
  const quote = {from: 0, to: 0, text: ''}
  const affiliations = [{relation: 'affiliated-with', to: side.name, quote}]
  speakers.push({id, name: row.account!, kind: 'other', aliases: [], known: null, affiliations, mentions: []})
  return id
}

function numberOf(words: string): {min: number; max: number | null; stated: string} {
  const [low, high] = [...words.matchAll(/\d+/g)].map(([digits]) => Number(digits))
  const range = (min: number, max: number | null) => ({min, max, stated: words})
  if (words === 'no one' || words === 'none') return range(0, 0)
  if (words in vague) return range(vague[words]!, null)
  if (high !== undefined) return range(low!, high)
  if (/at least/.test(words)) return range(low!, null)
  if (/more than/.test(words)) return range(low! + 1, null)
  if (/up to/.test(words)) return range(1, low!)
  return range(low ?? 0, low ?? null)
}
