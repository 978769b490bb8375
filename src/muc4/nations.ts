/** The nation of a person or building, where the text says one and it is not the one where it happened. */
import type {Muc4Codebook} from './codebook.ts'
import type {Candidate, Reading} from './reading.ts'

export function nationOf(
  {mentions, report}: Reading,
  candidate: Candidate,
  country: string,
  codebook: Muc4Codebook
): string | null {
  for (const i of candidate.mentions) {
    const [from, to] = [
      Math.min(...mentions[i]!.forms.map(form => form.from)),
      Math.max(...mentions[i]!.forms.map(form => form.to))
    ]
    for (const place of report.places) {
      if (
        !place.country ||
        !place.mentions.some(
          mention => mention.use === 'modifier' && mention.from >= from && mention.to <= to
        )
      )
        continue
      const nation =
        codebook.countries.get(place.country) ??
        codebook.nations.get(place.country) ??
        (place.precision === 'country' ? place.name.toUpperCase() : null)
      if (nation && nation !== country) return nation
    }
  }
  return null
}
