/** The reports of an incident: where and when they stood, how they were received, the hash of the original, by what they were read. */
import {html} from 'hono/html'
import type {ReportRef} from '../../model/assessment.ts'
import type {Receipt, ReportFacts} from './background.ts'
import {anchor, day, exactWords, type Html, listed, reportsInOrder, section, type View} from './view.ts'

export function reports(view: View): Html {
  const {t} = view.words
  const readers = new Set([...view.background.reports.values()].map(readBy))
  const [only] = readers.size === 1 ? readers : []
  return section(
    view,
    'reports',
    t('dossier.reports'),
    html`<p class="note">${t('dossier.reports.note')}</p>${only === undefined ? '' : html`<p class="note">${t('dossier.report.versions')} <bdi dir="ltr">${only}</bdi></p>`}<ol class="reports">${reportsInOrder(
      view.incident
    ).map(report => one(view, report, only === undefined))}</ol>`
  )
}

function readBy({versions: {dateline, codebook, models, gazetteer}}: ReportFacts): string {
  return `dateline ${dateline}, codebook ${codebook}, models ${models}, gazetteer ${gazetteer}`
}

function one(
  view: View,
  {id, outlet, title, agency, publishedOn, language, url}: ReportRef,
  withReader: boolean
): Html {
  const {t} = view.words
  const known = view.background.reports.get(id)
  const number = view.numbers.get(id)!
  const facts = [
    publishedOn
      ? within(view, 'dossier.report.published', 'day', day(view, publishedOn))
      : t('dossier.report.undated'),
    ...(agency && agency !== outlet
      ? [within(view, 'dossier.report.agency', 'agency', html`<bdi>${agency}</bdi>`)]
      : []),
    languageName(view, language)
  ]
  return html`<li id="${anchor(view, `r${number}`)}"><p class="who"><span class="ref">R${number}</span> <bdi>${outlet ?? t('speaker.outlet')}</bdi> <span class="id">${id}</span></p>
${title ? exactWords(view, html`${title}`, title, language) : ''}
<p>${listed(view, facts)}</p>
<p class="address">${address(view, url)}</p>
<dl class="custody">
<dt>${t('dossier.report.hash')}</dt><dd>${known?.sha256 ? html`<span class="id">${known.sha256}</span>` : t('dossier.report.hashWithheld')}</dd>
<dt>${t('dossier.report.received')}</dt><dd>${known?.receipts.length ? known.receipts.map(own => receipt(view, own)) : t('dossier.report.noCapture')}</dd>
${known && withReader ? html`<dt>${t('dossier.report.versions')}</dt><dd><bdi dir="ltr">${readBy(known)}</bdi></dd>` : ''}</dl></li>`
}

/** A message with a value that is marked up. */
function within(
  {words}: View,
  key: 'dossier.report.published' | 'dossier.report.agency',
  name: 'day' | 'agency',
  value: Html
): Html {
  const said = (words.t as (key: string, values: object) => string)(key, {[name]: '|'})
  const [before, after = ''] = said.replace(/[\u2066-\u2069]/g, '').split('|')
  return html`${before}${value}${after}`
}

/** Led to where it is one of the web and no name was taken out of it. */
function address({words: {t}}: View, url: string | null): Html {
  if (url === null) return html`${t('dossier.report.noUrl')}`
  if (/\[(?:name|contact)\]/.test(url)) return html`${t('dossier.report.urlWithheld')}`
  return /^https?:\/\//i.test(url)
    ? html`<a class="id" href="${url}" rel="noopener noreferrer">${url}</a>`
    : html`<span class="id">${url}</span>`
}

function receipt(view: View, {url, fetchedAt, keptAt, status, bytes, tool}: Receipt): Html {
  const {t, number, instant: written} = view.words
  const at = fetchedAt ?? keptAt
  const said =
    fetchedAt === null
      ? t('dossier.report.kept', {at: written(at), bytes: number(bytes), tool})
      : t('dossier.report.fetched', {at: written(at), status: status ?? '–', bytes: number(bytes), tool})
  return html`<p>${said}${url ? html` ${t('dossier.report.from')} <span class="id">${url}</span>` : ''}</p>`
}

export function languageName({words}: Pick<View, 'words'>, code: string): string {
  try {
    return new Intl.DisplayNames([words.locale], {type: 'language', fallback: 'code'}).of(code) ?? code
  } catch {
    return code
  }
}

/** Rows of names and values. */
export function namedValues(rows: readonly (readonly [string, Html | string | null])[]): Html {
  return html`<dl class="facts">${rows
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`
}
