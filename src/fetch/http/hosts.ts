/**
 * Takes turns: to one host goes one request at a time, with a pause between them; hosts know nothing of each other.
 *
 * A host that asked for more time (Retry-After) gets it.
 */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Ends early, without an error, when the signal says stop. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>
}

export interface Turns {
  /**
   * Does the work when it is this host's turn. `pauseMs`: how long before it the last request must have ended;
   * null for one that waits for none and that none waits for.
   */
  take<T>(host: string, pauseMs: number | null, work: () => Promise<T>): Promise<T>
  /** Nothing goes to the host before that instant. */
  holdOff(host: string, until: number): void
  /** How long the host is still to be left alone, for what it asked. */
  heldOffMs(host: string): number
}

interface Host {
  /** Ends when all that were before have had their turn. */
  last: Promise<unknown>
  endedAt: number
  closedUntil: number
}

export function createTurns({now, sleep}: Clock, signal?: AbortSignal): Turns {
  const hosts = new Map<string, Host>()
  const hostOf = (name: string) => {
    const host = hosts.get(name) ?? {
      last: Promise.resolve(),
      endedAt: Number.NEGATIVE_INFINITY,
      closedUntil: Number.NEGATIVE_INFINITY
    }
    hosts.set(name, host)
    return host
  }
  return {
    take(name, pauseMs, work) {
      const host = hostOf(name)
      const turn = host.last.then(async () => {
        const wait = Math.max(host.endedAt + (pauseMs ?? Number.NEGATIVE_INFINITY), host.closedUntil) - now()
        if (wait > 0) await sleep(wait, signal)
        try {
          return await work()
        } finally {
          if (pauseMs !== null) host.endedAt = now()
        }
      })
      host.last = turn.catch(() => {})
      return turn
    },
    holdOff(name, until) {
      const host = hostOf(name)
      host.closedUntil = Math.max(host.closedUntil, until)
    },
    heldOffMs: name => Math.max(0, hostOf(name).closedUntil - now())
  }
}
