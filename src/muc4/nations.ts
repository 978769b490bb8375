/** Nations that a person or building may be of, other than the one where it happened: each that the text names, and how near the thing. */
import type {Muc4Codebook} from './codebook.ts'
import type {Option} from './details.ts'
import type {Candidate, Reading} from './reading.ts'

/** Words, beyond which a nation is no nearer. */
const farthest = 40

export function nationOptions(
  {mentions, report}: Reading,
  one: Candidate,
  country: string,
  {countries, nations}: Muc4Codebook,
  seen: readonly number[]
): Option[] {
  const {syntax} = report
  const own = one.mentions.map(i => mentions[i]!)
  const found = new Map<
    string,
    {nearest: number; inside: number; joined: number; used: number; times: number}
  >()
  for (const {country: code, precision, name, mentions: named} of report.places) {
    const nation =
      countries.get(code ?? '') ??
      nations.get(code ?? '') ??
      (precision === 'country' ? name.toUpperCase() : null)
    if (!nation || nation === country) continue
    const known = found.get(nation) ?? {nearest: farthest, inside: 0, joined: 0, used: 0, times: 0}
    found.set(nation, known)
    for (const {from, to, use} of named) {
      known.times++
      if (use !== 'modifier' && precision !== 'country') continue
      const head = syntax.headOf({from, to})
      if (!head) continue
      for (const mention of own) {
        const phrase = syntax.tokens[mention.head.index]!
        if (head.sentence !== phrase.sentence) continue
        const apart = Math.min(Math.abs(head.index - mention.first), Math.abs(head.index - mention.last))
        if (apart < known.nearest) {
          known.nearest = apart
          known.used = use === 'modifier' ? 2 : use === 'locative' ? 1 : 0
        }
        if (mention.forms.some(form => form.from <= from && to <= form.to)) known.inside = 1
        // "SPANIARD JOSE MARTINEZ", "SMITH, A U.S. CITIZEN": the nation hangs on a word that stands for the same.
        const above = syntax.head(head)
        if (
          above &&
          (above.index === phrase.index || above.head === phrase.index || phrase.head === above.index)
        )
          known.joined = 1
      }
    }
  }
  return [...found].map(([value, {nearest, inside, joined, used, times}]) => ({
    value,
    row: Float32Array.from([
      nearest,
      inside,
      joined,
      used,
      times,
      found.size,
      [...found.values()].filter(other => other.nearest < nearest).length,
      ...seen
    ])
  }))
}
