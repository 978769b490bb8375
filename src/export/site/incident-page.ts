/**
 * The public page of an incident, in the manner of Airwars: range and grade first, what is disputed, each account on one line, every
 * claim in its words with its source, and what was corrected. Of a withdrawn one when it went, and why (SAFETY C9).
 */
import {html} from 'hono/html'
import type {PublicFact, PublicIncident, PublicPage, PublicPlace} from '../../model/public-incident.ts'
import {claimLists} from './claims.ts'
import {figureBoxes, forest} from './figures.ts'
import {frame, type Here, type Html, type Spot, spotOf} from './frame.ts'
import {glyph} from './glyphs.ts'
import {count, countryName, day, languageName, number} from './messages.ts'
import {rangeText, reasonText, relationText, typeText, whenText} from './values.ts'

export interface ToShow {
  readonly page: PublicPage & {readonly hash: string | null}
  /** Ties to incidents that are public themselves: id and headline. */
  readonly related: readonly {readonly id: string; readonly kind: string; readonly headline: string}[]
  /** Of a withdrawn one: the incident that holds what it told, where that is public. */
  readonly leadsTo: {readonly id: string; readonly headline: string} | null
}

export const incidentPath = (id: string) => `incidents/${encodeURIComponent(id)}/`

export function incidentPage(here: Here, {page, related, leadsTo}: ToShow): Promise<string> {
  const spot = spotOf(here)
  const {say} = spot
  const {incident} = page
  if (!incident) {
    const content = html`<div class="page"><header class="head"><h1>${say.gone}</h1><p>${say.goneText}</p>${
      leadsTo
        ? html`<p>${say.leadsTo} <a href="${spot.to(incidentPath(leadsTo.id))}"><bdi>${leadsTo.headline}</bdi></a>.</p>`
        : ''
    }</header><div>${versions(spot, page)}${
      page.hash ? html`<p class="note">${say.lastHash} <code dir="ltr">${page.hash}</code></p>` : ''
    }${ask(spot, page.id)}</div></div>`
    return frame(spot, say.gone, content)
  }
  const {figures} = incident
  const title = `${incident.type.label}${incident.place ? `, ${incident.place.name}` : ''}`
  return frame(
    spot,
    title,
    html`<div class="page">
<header class="head"><h1>${typeText(spot, incident.type)}${incident.place ? html`${spot.language === 'ar' ? '، ' : ', '}<bdi>${incident.place.name}</bdi>` : ''}</h1>
<p>${whenText(spot.language, incident.when)}. ${sides(spot, incident)}</p></header>
<article>
${figures.length ? figureBoxes(spot, figures) : ''}
${says(spot, incident)}
${figures.length ? html`<h2>${say.accountByAccount}</h2>${figures.map(figure => forest(spot, incident, figure))}` : ''}
<h2>${say.everyClaim}</h2>
${claimLists(spot, incident)}
</article>
<aside class="side" aria-label="${say.incident}">
${facts(spot, incident)}
${versions(spot, page)}
${ask(spot, page.id)}
${
  related.length
    ? html`<section><h2>${say.related}</h2><ul class="log">${related.map(
        ({id, kind, headline}) =>
          html`<li>${relationText(spot, kind)}: <a href="${spot.to(incidentPath(id))}"><bdi>${headline}</bdi></a></li>`
      )}</ul></section>`
    : ''
}
<section><h2>${say.howToRead}</h2><p class="note">${say.howToReadText} <a href="${spot.to('method/')}">${say.methodInFull}</a></p>
<p class="note"><a href="${spot.at(`${incidentPath(page.id)}data.json`)}">${say.data}</a></p></section>
</aside>
</div>`
  )
}

function sides(spot: Spot, {sides: {a, b}}: PublicIncident): Html {
  const list = (names: readonly string[]) =>
    html`${names.map((name, i) => html`${i ? (spot.language === 'ar' ? '، ' : ', ') : ''}<bdi>${name}</bdi>`)}`
  if (a.length + b.length === 0) return html``
  return a.length && b.length
    ? html`${list(a)} ${spot.say.against} ${list(b)}.`
    : html`${list([...a, ...b])}.`
}

