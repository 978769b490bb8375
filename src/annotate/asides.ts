/**
 * Finds an aside inside a sentence, between two dashes, and puts the trees of sentence and aside together.
 *
 *     "The committee -- an entity led by miners -- threatened ..."
 *
 * It is read by itself, for it would break the sentence around it.
 */
const dashes = new Set(['--', '—', '–'])
const longest = 40

/** Positions of the opening and closing mark. */
export interface Aside {
  readonly open: number
  readonly close: number
}

export function asideIn(forms: readonly string[]): Aside | null {
  const open = forms.findIndex((form, i) => i > 0 && dashes.has(form))
  if (open < 1) return null
  const close = forms.findIndex((form, i) => i > open + 2 && dashes.has(form))
  return close > 0 && close - open <= longest && close < forms.length - 2 ? {open, close} : null
}

/** The sentence without its aside, and the aside without its marks. */
export function apart<Item>(items: readonly Item[], {open, close}: Aside): [Item[], Item[]] {
  return [[...items.slice(0, open), ...items.slice(close + 1)], items.slice(open + 1, close)]
}

/** One entry a word again, in the order of the sentence; `mark` stands for the two dashes. */
export function together<Item>(
  outer: readonly Item[],
  inner: readonly Item[],
  mark: Item,
  {open}: Aside
): Item[] {
  return [...outer.slice(0, open), mark, ...inner, mark, ...outer.slice(open)]
}

/** Heads of both, counted from 1: the aside and its marks hang on the word before. */
export function headsTogether(outer: readonly number[], inner: readonly number[], aside: Aside): number[] {
  const {open, close} = aside
  const moved = outer.map(head => (head > open ? head + close + 1 - open : head))
  return together(
    moved,
    inner.map(head => (head === 0 ? open : head + open + 1)),
    open,
    aside
  )
}
