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
import {Outcome} from '../../model/contract.ts'
import {listed, type Wording} from './wording.ts'

type Range = Pick<Figure, 'low' | 'best' | 'high' | 'open' | 'contested' | 'unconfirmed'>

/** What holds: a line for each outcome, with a column for each rule; then by group, by the first rule. */
export function figureLines({assessments}: LinkedIncident, wording: Wording): string[] {
  const {t, label, within, outside} = wording
  const rules = ruleIds.filter(rule => rule in assessments)
  const told = outcomesOf(assessments)
  if (told.length === 0) return [`  ${t('terminal.noNumber')}`]
  const rows = told.map(outcome => [
    label('outcome', outcome),
    ...rules.map(rule => {
      const figure = assessments[rule]?.[outcome]
      return figure ? (rule === 'dateline' ? inFull(figure, wording) : inShort(figure, wording)) : ''
    })
  ])
  const groups = told.flatMap(outcome =>
    Object.entries(assessments.dateline?.[outcome]?.byGroup ?? {}).map(([group, figure]) => [
      `  ${t('terminal.ofThem', {group: within('group', group)})}`,
      listed(wording, [
        t('terminal.ofOutcome', {outcome: within('outcome', outcome), range: rangeOf(figure, wording)}),
        ...(figure.contested ? [t('terminal.contested')] : [])
      ])
    ])
  )
  return [...columns([['', ...rules.map(outside)], ...rows], wording), ...columns(groups, wording)]
}

/** Accounts in lines, outcomes in columns. */
export function matrixLines({assessments, accounts, reports}: LinkedIncident, wording: Wording): string[] {
  const {t, label, outside} = wording
  const figures = assessments.dateline ?? {}
  const told = outcomesOf(assessments)
  const lines = accounts.flatMap(({id, origin, interest, reports: own}) => {
    const cells = told.map(outcome =>
      cellOf(
        (figures[outcome]?.accounts ?? []).filter(({account}) => account === id),
        wording
      )
    )
    if (cells.every(cell => cell === '')) return []
    const outlets = [
      ...new Set(own.map(report => reports.find(other => other.id === report)?.outlet ?? report))
    ]
    const carried =
      outlets.length === 1 && outlets[0] === origin
        ? ''
        : t('terminal.in', {outlets: someOf(outlets, wording)})
    return [[sided(outside(origin), interest, wording), ...cells, carried]]
  })
  const head = ['', ...told.map(outcome => label('outcome', outcome))]
  return lines.length ? columns([head, ...lines], wording) : []
}

/** "the interior ministry (party)". */
export function sided(origin: string, interest: string, {t}: Wording): string {
  return interest === 'party' || interest === 'allied'
    ? t('terminal.side', {origin, interest: t(`terminal.${interest}`)})
    : origin
}

/** The steps of each rule, and what it set aside, grouped by reason. */
export function derivationLines({assessments}: LinkedIncident, wording: Wording): string[] {
  const {t, sentence, outside, width, within, widthOfStep} = wording
  const named = (name: string, value: string) =>
    `    ${name}${' '.repeat(Math.max(0, widthOfStep - width(name)))} ${value}`
  return ruleIds.flatMap(rule =>
    Object.entries(assessments[rule] ?? {}).flatMap(([outcome, {derivation, grade, setAside}]) => {
      const reasons = Map.groupBy(setAside, ({why}) => why)
      const lines = [
        ...derivation.steps.map(({step, because}) => named(sentence(step), sentence(because))),
        ...(grade
          ? [
              named(
                t('terminal.grade'),
                t('terminal.gradeOf', {
                  value: sentence(grade.value),
                  scale: outside(grade.scale),
                  because: sentence(grade.because)
                })
              )
            ]
          : []),
        ...[...reasons].map(([why, own]) => {
          const claims = someOf(
            own.map(({claim}) => claim),
            wording
          )
          return named(t('terminal.setAside'), t('terminal.ofClaim', {what: sentence(why), of: claims}))
        })
      ]
      const head = outside(`${rule} ${derivation.version}`)
      return lines.length ? [`  ${listed(wording, [head, within('outcome', outcome)])}`, ...lines] : []
    })
  )
}

