/** Gives work to so many at a time, in the order it came: the time of a piece can then be counted from its start. */
export interface Lanes {
  /** Begins the work once a lane is free. */
  take<T>(work: () => Promise<T>): Promise<T>
  /** Once all that was given is done. */
  idle(): Promise<void>
}

export function lanesOf(count: number): Lanes {
  const waiting: (() => void)[] = []
  const given = new Set<Promise<unknown>>()
  let free = count
  const lane = () =>
    new Promise<void>(begin => {
      if (free > 0) {
        free--
        begin()
      } else waiting.push(begin)
    })
  const giveBack = () => {
    const next = waiting.shift()
    if (next) next()
    else free++
  }
  return {
    take(work) {
      const done = lane().then(work).finally(giveBack)
      const ended: Promise<unknown> = done.catch(() => {}).then(() => given.delete(ended))
      given.add(ended)
      return done
    },
    idle: async () => void (await Promise.all(given))
  }
}
