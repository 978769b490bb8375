/** Fits on the others, so that what a step sees of a report was not learnt from it. */
const folds = 5

/** By place in the list: neighbours tell of the same days and fall into different parts. */
export const foldOf = (place: number) => place % folds

/** Fits a model for each part on the other parts and applies it to that part. */
export function crossedOnly<Report, Model>(
  reports: readonly Report[],
  fit: (reports: readonly Report[]) => Model,
  apply: (report: Report, model: Model) => void
): Model[] {
  const parts = Array.from({length: folds}, (_, fold) => fit(reports.filter((_, i) => foldOf(i) !== fold)))
  for (const [i, report] of reports.entries()) apply(report, parts[foldOf(i)]!)
  return parts
}

/** The same; gives the model fitted on all besides. */
export function crossed<Report, Model>(
  reports: readonly Report[],
  fit: (reports: readonly Report[]) => Model,
  apply: (report: Report, model: Model) => void
): {readonly whole: Model; readonly parts: readonly Model[]} {
  const parts = crossedOnly(reports, fit, apply)
  return {whole: fit(reports), parts}
}
