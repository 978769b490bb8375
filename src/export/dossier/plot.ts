/** Who told which number when, drawn as in the app. */
import {html} from 'hono/html'
import {plotLayout, plotShapes} from '../drawing/plot-layout.ts'
import {plotMarks} from '../drawing/plot-marks.ts'
import {outcomesOf} from './figures.ts'
import {type Html, nothing, section, type View} from './view.ts'

export function plots(view: View): Html {
  const {t} = view.words
  const drawn = outcomesOf(view).map(outcome => plot(view, outcome))
  if (drawn.every(one => one === nothing)) return nothing
  return section(view, 'plot', t('dossier.plot'), html`<p class="note">${t('dossier.plot.how')}</p>${drawn}`)
}

function plot(view: View, outcome: string): Html {
  const {t, label, number, shortDay, dir} = view.words
  const figure = view.incident.assessments[view.rule]![outcome]!
  const {marks, undated} = plotMarks(view.incident, figure)
  if (marks.length === 0) return nothing
  const isMirrored = dir === 'rtl'
  const {
    width,
    height,
    from,
    to,
    bands,
    ticks,
    days,
    best,
    marks: spots
  } = plotLayout(marks, figure.best, {isMirrored})
  const digits = (n: number) => n.toFixed(1)
  const name = label('outcome', outcome)
  return html`<figure><h3>${name}</h3><svg class="plot" viewBox="0 0 ${width} ${height}" role="img" aria-label="${t('dossier.plot.label', {outcome: name, n: marks.length})}" direction="ltr">
${bands.map(({x, y, width: w, height: h}) => html`<rect class="band" x="${digits(x)}" y="${digits(y)}" width="${digits(w)}" height="${digits(h)}"/>`)}
${ticks.map(({value, y, labelX}) => html`<line class="grid" x1="${from}" x2="${to}" y1="${digits(y)}" y2="${digits(y)}"/><text x="${labelX}" y="${digits(y + 3.5)}" text-anchor="${isMirrored ? 'start' : 'end'}">${number(value)}</text>`)}
${best === null ? '' : html`<line class="best" x1="${from}" x2="${to}" y1="${digits(best)}" y2="${digits(best)}"/>`}
${days.map(({day, x}) => html`<text x="${digits(x)}" y="${height - 6}" text-anchor="middle">${shortDay(day)}</text>`)}
${spots.map(
  ({mark, x, y, top}) =>
    html`<g class="mark" transform="translate(${digits(x)} ${digits(y)})">${mark.max === null ? html`<path class="range" d="M0-6V-17M-3-13.5 0-17 3-13.5"/>` : mark.max === mark.min ? '' : html`<path class="range" d="M0 0V${digits(top - y)}"/>`}<path class="${mark.isFirst ? 'first' : 'copy'}" d="${plotShapes[mark.side]}"/></g>`
)}</svg>${undated ? html`<figcaption class="note">${t('dossier.plot.undated', {n: undated})}</figcaption>` : ''}</figure>`
}
