/** How datasets would code an incident, what it is tied to, and what each report changed. */
import {html} from 'hono/html'
import {namedValues} from './reports.ts'
import {type Html, nothing, reason, reportRef, section, type View} from './view.ts'

const schemes = {acled: 'ACLED', ucdp: 'UCDP GED', plover: 'PLOVER', cameo: 'CAMEO', muc4: 'MUC-4'} as const

export function codings(view: View): Html {
  const {t} = view.words
  const {codings: own} = view.incident
  return section(
    view,
    'codings',
    t('dossier.codings'),
    html`<p class="note">${t('dossier.codings.note')}</p><div class="codings">${Object.entries(schemes).map(
      ([id, name]) => {
        const coding = own[id as keyof typeof schemes]
        const rows = Object.entries(coding ?? {})
          .filter(([field, value]) => !(view.redacted && /^(?:lat|lon)/.test(field)) && written(value) !== '')
          .map(([field, value]) => [field.replaceAll('_', ' '), html`<bdi>${written(value)}</bdi>`] as const)
        return html`<div lang="en" dir="ltr"><h3>${name}</h3>${rows.length ? namedValues(rows) : html`<p class="note" lang="${view.words.locale}" dir="${view.words.dir}">${t('dossier.codings.none')}</p>`}</div>`
      }
    )}</div>`
  )
}

function written(value: unknown): string {
  if (Array.isArray(value)) return value.map(written).filter(Boolean).join(', ')
  if (value === null || value === undefined) return ''
  return typeof value === 'object'
    ? Object.values(value).map(written).filter(Boolean).join(', ')
    : String(value)
}

export function related(view: View): Html {
  const {t} = view.words
  const {relations} = view.incident
  if (relations.length === 0) return nothing
  return section(
    view,
    'related',
    t('dossier.related'),
    html`<ul class="steps">${relations.map(
      ({to, kind, told: [first]}) =>
        html`<li>${t(`relation.${kind}`)} <span class="id">${to}</span>${first ? html`: <q dir="auto">${first.quote.text}</q> ${reportRef(view, first.report)}` : ''}</li>`
    )}</ul>`
  )
}

export function history(view: View): Html {
  const {t} = view.words
  const {history: changes} = view.incident
  if (changes.length === 0) return nothing
  return section(
    view,
    'history',
    t('dossier.history'),
    html`<ol class="steps plain">${changes.map(
      ({report, change}) => html`<li>${reportRef(view, report)} ${reason(view, change)}</li>`
    )}</ol>`
  )
}
