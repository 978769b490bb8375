/** Precision, recall and their harmonic mean, in per cent with two decimals. */
export interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Number(((100 * part) / whole).toFixed(2))

/** `found` and `gold`: how many there are; `right`: of the found; `met`: of the gold, when that differs. */
export function score(right: number, found: number, gold: number, met: number = right): Score {
  const precision = found === 0 ? 0 : right / found
  const recall = gold === 0 ? 0 : met / gold
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return {precision: percent(precision, 1), recall: percent(recall, 1), f1: percent(f1, 1)}
}
