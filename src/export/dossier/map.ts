/**
 * Where an incident was, drawn: the place as an area as wide as it is unsure (never a point), the country's outlines, towns around.
 *
 * Whoever may not know it exactly is given the cell of the fixed grid (SAFETY D3), and no coordinates finer than it.
 */
import {html} from 'hono/html'
import {radiusKm} from '../drawing/ground.ts'
import {type Country, type Extent, landIn, projection, type Spot} from '../drawing/land.ts'
import type {Town} from './background.ts'
import {mapExtent, mapSize} from './map-extent.ts'
import {namedValues} from './reports.ts'
import {type Html, section, type View} from './view.ts'

export type NumberOf = (code: string) => string | undefined

const mostTowns = 14

/** `numberOf`: the ISO number of a country by its letters. */
export async function where(view: View, numberOf: NumberOf): Promise<Html> {
  const {t, label, locale} = view.words
  const {place} = view.incident
  const {cellWidth} = view.background
  if (!place) return section(view, 'where', t('dossier.where'), html`<p>${t('value.noPlace')}</p>`)
  const country =
    place.country &&
    (new Intl.DisplayNames([locale], {type: 'region', fallback: 'code'}).of(place.country) ?? place.country)
  const {placeNames} = view
  const named = place.gazetteerId === null ? null : placeNames.place(place.gazetteerId)
  const province = place.admin1 && placeNames.province(place.admin1, place.country)
  const digits = cellWidth === null ? 4 : 2
  return section(
    view,
    'where',
    t('dossier.where'),
    html`${await drawing(view, named ?? place.name, cellWidth, place.precision === 'country' && place.country ? numberOf(place.country) : undefined)}
${namedValues([
  [t('dossier.place'), bothNames(named, place.name)],
  [t('dossier.province'), place.admin1 && bothNames(province, place.admin1)],
  [t('dossier.country'), country],
  [t('dossier.precision'), label('precision', place.precision)],
  [
    t('dossier.coordinates'),
    place.lat === null || place.lon === null
      ? t('dossier.map.none')
      : html`<bdi dir="ltr">${place.lat.toFixed(digits)}, ${place.lon.toFixed(digits)}</bdi>${cellWidth === null ? '' : html` <bdi dir="ltr">(±${cellWidth / 2}°)</bdi>`}`
  ],
  [
    t('dossier.gazetteer'),
    cellWidth === null && place.gazetteerId ? html`<bdi class="id">${place.gazetteerId}</bdi>` : null
  ]
])}`
  )
}

/** In the language of the dossier, then as the gazetteer has it. */
function bothNames(named: string | null, name: string): Html {
  return named === null ? html`<bdi>${name}</bdi>` : html`<bdi>${named}</bdi> (<bdi>${name}</bdi>)`
}

async function drawing(
  view: View,
  name: string,
  cellWidth: number | null,
  highlighted: string | undefined
): Promise<Html> {
  const {t} = view.words
  const {place} = view.incident
  const extent = mapExtent(place)
  if (!extent || !place) return html``
  const {width, height} = mapSize
  const perKm = height / 2 / extent.halfHeight
  const on = ([x, y]: Spot): Spot => [width / 2 + x * perKm, height / 2 - y * perKm]
  const land = await landIn(extent)
  const own = land.find(({id}) => id !== undefined && id === highlighted)
  const at = projection(extent)
  const path = ({rings}: Country) =>
    rings
      .map(
        ring =>
          `M${ring
            .map(spot =>
              on(spot)
                .map(n => n.toFixed(1))
                .join(' ')
            )
            .join('L')}Z`
      )
      .join('')
  const spots = view.background.towns.map(town => ({town, spot: on(at(town.lat, town.lon))}))
  const labels = placed(
    {text: name, spot: [width / 2, height / 2]},
    spots.filter(
      ({town, spot: [x, y]}) => town.name !== name && x > 4 && x < width - 4 && y > 10 && y < height - 8
    )
  )
  const bar = roundKm(extent.halfWidth / 2)
  const radius = radiusKm[place.precision] * perKm
  const half =
    cellWidth === null
      ? null
      : [cellWidth / 2, cellWidth / 2].map(
          (half, axis) => half * (axis ? 110.57 : 111.32 * Math.cos((extent.lat * Math.PI) / 180)) * perKm
        )
  const mark = own
    ? html`<path class="there" d="${path(own)}"/>`
    : half
      ? html`<rect class="there" x="${(width / 2 - half[0]!).toFixed(1)}" y="${(height / 2 - half[1]!).toFixed(1)}" width="${(half[0]! * 2).toFixed(1)}" height="${(half[1]! * 2).toFixed(1)}"/>`
      : html`<circle class="there" cx="${width / 2}" cy="${height / 2}" r="${radius.toFixed(1)}"/>`
  return html`<figure><svg class="map" viewBox="0 0 ${width} ${height}" role="img" aria-label="${t('dossier.map', {place: name})}" direction="ltr">
<rect class="sea" width="${width}" height="${height}"/>${land.map(country => html`<path class="land" fill-rule="evenodd" d="${path(country)}"/>`)}
${mark}
${labels.map(({text, spot: [x, y], anchor, isPlace}) => html`${isPlace ? '' : html`<circle class="town" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="2"/>`}<text class="${isPlace ? 'name' : 'label'}" x="${(x + (anchor === 'end' ? -5 : anchor === 'start' ? 5 : 0)).toFixed(1)}" y="${(y + (isPlace ? -6 : 3.5)).toFixed(1)}" text-anchor="${anchor}" unicode-bidi="plaintext">${text}</text>`)}
${await locator(extent)}<g class="bar"><path d="M14 ${height - 18}v5h${(bar * perKm).toFixed(1)}v-5"/><text x="14" y="${height - 23}">${t('dossier.km', {n: bar})}</text></g></svg>
<figcaption class="note">${t(own || place.precision === 'country' ? 'dossier.map.country' : half ? 'dossier.map.cell' : 'dossier.map.area')} ${t('dossier.map.source')}</figcaption></figure>`
}

