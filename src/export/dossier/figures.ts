/** What holds of an incident by the rule asked for, why, and what each other rule makes of the same claims. */
import {html} from 'hono/html'
import {rangeText} from '../../messages/range.ts'
import {type Figure, ruleIds} from '../../model/assessment.ts'
import {Outcome} from '../../model/contract.ts'
import {glyph} from '../site/glyphs.ts'
import {type Html, listed, nothing, reason, section, table, type View} from './view.ts'

/** Of which some account gives a number by the rule, in their order. */
export function outcomesOf({incident, rule}: Pick<View, 'incident' | 'rule'>): Outcome[] {
  return Outcome.options.filter(outcome => incident.assessments[rule]?.[outcome])
}

export function holds(view: View): Html {
  const {t, label} = view.words
  const outcomes = outcomesOf(view).filter(
    outcome => view.incident.assessments[view.rule]![outcome]!.low !== null
  )
  const rules = ruleIds.filter(rule => view.incident.assessments[rule])
  const every = Outcome.options.filter(outcome =>
    rules.some(rule => view.incident.assessments[rule]![outcome])
  )
  if (every.length === 0)
    return section(view, 'holds', t('dossier.holds'), html`<p>${t('dossier.noFigures')}</p>`)
  return section(
    view,
    'holds',
    t('dossier.holds'),
    html`<p class="note">${t('dossier.byRule', {rule: view.rule})}</p>
<div class="figs">${outcomes.map(outcome => box(view, outcome, view.incident.assessments[view.rule]![outcome]!))}</div>
<h3>${t('dossier.rules')}</h3><p class="note">${t('dossier.rules.note')}</p>
${table(
  [t('dossier.outcome'), ...rules.map(rule => html`<span dir="ltr">${rule}</span>`)],
  every.map(outcome => [
    label('outcome', outcome),
    ...rules.map(rule => inShort(view, view.incident.assessments[rule]![outcome]))
  ]),
  'rules'
)}`
  )
}

const origins = ({accounts}: Pick<Figure, 'accounts'>) => new Set(accounts.map(({account}) => account)).size

function box(view: View, outcome: string, figure: Figure): Html {
  const {t, label, number} = view.words
  const {best, contested, unconfirmed, byGroup, grade, derivation, setAside, accounts} = figure
  const denials = accounts.filter(({max}) => max === 0).length
  const groups = Object.entries(byGroup).filter(([, {low}]) => low !== null)
  const aside = [...Map.groupBy(setAside, ({why}) => why)]
  return html`<div class="fig"><h3>${label('outcome', outcome)}</h3>
<p class="f"><bdi class="n">${rangeText(view.words, figure)}</bdi>${contested ? html` ${contestedTag(view)}` : ''}${denials ? html` <span class="tag deny">${glyph('x')} ${t('mark.denies')}: ${number(denials)}</span>` : ''}</p>
<p>${listed(view, [
    best === null ? t('dossier.noBest') : html`<b>${t('dossier.best', {n: best})}</b>`,
    t('value.accounts', {n: origins(figure)}),
    ...(unconfirmed ? [t('dossier.oneAccount')] : [])
  ])}</p>
${
  groups.length
    ? html`<p>${t('dossier.ofThem')}: ${listed(
        view,
        groups.map(
          ([group, own]) =>
            html`${label('group', group)} <bdi class="n">${rangeText(view.words, own)}</bdi> (${t('value.accounts', {n: origins(own)})})`
        )
      )}</p>`
    : ''
}
${grade ? html`<p><b>${t('dossier.grade', {value: grade.value})}</b> (<span dir="ltr">${grade.scale}</span>): ${reason(view, grade.because)}</p>` : ''}
<h4>${t('dossier.why')}</h4><ol class="steps">${derivation.steps.map(({because}) => html`<li>${reason(view, because)}</li>`)}</ol>
${
  aside.length
    ? html`<h4>${t('dossier.setAside')}</h4><ul class="steps">${aside.map(
        ([why, own]) => html`<li>${reason(view, why)}: ${t('value.claims', {n: own.length})}</li>`
      )}</ul>`
    : ''
}</div>`
}

export function contestedTag({words}: Pick<View, 'words'>): Html {
  return html`<span class="tag contest">${glyph('ne')} ${words.t('mark.contested')}</span>`
}

function inShort(view: View, figure: Figure | undefined): Html {
  if (!figure) return html`–`
  const {t, number} = view.words
  const {low, high, best, open, contested, grade} = figure
  if (low === null) return html`${t('value.noFigure')}`
  const range = html`<bdi class="n">${rangeText(view.words, figure)}</bdi>`
  const isOne = low === high && !open && best === low
  return html`${best === null || isOne ? range : html`<b>${number(best)}</b> (${range})`}${contested ? html` ${glyph('ne', 'contest')}<span class="sr">${t('mark.contested')}</span>` : ''}${grade ? html`<br><span class="note">${t(`dossier.grade`, {value: grade.value})}</span>` : nothing}`
}
