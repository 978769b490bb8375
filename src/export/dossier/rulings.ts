/** What people decided about the reports and claims of an incident: when, who, by what right, and why. */
import {html} from 'hono/html'
import type {FoundRuling} from '../../model/ruling.ts'
import type {ToldRuling} from './background.ts'
import {claimRef, type Html, instant, listed, reportRefs, section, table, type View} from './view.ts'

export function rulings(view: View): Html {
  const {t} = view.words
  const {rulings: all} = view.background
  const title = t('dossier.rulings')
  if (all.length === 0) return section(view, 'rulings', title, html`<p>${t('dossier.rulings.none')}</p>`)
  return section(
    view,
    'rulings',
    title,
    table(
      [
        t('dossier.rulings.when'),
        t('dossier.rulings.who'),
        t('dossier.rulings.what'),
        t('dossier.rulings.reason')
      ],
      all.map(told => [
        instant(view, told.found.ruling.at),
        who(view, told),
        html`${whatText(view, told.found)}${state(view, told)}`,
        told.found.ruling.reason
          ? html`<bdi>${told.found.ruling.reason}</bdi>`
          : html`<span class="note">${t('dossier.rulings.noReason')}</span>`
      ]),
      'rulings'
    )
  )
}

function who({words: {t}, redacted}: View, {found, role}: ToldRuling): Html {
  const right = role ? t(`role.${role}`) : t('dossier.rulings.machine')
  return redacted ? html`${right}` : html`<bdi>${found.ruling.by}</bdi><br><span class="note">${right}</span>`
}

function state(view: View, {state: own, undoneAt}: ToldRuling): Html {
  const {t, instant: written} = view.words
  if (own === 'holds') return html``
  const said =
    own === 'undone'
      ? t('dossier.rulings.undone', {at: undoneAt ? written(undoneAt) : ''})
      : t('dossier.rulings.dangling')
  return html`<br><span class="tag plain">${said}</span>`
}

function whatText(view: View, {ruling, claims, tellings, others}: FoundRuling): Html {
  const {t, label} = view.words
  const {kind, ties, correction, ground, added} = ruling
  const own = new Set(view.incident.reports.map(({id}) => id))
  const refs = (keys: readonly (string | null)[]) => {
    const ids = [...new Set(keys.flatMap(key => (key ? key.split('/')[0]! : [])))]
    const away = ids.filter(id => !own.has(id)).length
    const here = ids.filter(id => own.has(id))
    return listed(view, [
      ...(here.length ? [reportRefs(view, here)] : []),
      ...(away ? [t('dossier.rulings.elsewhere', {n: away})] : [])
    ])
  }
  const [named, tied] = [
    ruling.reports.length ? ruling.reports : tellings,
    ruling.reports.length ? [] : others
  ]
  const parts = [
    ...ruling.claims.map((anchor, i) => {
      const key = claims[i]
      const value = [
        anchor.outcome ? label('outcome', anchor.outcome) : t(`about.${anchor.about}`),
        anchor.count?.stated
      ]
      return html`${key ? claimRef(view, key) : ''} ${value.filter(Boolean).join(' ')} (<bdi>${anchor.source}</bdi>)`
    }),
    ...ties.map(
      ({report, kind: tie, name}) =>
        html`${reportRefs(view, [report])} ${t(`tie.kind.${tie}`)} <bdi>${name}</bdi>`
    ),
    ...(named.length ? [refs(named)] : []),
    ...(tied.length
      ? [html`${t(joins.has(kind) ? 'dossier.rulings.with' : 'dossier.rulings.from')} ${refs(tied)}`]
      : []),
    ...(added ? [html`<q dir="auto">${added.claim.quote.text}</q>`] : []),
    ...(ground ? [html`${t(`dossier.ground.${ground}`)}`] : []),
    ...(correction
      ? Object.entries(correction).map(([field, value]) => corrected(view, field, value ?? null))
      : [])
  ]
  return html`<b>${t(`ruling.${kind}`)}</b>${parts.length ? ': ' : ''}${listed(view, parts)}`
}

const joins: ReadonlySet<string> = new Set(['link', 'merge', 'chain', 'add'])

function corrected({words}: View, field: string, value: string | number | null): Html {
  const {t, number, label} = words
  const shown =
    typeof value === 'number'
      ? number(value)
      : value === null
        ? t('dossier.noUpperBound')
        : field === 'outcome' || field === 'group' || field === 'interest'
          ? label(field, value)
          : t(`${field as 'polarity'}.${value as 'denied'}`)
  return html`${t(`dossier.field.${field as 'min'}`)} <bdi>${shown}</bdi>`
}
