/** What every part of a dossier works with, and how it writes what is the same everywhere. */
import {html} from 'hono/html'
import type {HtmlEscapedString} from 'hono/utils/html'
import type {LinkedIncident, RuleId} from '../../model/assessment.ts'
import {type Side, sideOf} from '../../model/side.ts'
import type {PlaceNames} from '../format.ts'
import {type Glyph, glyph} from '../site/glyphs.ts'
import type {Background} from './background.ts'
import type {DossierWords} from './words.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

export interface View {
  readonly words: DossierWords
  readonly incident: LinkedIncident
  readonly background: Background
  readonly rule: RuleId
  readonly placeNames: PlaceNames
  readonly redacted: boolean
  readonly isGraphic: (words: string) => boolean
  /** 1 for the report published first, by id. */
  readonly numbers: ReadonlyMap<string, number>
}

export const nothing = html``

/** Reports by the day of publication, those without one at the end. */
export function reportsInOrder({reports}: LinkedIncident): LinkedIncident['reports'] {
  return reports.toSorted((a, b) => {
    const [x, y] = [a.publishedOn ?? '9', b.publishedOn ?? '9']
    return x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1
  })
}

/** Of a section or a row, the same only once in a file that holds several incidents. */
export const anchor = ({incident}: View, part: string) => `${incident.id}-${part}`

/** "R3", leading to the report. */
export function reportRef(view: View, id: string): Html {
  const number = view.numbers.get(id)
  return number === undefined
    ? html`<bdi class="id">${id}</bdi>`
    : html`<a class="ref" href="#${anchor(view, `r${number}`)}">R${number}</a>`
}

export function reportRefs(view: View, ids: readonly string[]): Html {
  const known = [...new Set(ids)].toSorted(
    (a, b) => (view.numbers.get(a) ?? 1e9) - (view.numbers.get(b) ?? 1e9)
  )
  return html`${known.map((id, i) => html`${i ? ' ' : ''}${reportRef(view, id)}`)}`
}

/** "R3/c5": the claim in its report. */
export function claimRef(view: View, key: string): Html {
  const cut = key.lastIndexOf('/')
  const number = view.numbers.get(key.slice(0, cut))
  return html`<span class="ref">${number === undefined ? key : `R${number}/${key.slice(cut + 1)}`}</span>`
}

/** A sentence of the server in the language of the dossier; where that has none, in English, marked as such. */
export function reason({words}: Pick<View, 'words'>, english: string): Html {
  if (words.locale === 'en') return html`${english}`
  const said = words.sentence(english)
  return said === null ? html`<bdi lang="en" dir="ltr">${english}</bdi>` : html`<bdi>${said}</bdi>`
}

export function listed({words}: Pick<View, 'words'>, parts: readonly (Html | string)[]): Html {
  const comma = words.locale === 'ar' ? '، ' : ', '
  return html`${parts.map((part, i) => html`${i ? comma : ''}${part}`)}`
}

export function speaker({words}: Pick<View, 'words'>, source: string): Html {
  return source === 'unattributed' ? html`${words.t('dossier.unnamed')}` : html`<bdi>${source}</bdi>`
}

const shapes: Readonly<Record<Side, Glyph>> = {a: 'sq', b: 'tr', neither: 'ci', unknown: 'di'}

/** An account by the shape of its side and its name; of several that are named alike, with the first report that carries it. */
export function accountName(view: View, id: string): Html {
  const {accounts} = view.incident
  const account = accounts.find(own => own.id === id)
  if (!account) return html`${view.words.t('dossier.noAccount')}`
  const side = sideOf(account)
  const isAlone = accounts.every(own => own.id === id || own.origin !== account.origin)
  return html`${glyph(shapes[side])}<span class="sr">${view.words.t(`side.${side}`)}: </span> ${speaker(view, account.origin)}${isAlone ? '' : html` (${reportRef(view, account.reports[0] ?? '')})`}`
}

/** Some of them by name, of more how many there are. */
export function accountNames(view: View, ids: readonly string[]): Html {
  const most = 6
  const names = listed(
    view,
    ids.slice(0, most).map(id => accountName(view, id))
  )
  return ids.length > most
    ? html`${names} … <span class="note">(${view.words.t('value.accounts', {n: ids.length})})</span>`
    : names
}

/** An instant to the minute. */
export function instant({words}: Pick<View, 'words'>, iso: string): Html {
  return html`<time datetime="${iso}">${words.instant(iso)}</time>`
}

export function day({words}: Pick<View, 'words'>, iso: string): Html {
  return html`<time datetime="${iso}">${words.day(iso)}</time>`
}

/** Days of an incident; nothing known is said so. */
export function daysText(
  {t, day}: DossierWords,
  {from, to}: {readonly from: string; readonly to: string}
): string {
  if (from.startsWith('0001')) return t('value.dayUnknown')
  const [first, last] = [day(from.slice(0, 10)), day(to.slice(0, 10))]
  return first === last ? first : t('value.span', {from: first, to: last})
}

/** Exact words of a report; about bodies or wounds they are folded, and not printed, unless it was asked for (SAFETY D8). */
export function exactWords(view: View, shown: Html, plain: string, language: string | undefined): Html {
  const text = html`<blockquote class="q" dir="auto"${language ? html` lang="${language}"` : ''}>${shown}</blockquote>`
  if (!view.isGraphic(plain)) return text
  const {t} = view.words
  return html`<details class="graphic"><summary>${t('dossier.graphic')}</summary>${text}</details><p class="unprinted">${t('dossier.graphic.print')}</p>`
}

export function section(view: View, id: string, title: string, content: Html): Html {
  const own = anchor(view, id)
  return html`<section aria-labelledby="${own}"><h2 id="${own}">${title}</h2>${content}</section>\n`
}

/** A table whose head is printed again on each page. */
export function table(
  heads: readonly (Html | string)[],
  rows: readonly (readonly (Html | string)[])[],
  kind = ''
): Html {
  return html`<div class="wide" tabindex="0"><table class="${kind}"><thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows.map(
    ([first, ...cells]) =>
      html`<tr><th scope="row">${first}</th>${cells.map(cell => html`<td>${cell}</td>`)}</tr>`
  )}</tbody></table></div>`
}
