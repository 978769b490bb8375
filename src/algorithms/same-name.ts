/** Whether two names are one but for case, article and punctuation: "The Plateau Daily", "plateau daily". */
export function sameName(a: string, b: string): boolean {
  const plain = (name: string) =>
    name
      .toLowerCase()
      .replace(/^the /, '')
      .replace(/[^\p{L}\p{N}]+/gu, '')
  return plain(a) === plain(b)
}