/** In a corner, the map's own edges in the region around. */
async function locator(extent: Extent): Promise<Html> {
  const wider = 9
  const [width, height] = [mapSize.width / 5, mapSize.height / 5]
  const whole = {...extent, halfWidth: extent.halfWidth * wider, halfHeight: extent.halfHeight * wider}
  const perKm = height / 2 / whole.halfHeight
  const land = await landIn(whole)
  const [x, y] = [mapSize.width - width - 6, mapSize.height - height - 6]
  const path = ({rings}: Country) =>
    rings
      .map(
        ring =>
          `M${ring.map(([east, north]) => `${(width / 2 + east * perKm).toFixed(1)} ${(height / 2 - north * perKm).toFixed(1)}`).join('L')}Z`
      )
      .join('')
  return html`<svg class="locator" x="${x}" y="${y}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect class="sea" width="${width}" height="${height}"/>${land.map(country => html`<path class="land" fill-rule="evenodd" d="${path(country)}"/>`)}<rect class="edge" x="${(width / 2 - width / 2 / wider).toFixed(1)}" y="${(height / 2 - height / 2 / wider).toFixed(1)}" width="${(width / wider).toFixed(1)}" height="${(height / wider).toFixed(1)}"/><rect class="frame" width="${width}" height="${height}"/></svg>`
}

interface Label {
  readonly text: string
  readonly spot: Spot
  readonly anchor: 'start' | 'middle' | 'end'
  readonly isPlace: boolean
}

/** The place's own name first, then towns by their size, each where none stands yet. */
function placed(
  place: {readonly text: string; readonly spot: Spot},
  towns: readonly {readonly town: Town; readonly spot: Spot}[]
): Label[] {
  const taken: [number, number, number, number][] = []
  const take = (text: string, [x, y]: Spot, anchor: Label['anchor']) => {
    const length = text.length * 6.2 + 8
    const from = anchor === 'start' ? x - 3 : anchor === 'end' ? x - length : x - length / 2
    const box: [number, number, number, number] = [from, y - 9, from + length, y + 7]
    if (taken.some(([l, t, r, b]) => l < box[2] && box[0] < r && t < box[3] && box[1] < b)) return false
    taken.push(box)
    return true
  }
  take(place.text, [place.spot[0], place.spot[1] - 6], 'middle')
  const labels: Label[] = [{...place, anchor: 'middle', isPlace: true}]
  for (const {town, spot} of towns) {
    if (labels.length > mostTowns) break
    const anchor = spot[0] > mapSize.width * 0.75 ? 'end' : 'start'
    if (take(town.name, spot, anchor)) labels.push({text: town.name, spot, anchor, isPlace: false})
  }
  return labels
}

/** 1, 2 or 5 with noughts, not longer than this. */
function roundKm(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most))
  return power * (most / power >= 5 ? 5 : most / power >= 2 ? 2 : 1)
}
