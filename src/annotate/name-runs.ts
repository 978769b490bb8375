/** Rows of B- and I- labels: words from `first` up to `end`, not including it. */
export function runsOf(labels: readonly string[]): {first: number; end: number; label: string}[] {
  const found: {first: number; end: number; label: string}[] = []
  let first = -1
  for (let i = 0; i <= labels.length; i++) {
    const label = labels[i] ?? 'O'
    if (first >= 0 && !label.startsWith('I-')) {
      found.push({first, end: i, label: labels[first]!.slice(2)})
      first = -1
    }
    if (label !== 'O' && first < 0) first = i
  }
  return found
}
