/** By which a claim is told in the margin and the list: its number, or that a person added it. */
export function claimMark(id: string, number: (n: number) => string): string {
  return id.startsWith('p') ? '+' : number(Number(id.slice(1)))
}
