/** The cell of PRIO-GRID (Tollefsen, Strand and Buhaug 2012) in which a point lies: half a degree each way, from the south-west, row by row. */
const [rows, columns] = [360, 720]

/** Degrees in; 1 to 259200. The north pole and 180 degrees east are in the last row and column. */
export function prioGridCell(lat: number, lon: number): number {
  const row = Math.min(rows - 1, Math.floor((90 + lat) * 2))
  const column = Math.min(columns - 1, Math.floor((180 + lon) * 2))
  return row * columns + column + 1
}
