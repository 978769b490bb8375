/** Rulings and what they changed, as a person reads them. */
import type {AddedClaim, ClaimAnchor, Ruling, TellingAnchor} from '../../model/ruling.ts'
import {
  changesInWords,
  type IncidentChange,
  incidentChanges,
  type ListedRuling
} from '../../workflows/rulings.ts'

const withOthers: readonly Ruling['kind'][] = ['link', 'merge', 'chain']

/** "reject "two people were killed" (police), by ada: retracted". */
export function rulingInWords({
  kind,
  claims,
  ties,
  reports: named,
  tellings,
  others,
  correction,
  added,
  ground,
  undoes,
  reason,
  by
}: Ruling): string {
  const what = [
    added && claimInWords(added.claim),
    claims.length && !added ? claimsInWords(claims) : null,
    ties.length ? ties.map(({report, kind, name}) => `${report} ${kind} ${name}`).join(', ') : null,
    named.length ? idsInWords(named) : null,
    tellings.length && !named.length ? reports(tellings) : null,
    ground && `as ${ground}`,
    kind === 'move' && others.length === 0 ? 'to an incident of their own' : null,
    others.length && !named.length
      ? `${kind === 'move' ? 'to that of' : withOthers.includes(kind) ? 'with' : 'from'} ${reports(others)}`
      : null,
    correction &&
      Object.entries(correction)
        .map(([name, value]) => `${name} ${value ?? 'open'}`)
        .join(', '),
    undoes
  ]
  return `${[kind, ...what.filter(Boolean)].join(' ')}, by ${by}${reason ? `: ${reason}` : ''}`
}

/** `nowIn`: for an incident that is no more, which one holds what it held. */
export function printChanges(changes: readonly IncidentChange[], nowIn: ReadonlyMap<string, string>): string {
  if (changes.length === 0) return 'No incident changed.\n'
  const lines = changes.flatMap(change => {
    const {id, before, after} = change
    const state = !before
      ? '  (new)'
      : after
        ? ''
        : nowIn.has(id)
          ? `  (is no more; now ${nowIn.get(id)})`
          : '  (is no more)'
    const details = before && after ? changesInWords(change) : []
    return [`${id}  ${(after ?? before)!.headline}${state}`, ...details.map(line => `    ${line}`)]
  })
  return `${lines.join('\n')}\n`
}

export function printRulings(rulings: readonly ListedRuling[]): string {
  if (rulings.length === 0) return 'No rulings. "dateline rule --help" shows how to make one.\n'
  return `${rulings.map(({ruling, state}) => `${ruling.id}  ${ruling.at.slice(0, 16)}Z  ${state.padEnd(8)} ${rulingInWords(ruling)}`).join('\n')}\n`
}

function claimInWords({about, casualties, crowd, event, attribution, quote}: AddedClaim['claim']): string {
  const value = [casualties?.outcome ?? event?.type ?? about, (casualties?.count ?? crowd?.count)?.stated]
  return `"${value.filter(Boolean).join(' ')}" of ${attribution.at(-1)!.source} over "${quote.text.replaceAll(/\s+/g, ' ')}" in`
}

function claimsInWords(claims: readonly ClaimAnchor[]): string {
  const shown = claims.slice(0, 2).map(({outcome, count, source, about, report}) => {
    const value = [outcome ?? about, count?.stated].filter(Boolean).join(' ')
    return `"${value}" of ${source} in ${report}`
  })
  const more = claims.length - shown.length
  return `${shown.join(', ')}${more > 0 ? ` and ${more} other claims` : ''}`
}

function reports(tellings: readonly TellingAnchor[]): string {
  return idsInWords([...new Set(tellings.map(({report}) => report))])
}

function idsInWords(ids: readonly string[]): string {
  return ids.length > 3 ? `${ids.slice(0, 2).join(', ')} and ${ids.length - 2} other reports` : ids.join(', ')
}

interface HistoryRow {
  readonly seq: number
  readonly at: string
  readonly who: string
  readonly action: string
  readonly object: string
  readonly old: object | null
  readonly new: object | null
}

/** Rows of the audit about one incident, the oldest first. */
export function printHistory(rows: readonly HistoryRow[]): string {
  const lines = rows.flatMap(row => {
    const [change] = incidentChanges([row])
    const moved = change ? changesInWords(change) : []
    const {members: joined = []} = (row.new ?? {}) as {members?: string[]}
    const {members: left = []} = (row.old ?? {}) as {members?: string[]}
    return [
      `${row.at}  ${row.who}: ${row.action}  (row ${row.seq} of the audit)`,
      ...moved.map(line => `    ${line}`),
      ...(joined.length ? [`    with ${some(joined)}`] : []),
      ...(left.length ? [`    without ${some(left)}`] : [])
    ]
  })
  return `${lines.join('\n')}\n`
}

function some(keys: readonly string[]): string {
  return keys.length > 5 ? `${keys.slice(0, 4).join(', ')} and ${keys.length - 4} others` : keys.join(', ')
}
