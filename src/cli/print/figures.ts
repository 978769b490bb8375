/**
 * Figures of an incident in the terminal: what each rule holds, who gives which number, and why.
 *
 *                dateline                      acled  ucdp       ibc    airwars     gtd
 *     Killed     0 to 3, contested, B4         1      1 (1 to 3) 1 to 3 1 to 3 Fair 1
 *
 * In the matrix of accounts "0 ≠ 3" is an account that contradicts itself, "4 → 7" one that revised its figure, 100+ has no
 * upper bound, and a figure in brackets is of a side and never sets the value alone.
 */
import {
  type Assessment,
  type Figure,
  type FigureAccount,
  type LinkedIncident,
  ruleIds
} from '../../model/assessment.ts'
import {label} from '../../model/claim-in-words.ts'
import {Outcome} from '../../model/contract.ts'

type Range = Pick<Figure, 'low' | 'best' | 'high' | 'open' | 'contested' | 'unconfirmed'>

/** What holds: a line for each outcome, with a column for each rule; then by group, by the first rule. */
export function figureLines({assessments}: LinkedIncident): string[] {
  const rules = ruleIds.filter(rule => rule in assessments)
  const told = outcomesOf(assessments)
  if (told.length === 0) return ['  no account gives a number']
  const rows = told.map(outcome => [
    label(outcome),
    ...rules.map(rule => {
      const figure = assessments[rule]?.[outcome]
      return figure ? (rule === 'dateline' ? inFull(figure) : inShort(figure)) : ''
    })
  ])
  const groups = told.flatMap(outcome =>
    Object.entries(assessments.dateline?.[outcome]?.byGroup ?? {}).map(([group, figure]) => [
      `  of them ${group.replaceAll('-', ' ')}`,
      `${label(outcome).toLowerCase()} ${rangeOf(figure)}${figure.contested ? ', contested' : ''}`
    ])
  )
  return [...columns([['', ...rules], ...rows]), ...columns(groups)]
}

/** Accounts in lines, outcomes in columns. */
export function matrixLines({assessments, accounts, reports}: LinkedIncident): string[] {
  const figures = assessments.dateline ?? {}
  const told = outcomesOf(assessments)
  const lines = accounts.flatMap(({id, origin, interest, reports: own}) => {
    const cells = told.map(outcome =>
      cellOf((figures[outcome]?.accounts ?? []).filter(({account}) => account === id))
    )
    if (cells.every(cell => cell === '')) return []
    const outlets = [
      ...new Set(own.map(report => reports.find(other => other.id === report)?.outlet ?? report))
    ]
    const carried = outlets.length === 1 && outlets[0] === origin ? '' : `in ${listed(outlets)}`
    const side = interest === 'party' || interest === 'allied' ? ` (${interest})` : ''
    return [[`${origin}${side}`, ...cells, carried]]
  })
  return lines.length ? columns([['', ...told.map(label)], ...lines]) : []
}

/** The steps of each rule, and what it set aside, grouped by reason. */
export function derivationLines({assessments}: LinkedIncident): string[] {
  return ruleIds.flatMap(rule =>
    Object.entries(assessments[rule] ?? {}).flatMap(([outcome, {derivation, grade, setAside}]) => {
      const reasons = Map.groupBy(setAside, ({why}) => why)
      const lines = [
        ...derivation.steps.map(({step, because}) => `    ${step.padEnd(10)} ${because}`),
        ...(grade ? [`    grade      ${grade.value} (${grade.scale}): ${grade.because}`] : []),
        ...[...reasons].map(([why, own]) => `    set aside  ${why}: ${listed(own.map(({claim}) => claim))}`)
      ]
      return lines.length ? [`  ${rule} ${derivation.version}, ${outcome}`, ...lines] : []
    })
  )
}

/** Outcomes of which some account gives a number; a store keeps no order of keys. */
function outcomesOf({dateline = {}}: Readonly<Record<string, Assessment>>): string[] {
  return Outcome.options.filter(outcome => dateline[outcome] && dateline[outcome].low !== null)
}

function inFull(figure: Figure): string {
  const state = figure.contested ? 'contested' : figure.unconfirmed ? 'one account' : 'agreed'
  const best = figure.best === null ? 'no figure holds' : `best ${figure.best}`
  return [rangeOf(figure), best, state, figure.grade?.value].filter(Boolean).join(', ')
}

function inShort(figure: Figure): string {
  if (figure.low === null) return figure.grade?.value ?? '-'
  const isOne = figure.low === figure.high && figure.best === figure.low
  const best = figure.best === null || isOne ? '' : `${figure.best} of `
  return [`${best}${rangeOf(figure)}`, figure.grade?.value].filter(Boolean).join(' ')
}

function rangeOf({low, high, open}: Range): string {
  return `${low === high ? low : `${low} to ${high}`}${open ? '+' : ''}`
}

function cellOf(rows: readonly FigureAccount[]): string {
  const numbers = rows
    .toSorted(
      (a, b) => Number(a.status !== 'superseded') - Number(b.status !== 'superseded') || a.stated - b.stated
    )
    .map(({stated, statedFrom, max, weight}) => {
      const number = `${statedFrom === undefined ? '' : `${statedFrom}-`}${stated}${max === null ? '+' : ''}`
      return weight === 'interested' ? `(${number})` : number
    })
  const isInconsistent = rows.some(({status}) => status === 'inconsistent')
  return [...new Set(numbers)].join(
    isInconsistent ? ' ≠ ' : rows.some(({status}) => status === 'superseded') ? ' → ' : ', '
  )
}

const mostListed = 4

function listed(names: readonly string[]): string {
  const more = names.length - mostListed
  return more > 0 ? `${names.slice(0, mostListed).join(', ')} and ${more} more` : names.join(', ')
}

const widest = 44

/** Cells in columns as wide as their widest, two blanks between; a long cell is cut. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const cut = (cell: string) => (cell.length > widest ? `${cell.slice(0, widest - 1)}…` : cell)
  const widths = rows.reduce<number[]>((all, row) => {
    for (const [i, cell] of row.entries()) all[i] = Math.max(all[i] ?? 0, cut(cell).length)
    return all
  }, [])
  return rows.map(row =>
    `  ${row.map((cell, i) => (i === row.length - 1 ? cell : cut(cell).padEnd(widths[i]!))).join('  ')}`.trimEnd()
  )
}
