/** The figures of a page: the range first and large, how many accounts stand behind it, its grade, and what each account says. */
import {html} from 'hono/html'
import type {PublicFigure, PublicFigureAccount, PublicIncident} from '../../model/public-incident.ts'
import type {Html, Spot} from './frame.ts'
import {glyph} from './glyphs.ts'
import {count, number} from './messages.ts'
import {groupText, rangeText, reasonText, speakerText, statedText} from './values.ts'

const grades = ['Confirmed', 'Fair', 'Weak', 'Contested', 'Discounted'] as const

export function figureBoxes(spot: Spot, figures: readonly PublicFigure[]): Html {
  return html`<div class="figs">${figures.map(figure => box(spot, figure))}</div>`
}

function box(spot: Spot, figure: PublicFigure): Html {
  const {say, language} = spot
  const {outcome, best, origins, contested, unconfirmed, byGroup} = figure
  const denied = figure.accounts.filter(({denies}) => denies)
  return html`<section>
<h2>${say.outcome[outcome]}</h2>
<p class="f"><span class="n">${rangeText(spot, figure)}</span>${contested ? html` ${contest(spot)}` : ''}${denied.length ? html` <span class="tag deny">${glyph('x')} ${say.denies}: ${number(language, denied.length)}</span>` : ''}</p>
<p>${best === null ? say.noBest : html`${say.bestFigure} <b class="n">${number(language, best)}</b>.`} ${count(language, 'accounts', origins)}${unconfirmed ? html` <span class="tag plain">${say.unconfirmed}</span>` : ''}.</p>
${
  byGroup.length
    ? html`<p>${say.byGroup}: ${byGroup.map(
        (own, i) =>
          html`${i ? (language === 'ar' ? '، ' : ', ') : ''}<span class="n">${rangeText(spot, own)}</span> ${groupText(spot, own.group)} (${count(language, 'accounts', own.origins)})`
      )}</p>`
    : ''
}
${figure.grades.map(({scale, value, because}) =>
  scale === 'airwars'
    ? html`<ul class="grade" aria-label="${say.gradeOf}">${grades.map(
        own => html`<li${own === value ? html` aria-current="true"` : ''}>${say.grade[own]}</li>`
      )}</ul><p class="note">${reasonText(spot, because)}</p>`
    : html`<p class="note">${say.admiralty}: <b dir="ltr">${value}</b> (${reasonText(spot, because)})</p>`
)}
</section>`
}

const contest = ({say}: Spot) => html`<span class="tag contest">${glyph('ne')} ${say.contested}</span>`

/** Each account on one number line: a point, or from a point on. */
export function forest(spot: Spot, incident: PublicIncident, figure: PublicFigure): Html {
  const {say} = spot
  const speakers = new Map(incident.accounts.map(({id, speaker}) => [id, speaker]))
  const tops = figure.accounts.flatMap(({min, max}) => [min, max ?? min])
  const most = Math.max(1, ...tops, figure.high ?? 0)
  // From 4 to 88 of 100: what has no upper bound goes on to the edge.
  const x = (n: number) => `${(4 + (84 * n) / most).toFixed(2)}%`
  return html`<h3>${say.outcome[figure.outcome]}</h3>
<table class="forest">
<tr><th scope="row">${say.allAccounts}</th><td><svg aria-hidden="true"><rect x="${x(figure.low ?? 0)}" y="4" width="${((84 * ((figure.high ?? most) - (figure.low ?? 0))) / most + 0.4).toFixed(2)}%" height="12" fill="var(--band)"/><line x1="${x(figure.low ?? 0)}" x2="${x(figure.low ?? 0)}" y1="2" y2="18" stroke="var(--contest)" stroke-width="2"/>${figure.high === null ? '' : html`<line x1="${x(figure.high)}" x2="${x(figure.high)}" y1="2" y2="18" stroke="var(--contest)" stroke-width="2"/>`}${figure.best === null ? '' : html`<line x1="${x(figure.best)}" x2="${x(figure.best)}" y1="0" y2="20" stroke="var(--ink)" stroke-width="3"/>`}</svg></td><td class="n">${rangeText(spot, figure)}</td></tr>
${figure.accounts.map(own => row(spot, own, x, speakers.get(own.account)))}
</table>`
}

function row(
  spot: Spot,
  own: PublicFigureAccount,
  x: (n: number) => string,
  speaker: PublicIncident['accounts'][number]['speaker'] | undefined
): Html {
  const {min, max, group, status, denies, weight} = own
  const shape = weight === 'interested' || weight === 'admission' ? 'sq' : 'ci'
  const point = shape === 'sq' ? html`<rect x="-5" y="-5" width="10" height="10"/>` : html`<circle r="5.5"/>`
  const end = max === null ? '97%' : x(max)
  const line =
    max === min
      ? ''
      : html`<line x1="${x(min)}" x2="${end}" y1="10" y2="10" stroke="currentColor" stroke-width="2"${max === null ? html` stroke-dasharray="5 3"` : ''}/>`
  return html`<tr${status === 'superseded' ? html` class="old"` : ''}><th scope="row">${speaker ? speakerText(spot, speaker) : ''}${group ? html` <span class="note">(${groupText(spot, group)})</span>` : ''}</th>
<td><svg aria-hidden="true"><line x1="4%" x2="97%" y1="10" y2="10" stroke="var(--line)"/>${line}${max === null ? html`<svg x="97%" y="10" overflow="visible"><path d="M-5-4 1 0-5 4" fill="none" stroke="currentColor" stroke-width="2"/></svg>` : ''}<svg x="${x(min)}" y="10" overflow="visible"><g fill="currentColor">${point}</g></svg></svg></td>
<td><span class="n">${statedText(spot, min, max)}</span>${denies ? html` ${glyph('x', 'deny')}<span class="sr"> ${spot.say.denies}</span>` : ''}</td></tr>`
}
