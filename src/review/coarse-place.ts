/** Coordinates as others may see them (SAFETY D3): the middle of a cell of a fixed grid, as wide as the place is exact. */

/** Degrees. A site is shown no finer than a town; the middle of a larger place says nothing of where in it. */
const cellDegrees: Readonly<Record<string, number>> = {
  site: 0.1,
  town: 0.1,
  area: 0.25,
  admin1: 0.5,
  country: 1
}
const finest = 0.1

/** How wide and high the cell is in which a place as exact as this is shown, in degrees. */
export function cellWidth(precision: string | null): number {
  return (precision !== null && cellDegrees[precision]) || finest
}

/** The same cell for the same place, whoever asks, when and about what: asking often tells nothing more. */
export function coarseDegrees(degrees: number, precision: string | null): number {
  const perDegree = Math.round(1 / cellWidth(precision))
  return Math.round((Math.floor(degrees * perDegree) + 0.5) * (10_000 / perDegree)) / 10_000
}

/** A box that is asked for, widened to whole cells: it finds what it would find by what is shown. */
export function coarseBox([west, south, east, north]: readonly [number, number, number, number]): [
  number,
  number,
  number,
  number
] {
  return [
    Math.max(-180, Math.floor(west)),
    Math.max(-90, Math.floor(south)),
    Math.min(180, Math.ceil(east)),
    Math.min(90, Math.ceil(north))
  ]
}
