/** The list of public incidents, the newest first, with a search that needs no script. */
import {html} from 'hono/html'
import type {ListedFigure} from '../../model/listing.ts'
import type {PublicRow} from '../../model/publication.ts'
import {frame, type Here, type Html, type Spot, spotOf} from './frame.ts'
import {glyph} from './glyphs.ts'
import {incidentPath} from './incident-page.ts'
import {count, countryName} from './messages.ts'
import {rangeText, whenText} from './values.ts'

export interface IndexRow {
  readonly id: string
  readonly version: number | null
  readonly row: PublicRow
}

export interface IndexList {
  readonly rows: readonly IndexRow[]
  /** Of all that match. */
  readonly total: number
  /** Addresses from here; null where there is no such page. */
  readonly older: string | null
  readonly newest: string | null
  /** What was asked for; null where the site cannot be searched, as it lies in files. */
  readonly asked: Readonly<Partial<Record<'text' | 'since' | 'until' | 'type', string>>> | null
  /** Types that may be asked for: id and label. */
  readonly types: readonly {readonly id: string; readonly label: string}[]
}

export function indexPage(here: Here, list: IndexList): Promise<string> {
  const spot = spotOf(here)
  const {say, site, language} = spot
  const isAsked = Object.values(list.asked ?? {}).some(Boolean)
  return frame(
    spot,
    site.name,
    html`<h1><bdi>${site.name}</bdi></h1>
${list.asked ? search(spot, list) : ''}
<p class="note" role="status">${list.total === 0 ? (isAsked ? say.none : say.nothingYet) : count(language, isAsked ? 'match' : 'incidents', list.total)}</p>
${list.rows.length ? html`<ul class="list">${list.rows.map(row => item(spot, row))}</ul>` : ''}
<nav class="pages" aria-label="${say.older}">${list.newest === null ? '' : html`<a href="${list.newest}">${say.newest}</a>`} ${list.older === null ? '' : html`<a href="${list.older}" rel="next">${say.older}</a>`}</nav>`
  )
}

function search({say, language, site, to}: Spot, {asked, types}: IndexList): Html {
  const {text = '', since = '', until = '', type = ''} = asked ?? {}
  return html`<form class="find" method="get" action="${to('')}">
<label>${say.search} <input type="search" name="text" value="${text}" maxlength="200" dir="auto"></label>
<label>${say.since} <input type="date" name="since" value="${since}"></label>
<label>${say.until} <input type="date" name="until" value="${until}"></label>
<label>${say.type} <select name="type"><option value="">${say.anyType}</option>${types.map(({id, label}) => html`<option value="${id}"${id === type ? html` selected` : ''}>${(language === 'ar' && site.labels.get(id)) || label}</option>`)}</select></label>
<button>${say.find}</button> <a href="${to('')}">${say.clear}</a>
</form>`
}

function item(spot: Spot, {id, version, row}: IndexRow): Html {
  const {say, language, site, to} = spot
  const {when, place, figures, reports, type} = row
  const label = (language === 'ar' && site.labels.get(type)) || row.headline.split(',')[0]!
  return html`<li><time datetime="${when.from.slice(0, 10)}">${whenText(language, when)}</time>
<span><a class="what" href="${to(incidentPath(id))}">${label}${place ? html`${language === 'ar' ? '، ' : ', '}<bdi>${place.name}</bdi>` : ''}</a>${place?.country ? html` <span class="note">${countryName(language, place.country)}</span>` : ''}${version === null ? html` <span class="tag plain">${say.withdrawn}</span>` : ''}</span>
<span class="figures">${Object.entries(figures).map(([outcome, figure]) => figureText(spot, outcome, figure, row.origins?.[outcome]))}<span>${count(language, 'reports', reports)}</span></span></li>`
}

/** A figure never stands without the number of its accounts (SAFETY D6). */
function figureText(spot: Spot, outcome: string, figure: ListedFigure, origins: number | undefined): Html {
  if (origins === undefined) return html``
  const {say} = spot
  const name = (say.outcome as Readonly<Record<string, string>>)[outcome] ?? outcome
  return html`<span>${name} <b class="n">${rangeText(spot, figure)}</b> <span class="note">(${count(spot.language, 'accounts', origins)})</span>${figure.contested ? html` ${glyph('ne', 'contest')}<span class="note">${say.contested}</span>` : ''}</span>`
}
