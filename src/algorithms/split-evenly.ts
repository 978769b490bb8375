/** Whole numbers that add up to `total`, as equal as can be, the remainder in the first: 7 in three parts is 3, 2, 2. */
export function splitEvenly(total: number, parts: number): number[] {
  const each = Math.floor(total / parts)
  return Array.from({length: parts}, (_, i) => (i === 0 ? total - each * (parts - 1) : each))
}
