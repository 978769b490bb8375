/** Something to choose for a template (its day, its place), and how near the text names it. */
export interface Choice {
  /** As keys write it. */
  readonly value: string
  readonly kind: string
  /** Sentences that name it. */
  readonly sentences: number[]
}

/** Sentences between those that name it and those of the template; 99 where none does. */
export function distance({sentences}: Choice, template: ReadonlySet<number>): number {
  let least = 99
  for (const a of sentences) for (const b of template) least = Math.min(least, Math.abs(a - b))
  return least
}

/** How many of the others are named nearer. */
export function nearer(choice: Choice, others: readonly Choice[], template: ReadonlySet<number>): number {
  const own = distance(choice, template)
  return others.filter(other => other !== choice && distance(other, template) < own).length
}

export const firstOf = (sentences: Iterable<number>) => Math.min(...sentences)

/** Which way and how far, within three sentences. */
export function lead({sentences}: Choice, template: ReadonlySet<number>): number {
  return Math.max(-3, Math.min(3, firstOf(sentences) - firstOf(template)))
}
