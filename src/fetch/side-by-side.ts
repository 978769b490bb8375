/** What the work makes of each, in their order, while it is at work on up to `most` of them. `work` must not reject. */
export async function* sideBySide<T, Result>(
  all: Iterable<T> | AsyncIterable<T>,
  most: number,
  work: (one: T) => Promise<Result>
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = []
  for await (const one of all) {
    begun.push(work(one))
    if (begun.length >= most) yield await begun.shift()!
  }
  while (begun.length) yield await begun.shift()!
}
