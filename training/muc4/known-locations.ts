/** How keys write a place, by its name: "MEDELLIN" -> "COLOMBIA: MEDELLIN (CITY)"; what they write most comes first. */
import type {KeyTemplate} from './keys.ts'

const most = 3

export function knownLocations(templates: readonly KeyTemplate[]): Map<string, string[]> {
  const counts = new Map<string, Map<string, number>>()
  for (const {slots} of templates) {
    for (const {alts} of slots.incident_location ?? []) {
      const parts = alts[0]!.toUpperCase().split(/\s*:\s*/)
      for (let length = 2; length <= parts.length; length++) {
        const name = parts[length - 1]!.replace(/\s*\([^)]*\)\s*$/, '')
        const location = parts.slice(0, length).join(': ')
        const row = counts.get(name) ?? new Map<string, number>()
        counts.set(name, row)
        row.set(location, (row.get(location) ?? 0) + (length === parts.length ? 2 : 1))
      }
    }
  }
  return new Map(
    [...counts].map(([name, row]) => [
      name,
      [...row]
        .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        .slice(0, most)
        .map(([location]) => location)
    ])
  )
}
