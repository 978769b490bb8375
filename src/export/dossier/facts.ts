/** What accounts say of the facts other than figures, and who gives which number. */
import {html} from 'hono/html'
import {rangeText} from '../../messages/range.ts'
import type {Fact, FigureAccount} from '../../model/assessment.ts'
import {glyph} from '../site/glyphs.ts'
import {contestedTag, outcomesOf} from './figures.ts'
import {
  accountName,
  accountNames,
  type Html,
  nothing,
  reason,
  reportRefs,
  section,
  table,
  type View
} from './view.ts'

export function facts(view: View): Html {
  const {t, label} = view.words
  const told = view.incident.facts.filter(({values}) => values.length)
  if (told.length === 0) return nothing
  const rows = told.flatMap(fact =>
    fact.values.map(({value, accounts, claims, denied = []}, i) => [
      i === 0 ? html`${label('fact', fact.fact)}${fact.contested ? html` ${contestedTag(view)}` : ''}` : '',
      html`${valueText(view, fact.fact, value, claims)}${denied.length ? html` <span class="tag deny">${glyph('x')} ${t('dossier.deniedBy')}: ${denied.length}</span>` : ''}${i === 0 && fact.because ? html`<br><span class="note">${reason(view, fact.because)}</span>` : ''}`,
      accountNames(view, accounts)
    ])
  )
  return section(
    view,
    'facts',
    t('dossier.facts'),
    table([t('dossier.fact'), t('dossier.value'), t('dossier.whoSays')], rows, 'facts')
  )
}

function valueText(
  {words, incident}: View,
  fact: Fact['fact'],
  value: string,
  claims: readonly string[]
): Html {
  if (fact === 'what') {
    const type = incident.claims.find(({key}) => claims.includes(key))?.event?.type
    return html`${type ? words.label('type', type) : value}`
  }
  if (fact === 'when') {
    const [from, to] = value.split(' to ') as [string, string?]
    return html`${to ? words.t('value.span', {from: words.day(from), to: words.day(to)}) : words.day(from)}`
  }
  return html`<bdi>${value}</bdi>`
}

/** Accounts in rows, outcomes in columns, the reports that carry each. */
export function numbers(view: View): Html {
  const {t, label} = view.words
  const outcomes = outcomesOf(view).filter(
    outcome => view.incident.assessments[view.rule]![outcome]!.low !== null
  )
  const rowsOf = (account: string, outcome: string) => {
    const figure = view.incident.assessments[view.rule]![outcome]!
    const inGroups = Object.values(figure.byGroup).flatMap(own => own.accounts)
    const total = figure.accounts.filter(own => own.account === account)
    return total.length ? total : inGroups.filter(own => own.account === account)
  }
  const giving = view.incident.accounts.filter(({id}) => outcomes.some(outcome => rowsOf(id, outcome).length))
  if (giving.length === 0) return nothing
  return section(
    view,
    'numbers',
    t('dossier.numbers'),
    html`<p class="note">${t('dossier.numbers.note')}</p>${table(
      [t('dossier.account'), ...outcomes.map(outcome => label('outcome', outcome)), t('dossier.carriedBy')],
      giving.map(account => [
        accountName(view, account.id),
        ...outcomes.map(outcome => cell(view, rowsOf(account.id, outcome))),
        reportRefs(view, account.reports)
      ]),
      'numbers'
    )}`
  )
}

function cell(view: View, rows: readonly FigureAccount[]): Html {
  return html`${rows.map((row, i) => {
    const number = html`<bdi class="n">${rangeText(view.words, {low: row.min, high: row.max})}</bdi>`
    const shown = row.weight === 'interested' && !row.gathered ? html`(${number})` : number
    return html`${i ? html`<br>` : ''}${row.status === 'superseded' ? html`<s>${shown}</s>` : shown}${row.group ? html` <span class="note">${view.words.label('group', row.group)}</span>` : ''}${row.gathered ? html` <span class="note">${view.words.t('dossier.numbers.dataset')}</span>` : ''}${row.max === 0 ? html` ${glyph('x', 'deny')}<span class="sr">${view.words.t('mark.denies')}</span>` : ''}`
  })}`
}
