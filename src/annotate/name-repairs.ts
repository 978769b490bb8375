/**
 * Mends trees around names and what is said of nouns.
 *
 *     "Amani Juma visited Oru"        Juma belongs to Amani: one subject, not two
 *     "Salim Okoye's wife stayed"     Salim belongs to "wife", whatever the tree says
 *     "Radio Bahari, Radio Oru"       Oru belongs to the second
 *     "met Maria Okello in Oru"       they met in Oru: a person is not told apart by where
 *     "Maria Okello of the union"     left alone
 *     "supporters of the union"       "of" opens what belongs to the noun before it
 */

/** Words of a name that hang elsewhere hang on its first word if it is a person's, on the last of them if not. */
export function oneThing(
  heads: number[],
  relations: string[],
  first: number,
  end: number,
  isPerson: boolean
): void {
  const isInside = (head: number) => head > first && head <= end
  const outside = Array.from({length: end - first}, (_, k) => first + k).filter(i => !isInside(heads[i]!))
  const head = isPerson ? outside[0]! : outside.at(-1)!
  for (const i of outside) {
    if (i === head || isAbove(heads, i, head)) continue
    heads[i] = head + 1
    relations[i] = isPerson ? 'flat' : 'compound'
  }
}

/** The words of a name stand side by side: a word hangs on the name it stands in, not on one before. */
export function sideBySide(tags: readonly string[], heads: number[], relations: string[]): void {
  for (let i = 1; i < heads.length; i++) {
    const head = heads[i]! - 1
    if (relations[i] !== 'flat' || head >= i - 1 || !tags[i - 1]!.startsWith('NNP')) continue
    const nearest = relations[i - 1] === 'flat' ? heads[i - 1]! - 1 : i - 1
    if (nearest > head && !isAbove(heads, i, nearest)) heads[i] = nearest + 1
  }
}

/** Whoever stands before "'s" belongs to the noun behind it. */
export function owned(tags: readonly string[], heads: number[], relations: string[], mark: number): void {
  const owner = heads[mark]! - 1
  if (owner < 0 || owner >= mark || relations[owner] === 'nmod:poss') return
  const noun = tags.findIndex((tag, i) => i > mark && /^NN/.test(tag) && !/^NN/.test(tags[i + 1] ?? ''))
  // Only words that tell a noun more closely may stand between.
  const between = tags.slice(mark + 1, noun)
  if (noun < 0 || between.some(tag => !/^(?:NN|JJ|CD|HYPH|VBN|RB)/.test(tag))) return
  if (isAbove(heads, owner, noun)) return
  heads[owner] = noun + 1
  relations[owner] = 'nmod:poss'
}

const places = new Set(['in', 'at', 'near', 'outside', 'inside', 'on'])

/** A place behind a person is where it happened. */
export function withoutPlace(
  forms: readonly string[],
  tags: readonly string[],
  heads: number[],
  relations: string[],
  first: number,
  end: number
): void {
  const verb = verbAbove(tags, heads, first)
  if (verb < 0) return
  for (let i = end; i < forms.length; i++) {
    const head = heads[i]! - 1
    if (relations[i] !== 'nmod' || head < first || head >= end) continue
    const isPlace = forms.some(
      (form, k) => heads[k] === i + 1 && relations[k] === 'case' && places.has(form.toLowerCase())
    )
    if (!isPlace) continue
    heads[i] = verb + 1
    relations[i] = 'obl'
  }
}

/** "tents put up by supporters of the union": what "of" opens belongs to the noun right before it. */
export function ofNearest(
  forms: readonly string[],
  tags: readonly string[],
  heads: number[],
  relations: string[]
): void {
  for (let of = 1; of < forms.length; of++) {
    if (forms[of]!.toLowerCase() !== 'of' || relations[of] !== 'case' || !/^NNS?\|/.test(tags[of - 1]!))
      continue
    const noun = heads[of]! - 1
    const head = heads[noun]! - 1
    if (relations[noun] !== 'nmod' || head < 0 || head >= of - 1 || isAbove(heads, noun, of - 1)) continue
    if (relations[of - 1] === 'compound') continue
    heads[noun] = of
  }
}

function verbAbove(tags: readonly string[], heads: readonly number[], from: number): number {
  for (let at = heads[from]! - 1, steps = 0; at >= 0 && steps < tags.length; at = heads[at]! - 1, steps++)
    if (tags[at]!.endsWith('|VERB')) return at
  return -1
}

function isAbove(heads: readonly number[], upper: number, lower: number): boolean {
  for (let at = lower, steps = 0; at >= 0 && steps < heads.length; at = heads[at]! - 1, steps++)
    if (at === upper) return true
  return false
}