/** What is disputed, and what several accounts say without dispute. */
function says(spot: Spot, {facts, figures}: PublicIncident): Html {
  const {say} = spot
  // Of whom nothing but a name was told, nothing is left to say.
  const told = facts.filter(({values}) => values.some(({value}) => value.trim() !== ''))
  const value = ({fact, values}: PublicFact) =>
    html`${values.map(
      (own, i) =>
        html`${i ? ' / ' : ''}${fact === 'when' ? whenText(spot.language, {from: own.value.slice(0, 10), to: own.value.slice(-10)}) : html`<bdi>${own.value}</bdi>`}${own.denied.length ? html` ${glyph('x', 'deny')}<span class="note">${say.denies}</span>` : ''}`
    )}`
  const line = (mark: Html, text: Html) => html`<li>${mark}<span>${text}</span></li>`
  const isDisputed = (fact: PublicFact) => fact.contested || fact.values.some(({denied}) => denied.length > 0)
  const agreed = [
    ...told.filter(fact => !isDisputed(fact)).map(fact => html`${say.fact[fact.fact]}: ${value(fact)}`),
    ...figures
      .filter(({contested, origins}) => !contested && origins > 1)
      .map(figure => html`${say.outcome[figure.outcome]}: <span class="n">${rangeText(spot, figure)}</span>`)
  ]
  const disputed = [
    ...figures
      .filter(({contested}) => contested)
      .map(figure => html`${say.outcome[figure.outcome]}: <span class="n">${rangeText(spot, figure)}</span>`),
    ...told
      .filter(isDisputed)
      .map(
        fact =>
          html`${say.fact[fact.fact]}: ${value(fact)}${fact.because ? html` <span class="note">${reasonText(spot, fact.because)}</span>` : ''}`
      )
  ]
  if (agreed.length + disputed.length === 0) return html``
  return html`<h2>${say.says}</h2><div class="two">
<div><h3>${say.agreed}</h3><ul>${agreed.map(own => line(glyph('ck', 'agree'), own))}</ul></div>
<div><h3>${say.disputed}</h3><ul>${disputed.map(own => line(glyph('ne', 'contest'), own))}</ul></div></div>`
}

function facts(spot: Spot, incident: PublicIncident): Html {
  const {say, language} = spot
  const {when, place, reports, accounts, languages, withheld} = incident
  return html`<section><h2>${say.incident}</h2><dl class="facts">
<dt>${say.day}</dt><dd>${whenText(language, when)}, ${say.whenPrecision[when.precision]}</dd>
${place ? html`<dt>${say.place}</dt><dd><bdi>${place.name}</bdi>${place.admin1 && place.admin1 !== place.name ? html`${language === 'ar' ? '، ' : ', '}<bdi>${place.admin1}</bdi>` : ''}${place.country ? `${language === 'ar' ? '، ' : ', '}${countryName(language, place.country)}` : ''}; ${say.precision[place.precision]}</dd>` : ''}
<dt>${say.type}</dt><dd>${typeText(spot, incident.type)}</dd>
<dt>${say.sources}</dt><dd>${count(language, 'reports', reports.length)}${language === 'ar' ? '، ' : ', '}${count(language, 'accounts', accounts.length)}</dd>
<dt>${say.languages}</dt><dd>${languages.map(code => languageName(language, code)).join(language === 'ar' ? '، ' : ', ')}</dd>
<dt>${say.withheldNames}</dt><dd>${number(language, withheld)}</dd>
<dt>${say.rule}</dt><dd><span dir="ltr">${incident.versions.rule}</span></dd></dl>
${place?.cell ? cell(spot, place) : ''}</section>`
}

/** The cell of the grid in which the place lies, with its neighbours: never a point. */
function cell({say}: Spot, {cell: own}: PublicPlace): Html {
  const {lat, lon, degrees} = own!
  const text = (n: number) => `${Math.round(n * 10_000) / 10_000}°`
  const half = degrees / 2
  return html`<svg class="cell" viewBox="0 0 300 150" role="img" aria-label="${say.cell}: ${text(lat - half)} – ${text(lat + half)}, ${text(lon - half)} – ${text(lon + half)}">
<g stroke="var(--line-2)" fill="none"><path d="M0 40H300M0 110H300M115 0V150M185 0V150M45 0V150M255 0V150"/></g>
<rect x="115" y="40" width="70" height="70" fill="var(--band)" stroke="var(--contest)" stroke-width="1.5"/>
<g font-size="11" fill="var(--ink-2)"><text x="119" y="36">${text(lat + half)}</text><text x="119" y="124">${text(lat - half)}</text><text x="111" y="79" text-anchor="end">${text(lon - half)}</text><text x="189" y="79">${text(lon + half)}</text></g></svg>
<p class="note">${say.cell}.</p>`
}

function versions({say, language}: Spot, page: PublicPage): Html {
  return html`<section><h2>${say.versions}</h2><ol class="log">${page.versions.map(
    ({version, kind, at, note}) =>
      html`<li><time datetime="${at}">${day(language, at)}</time> ${say.version} ${number(language, version)}. ${say.kind[kind]}${note ? html` <span dir="auto">${note}</span>` : ''}</li>`
  )}</ol></section>`
}

function ask({site, say, to}: Spot, id: string): Html {
  if (site.ask === null) return html`<p class="note">${say.noAccountNeeded}</p>`
  const href = site.ask === 'form' ? to(`${incidentPath(id)}correction/`) : site.ask.href
  return html`<p><a class="btn" href="${href}">${say.ask}</a></p><p class="note">${say.noAccountNeeded}</p>`
}