/** Outcomes of which some account gives a number; a store keeps no order of keys. */
function outcomesOf({dateline = {}}: Readonly<Record<string, Assessment>>): string[] {
  return Outcome.options.filter(outcome => dateline[outcome] && dateline[outcome].low !== null)
}

function inFull(figure: Figure, wording: Wording): string {
  const {t, number, sentence} = wording
  const state = figure.contested ? 'contested' : figure.unconfirmed ? 'oneAccount' : 'agreed'
  const best = figure.best === null ? t('terminal.noBest') : t('terminal.best', {value: number(figure.best)})
  const grade = figure.grade ? [sentence(figure.grade.value)] : []
  return listed(wording, [rangeOf(figure, wording), best, t(`terminal.${state}`), ...grade])
}

function inShort(figure: Figure, wording: Wording): string {
  const {t, number, sentence} = wording
  const grade = figure.grade ? sentence(figure.grade.value) : null
  if (figure.low === null) return grade ?? '-'
  const isOne = figure.low === figure.high && figure.best === figure.low
  const range = rangeOf(figure, wording)
  const told =
    figure.best === null || isOne ? range : t('terminal.bestOf', {best: number(figure.best), range})
  return [told, ...(grade ? [grade] : [])].join(' ')
}

/** "0 to 3", "51+". */
export function rangeOf({low, high, open}: Range, {t, number}: Wording): string {
  const range =
    low === high || low === null || high === null
      ? numberOr(low, number)
      : t('terminal.range', {low: number(low), high: number(high)})
  return open ? t('terminal.open', {range}) : range
}

const numberOr = (n: number | null, number: Wording['number']) => (n === null ? '-' : number(n))

function cellOf(rows: readonly FigureAccount[], {t, number}: Wording): string {
  const numbers = rows
    .toSorted(
      (a, b) => Number(a.status !== 'superseded') - Number(b.status !== 'superseded') || a.stated - b.stated
    )
    .map(({stated, statedFrom, max, weight}) => {
      const told =
        statedFrom === undefined
          ? number(stated)
          : t('terminal.listedRange', {low: number(statedFrom), high: number(stated)})
      const open = max === null ? t('terminal.open', {range: told}) : told
      return weight === 'interested' ? `(${open})` : open
    })
  const joins = rows.some(({status}) => status === 'inconsistent')
    ? ('terminal.inconsistent' as const)
    : rows.some(({status}) => status === 'superseded')
      ? ('terminal.revised' as const)
      : ('terminal.list' as const)
  const told = [...new Set(numbers)]
  return told.length ? told.reduceRight((others, one) => t(joins, {one, others})) : ''
}

const mostListed = 4

function someOf(names: readonly string[], wording: Wording): string {
  const more = names.length - mostListed
  const shown = listed(wording, names.slice(0, mostListed).map(wording.outside))
  return more > 0 ? wording.t('terminal.listMore', {shown, n: more}) : shown
}

/** Cells in columns as wide as their widest, two blanks between; a long cell is cut. */
function columns(rows: readonly (readonly string[])[], {cut, width, widestCell: widest}: Wording): string[] {
  const widths = rows.reduce<number[]>((all, row) => {
    for (const [i, cell] of row.entries()) all[i] = Math.max(all[i] ?? 0, width(cut(cell, widest)))
    return all
  }, [])
  const padded = (cell: string, i: number) => `${cell}${' '.repeat(Math.max(0, widths[i]! - width(cell)))}`
  return rows.map(row =>
    `  ${row.map((cell, i) => (i === row.length - 1 ? cell : padded(cut(cell, widest), i))).join('  ')}`.trimEnd()
  )
}
