/** The texts that stand in quotes in a line of TypeScript; of a template what stands around the values, and the texts within them. */
export function quotedTexts(line: string): string[] {
  const found: string[] = []
  /** Reads from `at` to what ends it, and says where that stood: a quote, the brace of a value, the end of the line. */
  const code = (at: number, end: string): number => {
    for (let i = at; i < line.length; i++) {
      const char = line[i]!
      if (char === end) return i
      if (char === '{') i = code(i + 1, '}')
      else if (char === '`' || char === "'" || char === '"') i = text(i + 1, char)
    }
    return line.length
  }
  const text = (at: number, end: string): number => {
    let from = at
    for (let i = at; i <= line.length; i++) {
      const char = line[i] ?? end
      if (char === '\\') i++
      else if (char === end || (end === '`' && char === '$' && line[i + 1] === '{')) {
        found.push(line.slice(from, i))
        if (char === end) return i
        i = code(i + 2, '}')
        from = i + 1
      }
    }
    return line.length
  }
  code(0, '\n')
  return found.filter(Boolean)
}
