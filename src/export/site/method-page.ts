/** How the site comes to what it says, made from the configuration that is at work (SAFETY D9). */
import {html} from 'hono/html'
import type {GateSettings} from '../../model/publication.ts'
import {frame, type Here, type Html, type Spot, spotOf} from './frame.ts'
import {number} from './messages.ts'
import {methodWords} from './method-words.ts'

export interface Method {
  readonly settings: GateSettings
  readonly versions: {readonly dateline: string; readonly codebook: string}
  /** Rules that weigh accounts, with the versions at work. */
  readonly rules: readonly {readonly id: string; readonly version: string}[]
  /** How far each kind of source is relied upon: letters of the Admiralty scale. */
  readonly reliability: readonly {readonly kind: string; readonly free: string; readonly interested: string}[]
  /** Width of a cell in degrees, by how exactly a place is known. */
  readonly cells: readonly {readonly precision: string; readonly degrees: number}[]
  readonly counts: {readonly shown: number; readonly withdrawn: number}
}

export function methodPage(here: Here, method: Method): Promise<string> {
  const spot = spotOf(here)
  const {say, language} = spot
  const {settings, versions, rules, reliability, cells, counts} = method
  const w = methodWords[language]
  const n = (value: number) => html`<span class="n">${number(language, value)}</span>`
  return frame(
    spot,
    say.method,
    html`<div class="text"><h1>${say.method}</h1>
${w.intro.map(own => html`<p>${own}</p>`)}
<h2>${w.claimsTitle}</h2>${w.claims.map(own => html`<p>${own}</p>`)}
<h2>${w.figuresTitle}</h2>${w.figures.map(own => html`<p>${own}</p>`)}
<table><thead><tr><th scope="col">${w.rule}</th><th scope="col">${w.version}</th></tr></thead><tbody>${rules.map(({id, version}) => html`<tr><td dir="ltr">${id}</td><td>${version}</td></tr>`)}</tbody></table>
<h3>${w.reliabilityTitle}</h3><p>${w.reliability}</p>
<table><thead><tr><th scope="col">${w.kind}</th><th scope="col">${w.free}</th><th scope="col">${w.interested}</th></tr></thead><tbody>${reliability.map(({kind, free, interested}) => html`<tr><td>${kindText(spot, kind)}</td><td dir="ltr">${free}</td><td dir="ltr">${interested}</td></tr>`)}</tbody></table>
<h2>${w.gateTitle}</h2><p>${w.gate}</p>
<ul><li>${w.origins}: ${n(settings.origins)}</li>
<li>${w.precision}: ${settings.precision === 'none' ? w.anyPrecision : say.precision[settings.precision]}</li>
<li>${w.secondReader}: ${settings.secondReader ? w.yes : w.no}</li>
<li>${w.redaction}: ${settings.redaction ? w.yes : w.no}</li>
<li>${w.delay}: ${n(settings.delayHours)} ${w.hours}</li>
<li>${w.correctionDelay}: ${n(settings.correctionDelayHours)} ${w.hours}</li></ul>
<h2>${w.harmTitle}</h2>${w.harm.map(own => html`<p>${own}</p>`)}
<table><thead><tr><th scope="col">${w.known}</th><th scope="col">${w.width}</th></tr></thead><tbody>${cells.map(({precision, degrees}) => html`<tr><td>${(say.precision as Readonly<Record<string, string>>)[precision] ?? precision}</td><td class="n">${number(language, degrees)}°</td></tr>`)}</tbody></table>
<h2>${w.correctionsTitle}</h2>${w.corrections.map(own => html`<p>${own}</p>`)}
<p>${w.shown}: ${n(counts.shown)}. ${w.withdrawn}: ${n(counts.withdrawn)}.</p>
<h2>${w.versionsTitle}</h2><p><span dir="ltr">${versions.dateline}; ${w.codebook} ${versions.codebook}</span>. ${w.versionsText}</p></div>`
  )
}

function kindText({say}: Spot, kind: string): Html {
  return html`${(say.source as Readonly<Record<string, string>>)[kind] ?? kind}`
}
