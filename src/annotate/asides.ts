/**
 * Finds an aside inside a sentence: what stands between two dashes, or an apposition between commas before the verb.
 *
 *     "The committee -- an entity led by miners -- threatened ..."
 *     "The brigade, a powerful faction, said ..."
 *
 * A list ("stones, bottles, and bricks") and a clause of time are none.
 */
const dashes = new Set(['--', '—', '–'])
const opensApposition = new Set(['a', 'an', 'the', 'one', 'among', 'part'])
const finite = new Set(['VBD', 'VBZ', 'VBP', 'MD'])
const nominal = new Set(['NN', 'NNS', 'NNP', 'NNPS'])
const longest = 40
const longestApposition = 18

/** Positions of the opening and closing mark; `null` where there is no aside. `tags`: Penn tags. */
export function asideIn(
  forms: readonly string[],
  tags: readonly string[]
): {open: number; close: number} | null {
  return dashed(forms) ?? apposition(forms, tags)
}

function dashed(forms: readonly string[]): {open: number; close: number} | null {
  const open = forms.findIndex((form, i) => i > 0 && dashes.has(form))
  if (open < 1) return null
  const close = forms.findIndex((form, i) => i > open + 2 && dashes.has(form))
  return close > 0 && close - open <= longest && close < forms.length - 2 ? {open, close} : null
}

function apposition(forms: readonly string[], tags: readonly string[]): {open: number; close: number} | null {
  for (let open = 1; open + 3 < forms.length; open++) {
    if (
      forms[open] !== ',' ||
      !nominal.has(tags[open - 1]!) ||
      !opensApposition.has(forms[open + 1]!.toLowerCase())
    )
      continue
    const close = forms.indexOf(',', open + 2)
    if (close < 0 || close - open > longestApposition) continue
    const inside = tags.slice(open + 1, close)
    const next = tags[close + 1] === 'RB' ? tags[close + 2] : tags[close + 1]
    if (inside.some(tag => finite.has(tag)) || !next || !finite.has(next)) continue
    return {open, close}
  }
  return null
}
